package dev.zonegate.frontend.javaparser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.frontend.ModelPrinter;
import dev.zonegate.frontend.SourceInput;
import dev.zonegate.frontend.SourceSet;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.Notification;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.SourceText;
import dev.zonegate.model.Span;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.VarRef;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class JavaparserFrontEndTest {
  @Test
  void typesAreNamedByImportsByJavaLangAndByTheFile() {
    SourceFile file =
        read(
            """
            package shop;
            import java.util.List;
            class Order<T extends Number> {
              List<Line> lines; String name; T id; Unseen unseen; java.time.Instant at;
              class Line {}
            }
            """);

    assertThat(file.all(Decl.Field.class).stream().map(field -> field.type().ref().toString()))
        .containsExactly(
            "?java.util.List", "?java.lang.String", "?java.lang.Number", "?", "?java.time.Instant");
    assertThat(file.all(Decl.Type.class).get(1).qualifiedName()).isEqualTo("shop.Order.Line");
  }

  @Test
  void namesMeanTheInnermostDeclaration() {
    SourceFile file =
        read(
            """
            class Order {
              int total;
              void add(int total) { use(total); }
              void add() { use(total); for (var each : new String[0]) { use(each); } }
            }
            """);

    assertThat(names(file))
        .containsExactly(
            "PARAMETER total int", "FIELD Order.total int", "LOCAL each ?java.lang.String");
  }

  @Test
  void aNameThatAnUnseenSuperclassMayDeclareIsUnknown() {
    SourceFile file =
        read(
            """
            class Order {
              int total;
              class Seen extends Base { int sum() { return total; } }
              class Base {}
              class Unseen extends Elsewhere { int sum() { return total; } }
            }
            """);

    assertThat(names(file)).containsExactly("FIELD Order.total int", "null ?");
  }

  @Test
  void constantVariablesHaveTheirValues() {
    SourceFile file =
        read(
            """
            class Sql {
              static final String WHERE = " where " + KEY + "=" + Sql.LIMIT;
              static final String KEY = "id"; static final byte LIMIT = (byte) (1 << 8 | 7);
              static final int LOOP = AGAIN, AGAIN = LOOP; final char next = 'a' + 1;
              int mutable = 1; static final Object BOXED = "x";
            }
            interface Limits { long MAX = -9223372036854775808L; double HALF = 1 / 2.0; }
            """);

    assertThat(file.all(Decl.Field.class).stream().map(field -> field.symbol().constant()))
        .containsExactly(" where id=7", "id", 7, null, null, 'b', null, null, Long.MIN_VALUE, 0.5);
  }

  @Test
  void patternVariablesOutliveAnIfThatLeaves() {
    SourceFile file =
        read(
            """
            class Order {
              Object note;
              void a(Object o) { if (!(o instanceof String note)) { return; } use(note); }
              void b(Object o) { if (o instanceof String note) { use(note); } use(note); }
            }
            """);

    assertThat(names(file).filter(name -> name.contains("note")))
        .containsExactly(
            "PATTERN note ?java.lang.String",
            "PATTERN note ?java.lang.String",
            "FIELD Order.note ?java.lang.Object");
  }

  @Test
  void localTypesThatTheGrammarLacksAreReadInPlace() {
    SourceFile file =
        read(
            """
            class Order {
              void run() {
                before();
                enum State { OPEN, PAID; State next() { return PAID; } }
                interface Step { void go(State state); }
                after(State.OPEN);
              }
            }
            """);

    assertThat(file.notifications()).isEmpty();
    Stmt.Block body = file.all(Stmt.Block.class).get(0);
    assertThat(body.statements())
        .extracting(Object::getClass)
        .containsExactly(
            Stmt.Expression.class,
            Stmt.LocalType.class,
            Stmt.LocalType.class,
            Stmt.Expression.class);
    Expr.FieldAccess open = file.all(Expr.FieldAccess.class).get(0);
    assertThat(open.variable().kind()).isEqualTo(VarRef.Kind.ENUM_CONSTANT);
  }

  @Test
  void unicodeEscapesMayStandForAnyCharacter() {
    SourceFile file = read("class A { \\u0053tring a = \\u0022x\\u0022 + \"\\u0041\"; int b; }");

    assertThat(file.notifications()).isEmpty();
    assertThat(file.all(Expr.Literal.class)).singleElement().extracting("value").isEqualTo("xA");
    assertThat(file.all(Decl.Field.class).get(1).nameSpan()).isEqualTo(new Span(1, 57, 1, 58));
  }

  @Test
  void aSyntaxErrorCostsItsStatementOrMemberOnly() {
    SourceFile file =
        read(
            """
            class Order {
              void f() { int x = ; kept(); }
              void bad( { }
              int g() { kept(); return 1 }
              void h() { save("open); }
              void k() { kept(); }
            }
            class Other { void m() { kept(); }
            """);

    assertThat(file.notifications())
        .extracting(Notification::kind)
        .containsOnly(Notification.Kind.SYNTAX);
    assertThat(file.all(Expr.Call.class).stream().filter(call -> call.name().equals("kept")))
        .hasSize(4);
    assertThat(file.all(Decl.Type.class)).hasSize(2);
  }

  @Test
  void deepExpressionsAreRead() {
    String sum = "class A { String s = x" + " + \"a\" + x".repeat(5_000) + "; }";
    String nested = "class A { int i = " + "(".repeat(300) + "1" + ")".repeat(300) + "; }";
    String calls = "class A { Object o = b" + ".c()".repeat(3_000) + "; }";

    assertThat(read(sum).all(Expr.Binary.class)).hasSize(10_000);
    assertThat(read(nested).all(Expr.Literal.class)).hasSize(1);
    assertThat(read(calls).all(Expr.Call.class)).hasSize(3_000);
  }

  @Test
  void eachFileIsHandedOverOnceAndInOrder() {
    List<SourceInput> inputs = new ArrayList<>();
    for (String text : List.of("class A {}", "", "not java at all", "module m { requires x; }")) {
      inputs.add(input(inputs.size() + ".java", text));
    }
    List<String> paths = new ArrayList<>();
    new JavaparserFrontEnd().read(sources(inputs), file -> paths.add(file.path()));

    assertThat(paths).containsExactly("0.java", "1.java", "2.java", "3.java");
  }

  @Test
  void aFileWithoutAClassIsCalledAfterItself() {
    SourceFile file = read("int x = 1;\nvoid main() { IO.println(x); }\n");

    assertThat(file.unit().types())
        .singleElement()
        .extracting("name", "nameSpan")
        .containsExactly("Order", Span.NONE);
    assertThat(ModelPrinter.print(file)).contains("variable=FIELD Order.x");
  }

  private static Stream<String> names(SourceFile file) {
    return file.all(Expr.Name.class).stream().map(name -> name.variable() + " " + name.type());
  }

  private static SourceFile read(String text) {
    List<SourceFile> files = new ArrayList<>();
    new JavaparserFrontEnd().read(sources(List.of(input("Order.java", text))), files::add);
    assertThat(files).hasSize(1);
    assertThat(files.get(0).all(Node.class)).isNotEmpty();
    return files.get(0);
  }

  private static SourceInput input(String path, String text) {
    return new SourceInput(path, SourceText.of(text), SourceFile.Role.MAIN);
  }

  private static SourceSet sources(List<SourceInput> inputs) {
    return new SourceSet(inputs, List.of(), 0, 0);
  }
}
