package dev.zonegate.match.taint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.match.Snippet;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.TypeRef;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class KnownTypesTest {
  private static final SourceFile FILE =
      Snippet.file(
          """
          package acme;
          interface Store { void keep(String text); }
          class Disk implements Store {
            public void keep(String text) { }
            public void keep(String text, int most) { }
            public void keep2(String text) { }
          }
          abstract class Tape implements Store {
            public abstract void keep(String text);
          }
          class Other { void keep(String text) { } }
          record Order(String id) { }
          class Names {
            Object[] made = {new Disk(), new acme.Other(), new Object()};
            String field;
          }
          """);
  private static final KnownTypes TYPES = KnownTypes.of(FILE);

  @ParameterizedTest
  @CsvSource({
    "java.lang.StringBuilder, builder",
    "java.util.StringJoiner, builder",
    "java.util.HashMap, keyed",
    "jakarta.servlet.http.HttpSession, keyed",
    "java.util.ArrayList, sequence",
    "java.util.Iterator, sequence",
    "java.util.concurrent.atomic.AtomicReference, holder",
    "java.lang.String, ''",
  })
  void whatATypeIsFor(String name, String kind) {
    TypeRef type = TypeRef.named(name);
    assertThat(TYPES.isBuilder(type)).isEqualTo(kind.equals("builder"));
    assertThat(TYPES.isKeyed(type)).isEqualTo(kind.equals("keyed"));
    assertThat(TYPES.isSequence(type)).isEqualTo(kind.equals("sequence"));
    assertThat(TYPES.isHolder(type)).isEqualTo(kind.equals("holder"));
  }

  @Test
  void anArrayIsASequence() {
    Decl.Field made = field("made");
    assertThat(TYPES.isSequence(made.type().ref())).isTrue();
  }

  @Test
  void numbersAreInert() {
    assertThat(TYPES.isInert(TypeRef.named("java.lang.Long"))).isTrue();
    assertThat(TYPES.isInert(TypeRef.named("java.lang.String"))).isFalse();
    assertThat(TYPES.isInert(FILE.all(Decl.Param.class).get(3))).isTrue();
    assertThat(TYPES.isInert(FILE.all(Decl.Param.class).get(0))).isFalse();
  }

  @Test
  void componentsAreThoseOfRecords() {
    Decl.Type order = type("Order");
    assertThat(TYPES.isComponent(order.components().get(0))).isTrue();
    assertThat(TYPES.isComponent(field("field"))).isFalse();
  }

  @Test
  void whatIsMadeHereIsDeclaredHere() {
    List<Expr.New> made = FILE.all(Expr.New.class);
    assertThat(TYPES.own(made.get(0))).containsSame(type("Disk"));
    assertThat(TYPES.own(made.get(1))).containsSame(type("Other"));
    assertThat(TYPES.own(made.get(2))).isEmpty();
  }

  @Test
  void implementationsHaveABodyAndTheSameForm() {
    Decl.Method declared = method("Store", 0);
    assertThat(TYPES.implementations(declared)).containsExactly(method("Disk", 0));
    assertThat(TYPES.implementations(method("Disk", 0))).isEmpty();
  }

  private static Decl.Method method(String type, int at) {
    return (Decl.Method) type(type).members().get(at);
  }

  private static Decl.Type type(String name) {
    return FILE.all(Decl.Type.class).stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Decl.Field field(String name) {
    return FILE.all(Decl.Field.class).stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
