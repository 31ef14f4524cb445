package dev.zonegate.engines;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which of the things that other engines report are ours. */
final class Mapping {
  private static final String DATA = "/zonegate/engines.tsv";

  private final Map<Engine, Map<String, String>> keys = new HashMap<>();

  private Mapping() {}

  /** The one that comes with Zonegate. */
  static Mapping load() {
    Mapping mapping = new Mapping();
    try (InputStream in = Mapping.class.getResourceAsStream(DATA);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          String[] parts = line.split("\t");
          mapping
              .keys
              .computeIfAbsent(
                  Engine.valueOf(parts[0].toUpperCase(Locale.ROOT)), key -> new HashMap<>())
              .put(parts[1], parts[2]);
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + DATA, e);
    }
    return mapping;
  }

  /** The pattern, such as {@code RawSql.jdbcConcat}, that an id stands for; empty if none. */
  Optional<String> key(Engine engine, String id) {
    return Optional.ofNullable(keys.getOrDefault(engine, Map.of()).get(id));
  }

  /** The ids of an engine that stand for anything. */
  Set<String> ids(Engine engine) {
    return new TreeSet<>(keys.getOrDefault(engine, Map.of()).keySet());
  }
}
