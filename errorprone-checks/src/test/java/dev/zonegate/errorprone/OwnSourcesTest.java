package dev.zonegate.errorprone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.catalogue.Catalogue;
import dev.zonegate.frontend.SourceInput;
import dev.zonegate.model.SourceFile.Role;
import dev.zonegate.model.SourceText;
import dev.zonegate.rule.Rule;
import dev.zonegate.rule.RulePattern;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;

/** Our own checks pass over our own code. */
final class OwnSourcesTest {
  private static final Set<String> PREVIEWS = previews();

  /** Their warnings are not. */
  private static final Set<String> NOTES_ARE_PREVIEWS =
      Set.of("ScaleTrap.expensivePerCall", "ScaleTrap.quadratic");

  private static final Path ROOT = Path.of(System.getProperty("zonegate.root"));
  private static final String SEEDED =
      "class Seeded { java.time.LocalDate day = java.time.LocalDate.now(); }";
  private static final List<String> MODULES =
      List.of("rules-core", "pmd-ruleset", "errorprone-checks", "maven-plugin");

  @Test
  void theChecksFindOnlyWhatIsSeededAmongTheSourcesOfAllModules() throws IOException {
    List<SourceInput> sources = new ArrayList<>();
    for (String module : MODULES) {
      sources.addAll(sources(ROOT.resolve(module).resolve("src/main/java")));
    }

    sources.add(new SourceInput("Seeded.java", SourceText.of(SEEDED), Role.MAIN));

    Compilation compilation = Compilation.of(sources, classpath(), 0);

    assertThat(sources).hasSizeGreaterThan(200);
    assertThat(compilation.reported())
        .filteredOn(each -> !isPreview(each))
        .extracting(Compilation.Reported::path)
        .containsExactly("Seeded.java");
    assertThat(compilation.others()).isEmpty();
  }

  /** What is reported, but blocks nobody, us included. */
  private static boolean isPreview(Compilation.Reported each) {
    return PREVIEWS.contains(each.key())
        || each.kind() == Diagnostic.Kind.NOTE && NOTES_ARE_PREVIEWS.contains(each.key());
  }

  private static Set<String> previews() {
    return Catalogue.rules().stream()
        .map(Rule::info)
        .flatMap(
            info ->
                info.patterns().stream()
                    .filter(RulePattern::isPreview)
                    .map(each -> info.name() + "." + each.id()))
        .collect(Collectors.toSet());
  }

  private static List<SourceInput> sources(Path root) throws IOException {
    List<SourceInput> sources = new ArrayList<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        String path = ROOT.relativize(file).toString().replace(File.separatorChar, '/');
        sources.add(new SourceInput(path, SourceText.of(Files.readString(file)), Role.MAIN));
      }
    }
    return sources;
  }

  private static List<Path> classpath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .toList();
  }
}
