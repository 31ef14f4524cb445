package dev.zonegate.facts;

import dev.zonegate.model.Decl;
import dev.zonegate.model.SourceFile;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The supertypes of the types of a file that Java itself does not declare, sorted. */
record Supertypes(Map<Decl.Type, List<String>> known) {
  static List<String> of(SourceFile file, Decl.Type type) {
    return file.derived(Supertypes.class, any -> new Supertypes(new IdentityHashMap<>()))
        .known
        .computeIfAbsent(type, Supertypes::read);
  }

  private static List<String> read(Decl.Type type) {
    return type.ref().shape().supertypes().stream()
        .filter(each -> !each.startsWith("java."))
        .sorted()
        .toList();
  }
}
