package dev.zonegate.frontend.javaparser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.frontend.SourceInput;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.SourceText;
import dev.zonegate.model.Span;
import dev.zonegate.model.Stmt;
import org.junit.jupiter.api.Test;

final class SnippetReaderTest {
  @Test
  void aWholeFileIsReadAsItIs() {
    SourceFile file = read("package shop;\nclass Order { int total; }\n");

    assertThat(file.notifications()).isEmpty();
    assertThat(file.unit().types().get(0).qualifiedName()).isEqualTo("shop.Order");
  }

  @Test
  void membersNeedNoClass() {
    SourceFile file = read("import java.util.List;\n\nList<String> names() { return names; }\n");

    assertThat(file.notifications()).isEmpty();
    assertThat(file.unit().imports()).hasSize(1);
    assertThat(file.all(Decl.Method.class).get(0).nameSpan()).isEqualTo(new Span(3, 14, 3, 19));
  }

  @Test
  void statementsKeepTheirPlaces() {
    SourceFile file =
        read("import java.time.LocalDate;\nLocalDate due = LocalDate.now();\nsave(due);");

    assertThat(file.notifications()).isEmpty();
    assertThat(file.all(Stmt.Local.class).get(0).nameSpan()).isEqualTo(new Span(2, 11, 2, 14));
    assertThat(file.all(Expr.Call.class).get(1).span()).isEqualTo(new Span(3, 1, 3, 10));
    assertThat(file.all(Decl.Method.class).get(0).nameSpan()).isEqualTo(Span.NONE);
  }

  @Test
  void anExpressionNeedsNoStatement() {
    SourceFile file = read("orders.findById(id)");

    assertThat(file.notifications()).isEmpty();
    assertThat(file.all(Expr.Call.class).get(0).span()).isEqualTo(new Span(1, 1, 1, 20));
  }

  @Test
  void whatDoesNotParseIsSaidAndTheRestIsRead() {
    SourceFile file = read("int x = ;\nsave(y);\nsave(z);\n");

    assertThat(file.notifications())
        .singleElement()
        .extracting("at")
        .isEqualTo(new Span(1, 1, 1, 10));
    assertThat(file.all(Expr.Call.class)).hasSize(2);
  }

  @Test
  void nothingAtAllIsAnEmptyFile() {
    assertThat(read("").all(Node.class)).hasSize(1);
    assertThat(read("// only a comment").comments()).hasSize(1);
  }

  private static SourceFile read(String text) {
    return SnippetReader.read(
        new SourceInput("Snippet.java", SourceText.of(text), SourceFile.Role.MAIN));
  }
}
