package dev.zonegate.facts;

import dev.zonegate.match.DataChanges;
import dev.zonegate.model.Decl;
import dev.zonegate.model.SourceFile;
import java.util.List;

/** A method that answers what comes from outside, as it is written. */
record HandlerMethod(SourceFile file, Decl.Type type, Decl.Method method) {
  Endpoint endpoint(
      Endpoint.Kind kind, List<String> verbs, List<String> paths, List<Guard> guards) {
    return new Endpoint(
        file.path(),
        method.nameSpan(),
        kind,
        verbs,
        paths,
        type.qualifiedName(),
        method.name(),
        parameters(method),
        guards,
        DataChanges.in(file, method).isPresent(),
        false,
        List.of());
  }

  /** The names of the types of a method's parameters. */
  static List<String> parameters(Decl.Method method) {
    return method.params().stream().map(each -> each.type().ref().name()).toList();
  }
}
