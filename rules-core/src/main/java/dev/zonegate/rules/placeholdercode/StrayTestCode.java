package dev.zonegate.rules.placeholdercode;

import dev.zonegate.match.TypeSet;
import dev.zonegate.match.Vocabulary;
import dev.zonegate.match.Words;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.SourceFile;
import dev.zonegate.rule.Reporter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Test libraries and test doubles among the code that ships. */
final class StrayTestCode {
  private static final List<String> PACKAGES = Vocabulary.lines("placeholder/test-packages.words");
  private static final Set<String> DOUBLES = Set.of("mock", "stub", "fake", "dummy");
  private static final TypeSet BEANS = TypeSet.load("placeholder/beans.types");

  private StrayTestCode() {}

  static void find(SourceFile file, Reporter report) {
    if (StandIns.isTestModule(file)) {
      return;
    }
    if (!StandIns.isPackage(file)) {
      findImports(file, report);
    }
    for (Decl.Type each : file.all(Decl.Type.class)) {
      if (isDouble(each) && !Routine.isConditional(file, each)) {
        report.at(
            each,
            PlaceholderCodeRule.TEST_CODE_IN_MAIN,
            each.name(),
            "is a test double that serves real users");
      }
    }
  }

  private static void findImports(SourceFile file, Reporter report) {
    Set<String> seen = new HashSet<>();
    for (Decl.Import each : file.unit().imports()) {
      PACKAGES.stream()
          .filter(library -> each.name().startsWith(library + "."))
          .filter(seen::add)
          .findFirst()
          .ifPresent(
              library ->
                  report.at(
                      each,
                      PlaceholderCodeRule.TEST_CODE_IN_MAIN,
                      library,
                      "is a test library in code that ships"));
    }
  }

  private static boolean isDouble(Decl.Type type) {
    List<String> words = Words.of(type.name());
    boolean isNamed =
        !words.isEmpty()
            && (DOUBLES.contains(words.get(0))
                || DOUBLES.contains(words.get(words.size() - 1))
                || words.size() > 2 && DOUBLES.contains(words.get(words.size() - 2)));
    return isNamed
        && BEANS.annotationIn(type.annotations()) != null
        && !type.modifiers().contains(Modifier.ABSTRACT);
  }
}
