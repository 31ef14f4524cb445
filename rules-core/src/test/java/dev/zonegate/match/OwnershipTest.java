package dev.zonegate.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.model.Decl;
import dev.zonegate.model.SourceFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OwnershipTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "void run(Principal me) { use(me); }",
        "void run(Principal me) { if (me.getName().equals(\"a\")) { b = !b; } }",
        "void run(Principal me) { Object it = me; use(it); }",
        "void run(Principal me) { Object it = (Object) me; use(it); }",
        "void run(Principal me) { b = me == order.seller; }",
        "void run() { if (order.getOwner().equals(\"a\")) { b = !b; } }",
        "void run() { if (\"a\".equals(order.getOwner())) { b = !b; } }",
        "void run() { b = order.getOwnerId() == 1; }",
        "void run() { b = order.owner != order.seller; }",
        "void run() { compare(); } void compare() { b = order.getOwnerId() == 1; }",
        "@PreAuthorize(\"#id == principal.id\") void run(int id) { b = !b; }",
        "void run(Principal me);",
      })
  void isTied(String members) {
    assertThat(ties(members)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "void run() { use(order); }",
        "void run(Principal me) { b = !b; }",
        "void run(Principal me) { me.getName(); }",
        "void run(Principal me) { if (me == null) { b = !b; } }",
        "void run(Principal me) { if (null != me) { b = !b; } }",
        "void run(Principal me) { java.util.Objects.requireNonNull(me); }",
        "void run(Principal me) { System.out.println(me); }",
        "void run(Principal me) { System.out.println(me.getName()); }",
        "void run(Principal me) { Object it = me; }",
        "void run() { b = order.getOwner() == null; }",
        "void run() { b = order.getPrice() == 1; }",
        "void run() { b = order.getOwnerId() > 1; }",
        "void run() { b = getOwnerId() == 1; } int getOwnerId() { return 1; }",
        "void run() { System.out.println(order.getOwner().equals(\"a\")); }",
        "void run() { run(); }",
        "@PreAuthorize(\"hasRole('ADMIN')\") void run(int id) { b = !b; }",
      })
  void isNotTied(String members) {
    assertThat(ties(members)).isFalse();
  }

  private static boolean ties(String members) {
    SourceFile file =
        Snippet.withLibraries(
            """
            import java.security.Principal;
            import org.springframework.security.access.prepost.PreAuthorize;
            abstract class Orders {
              boolean b;
              Order order;
              void use(Object given) { }
              %s
              static class Order {
                int owner;
                int seller;
                String getOwner() { return ""; }
                int getOwnerId() { return 1; }
                int getPrice() { return 1; }
              }
            }
            """
                .formatted(members));
    Decl.Method method =
        file.all(Decl.Method.class).stream()
            .filter(each -> each.name().equals("run"))
            .findFirst()
            .orElseThrow();
    return Ownership.of(file).ties(method);
  }
}
