package dev.zonegate.rules.authbypass;

import dev.zonegate.match.Constants;
import dev.zonegate.match.FilterChain;
import dev.zonegate.match.FilterChains;
import dev.zonegate.match.Profiles;
import dev.zonegate.match.UrlPattern;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import dev.zonegate.rule.Reporter;
import java.util.List;
import java.util.Optional;

/** Finds chains without CSRF protection whose users are known by a cookie. */
final class CsrfDisabled {
  private static final List<String> BY_COOKIE =
      List.of("formLogin", "oauth2Login", "saml2Login", "openidLogin", "rememberMe");
  private static final List<String> EXEMPTIONS =
      List.of("ignoringRequestMatchers", "ignoringAntMatchers");

  private CsrfDisabled() {}

  static void find(SourceFile file, Reporter report) {
    for (FilterChain chain : FilterChains.of(file)) {
      if (chain.isStateless().isYes() || Profiles.isForTests(file, chain.method())) {
        continue;
      }
      Optional<String> login = login(chain);
      if (login.isPresent()) {
        disabling(file, chain)
            .ifPresent(
                csrf -> report.at(csrf, AuthBypassRule.CSRF_DISABLED, csrf.name(), login.get()));
      }
    }
  }

  private static Optional<String> login(FilterChain chain) {
    Optional<String> byCookie = BY_COOKIE.stream().filter(chain::uses).findFirst();
    if (byCookie.isPresent()) {
      return byCookie;
    }
    return chain.uses("httpBasic") && chain.isStateless().isNo()
        ? Optional.of("httpBasic")
        : Optional.empty();
  }

  private static Optional<Expr.Call> disabling(SourceFile file, FilterChain chain) {
    Optional<Expr.Call> csrf = chain.call("csrf").filter(chain::isSwitchedOff);
    return csrf.isPresent()
        ? csrf
        : chain.calls().stream()
            .filter(each -> EXEMPTIONS.contains(each.name()) && isForAll(file, each))
            .findFirst();
  }

  private static boolean isForAll(SourceFile file, Expr.Call exemption) {
    return exemption.arguments().stream()
        .anyMatch(
            each ->
                Constants.of(file)
                    .text(each)
                    .filter(p -> new UrlPattern(p).isEverything())
                    .isPresent());
  }
}
