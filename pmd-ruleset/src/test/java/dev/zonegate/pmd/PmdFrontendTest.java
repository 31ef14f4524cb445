package dev.zonegate.pmd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.frontend.SourceInput;
import dev.zonegate.frontend.SourceSet;
import dev.zonegate.model.Certainty;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Notification;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.SourceText;
import dev.zonegate.model.Stmt;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class PmdFrontendTest {
  @Test
  void callsResolveAgainstTheJdk() {
    SourceFile file = read("class A { Object a = java.time.LocalDate.now(); }");
    Expr.Call call = file.all(Expr.Call.class).get(0);
    assertThat(call.method()).hasToString("java.time.LocalDate#now()java.time.LocalDate");
    assertThat(call.type().isA("java.time.temporal.Temporal").isYes()).isTrue();
    assertThat(file.text().slice(call.anchor())).isEqualTo("now");
  }

  @Test
  void aSyntaxErrorCostsThatFileOnly() {
    Map<String, SourceFile> files =
        readAll(Map.of("Broken.java", "class Broken { int a = ; }", "Good.java", "class Good {}"));
    assertThat(files.get("Broken.java").unit().types()).isEmpty();
    assertThat(files.get("Broken.java").notifications())
        .extracting(Notification::kind)
        .containsExactly(Notification.Kind.SYNTAX);
    assertThat(files.get("Good.java").notifications()).isEmpty();
    assertThat(files.get("Good.java").unit().types())
        .extracting(Decl.Type::name)
        .containsExactly("Good");
  }

  @Test
  void aSyntaxErrorIsPlacedAndTellsNothingOfTheText() {
    List<String> broken =
        List.of("class A {\n  String key = \"hunter2-live;\n}", "class A { String hunter2 = ; }");
    for (String each : broken) {
      assertThat(read(each).notifications())
          .singleElement()
          .extracting(Notification::message)
          .asString()
          .matches("does not parse at line \\d, column \\d+");
    }
  }

  @Test
  void aFileNestedTooDeeplyCostsThatFileOnly() {
    String deep = "class Deep { int a = " + "(".repeat(200_000) + "1" + ")".repeat(200_000) + "; }";
    Map<String, SourceFile> files =
        readAll(Map.of("Deep.java", deep, "Good.java", "class Good { int a = 1 + 1; }"));
    assertThat(files.get("Deep.java").notifications())
        .extracting(Notification::kind)
        .containsExactly(Notification.Kind.FILE);
    assertThat(files.get("Good.java").all(Expr.Binary.class)).hasSize(1);
  }

  @Test
  void blocksOfLambdasInEachOtherAreLeftToOthersBeforePmdGoesOnForEver() {
    assertThat(read(lambdas(12)).notifications()).isEmpty();
    assertThat(read(lambdas(400)).notifications())
        .singleElement()
        .satisfies(each -> assertThat(each.kind()).isEqualTo(Notification.Kind.FILE))
        .satisfies(each -> assertThat(each.message()).isEqualTo("is nested too deeply for PMD"));
  }

  @Test
  void blocksOfLambdasOneAfterTheOtherAreRead() {
    StringBuilder all = new StringBuilder("class Many { void run() {}\n");
    for (int i = 0; i < 40; i++) {
      all.append("Runnable r").append(i).append(" = () -> { if (true) { run(); } };\n");
    }
    assertThat(read(all + "}").notifications()).isEmpty();
  }

  private static String lambdas(int levels) {
    return "class Deep { Runnable r = "
        + "() -> { Runnable r = ".repeat(levels)
        + "null"
        + "; }".repeat(levels)
        + "; }";
  }

  @Test
  void aLongOperatorChainIsRead() {
    String chain = "class Chain { String a = b" + " + b".repeat(5_000) + "; static String b; }";
    SourceFile file = read(chain);
    assertThat(file.notifications()).isEmpty();
    assertThat(file.all(Expr.Binary.class)).hasSize(5_000);
  }

  @Test
  void anUnresolvedTypeIsNamedByItsImportOrUnknown() {
    SourceFile file =
        read(
            """
            package own;
            import com.acme.Order;
            class A { Order a; Other b; void f() { a.cancel(); new Order(); } }
            """);
    List<Decl.Field> fields = file.all(Decl.Field.class);
    assertThat(fields.get(0).type().ref().certainty()).isEqualTo(Certainty.NAMED);
    assertThat(fields.get(0).type().ref().name()).isEqualTo("com.acme.Order");
    assertThat(fields.get(0).symbol().type().name()).isEqualTo("com.acme.Order");
    assertThat(fields.get(1).type().ref().certainty()).isEqualTo(Certainty.UNKNOWN);
    assertThat(file.all(Expr.Call.class).get(0).method()).isNull();
    assertThat(file.all(Expr.New.class).get(0).type().name()).isEqualTo("com.acme.Order");
  }

  @Test
  void columnsCountCharactersOfTheOriginalText() {
    SourceFile file = read("class A {\r\n\tString \\u0061b = \"\\u00e9\";\r\n\tint c;\r\n}\r\n");
    List<Decl.Field> fields = file.all(Decl.Field.class);
    assertThat(fields.get(0).name()).isEqualTo("ab");
    assertThat(fields.get(0).nameSpan()).hasToString("2:9-2:16");
    assertThat(file.all(Expr.Literal.class).get(0).value()).isEqualTo("\u00e9");
    assertThat(fields.get(1).nameSpan()).hasToString("3:6-3:7");
  }

  @Test
  void oldAndUnknownLanguageLevelsAreRead() {
    for (int level : new int[] {8, 11, 17, 25, 99}) {
      SourceFile file = read("class A { void f() { ; } }", level);
      assertThat(file.all(Stmt.Empty.class)).as("level " + level).hasSize(1);
    }
  }

  private static SourceFile read(String text) {
    return read(text, 0);
  }

  private static SourceFile read(String text, int level) {
    return readAll(Map.of("A.java", text), level).get("A.java");
  }

  private static Map<String, SourceFile> readAll(Map<String, String> texts) {
    return readAll(texts, 0);
  }

  private static Map<String, SourceFile> readAll(Map<String, String> texts, int level) {
    List<SourceInput> inputs =
        texts.entrySet().stream()
            .map(
                each ->
                    new SourceInput(
                        each.getKey(), SourceText.of(each.getValue()), SourceFile.Role.MAIN))
            .toList();
    Map<String, SourceFile> files = Collections.synchronizedMap(new TreeMap<>());
    new PmdFrontend()
        .read(new SourceSet(inputs, List.of(), level, 0), file -> files.put(file.path(), file));
    return files;
  }
}
