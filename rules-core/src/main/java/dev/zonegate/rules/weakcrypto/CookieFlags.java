package dev.zonegate.rules.weakcrypto;

import dev.zonegate.match.Api;
import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Constants;
import dev.zonegate.match.Vocabulary;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.SourceFile;
import dev.zonegate.rule.Reporter;
import java.util.List;

/** Finds cookies that travel in the clear, or that scripts can read. */
final class CookieFlags {
  private static final ApiSet COOKIES = ApiSet.load("crypto/cookies.api");
  private static final ApiSet SWITCHES = ApiSet.load("crypto/cookie-settings.api");
  private static final Vocabulary SESSION = Vocabulary.load("crypto/session-names.words");
  private final SourceFile file;
  private final Reporter report;
  private final boolean isStrict;

  private CookieFlags(SourceFile file, Reporter report) {
    this.file = file;
    this.report = report;
    this.isStrict = report.isOn(WeakCryptoRule.STRICT);
  }

  static void find(SourceFile file, Reporter report) {
    CookieFlags search = new CookieFlags(file, report);
    for (Invocation use : file.all(Invocation.class)) {
      COOKIES.find(use).ifPresent(api -> search.cookie((Expr) use, use, api));
      CookieHeader.of(file, use).ifPresent(header -> search.header(use, header));
      SWITCHES.find(use).ifPresent(api -> search.setting(use, api));
    }
  }

  private void cookie(Expr made, Invocation use, Api api) {
    if (use.arguments().isEmpty()) {
      return;
    }
    Expr name = use.arguments().get(0);
    boolean isSession = isSession(name, use.arguments());
    if (!isSession && !isStrict) {
      return;
    }
    CookieUse life = CookieUse.of(file, made, api);
    if (!life.isSent() || life.isDeleted()) {
      return;
    }
    String shown = Constants.of(file).text(name).orElse(file.text(name));
    if (life.secure().isNo()) {
      boolean isBoth = isSession && life.httpOnly().isNo();
      String fault =
          isBoth ? "travels in the clear and is open to scripts" : "travels in the clear";
      report.at(life.place("secure"), WeakCryptoRule.COOKIE_FLAGS, shortened(shown), fault);
    } else if (isSession && life.httpOnly().isNo() && !isReadByScripts(shown)) {
      report.at(
          life.place("httponly"),
          WeakCryptoRule.COOKIE_FLAGS,
          shortened(shown),
          "is open to scripts");
    }
  }

  /** The token against forged requests is there for a script to read. */
  private static boolean isReadByScripts(String name) {
    String lower = name.toLowerCase(java.util.Locale.ROOT);
    return lower.contains("csrf") || lower.contains("xsrf");
  }

  private boolean isSession(Expr name, List<Expr> arguments) {
    boolean isText =
        Constants.of(file).values(name).stream()
            .anyMatch(each -> each instanceof String text && SESSION.isNamed(text));
    boolean isValue =
        arguments.size() > 1
            && Names.ingredients(file, arguments.get(1)).stream().anyMatch(SESSION::isNamed);
    return isText || SESSION.isNamed(Names.of(name)) || isValue;
  }

  private static String shortened(String name) {
    return name.length() > 40 ? name.substring(0, 37) + "..." : name;
  }

  private void header(Invocation use, CookieHeader header) {
    boolean isSession = SESSION.isNamed(header.name());
    if (!isSession && !isStrict || header.isDeletion()) {
      return;
    }
    if (!header.isSecure()) {
      report.at(use, WeakCryptoRule.COOKIE_FLAGS, shortened(header.name()), "travels in the clear");
    } else if (isSession && !header.isHttpOnly() && !isReadByScripts(header.name())) {
      report.at(use, WeakCryptoRule.COOKIE_FLAGS, shortened(header.name()), "is open to scripts");
    }
  }

  /** A switch for all session cookies that is turned off. */
  private void setting(Invocation use, Api api) {
    boolean isOff =
        use.arguments().size() == 1
            && Constants.of(file)
                .value(use.arguments().get(0))
                .filter(Boolean.FALSE::equals)
                .isPresent();
    if (isOff) {
      boolean isSecure = api.has("flag", "secure");
      report.at(
          use,
          WeakCryptoRule.COOKIE_FLAGS,
          "session",
          isSecure ? "travels in the clear" : "is open to scripts");
    }
  }
}
