package dev.zonegate.rules.hardcodedsecret;

import dev.zonegate.match.Api;
import dev.zonegate.match.ApiSet;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.rule.Related;
import dev.zonegate.rule.Report;

/** Finds texts in the code that are given to what authenticates, encrypts or signs. */
final class CredentialLiteral {
  private static final ApiSet SINKS = ApiSet.load("secrets/credentials.api");

  private CredentialLiteral() {}

  static void find(Search search) {
    for (Invocation use : search.file().all(Invocation.class)) {
      SINKS.find(use).ifPresent(api -> check(search, use, api));
    }
  }

  private static void check(Search search, Invocation use, Api api) {
    int index = api.number("arg", 0);
    String only = api.attributes().get("only");
    if (index >= use.arguments().size() || only != null && !names(use, only)) {
      return;
    }
    Expr argument = use.arguments().get(index);
    search
        .text(argument)
        .filter(text -> Shapes.isUsable(text.value()) && search.take(text))
        .ifPresent(text -> report(search, use, api, argument, text));
  }

  private static boolean names(Invocation use, String constant) {
    Expr first = use.arguments().get(0);
    return first instanceof Expr.FieldAccess access && access.name().equals(constant)
        || first instanceof Expr.Name name && name.name().equals(constant);
  }

  private static void report(
      Search search, Invocation use, Api api, Expr argument, Search.Text text) {
    String what = api.attributes().getOrDefault("what", "secret");
    Report report =
        search
            .report()
            .at(
                argument,
                HardcodedSecretRule.CREDENTIAL_LITERAL,
                NamedLiteral.shortened(use.shortName()),
                what,
                text.length());
    Expr source = text.literals().get(0);
    if (!argument.span().contains(source.span())) {
      report.related(Related.at(search.file(), source, "the " + what + " stands here"));
    }
  }
}
