package dev.zonegate.rules.rawsql;

import dev.zonegate.facts.PassedText;
import dev.zonegate.facts.Project;
import dev.zonegate.facts.TextFlow.MethodKey;
import dev.zonegate.match.Origin;
import dev.zonegate.match.TextPart;
import dev.zonegate.model.Decl;
import dev.zonegate.model.MethodRef;
import dev.zonegate.model.SourceFile;
import dev.zonegate.rule.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The pieces of a statement, all of which are parameters: whether anybody can choose them is for
 * the callers to tell.
 */
record PassedParts(List<Passed> parameters) implements Evidence {
  /**
   * A parameter.
   *
   * @param names its method under the names of its own class and of those above it
   */
  record Passed(List<MethodKey> names, int index) {}

  /** The parameters that {@code parts} are, if they are nothing else. */
  static Optional<PassedParts> of(List<TextPart> parts, SourceFile file) {
    List<Passed> parameters = new ArrayList<>();
    for (TextPart part : parts) {
      Passed passed =
          part.origin() == Origin.PARAMETER && part.source() instanceof Decl.Param param
              ? passed(param, file)
              : null;
      if (passed == null) {
        return Optional.empty();
      }
      parameters.add(passed);
    }
    return Optional.of(new PassedParts(parameters));
  }

  private static Passed passed(Decl.Param param, SourceFile file) {
    if (!(file.parent(param) instanceof Decl.Method method)
        || !(file.parent(method) instanceof Decl.Type type)) {
      return null;
    }
    String name = method.isConstructor() ? MethodRef.CONSTRUCTOR : method.name();
    int count = method.params().size();
    List<MethodKey> names = new ArrayList<>();
    names.add(new MethodKey(type.qualifiedName(), name, count));
    if (type.ref().isResolved() && !method.isConstructor()) {
      for (String above : new TreeSet<>(type.ref().shape().supertypes())) {
        names.add(new MethodKey(above, name, count));
      }
    }
    return new Passed(names, method.params().indexOf(param));
  }

  /** Whether the project passes fixed texts only. */
  boolean areFixed(Project project) {
    return parameters.stream()
        .allMatch(each -> PassedText.isAlwaysFixed(project, each.names(), each.index()));
  }
}
