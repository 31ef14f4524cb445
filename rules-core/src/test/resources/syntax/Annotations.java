package shop.notes;

import java.lang.annotation.*;
import java.util.List;
import java.util.function.Function;

@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER, ElementType.FIELD})
public @interface Annotations {
  String[] value() default {};

  int size() default -1;

  Class<?> type() default Object.class;

  Nested nested() default @Nested("x" + "y");

  Level level() default Level.LOW;

  int LIMIT = 10;

  @interface Nested {
    String value();
  }

  enum Level { LOW, HIGH }
}

@Target(ElementType.TYPE_USE)
@interface Checked { }

@Repeatable(Tags.class)
@interface Tag { String value(); }

@interface Tags { Tag[] value(); }

@Tag("a") @Tag(value = "b")
@Annotations({"one", "two"})
class Noted<@Checked T> {
  static final String value = "v";

  @Annotations(Noted.value) @Deprecated private final int first = 1, second = 2;

  @Annotations(value = "x", size = 3 * 4, type = String.class, nested = @Annotations.Nested("n"),
      level = Annotations.Level.HIGH)
  public @Checked String method(@Tag("q") final @Checked String text, @Checked int @Checked [] @Checked [] grid) {
    @SuppressWarnings("unused") int local = 1;
    List<@Checked String> list = new java.util.ArrayList<@Checked String>();
    java.util.@Checked List<String> qualified = (@Checked List<String>) list;
    Function<String, String> f = @Checked String::trim;
    try {
      local = grid.length;
    } catch (@Checked RuntimeException e) {
      throw e;
    }
    return text;
  }

  <@Checked E extends @Checked Exception> void varargs(@Checked String @Checked ... texts) throws @Checked E { }
}
