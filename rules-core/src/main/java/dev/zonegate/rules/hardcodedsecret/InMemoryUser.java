package dev.zonegate.rules.hardcodedsecret;

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
      USERS
          .find(use)
          .filter(api -> !Profiles.isForTests(search.file(), use) && !isReported(use.target()))
          .ifPresent(
              api -> {
                int index = api.number("arg", -1);
                if (index < 0) {
                  report(search, use, use);
                } else if (index < use.arguments().size()) {
                  password(search, use, use.arguments().get(index));
                }
              });
    }
  }

  /** Whether an earlier call of the chain is reported. */
  private static boolean isReported(Expr target) {
    return target instanceof Expr.Call call
        && (call.name().equals("withDefaultPasswordEncoder") || isReported(call.target()));
  }

  private static void password(Search search, Invocation use, Expr argument) {
    search
        .text(argument)
        .filter(text -> Shapes.isUsable(Shapes.plain(text.value())) && search.take(text))
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
