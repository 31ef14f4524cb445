package dev.zonegate.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UnresolvedNameTest {
  private static final ImportScope SCOPE =
      new ImportScope(List.of(new Decl.Import(Span.NONE, "com.acme.Order", false, false, false)));

  @Test
  void aTypeOfTheOwnPackageComesBeforeAStar() {
    List<Decl.Import> star =
        List.of(new Decl.Import(Span.NONE, "java.nio.file", false, true, false));
    assertThat(new ImportScope(star).name("Path").name()).isEqualTo("java.nio.file.Path");
    assertThat(new ImportScope(star, Set.of("Path")).name("Path").isUnknown()).isTrue();
    assertThat(new ImportScope(star, Set.of("Path")).name("Files").isUnknown()).isFalse();
    assertThat(new ImportScope(star, Set.of("Record")).name("Record").isUnknown()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "orders, orders",
    "Order, [?com.acme.Order]",
    "Missing, [?]",
    "com.acme.Invoice, [?com.acme.Invoice]",
    "Order.Line, [?com.acme.Order.Line]",
    "Order.EMPTY, [?com.acme.Order].EMPTY",
    "order.lines, order.lines",
  })
  void aTargetMayBeAType(String written, String expected) {
    assertThat(show(lower(written, true))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "ORDER, ORDER",
    "Order, Order",
    "Order.Line, [?com.acme.Order].Line",
    "com.acme.Invoice.EMPTY, [?com.acme.Invoice].EMPTY",
    "order.lines.size, order.lines.size",
  })
  void aValueEndsInAField(String written, String expected) {
    assertThat(show(lower(written, false))).isEqualTo(expected);
  }

  @Test
  void aFieldSpansFromTheFirstSegment() {
    assertThat(lower("order.lines", false).span()).isEqualTo(new Span(1, 1, 1, 12));
  }

  private static Expr lower(String written, boolean isTarget) {
    List<UnresolvedName.Segment> segments = new ArrayList<>();
    int column = 1;
    for (String name : written.split("\\.")) {
      int end = column + name.length();
      segments.add(new UnresolvedName.Segment(name, new Span(1, column, 1, end)));
      column = end + 1;
    }
    return UnresolvedName.lower(segments, isTarget, SCOPE);
  }

  private static String show(Expr expr) {
    if (expr instanceof Expr.FieldAccess field) {
      return show(field.target()) + "." + field.name();
    }
    return expr instanceof Expr.Name name ? name.name() : "[" + expr.type() + "]";
  }
}
