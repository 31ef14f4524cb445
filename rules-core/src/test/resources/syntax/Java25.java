import module java.base;

import java.util.List;

int count = 1;

private static final String GREETING = "hello";

record Name(String first) { }

void main() {
  IO.println(greet(new Name("Ada")));
  List<String> names = new ArrayList<>();
}

String greet(Name name) {
  return GREETING + " " + name.first();
}

class Base {
  Base(int size) { }
}

class Order extends Base {
  final int size;

  Order(int size) {
    if (size < 0) {
      throw new IllegalArgumentException("size");
    }
    this.size = size;
    super(size + 1);
    System.out.println(size);
  }
}
