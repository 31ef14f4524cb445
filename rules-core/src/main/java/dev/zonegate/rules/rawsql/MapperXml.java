package dev.zonegate.rules.rawsql;

import dev.zonegate.model.ResourceFile;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.XmlElement;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.ResourceReporter;
import dev.zonegate.rules.rawsql.PastedNames.Use;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code ${name}} in the statements of a MyBatis mapper's XML. */
final class MapperXml {
  private static final Set<String> STATEMENTS =
      Set.of("select", "insert", "update", "delete", "selectKey");

  /** Nobody writes more by hand; the rest of a file that has more is not judged. */
  private static final int MOST = 2000;

  private final ResourceFile file;
  private final Map<Written, Found> found = new LinkedHashMap<>();
  private int seen;

  /** A name in a statement or fragment, which is reported once. */
  private record Written(String holder, String name) {}

  private record Found(MapperText.Dollar first, List<Use> uses) {}

  private MapperXml(ResourceFile file) {
    this.file = file;
  }

  static void find(ResourceFile file, ResourceReporter report) {
    XmlElement root = file.root();
    if (root == null || !root.name().equals("mapper") || file.role() != SourceFile.Role.MAIN) {
      return;
    }
    String namespace = value(root, "namespace");
    if (!namespace.isEmpty()) {
      MapperXml mapper = new MapperXml(file);
      mapper.read(root, namespace);
      mapper.found.values().forEach(each -> leaveOpen(each, report));
    }
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

  private void read(XmlElement root, String namespace) {
    Map<String, XmlElement> fragments = new HashMap<>();
    for (XmlElement each : root.children()) {
      if (each.name().equals("sql")) {
        fragments.put(value(each, "id"), each);
        fragments.put(namespace + "." + value(each, "id"), each);
      }
    }
    int room = MapperText.ROOM;
    for (XmlElement each : root.children()) {
      if (STATEMENTS.contains(each.name())) {
        for (XmlElement part : each.all()) {
          if (STATEMENTS.contains(part.name())) {
            MapperText text = MapperText.of(file, part, fragments, room);
            room -= text.cost();
            add(namespace, each, text);
          }
        }
      }
    }
  }

  private void add(String namespace, XmlElement statement, MapperText text) {
    for (MapperText.Dollar each : text.dollars()) {
      if (!each.paths().isEmpty() && seen++ < MOST) {
        Position position = text.position(each);
        Written key = new Written(each.holder().identity(), each.name());
        List<Use> uses =
            found.computeIfAbsent(key, any -> new Found(each, new ArrayList<>())).uses();
        for (String path : each.paths()) {
          String type = value(statement, "parameterType");
          Use use = new Use(namespace, value(statement, "id"), type, path, position);
          if (!uses.contains(use)) {
            uses.add(use);
          }
        }
      }
    }
  }

  private static String value(XmlElement element, String attribute) {
    return element.attribute(attribute).map(XmlElement.Attribute::value).orElse("");
  }
}
