package dev.zonegate.frontend;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tables in which each line is a name and the names that belong to it. */
final class NameTable {
  private NameTable() {}

  static Map<String, Set<String>> read(String resource) {
    Map<String, Set<String>> table = new HashMap<>();
    text(resource)
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("//"))
        .map(line -> List.of(line.split(" ")))
        .forEach(words -> table.put(words.get(0), Set.copyOf(words.subList(1, words.size()))));
    return Map.copyOf(table);
  }

  private static String text(String resource) {
    try (InputStream in = NameTable.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("no table " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
  }
}
