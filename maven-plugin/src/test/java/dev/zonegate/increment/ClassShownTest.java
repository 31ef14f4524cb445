package dev.zonegate.increment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a class others may depend on, seen by what makes its class file show something else. */
final class ClassShownTest {
  private static final String CODE =
      """
      package a;
      import java.lang.annotation.*;
      @Target({ElementType.TYPE, ElementType.METHOD, ElementType.FIELD, ElementType.PARAMETER,
          ElementType.TYPE_USE, ElementType.RECORD_COMPONENT})
      @Retention(RetentionPolicy.RUNTIME)
      @interface Mark {
        String value() default "none";
        Class<?> type() default Object.class;
        int[] sizes() default {};
        RetentionPolicy policy() default RetentionPolicy.CLASS;
        Inner inner() default @Inner(1);
        @interface Inner { int value(); }
      }
      @Mark("type") class Order extends Thread implements Comparable<Order> {
        @Mark("field") static final int LIMIT = 10;
        @Mark(type = String.class, sizes = {1, 2}, policy = RetentionPolicy.SOURCE, inner = @Mark.Inner(5))
        protected String load(@Mark("parameter") Object key) throws java.io.IOException {
          int body = 3;
          Runnable anonymous = new Runnable() { public void run() {} };
          class Local {}
          return "text";
        }
        Order(int number) {}
        public int compareTo(Order other) { return 0; }
        java.util.List<@Mark("use") String> lines;
        java.util.List<@Mark("result") String> names() { return null; }
        static class Part { int size; }
      }
      interface Store { void save(); default void flush() {} }
      enum State { OPEN, DONE }
      record Line(@Mark("component") int count) {}
      sealed interface Shape permits Circle, Square {}
      final class Circle implements Shape {}
      final class Square implements Shape {}
      class Res implements AutoCloseable { public void close() {} }
      """;

  @TempDir Path folder;

  /** The class, what of the source changes, and what changes with that: a member, or its shape. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Order | int body = 3 | int body = 4 | nothing",
        "Order | anonymous = new | other = new | nothing",
        "Order | @Mark(\"type\") | @Mark(\"other\") | shape",
        "Order | extends Thread | extends Object | shape",
        "Order | Comparable<Order> | Comparable<Order>, Cloneable | shape",
        "Order | class Order extends | abstract class Order extends | shape",
        "Order | static class Part { int size; } | static class Part {} | nothing",
        "Order | static class Part | private static class Part | shape",
        "Order | LIMIT = 10 | LIMIT = 11 | LIMIT",
        "Order | @Mark(\"field\") | @Mark(\"other\") | LIMIT",
        "Order | sizes = {1, 2} | sizes = {1, 3} | load",
        "Order | type = String.class | type = Long.class | load",
        "Order | policy = RetentionPolicy.SOURCE | policy = RetentionPolicy.RUNTIME | load",
        "Order | @Mark.Inner(5) | @Mark.Inner(6) | load",
        "Order | @Mark(\"parameter\") | @Mark(\"other\") | load",
        "Order | throws java.io.IOException | throws java.io.FileNotFoundException | load",
        "Order | Object key | String key | load",
        "Order | protected String | public String | load",
        "Order | Order(int number) | Order(long number) | Order",
        "Order | @Mark(\"use\") | @Mark(\"other\") | lines",
        "Order | @Mark(\"result\") | @Mark(\"other\") | names",
        "Mark | default \"none\" | default \"some\" | shape value",
        "Mark | default @Inner(1) | default @Inner(2) | shape inner",
        "Store | void save(); | void save(int how); | shape save",
        "Store | default void flush() {} | default void flush(int how) {} | flush",
        "State | OPEN, DONE | OPEN, LATE | shape DONE LATE",
        "Line | @Mark(\"component\") | @Mark(\"other\") | shape Line count",
        "Line | int count | long count | shape Line count",
        "Res | public void close() {} | public void close() throws java.io.IOException {} | shape close",
      })
  void showsWhatOthersMayDependOn(String type, String from, String to, String expected)
      throws IOException {
    assertThat(CODE).contains(from);
    Shown before = shown(type, CODE);
    Shown after = shown(type, CODE.replace(from, to));
    Set<String> changed = new TreeSet<>();
    if (before.shape() != after.shape()) {
      changed.add("shape");
    }
    for (String each :
        List.of(
            "LIMIT",
            "load",
            "Order",
            "lines",
            "names",
            "value",
            "inner",
            "save",
            "flush",
            "OPEN",
            "DONE",
            "LATE",
            "Line",
            "count",
            "close",
            "compareTo",
            "Store",
            "Part")) {
      int number = each.hashCode();
      Long old = before.members().get(number);
      if (old == null
          ? after.members().containsKey(number)
          : !old.equals(after.members().get(number))) {
        changed.add(each);
      }
    }
    assertThat(changed)
        .isEqualTo(
            expected.equals("nothing") ? Set.of() : new TreeSet<>(List.of(expected.split(" "))));
  }

  @Test
  void aSealedTypeShowsWhoMayExtendIt() throws IOException {
    String fewer =
        CODE.replace("permits Circle, Square", "permits Circle")
            .replace("Square implements Shape", "Square");
    assertThat(shown("Shape", fewer).shape()).isNotEqualTo(shown("Shape", CODE).shape());
  }

  @Test
  void isCalledByItsNamesAndMentionsWhatItUses() throws IOException {
    Shown order = shown("Order", CODE);
    assertThat(order.isForAll()).isFalse();
    assertThat(order.names()).isEqualTo(Words.of(Set.of("Order".hashCode())));
    for (String each : List.of("Thread", "Comparable", "Mark", "IOException", "Part", "List")) {
      assertThat(order.mentions().meet(Set.of(each.hashCode()))).as(each).isTrue();
    }
    assertThat(order.mentions().meet(Set.of("Runnable".hashCode()))).as("in its code").isFalse();
    assertThat(shown("Order$Part", CODE).names())
        .isEqualTo(Words.of(Set.of("Order$Part".hashCode(), "Part".hashCode())));
  }

  @Test
  void nobodySeesAnAnonymousOrALocalClass() throws IOException {
    assertThat(shown("Order$1", CODE)).isNull();
    assertThat(shown("Order$1Local", CODE)).isNull();
  }

  @Test
  void whatIsNoClassFileCountsWithAllItHolds() {
    Shown one = ClassShown.read("Broken$Part.class", new byte[] {'O', 'r', 'd', 'e', 'r'});
    assertThat(one.names())
        .isEqualTo(Words.of(Set.of("Broken$Part".hashCode(), "Part".hashCode())));
    assertThat(one.mentions().meet(Set.of("Order".hashCode()))).isTrue();
    assertThat(one.members()).isEqualTo(Map.of());
    assertThat(one.isForAll()).isFalse();
    assertThat(ClassShown.read("Broken$Part.class", new byte[] {'I'}).shape())
        .isNotEqualTo(one.shape());
    assertThat(ClassShown.read("package-info.class", new byte[0]).isForAll()).isTrue();
    assertThat(ClassShown.read("module-info.class", new byte[0]).isForAll()).isTrue();
  }

  private Shown shown(String type, String code) throws IOException {
    Path source = Files.writeString(folder.resolve("Code.java"), code);
    int exit =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-proc:none", "-d", folder.toString(), source.toString());
    assertThat(exit).isZero();
    String name = type + ".class";
    return ClassShown.read(name, Files.readAllBytes(folder.resolve("a").resolve(name)));
  }
}
