package dev.zonegate.rules.hardcodedsecret;

import dev.zonegate.match.SecretNames;
import dev.zonegate.match.Words;
import dev.zonegate.model.Expr;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells variables that hold a lasting secret, by their names. */
final class SecretUse {
  /** Tokens that are made to be handed on, or that are no secrets. */
  private static final Set<String> PASSING =
      Set.of(
          "reset",
          "verification",
          "verify",
          "confirm",
          "confirmation",
          "invite",
          "invitation",
          "activation",
          "csrf",
          "xsrf",
          "page",
          "next",
          "continuation",
          "sync",
          "cursor",
          "unsubscribe",
          "registration",
          "signed",
          "masked",
          "hashed",
          "encoded",
          "encrypted",
          "hash",
          "public",
          "share",
          "magic",
          "otp",
          "download",
          "upload",
          "temp",
          "sas");

  private static final Set<String> LASTING =
      Set.of(
          "api",
          "access",
          "auth",
          "bearer",
          "jwt",
          "bot",
          "admin",
          "service",
          "refresh",
          "security",
          "session",
          "apikey",
          "github",
          "private");

  private SecretUse() {}

  /** The name of the secret that {@code expr} is. */
  static Optional<String> nameOf(Expr expr) {
    boolean isVariable =
        expr instanceof Expr.Call call
            && call.name().equals("getenv")
            && call.arguments().size() == 1
            && call.arguments().get(0) instanceof Expr.Literal;
    String name =
        isVariable
            ? String.valueOf(((Expr.Literal) ((Expr.Call) expr).arguments().get(0)).value())
            : NamedLiteral.nameOf(expr);
    return isLasting(name) ? Optional.of(name) : Optional.empty();
  }

  static boolean isLasting(String name) {
    if (!SecretNames.isSecret(name)) {
      return false;
    }
    List<String> words = Words.of(name);
    if (words.stream().anyMatch(PASSING::contains)) {
      return false;
    }
    boolean isToken = words.contains("token") || words.contains("tokens");
    return !isToken || words.stream().anyMatch(LASTING::contains);
  }
}
