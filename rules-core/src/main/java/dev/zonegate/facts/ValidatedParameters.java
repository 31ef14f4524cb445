package dev.zonegate.facts;

import dev.zonegate.match.BeanValidation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.SourceFile;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Parameters of a method that are validated by their annotations, which frameworks also read from
 * what a method overrides and from what overrides it.
 *
 * @param type qualified name
 * @param parameters how many the method has
 * @param validated which of them, from 0
 */
public record ValidatedParameters(
    String path, String type, String method, int parameters, List<Integer> validated)
    implements Fact {
  static void collect(SourceFile file, Consumer<Fact> facts) {
    for (Decl.Method method : file.all(Decl.Method.class)) {
      List<Integer> validated =
          IntStream.range(0, method.params().size())
              .filter(each -> BeanValidation.isValidated(file, method.params().get(each)))
              .boxed()
              .toList();
      if (!validated.isEmpty() && file.parent(method) instanceof Decl.Type type) {
        facts.accept(
            new ValidatedParameters(
                file.path(),
                type.qualifiedName(),
                method.name(),
                method.params().size(),
                validated));
      }
    }
  }
}
