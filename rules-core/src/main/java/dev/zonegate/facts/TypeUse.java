package dev.zonegate.facts;

import dev.zonegate.model.Annotation;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.TypeNode;
import dev.zonegate.model.TypeRef;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The types that a file names, in imports or not; those of {@code java.lang} that any file names
 * left out.
 *
 * @param isTest whether it is a test
 * @param packageName of the file
 * @param names qualified, sorted
 */
public record TypeUse(String path, boolean isTest, String packageName, List<String> names)
    implements Fact {
  private static final Set<String> TOLD =
      Set.of("java.lang.StringBuffer", "java.lang.StringBuilder");

  static void collect(SourceFile file, Consumer<Fact> facts) {
    Set<String> names = new TreeSet<>();
    file.all(TypeNode.Named.class).forEach(each -> add(each.ref(), names));
    file.all(Annotation.class).forEach(each -> add(each.type(), names));
    facts.accept(
        new TypeUse(file.path(), file.isTest(), file.unit().packageName(), List.copyOf(names)));
  }

  private static void add(TypeRef type, Set<String> names) {
    String name = type.name();
    boolean isQualified = !type.isUnknown() && name.indexOf('.') > 0;
    boolean isCommon = Packages.of(name).equals("java.lang") && !TOLD.contains(name);
    if (isQualified && !isCommon) {
      names.add(name);
    }
  }
}
