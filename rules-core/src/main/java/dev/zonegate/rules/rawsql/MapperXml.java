package dev.zonegate.rules.rawsql;

import dev.zonegate.facts.MapperText;
import dev.zonegate.model.ResourceFile;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.ResourceReporter;
import dev.zonegate.rules.rawsql.PastedNames.Use;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code ${name}} in the statements of a MyBatis mapper's XML. */
final class MapperXml {
  /** Nobody writes more by hand; the rest of a file that has more is not judged. */
  private static final int MOST = 2000;

  private final Map<Written, Found> found = new LinkedHashMap<>();
  private int seen;

  /** A name in a statement or fragment, which is reported once. */
  private record Written(String holder, String name) {}

  private record Found(MapperText.Dollar first, List<Use> uses) {}

  static void find(ResourceFile file, ResourceReporter report) {
    MapperXml mapper = new MapperXml();
    MapperText.of(file).forEach(mapper::add);
    mapper.found.values().forEach(each -> leaveOpen(each, report));
  }

  private static void leaveOpen(Found found, ResourceReporter report) {
    MapperText.Dollar first = found.first();
    report
        .candidate(
            first.holder(),
            first.at(),
            RawSqlRule.MYBATIS_DOLLAR,
            new PastedNames(List.copyOf(found.uses())),
            first.name())
        .confidence(Confidence.LOW);
  }

  private void add(MapperText text) {
    for (MapperText.Dollar each : text.dollars()) {
      if (!each.paths().isEmpty() && seen++ < MOST) {
        Position position = Position.of(text.before(each), text.after(each));
        Written key = new Written(each.holder().identity(), each.name());
        List<Use> uses =
            found.computeIfAbsent(key, any -> new Found(each, new ArrayList<>())).uses();
        for (String path : each.paths()) {
          Use use = Use.of(text, path, position);
          if (!uses.contains(use)) {
            uses.add(use);
          }
        }
      }
    }
  }
}
