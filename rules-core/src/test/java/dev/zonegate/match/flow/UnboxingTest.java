package dev.zonegate.match.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.match.Snippet;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UnboxingTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "int n = boxed;",
        "number = boxed;",
        "number += boxed;",
        "boolean b = boxed == 1;",
        "boolean b = 1 != boxed;",
        "boolean b = boxed < other;",
        "int n = boxed + 1;",
        "int n = -boxed;",
        "boxed++;",
        "long n = (long) boxed;",
        "numbers[boxed] = 1;",
        "take(boxed);",
        "mixed(text, boxed);",
        "int n = number > 1 ? boxed : 0;",
        "String s = text + (boxed - 1);",
        "return boxed;",
      })
  void aNumberIsTakenOut(String statement) {
    assertThat(isUnboxed(statement)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "if (boxedFlag) { }",
        "while (boxedFlag) { }",
        "do { } while (boxedFlag);",
        "for (; boxedFlag; ) { }",
        "int n = boxedFlag ? 1 : 2;",
        "boolean b = !boxedFlag;",
        "boolean b = boxedFlag && number > 1;",
      })
  void aConditionIsTakenOut(String statement) {
    assertThat(isUnboxed(statement)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Integer n = boxed;",
        "Object o = boxed;",
        "other = boxed;",
        "text += boxed;",
        "boxed = 1;",
        "String s = text + boxed;",
        "String s = boxed + text;",
        "boolean b = boxed == other;",
        "boolean b = boxed != null;",
        "Integer n = (Integer) boxed;",
        "keep(boxed);",
        "keep(1, boxed);",
        "unknown(boxed);",
        "unknown += boxed;",
        "unknown = unknown + boxed;",
        "Object o = number > 1 ? boxed : text;",
        "Integer n = number > 1 ? boxed : other;",
        "java.util.function.Supplier<Integer> s = () -> { return boxed; };",
        "boxed.toString();",
        "int n = number > 1 ? text.length() : boxed.hashCode();",
        "for (Object o : java.util.List.of(boxed)) { }",
        "synchronized (boxed) { }",
      })
  void aWrapperStaysOne(String statement) {
    assertThat(isUnboxed(statement)).isFalse();
  }

  /** Other nodes in the same places are no wrappers. */
  @ParameterizedTest
  @ValueSource(strings = {"int n = number;", "String s = text;"})
  void whatIsNoWrapperIsNotUnboxed(String statement) {
    SourceFile file = file(statement);
    assertThat(file.all(Expr.Name.class)).noneMatch(each -> Unboxing.isUnboxed(file, each));
  }

  private static boolean isUnboxed(String statement) {
    SourceFile file = file(statement);
    return file.all(Expr.Name.class).stream()
        .filter(each -> each.name().startsWith("boxed"))
        .anyMatch(each -> Unboxing.isUnboxed(file, each));
  }

  private static SourceFile file(String statement) {
    return Snippet.file(
        """
        class Counts {
          Integer boxed;
          Integer other;
          Boolean boxedFlag;
          int number;
          int[] numbers;
          String text;
          native void take(int number);
          native void mixed(String text, int number);
          native void keep(Integer number);
          native void keep(int number, Integer other);
          int run() { %s }
        }
        """
            .formatted(statement));
  }
}
