package dev.zonegate.stored;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.facts.Fact;
import dev.zonegate.rule.Evidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class RecordFormTest {
  private enum Colour {
    RED,
    GREEN
  }

  private record Inner(String text, int number) {}

  private record Outer(
      String text,
      String none,
      boolean flag,
      int number,
      LocalDate day,
      LocalDate noDay,
      Colour colour,
      Inner inner,
      Inner noInner,
      List<Inner> list,
      List<String> empty,
      SortedSet<String> set,
      SortedMap<Integer, String> map) {}

  @Test
  void readsWhatItWrote() {
    Outer outer =
        new Outer(
            "\u00fc\ud83d\ude00",
            null,
            true,
            Integer.MIN_VALUE,
            LocalDate.of(2027, 1, 31),
            null,
            Colour.GREEN,
            new Inner("x".repeat(1000), Integer.MAX_VALUE),
            null,
            List.of(new Inner("", 0), new Inner("a", -1)),
            List.of(),
            new TreeSet<>(List.of("b", "a")),
            new TreeMap<>(Map.of(300, "x", 2, "y")));
    Section section = Section.of("some", new Section.Column<>(Outer.class, List.of(outer, outer)));
    assertThat(section.read(Outer.class).get(0)).isEqualTo(Arrays.asList(outer, outer));
  }

  /** A kind of fact or evidence that holds more than its interface allows is found here. */
  @Test
  void keepsAllKindsOfFactsAndEvidence() throws Exception {
    List<Class<?>> kinds = new ArrayList<>();
    for (String each : List.of("facts", "rules")) {
      kinds.addAll(kinds("dev/zonegate/" + each));
    }
    assertThat(kinds).hasSizeGreaterThan(80);
    for (Class<?> each : kinds) {
      assertThat(RecordForm.of(each).name()).startsWith(each.getName());
    }
  }

  private static List<Class<?>> kinds(String folder) throws IOException, ClassNotFoundException {
    Path root = Path.of(System.getProperty("zonegate.root"), "rules-core/target/classes");
    List<Class<?>> kinds = new ArrayList<>();
    try (Stream<Path> all = Files.walk(root.resolve(folder))) {
      for (Path each : all.filter(file -> file.toString().endsWith(".class")).toList()) {
        String name = root.relativize(each).toString().replace('/', '.').replace(".class", "");
        Class<?> type = Class.forName(name, false, Fact.class.getClassLoader());
        boolean isKept = Fact.class.isAssignableFrom(type) || Evidence.class.isAssignableFrom(type);
        if (isKept && type.isRecord()) {
          kinds.add(type);
        }
      }
    }
    return kinds;
  }
}
