package dev.zonegate.frontend.javac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.zonegate.frontend.SourceInput;
import dev.zonegate.frontend.SourceSet;
import dev.zonegate.model.Answer;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Notification;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class JavacFrontEndTest {
  @Test
  void callsResolveAcrossFiles() {
    Map<String, SourceFile> files =
        read(
            Map.of(
                "shop/Order.java",
                "package shop; public class Order { public long total() { return 1; } }",
                "shop/Invoice.java",
                "package shop; class Invoice { long due(Order order) { return order.total(); } }"));

    assertThat(call(files.get("shop/Invoice.java")).method()).hasToString("shop.Order#total()long");
  }

  @Test
  void filesWithTheSameTypeAreEachReadAndSeeTheirOwnRoot() {
    Map<String, SourceFile> files =
        read(
            Map.of(
                "one/shop/Order.java",
                "package shop; class Order { int total() { return 1; } }",
                "one/shop/Bill.java",
                "package shop; class Bill { Object due(Order order) { return order.total(); } }",
                "two/shop/Order.java",
                "package shop; class Order { long total() { return 1; } }",
                "two/shop/Receipt.java",
                "package shop; class Receipt { Object due(Order o) { return o.total(); } }"));

    assertThat(files).hasSize(4);
    assertThat(call(files.get("one/shop/Bill.java")).type()).hasToString("int");
    assertThat(call(files.get("two/shop/Receipt.java")).type()).hasToString("long");
  }

  @Test
  void aPublicTypeMayStandInAnyFileOfAnyFolder() {
    SourceFile file = only("misc/snippet-1.java", "package a.b; public class Order { int x = 1; }");

    assertThat(file.notifications()).isEmpty();
    assertThat(file.unit().types().get(0).qualifiedName()).isEqualTo("a.b.Order");
  }

  @Test
  void aSyntaxErrorCostsTheStatementOnly() {
    SourceFile file =
        only(
            "Order.java",
            """
            class Order {
              void broken() { int = ; }
              void good() { System.out.println("paid"); }
            }
            """);

    assertThat(call(file).method())
        .hasToString("java.io.PrintStream#println(java.lang.String)void");
    assertThat(file.notifications())
        .isNotEmpty()
        .allSatisfy(each -> assertThat(each.kind()).isEqualTo(Notification.Kind.SYNTAX))
        .first()
        .satisfies(each -> assertThat(each.at().startLine()).isEqualTo(2));
  }

  @Test
  void aMissingImportNamesTheTypeAndNoMore() {
    SourceFile file =
        only(
            "Order.java",
            """
            import org.missing.Ledger;
            class Order {
              Ledger ledger;
              void pay() { ledger.book(1); }
            }
            """);
    Expr.Call call = call(file);

    assertThat(call.method()).isNull();
    assertThat(call.receiverType()).hasToString("?org.missing.Ledger");
    assertThat(call.receiverType().isA("java.sql.Connection")).isEqualTo(Answer.UNKNOWN);
  }

  @Test
  void anEmptyFileIsAnEmptyUnit() {
    SourceFile file = only("Empty.java", "");

    assertThat(file.unit().types()).isEmpty();
    assertThat(file.notifications()).isEmpty();
  }

  @Test
  void aSumOfTenThousandTermsIsRead() {
    String sum = "s" + " + s".repeat(9_999);
    SourceFile file = only("Sum.java", "class Sum { String of(String s) { return " + sum + "; } }");

    assertThat(file.notifications()).isEmpty();
    assertThat(file.all(Expr.Binary.class)).hasSize(9_999);
  }

  @Test
  void codeThatIsNestedTooDeeplyCostsItsFileOnly() {
    String deep = "!(".repeat(200_000) + "true" + ")".repeat(200_000);
    Map<String, SourceFile> files =
        read(
            Map.of(
                "Deep.java",
                "class Deep { boolean b = " + deep + "; }",
                "Flat.java",
                "class Flat { int size = \"flat\".length(); }"));

    assertThat(files.get("Deep.java").notifications())
        .extracting(Notification::kind, Notification::message)
        .containsExactly(
            tuple(
                Notification.Kind.FILE,
                "not judged: its code is nested too deeply; split the longest expression"));
    assertThat(files.get("Flat.java").notifications()).isEmpty();
    assertThat(call(files.get("Flat.java")).method()).hasToString("java.lang.String#length()int");
  }

  @Test
  void aModuleDeclarationLeavesOtherFilesOnTheClassPath() {
    Map<String, SourceFile> files =
        read(
            Map.of(
                "module-info.java",
                "module shop { requires java.sql; exports shop; }",
                "shop/Order.java",
                "package shop; class Order { void pay(java.sql.Connection c) throws Exception { c.close(); } }"));

    assertThat(files.get("module-info.java").unit().module().directives()).hasSize(2);
    assertThat(call(files.get("shop/Order.java")).method())
        .hasToString("java.sql.Connection#close()void");
  }

  @Test
  void aLevelNewerThanTheJdkIsSaid() {
    List<SourceFile> files = new ArrayList<>();
    SourceInput input =
        new SourceInput("A.java", SourceText.of("class A {}"), SourceFile.Role.MAIN);
    new JavacFrontEnd().read(new SourceSet(List.of(input), List.of(), 99, 99), files::add);

    assertThat(files.get(0).notifications())
        .singleElement()
        .satisfies(each -> assertThat(each.message()).contains("Java 99", "run on JDK 99"));
  }

  @Test
  void bodiesOfOtherFilesAreNotNeededToResolveTheirMembers() {
    String text =
        """
        package shop;
        @interface Audited { String[] by() default { "a" }; }
        record Line(int amount) { Line { if (amount < 0) { throw new IllegalStateException(); } } }
        class Order {
          static final String TABLE = "orders";
          static final int[] SIZES = {1, 2};
          static final Runnable NOOP = () -> { int x = 1; };
          static { int y = 2; }
          int total() { class Local { } return 1; }
          enum State { OPEN { int next() { return 1; } }, PAID; int next() { return 0; } }
        }
        """;

    assertThat(SourceOutline.withoutCode(SourceText.of(text)))
        .isEqualTo(
            """
            package shop;
            @interface Audited { String[] by() default {}; }
            record Line(int amount) { Line {} }
            class Order {
              static final String TABLE = "orders";
              static final int[] SIZES = {1, 2};
              static final Runnable NOOP = () -> {};
              static {}
              int total() {}
              enum State { OPEN {}, PAID; int next() {} }
            }
            """);
  }

  private static Expr.Call call(SourceFile file) {
    List<Expr.Call> calls = file.all(Expr.Call.class);
    assertThat(calls).hasSize(1);
    return calls.get(0);
  }

  private static SourceFile only(String path, String text) {
    Map<String, SourceFile> files = read(Map.of(path, text));
    assertThat(files).hasSize(1);
    return files.get(path);
  }

  private static Map<String, SourceFile> read(Map<String, String> texts) {
    List<SourceInput> inputs = new ArrayList<>();
    new TreeMap<>(texts)
        .forEach(
            (path, text) ->
                inputs.add(new SourceInput(path, SourceText.of(text), SourceFile.Role.MAIN)));
    Map<String, SourceFile> files = new TreeMap<>();
    new JavacFrontEnd()
        .read(
            new SourceSet(inputs, List.of(), 0, 0),
            file -> assertThat(files.put(file.path(), file)).isNull());
    return files;
  }
}
