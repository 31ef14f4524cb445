package dev.zonegate.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.model.Decl;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether somebody can choose the text of a value of a type. */
final class InertTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "int",
        "char",
        "byte",
        "boolean",
        "long[]",
        "double[][]",
        "Integer",
        "Integer[]",
        "java.util.concurrent.atomic.AtomicLong",
        "java.math.BigDecimal[]",
        "java.time.LocalDate",
        "java.util.UUID",
        "Level",
        "Level[]",
        "java.util.List<Integer>",
        "java.util.Map<Level, Long>",
        "java.util.List<java.util.UUID>[]",
      })
  void nobodyCan(String type) {
    assertThat(Inert.isDeclaredBy(field(type))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "String",
        "String[]",
        "char[]",
        "byte[]",
        "char[][]",
        "Object",
        "java.util.List<String>",
        "java.util.Map<Integer, String>",
        "java.util.List",
        "Orders",
        "StringBuilder",
      })
  void somebodyCan(String type) {
    assertThat(Inert.isDeclaredBy(field(type))).isFalse();
  }

  private static Decl.Field field(String type) {
    return Snippet.file("class Orders { enum Level { LOW } " + type + " asked; }")
        .all(Decl.Field.class)
        .get(0);
  }
}
