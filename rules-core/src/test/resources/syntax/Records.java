package shop.records;

import java.lang.annotation.ElementType;
import java.lang.annotation.Target;

record Search(@Asked("q") String text, @Asked int page, @Kept @Asked String sort, @Deprecated @Asked String... rest) {
  Search {
    if (text == null) throw new IllegalArgumentException();
  }
}

record Range(@Asked(value = "a" + Names.LOW, isNeeded = !false) String from, @Used @shop.records.Asked(Names.LOW) String to) {}

record Nested<T>(@Several({@Asked, @Asked("b")}) @Deprecated int[] all, @Numbers(many = {1, 2}, one = -3, type = String.class, kind = ElementType.FIELD, cast = (int) 2L) T value) {
  record Inner(@Asked String each) {}
}

record Plain(int x, @Deprecated int y) {
  Plain(int x, @Asked int y) {
    this.x = x;
    this.y = y;
  }
}

@Target(ElementType.PARAMETER)
@interface Asked {
  String value() default "";

  boolean isNeeded() default true;
}

@Target(ElementType.PARAMETER)
@interface Several {
  Asked[] value();
}

@Target(ElementType.PARAMETER)
@interface Numbers {
  int[] many();

  int one();

  Class<?> type();

  ElementType kind();

  int cast();
}

@Target(ElementType.FIELD)
@interface Kept {}

@Target(ElementType.TYPE_USE)
@interface Used {}

interface Names {
  String LOW = "low";
}
