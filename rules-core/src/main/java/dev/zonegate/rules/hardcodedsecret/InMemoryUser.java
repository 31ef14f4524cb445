package dev.zonegate.rules.hardcodedsecret;

import dev.zonegate.match.ApiSet;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import java.util.List;

/** Finds users of Spring Security whose passwords stand in the code. */
final class InMemoryUser {
  private static final ApiSet USERS = ApiSet.load("secrets/users.api");

  private InMemoryUser() {}

  static void find(Search search) {
    for (Invocation use : search.file().all(Invocation.class)) {
      USERS
          .find(use)
          .filter(api -> !isForTests(search, use) && !isReported(use.target()))
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

  /**
   * Whether a profile for tests stands on a declaration around it, or one that excludes production.
   */
  private static boolean isForTests(Search search, Node use) {
    for (Node up = search.file().parent(use); up != null; up = search.file().parent(up)) {
      List<Annotation> annotations =
          up instanceof Decl.Type type
              ? type.annotations()
              : up instanceof Decl.Method method ? method.annotations() : List.of();
      for (Annotation each : annotations) {
        if (each.name().endsWith("Profile") && isTestProfile(search, each)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isTestProfile(Search search, Annotation profile) {
    Expr value = profile.argument("value");
    List<Expr> names =
        value instanceof Expr.ArrayInitializer all
            ? all.elements()
            : value == null ? List.of() : List.of(value);
    return !names.isEmpty()
        && names.stream()
            .allMatch(
                each ->
                    search
                        .text(each)
                        .filter(text -> Profiles.isForTests(text.value()))
                        .isPresent());
  }
}
