package dev.zonegate.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether {@code name} has passed a check where it is used, whoever does the check. */
final class AllowListTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "if (!NAMES.contains(name)) { return; } use(name);",
        "if (NAMES.contains(name)) { use(name); }",
        "Integer.parseInt(name); use(name);",
        "int number = Integer.parseInt(name); use(name);",
        "UUID.fromString(name); use(name);",
        "Assert.isTrue(NAMES.contains(name)); use(name);",
        "Preconditions.checkArgument(NAMES.contains(name), \"no\"); use(name);",
        "Names.validateName(name); use(name);",
        "checks.requireKnown(name.trim()); use(name);",
        "demand(name); use(name);",
        "demandAgain(name); use(name);",
        "parse(name); use(name);",
        "for (String each : names) { if (!NAMES.contains(each)) { return; } } use(names);",
        "for (String each : names) { demand(each); } use(names);",
        "for (String each : names) { Integer.parseInt(each); } use(names);",
      })
  void isChecked(String code) {
    assertThat(isGuarded(code)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "use(name);",
        "if (!NAMES.contains(name)) { } use(name);",
        "if (!NAMES.contains(other)) { return; } use(name);",
        "if (NAMES.contains(name)) { return; } use(name);",
        "Integer.parseInt(other); use(name);",
        "Assert.isTrue(NAMES.contains(other)); use(name);",
        "Assert.isTrue(!NAMES.contains(name)); use(name);",
        "Assert.isTrue(); use(name);",
        "Assert.notNull(name); use(name);",
        "Names.validateName(other); use(name);",
        "Names.requireText(name); use(name);",
        "Names.checkOut(name); use(name);",
        "Names.rename(name); use(name);",
        "note(name); use(name);",
        "demand(other); use(name);",
        "demandDeep(name); use(name);",
        "if (other != null) { demand(name); } use(name);",
        "for (String each : names) { note(each); } use(names);",
        "for (String each : others) { demand(each); } use(names);",
        "for (String each : names) demand(each); use(names);",
        "demand(name); name = other; use(name);",
        "; use(name);",
      })
  void isNotChecked(String code) {
    assertThat(isGuarded(code)).isFalse();
  }

  private static boolean isGuarded(String code) {
    SourceFile file =
        Snippet.file(
            """
            import java.util.*;
            class Names {
              static final Set<String> NAMES = Set.of("a", "b");
              void run(String name, String other, List<String> names, List<String> others) {
                %s
              }
              void use(Object text) {
              }
              void note(String text) {
                System.out.println(text);
              }
              void demand(String text) {
                if (!NAMES.contains(text)) {
                  throw new IllegalArgumentException();
                }
              }
              void parse(String text) {
                Integer.parseInt(text);
              }
              void demandAgain(String text) {
                demand(text);
              }
              void demandDeep(String text) {
                one(text);
              }
              void one(String text) {
                two(text);
              }
              void two(String text) {
                three(text);
              }
              void three(String text) {
                four(text);
              }
              void four(String text) {
                demandAgain(text);
              }
            }
            """
                .formatted(code));
    Expr.Call use =
        file.all(Expr.Call.class).stream()
            .filter(each -> each.name().equals("use"))
            .findFirst()
            .orElseThrow();
    return new AllowList(file).guards(use.arguments().get(0), use);
  }
}
