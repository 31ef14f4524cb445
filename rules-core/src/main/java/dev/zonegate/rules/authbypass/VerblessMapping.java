package dev.zonegate.rules.authbypass;

import dev.zonegate.match.DataChanges;
import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.SourceFile;
import dev.zonegate.rule.Reporter;

/** Finds a mapping for any HTTP method on a handler that changes data. */
final class VerblessMapping {
  private static final TypeSet MAPPING =
      TypeSet.of("=org.springframework.web.bind.annotation.RequestMapping");

  private VerblessMapping() {}

  static void find(SourceFile file, Reporter report) {
    for (Decl.Method method : file.all(Decl.Method.class)) {
      Annotation mapping = verbless(method);
      if (mapping != null && !method.modifiers().contains(Modifier.ABSTRACT)) {
        DataChanges.in(file, method)
            .ifPresent(
                change ->
                    report.at(
                        mapping,
                        AuthBypassRule.VERBLESS_MAPPING,
                        "@" + mapping.name(),
                        change.shortName()));
      }
    }
  }

  private static Annotation verbless(Decl.Method method) {
    return method.annotations().stream()
        .filter(each -> MAPPING.contains(each.type()).isYes())
        .filter(each -> each.argument("method") == null)
        .findFirst()
        .orElse(null);
  }
}
