package dev.zonegate.facts;

import dev.zonegate.match.AccessRule;
import dev.zonegate.model.ResourceFile;
import dev.zonegate.model.Span;
import dev.zonegate.model.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * A security constraint of {@code web.xml}.
 *
 * @param patterns as the servlet specification writes them
 * @param verbs HTTP methods; empty for all
 * @param text the decision as a reader wants it named
 */
public record UrlConstraint(
    String path,
    Span at,
    List<String> patterns,
    List<String> verbs,
    AccessRule.Access access,
    String text)
    implements Fact {
  static void collect(ResourceFile file, Consumer<Fact> facts) {
    for (XmlElement each : file.elements()) {
      if (each.name().equals("security-constraint")) {
        List<XmlElement> roles = texts(each, "auth-constraint");
        facts.accept(
            new UrlConstraint(
                file.path(),
                each.anchor(),
                values(each, "url-pattern"),
                values(each, "http-method").stream()
                    .map(verb -> verb.toUpperCase(Locale.ROOT))
                    .toList(),
                access(roles),
                roles.isEmpty()
                    ? "<security-constraint>"
                    : "<auth-constraint> " + String.join(", ", values(each, "role-name"))));
      }
    }
  }

  private static AccessRule.Access access(List<XmlElement> roles) {
    if (roles.isEmpty()) {
      return AccessRule.Access.OPEN;
    }
    List<String> names = values(roles.get(0), "role-name");
    if (names.isEmpty()) {
      return AccessRule.Access.DENIED;
    }
    return names.contains("*") || names.contains("**")
        ? AccessRule.Access.AUTHENTICATED
        : AccessRule.Access.RESTRICTED;
  }

  private static List<XmlElement> texts(XmlElement around, String name) {
    return around.all().stream().filter(each -> each.name().equals(name)).toList();
  }

  private static List<String> values(XmlElement around, String name) {
    List<String> values = new ArrayList<>();
    texts(around, name).forEach(each -> values.add(each.text().strip()));
    return values;
  }
}
