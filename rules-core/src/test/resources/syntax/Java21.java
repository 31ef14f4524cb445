package shop.patterns;

import java.util.List;

class Java21 {
  sealed interface Shape permits Circle, Square, Group { }

  record Circle(double radius) implements Shape { }

  record Square(Point corner, int side) implements Shape { }

  record Group<T extends Shape>(T first, List<? extends T> rest) implements Shape { }

  record Point(int x, int y) { }

  enum Mode { ON, OFF }

  static double area(Shape shape) {
    return switch (shape) {
      case Circle c when c.radius() > 10 && c.radius() < 20 -> 10;
      case Circle(double radius) -> radius;
      case Square(Point(var x, int y), final int side) when x > y -> side * side;
      case Square s -> 0;
      case Group<?>(var first, var rest) -> { yield area(first); }
    };
  }

  static String name(Object o) {
    if (o instanceof Square(Point(int x, var y), int side) && x > side) {
      return "square" + y;
    }
    while (!(o instanceof Point p)) {
      o = null;
    }
    switch (o) {
      case null:
        return "none";
      case String s when s.isEmpty():
        return "empty";
      case Integer i:
        return "number";
      default:
        break;
    }
    return switch (o) {
      case null, default -> "other";
    };
  }

  static int mode(Mode mode, CharSequence text) {
    switch (text) {
      case String s -> System.out.println(s);
      default -> { }
    }
    return switch (mode) {
      case Mode.ON -> 1;
      case OFF -> 2;
    };
  }
}
