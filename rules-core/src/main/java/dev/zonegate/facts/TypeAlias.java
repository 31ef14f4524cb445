package dev.zonegate.facts;

import dev.zonegate.match.Constants;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.ResourceFile;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Span;
import dev.zonegate.model.XmlElement;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A short name by which the mappers of MyBatis know a type, as the type or the configuration says.
 *
 * @param type its qualified name
 */
public record TypeAlias(String path, Span at, String alias, String type) implements Fact {
  private static final String ALIAS = "org.apache.ibatis.type.Alias";

  static void collect(SourceFile file, Consumer<Fact> facts) {
    for (Decl.Type type : file.all(Decl.Type.class)) {
      for (Annotation each : type.annotations()) {
        Expr value = each.type().isNamed(ALIAS) ? each.argument("value") : null;
        if (value != null) {
          Optional<String> alias = Constants.of(file).text(value);
          alias.ifPresent(
              name ->
                  facts.accept(
                      new TypeAlias(file.path(), type.nameSpan(), name, type.qualifiedName())));
        }
      }
    }
  }

  /** Those of a configuration file, in which the name of the class is the alias if none is said. */
  static void ofConfiguration(ResourceFile file, Consumer<Fact> facts) {
    for (XmlElement each : file.elements()) {
      if (each.name().equals("typeAlias")) {
        String type = value(each, "type");
        String alias = value(each, "alias");
        String name = alias.isEmpty() ? type.substring(type.lastIndexOf('.') + 1) : alias;
        facts.accept(new TypeAlias(file.path(), each.anchor(), name, type));
      }
    }
  }

  private static String value(XmlElement element, String attribute) {
    return element.attribute(attribute).map(XmlElement.Attribute::value).orElse("");
  }
}
