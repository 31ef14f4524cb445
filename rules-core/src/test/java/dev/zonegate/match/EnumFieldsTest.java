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
import java.util.Set;
import org.junit.jupiter.api.Test;

final class EnumFieldsTest {
  private static final String SORT =
      """
      enum Sort {
        BY_DATE(1, "created"), BY_NAME(2, "name");
        private final int number;
        private final String column;
        Sort(int number, String column) {
          this.number = number;
          this.column = column;
        }
        String column() {
          return column;
        }
        int number() {
          return number;
        }
        String column(String prefix) {
          return prefix;
        }
      }
      """;

  @Test
  void aGetterGivesWhatTheConstantsAreBuiltOf() {
    assertThat(values(SORT, "sort.column()")).isEqualTo(Set.of("created", "name"));
    assertThat(values(SORT, "sort.number()")).isEqualTo(Set.of(1, 2));
    assertThat(values(SORT, "Sort.BY_NAME.column()")).isEqualTo(Set.of("name"));
    assertThat(values(SORT, "Sort.valueOf(text).column()")).isEqualTo(Set.of("created", "name"));
  }

  @Test
  void whatIsNoPlainGetterIsNotKnown() {
    assertThat(values(SORT, "sort.column(text)")).isEmpty();
    assertThat(values(SORT, "sort.name()")).isEmpty();
    assertThat(values(SORT, "text.trim()")).isEmpty();
    assertThat(values(SORT.replace("return column;", "return column + number;"), "sort.column()"))
        .isEmpty();
    String choosing = "if (number > 3) { return \"\"; }\nreturn column;";
    assertThat(values(SORT.replace("return column;", choosing), "sort.column()")).isEmpty();
    assertThat(
            values(
                SORT.replace("enum Sort", "enum Order").replace("Sort(int", "Order(int")
                    + "class Sort { static Sort BY_NAME; String column() { return \"\"; } }",
                "sort.hashCode()"))
        .isEmpty();
  }

  @Test
  void aFieldThatIsSetOtherwiseIsNotKnown() {
    String twice = "this.column = column;\nthis.column = \"\" + number;";
    String open = SORT.replace("final String column", "String column");
    assertThat(values(open.replace("this.column = column;", twice), "sort.column()")).isEmpty();
    String sometimes = "if (number > 1) { this.column = column; }";
    assertThat(values(open.replace("this.column = column;", sometimes), "sort.column()")).isEmpty();
    String made = "this.column = column.trim();";
    assertThat(values(SORT.replace("this.column = column;", made), "sort.column()")).isEmpty();
    assertThat(values(SORT.replace("2, \"name\"", "2, System.getenv(\"A\")"), "sort.column()"))
        .isEmpty();
  }

  private static Set<Object> values(String declared, String call) {
    String code =
        declared + "class Query { Object run(Sort sort, String text) { return " + call + "; } }\n";
    List<SourceFile> files = new ArrayList<>();
    SourceInput input = new SourceInput("Query.java", SourceText.of(code), SourceFile.Role.MAIN);
    new JavacFrontEnd().read(new SourceSet(List.of(input), List.of(), 17, 17), files::add);
    SourceFile file = files.get(0);
    Expr.Call asked =
        file.all(Expr.Call.class).stream()
            .filter(each -> file.text(each).equals(call))
            .findFirst()
            .orElseThrow();
    return new EnumFields(file).values(asked, Constants.of(file));
  }
}
