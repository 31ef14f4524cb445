package dev.zonegate.facts;

import dev.zonegate.model.Annotation;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Span;
import java.util.function.Consumer;

/**
 * A switch by which calls on {@code this} are intercepted too: aspects are woven into the classes.
 *
 * @param at the annotation
 */
public record Weaving(String path, Span at) implements Fact {
  static void collect(SourceFile file, Consumer<Fact> facts) {
    for (Annotation each : file.all(Annotation.class)) {
      String name = each.name().substring(each.name().lastIndexOf('.') + 1);
      Expr mode = each.argument("mode");
      boolean isMode = mode != null && file.text(mode).endsWith("ASPECTJ");
      boolean isWoven = name.startsWith("Enable") && isMode || name.equals("EnableLoadTimeWeaving");
      if (isWoven) {
        facts.accept(new Weaving(file.path(), each.span()));
      }
    }
  }
}
