package dev.zonegate.facts;

import dev.zonegate.model.ResourceFile;
import dev.zonegate.model.Span;
import dev.zonegate.model.XmlElement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The paths that {@code web.xml} gives a servlet.
 *
 * @param type the qualified name of its class
 */
public record ServletMapping(String path, Span at, String type, List<String> patterns)
    implements Fact {
  static void collect(ResourceFile file, Consumer<Fact> facts) {
    Map<String, String> types = new HashMap<>();
    for (XmlElement each : file.elements()) {
      if (each.name().equals("servlet")) {
        child(each, "servlet-class")
            .ifPresent(type -> types.put(child(each, "servlet-name").orElse(""), type));
      }
    }
    for (XmlElement each : file.elements()) {
      String type =
          each.name().equals("servlet-mapping")
              ? types.get(child(each, "servlet-name").orElse(""))
              : null;
      if (type != null) {
        List<String> patterns =
            each.children().stream()
                .filter(part -> part.name().equals("url-pattern"))
                .map(part -> part.text().strip())
                .toList();
        facts.accept(new ServletMapping(file.path(), each.anchor(), type, patterns));
      }
    }
  }

  private static Optional<String> child(XmlElement around, String name) {
    return around.children().stream()
        .filter(each -> each.name().equals(name))
        .map(each -> each.text().strip())
        .findFirst();
  }
}
