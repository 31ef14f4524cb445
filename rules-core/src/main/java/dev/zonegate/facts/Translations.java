package dev.zonegate.facts;

import dev.zonegate.match.TypeSet;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Span;
import dev.zonegate.model.TypeNode;
import java.util.function.Consumer;

/**
 * A place that has to do with texts in several languages: a message source, a resource bundle.
 *
 * @param at where the file first names it
 * @param type qualified name
 */
public record Translations(String path, Span at, String type) implements Fact {
  private static final TypeSet TYPES = TypeSet.load("locale/translations.types");

  static void collect(SourceFile file, Consumer<Fact> facts) {
    file.all(TypeNode.Named.class).stream()
        .filter(each -> TYPES.contains(each.ref()).isYes())
        .findFirst()
        .ifPresent(
            each -> facts.accept(new Translations(file.path(), each.span(), each.ref().name())));
  }
}
