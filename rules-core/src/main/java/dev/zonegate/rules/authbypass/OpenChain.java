package dev.zonegate.rules.authbypass;

import dev.zonegate.match.AccessRule;
import dev.zonegate.match.Constants;
import dev.zonegate.match.FilterChain;
import dev.zonegate.match.FilterChains;
import dev.zonegate.match.Profiles;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import dev.zonegate.rule.Related;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Severity;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds chains without a rule for the rest, and rules that no request reaches. */
final class OpenChain {
  private OpenChain() {}

  static void find(SourceFile file, Reporter report) {
    for (FilterChain chain : FilterChains.of(file)) {
      if (!Profiles.isForTests(file, chain.method())) {
        findUnfinished(chain, report);
        findUnreachable(file, chain, report);
      }
    }
  }

  private static void findUnfinished(FilterChain chain, Reporter report) {
    if (!chain.isKnown() || chain.hasRuleForAll() || chain.isScoped() && isCovered(chain)) {
      return;
    }
    chain
        .authorization()
        .ifPresentOrElse(
            call -> {
              boolean denies = !call.name().equals("authorizeRequests");
              String rest =
                  call.name().equals("authorizeExchange") ? "anyExchange()" : "anyRequest()";
              report
                  .at(
                      call,
                      AuthBypassRule.OPEN_CHAIN,
                      call.name(),
                      "has no `"
                          + rest
                          + (denies
                              ? "`, so the other paths hang on a default"
                              : "`, so the other paths are open to everybody"))
                  .severity(denies ? Severity.WARNING : Severity.ERROR);
            },
            () -> findRuleless(chain, report));
  }

  /** A chain that is built without any rule about requests. */
  private static void findRuleless(FilterChain chain, Reporter report) {
    if (!chain.isScoped() && chain.call("build").isPresent()) {
      report.at(
          chain.method(),
          AuthBypassRule.OPEN_CHAIN,
          chain.method().name(),
          "builds a chain without any `authorizeHttpRequests`, so every path is open");
    }
  }

  /** Whether the rules name all that the chain is for. */
  private static boolean isCovered(FilterChain chain) {
    return chain.scope().isEmpty()
        || chain.rules().stream().anyMatch(each -> each.patterns().containsAll(chain.scope()));
  }

  private static void findUnreachable(SourceFile file, FilterChain chain, Reporter report) {
    List<AccessRule> rules = chain.rules();
    for (int i = 1; i < rules.size(); i++) {
      AccessRule rule = rules.get(i);
      for (AccessRule earlier : rules.subList(0, i)) {
        if (isWeaker(file, earlier, rule) && earlier.hides(rule)) {
          report
              .at(
                  rule.matcher(),
                  AuthBypassRule.OPEN_CHAIN,
                  first(rule),
                  "is never asked for `"
                      + rule.decision().name()
                      + "`, since `"
                      + first(earlier)
                      + "` stands above it")
              .related(Related.at(file, earlier.matcher(), "takes these requests first"));
          break;
        }
      }
    }
  }

  private static String first(AccessRule rule) {
    return rule.patterns().get(0);
  }

  private static boolean isWeaker(SourceFile file, AccessRule one, AccessRule other) {
    return one.access() == AccessRule.Access.OPEN && other.access() != AccessRule.Access.OPEN
        || one.access() == AccessRule.Access.AUTHENTICATED
            && (other.access() == AccessRule.Access.RESTRICTED
                || other.access() == AccessRule.Access.DENIED)
        || one.access() == AccessRule.Access.RESTRICTED
            && (other.access() == AccessRule.Access.DENIED || admitsOthers(file, one, other));
  }

  /** Whether {@code one} lets somebody in by a role that {@code other} does not let in. */
  private static boolean admitsOthers(SourceFile file, AccessRule one, AccessRule other) {
    Set<String> early = roles(file, one.decision());
    Set<String> late = roles(file, other.decision());
    return !early.isEmpty() && !late.isEmpty() && !late.containsAll(early);
  }

  /** The authorities that a decision names; empty if it asks for something else. */
  private static Set<String> roles(SourceFile file, Expr.Call decision) {
    boolean isRole = decision.name().matches("hasRole|hasAnyRole");
    if (!isRole && !decision.name().matches("hasAuthority|hasAnyAuthority")) {
      return Set.of();
    }
    Set<String> roles = new HashSet<>();
    for (Expr each : decision.arguments()) {
      Optional<String> role = Constants.of(file).text(each);
      if (role.isEmpty()) {
        return Set.of();
      }
      roles.add(isRole && !role.get().startsWith("ROLE_") ? "ROLE_" + role.get() : role.get());
    }
    return roles;
  }
}
