package shop.modern;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

public sealed interface Java17 permits Java17.Circle, Java17.Square, Rest {
  record Circle(double radius) implements Java17 {
    static int made;

    public Circle {
      if (radius < 0) {
        throw new IllegalArgumentException("negative");
      }
      made++;
    }

    Circle(int radius) { this((double) radius); }

    double area() { return Math.PI * radius * radius(); }
  }

  @SuppressWarnings("all")
  record Square<T extends Number>(@Deprecated T side, int... rest) implements Java17 {
    public Square(T side, int... rest) {
      this.side = side;
      this.rest = rest;
    }

    @Override
    public T side() { return side; }
  }

  private int helper() { return 1; }

  enum Day { MON, TUE, SUN }

  static int length(Day day, Object o, int n) throws Exception {
    var list = new java.util.ArrayList<Map<String, Integer>>();
    final var first = list.get(0);
    for (var entry : first.entrySet()) {
      n += entry.getValue();
    }
    for (var i = 0; i < n; i++) { }
    BiFunction<Integer, Integer, Integer> sum = (var x, final var y) -> x + y;
    var anonymous = new Object() { int hidden = 1; };
    int seen = anonymous.hidden;
    var diamond = new java.util.ArrayList<>(List.of("a")) { };
    var reader = new StringReader("a");
    try (reader; var other = new StringReader("b"); final var third = new StringReader("c")) {
      other.read();
    }
    if (o instanceof String s && !s.isEmpty()) {
      return s.length();
    }
    if (!(o instanceof final Integer number)) {
      return 0;
    }
    int result = switch (day) {
      case MON, TUE -> 6;
      case SUN -> {
        int local = number;
        yield local + 1;
      }
      default -> throw new IllegalStateException();
    };
    switch (n) {
      case 1 -> System.out.println("one");
      case 2, 3 -> { return 2; }
      default -> n++;
    }
    result += switch (n) {
      case 1:
        yield 1;
      default:
        System.out.println();
        yield switch (day) { case MON -> (1); default -> 2; };
    };
    record Pair(int a, int b) { }
    enum Local { ONE }
    interface Named { String name(); }
    return new Pair(1, 2).a() + Local.ONE.ordinal();
  }

  static String text() {
    return """
        select *
          from "orders" \
        where name = 'a\tb'\s
        """ + "x" + """
        y""";
  }
}

non-sealed class Rest implements Java17 { }

abstract sealed class Base { }

final class Leaf extends Base {
  int record = 1, var = 2, yield = 3, sealed = 4, permits = 5;

  int when(int record) { return this.record + record; }
}
