package dev.zonegate.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.frontend.SourceInput;
import dev.zonegate.frontend.SourceSet;
import dev.zonegate.frontend.javac.JavacFrontEnd;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.SourceText;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls of {@code dead()} stand where nothing comes by, those of {@code live()} elsewhere. */
final class DeadBranchTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "if (7 * 18 > 200) dead(); else live();",
        "if (7 * 18 > 100) live(); else dead();",
        "if (7 * 18 > 100) live();",
        "if (live()) live(); else live();",
        "final int size = 3; if (size == 3) { live(); } else { while (size > 1) dead(); }",
        "int size = live() ? 1 : 3; if (size == 3) live(); else live();",
        "boolean any = true ? live() : dead();",
        "boolean any = 1 > 2 ? dead() : live();",
        "boolean any = live() ? live() : live();",
        "if (live() && 1 > 2) live();",
        "switch (2) { case 1: dead(); break; case 2: live(); break; default: dead(); }",
        "switch (1) { case 1: live(); case 2: live(); break; case 3: dead(); }",
        "switch (1) { case 1: case 2: live(); break; case 3: dead(); }",
        "switch (4) { case 1: dead(); break; default: live(); }",
        "switch (4) { default: live(); break; case 1: dead(); }",
        "switch (4) { default: live(); case 1: live(); break; case 2: dead(); }",
        "switch (1) { default: dead(); break; case 1: live(); }",
        "switch (5) { case 1: dead(); break; case 2: dead(); }",
        "switch (2) { case 1 -> dead(); case 2 -> live(); default -> dead(); }",
        "switch (2) { case 1, 2 -> live(); case 3 -> dead(); }",
        "switch (\"b\") { case \"a\": dead(); return; case \"b\": live(); return; }",
        "switch (number) { case 1: live(); break; default: live(); }"
      })
  void isWhereAConstantNeverLeads(String statements) {
    SourceFile file = lowered(statements);
    DeadBranch branch = new DeadBranch(file);
    for (Expr.Call each : file.all(Expr.Call.class)) {
      assertThat(branch.contains(each)).as(file.text(each)).isEqualTo(each.name().equals("dead"));
    }
  }

  private static SourceFile lowered(String statements) {
    String code =
        """
        class Labels {
          int number;
          void print() {
            %s
          }
          boolean dead() {
            return number > 3;
          }
          boolean live() {
            return number > 4;
          }
        }
        """
            .formatted(statements);
    List<SourceFile> files = new ArrayList<>();
    SourceInput input = new SourceInput("Labels.java", SourceText.of(code), SourceFile.Role.MAIN);
    new JavacFrontEnd().read(new SourceSet(List.of(input), List.of(), 17, 17), files::add);
    return files.get(0);
  }
}
