package dev.zonegate.facts;

import dev.zonegate.match.AccessChecks;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.TypeShape;
import java.util.function.Consumer;

/**
 * A method of an abstract class that asks whether the caller may do something, for the handlers of
 * its subclasses to call.
 *
 * @param type qualified
 * @param call its name and the number of its parameters: {@code create/1}
 * @param guard what it asks
 */
public record InheritedCheck(String path, String type, String call, Guard guard) implements Fact {
  static void collect(SourceFile file, Consumer<Fact> facts) {
    for (Decl.Method each : file.all(Decl.Method.class)) {
      if (file.parent(each) instanceof Decl.Type type && isToInherit(type, each)) {
        AccessChecks.in(file, each)
            .map(check -> WrittenGuards.within(file, type, check))
            .ifPresent(
                guard ->
                    facts.accept(
                        new InheritedCheck(
                            file.path(),
                            type.qualifiedName(),
                            call(each.name(), each.params().size()),
                            guard)));
      }
    }
  }

  static String call(String name, int arguments) {
    return name + "/" + arguments;
  }

  private static boolean isToInherit(Decl.Type type, Decl.Method method) {
    return type.kind() == TypeShape.Kind.CLASS
        && type.modifiers().contains(Modifier.ABSTRACT)
        && method.body() != null
        && !method.modifiers().contains(Modifier.PRIVATE);
  }
}
