package dev.zonegate.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CallersTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "use(currentUser());",
        "use(currentUser().id());",
        "use(find(currentUser().id()));",
        "use((Object) currentUser());",
        "use(b ? currentUser() : null);",
        "use(b ? null : currentUser());",
        "use(me);",
        "use(me.getName());",
        "Object it = currentUser(); use(it);",
        "Object it = null; it = currentUser(); use(it);",
        "currentUser().map(it -> use(it));",
        "use(session.currentUser);",
        "use(session.currentUser.id);",
      })
  void areWhereAValueComesFrom(String code) {
    assertThat(isOf(code)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "use(find(order));",
        "use(order);",
        "use((Object) order);",
        "use(b ? order : null);",
        "Object it = order; use(it);",
        "orders.map(it -> use(it));",
        "use(AuthenticationType.valueOf(\"a\"));",
        "use(loan.principalAmount);",
        "use(session.order);",
        "use(1);",
      })
  void areNotWhereAValueComesFrom(String code) {
    assertThat(isOf(code)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"principal", "currentUser", "authentication"})
  void haveNames(String name) {
    assertThat(Callers.isName(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"order", "authenticationManager", "principalAmount", "user"})
  void doNotHaveNames(String name) {
    assertThat(Callers.isName(name)).isFalse();
  }

  private static boolean isOf(String code) {
    SourceFile file =
        Snippet.file(
            """
            class Calling {
              void run(java.security.Principal me, Order order, boolean b) {
                %s
              }
            }
            """
                .formatted(code));
    Expr given =
        file.all(Expr.Call.class).stream()
            .filter(each -> each.name().equals("use"))
            .findFirst()
            .orElseThrow()
            .arguments()
            .get(0);
    return Callers.isOf(file, given);
  }
}
