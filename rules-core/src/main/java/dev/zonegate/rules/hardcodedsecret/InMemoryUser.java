package dev.zonegate.rules.hardcodedsecret;

import dev.zonegate.match.Api;
import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Profiles;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;

/** Finds users of Spring Security whose passwords stand in the code. */
final class InMemoryUser {
  private static final ApiSet USERS = ApiSet.load("secrets/users.api");

  private InMemoryUser() {}

  static void find(Search search) {
    for (Invocation use : search.file().all(Invocation.class)) {
      USERS.find(use).ifPresent(api -> check(search, use, api));
    }
  }

  private static void check(Search search, Invocation use, Api api) {
    boolean isQuiet = Profiles.isForTests(search.file(), use) || isReported(use.target());
    int index = api.number("arg", -1);
    if (index < 0 && !isQuiet) {
      report(search, use, use);
    } else if (index >= 0 && index < use.arguments().size()) {
      password(search, use, use.arguments().get(index), isQuiet);
    }
  }

  /** Whether an earlier call of the chain is reported. */
  private static boolean isReported(Expr target) {
    return target instanceof Expr.Call call
        && (call.name().equals("withDefaultPasswordEncoder") || isReported(call.target()));
  }

  /** Keeps the password from the other patterns, also where it is no fault. */
  private static void password(Search search, Invocation use, Expr argument, boolean isQuiet) {
    search
        .text(argument)
        .filter(text -> Shapes.isUsable(Shapes.plain(text.value())) && search.take(text))
        .filter(text -> !isQuiet)
        .ifPresent(text -> report(search, use, argument));
  }

  private static void report(Search search, Invocation use, Node at) {
    search
        .report()
        .at(
            at,
            HardcodedSecretRule.IN_MEMORY_USER,
            "`" + NamedLiteral.shortened(use.shortName()) + "`");
  }
}
