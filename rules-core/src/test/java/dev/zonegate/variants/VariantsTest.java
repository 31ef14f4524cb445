package dev.zonegate.variants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.zonegate.catalogue.Catalogue;
import dev.zonegate.engine.Analysis;
import dev.zonegate.engine.FileResult;
import dev.zonegate.engine.Settings;
import dev.zonegate.fixtures.Compiler;
import dev.zonegate.fixtures.FixtureClasspath;
import dev.zonegate.frontend.SourceInput;
import dev.zonegate.frontend.SourceSet;
import dev.zonegate.frontend.javac.JavacFrontEnd;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.SourceText;
import dev.zonegate.rule.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * How many weak servlets are found, and how many safe ones are taken for weak, with the class path
 * and without. {@code -Dzonegate.regenerate=true} writes the figures to {@code docs/ruling.md}.
 */
final class VariantsTest {
  private static final int RELEASE = 17;
  private static final String START = "<!-- variants -->\n";
  private static final String END = "<!-- end of variants -->\n";
  private static final List<String> ROWS = new ArrayList<>();

  @TestFactory
  Stream<DynamicTest> weakServletsAreFoundAndSafeOnesAreNot() {
    String only = System.getProperty("zonegate.only", "");
    return Exposure.all().stream()
        .filter(each -> each.pattern().startsWith(only))
        .map(each -> dynamicTest(each.name(), () -> measure(each)));
  }

  @AfterAll
  static void theFiguresAreInTheDocuments() throws IOException {
    if (Boolean.getBoolean("zonegate.regenerate")) {
      Path root = Path.of(System.getProperty("zonegate.root", ".."));
      Path page = root.resolve("docs/ruling.md");
      String text = Files.readString(page);
      String before = text.substring(0, text.indexOf(START) + START.length());
      String after = text.substring(text.indexOf(END));
      String head =
          """

          | class | weak | found | safe | reported | found without class path | reported without |
          |---|---|---|---|---|---|---|
          """;
      Files.writeString(page, before + head + String.join("", ROWS) + "\n" + after);
    }
  }

  private static void measure(Exposure exposure) {
    List<Variant> variants = Variants.of(exposure);
    List<SourceInput> inputs = variants.stream().map(VariantsTest::input).toList();
    assertThat(new Compiler(FixtureClasspath.jars()).errors(inputs, RELEASE)).isEmpty();
    Result full = Result.of(variants, found(exposure, inputs, FixtureClasspath.jars()));
    Result bare = Result.of(variants, found(exposure, inputs, List.of()));
    ROWS.add(
        String.format(
            Locale.ROOT,
            "| %s | %d | %d | %d | %d | %d | %d |%n",
            exposure.name(),
            full.weak(),
            full.found(),
            full.safe(),
            full.imagined().size(),
            bare.found(),
            bare.imagined().size()));
    System.out.print(ROWS.get(ROWS.size() - 1));
    full.check(exposure);
    bare.check(exposure);
  }

  /** What is found of the weak, and reported of the safe. */
  private record Result(long weak, long safe, List<String> missed, List<String> imagined) {
    static Result of(List<Variant> variants, Set<String> found) {
      List<String> missed = new ArrayList<>();
      List<String> imagined = new ArrayList<>();
      for (Variant each : variants) {
        boolean isFound = found.contains(each.name());
        if (isFound != each.isWeak()) {
          (isFound ? imagined : missed).add(each.name());
        }
      }
      long weak = variants.stream().filter(Variant::isWeak).count();
      return new Result(weak, variants.size() - weak, missed, imagined);
    }

    long found() {
      return weak - missed.size();
    }

    void check(Exposure exposure) {
      assertThat(shapes(missed)).as("missed %s", missed).isEqualTo(exposure.missed());
      assertThat(shapes(imagined)).as("imagined %s", imagined).isEqualTo(exposure.imagined());
    }

    private static Set<String> shapes(List<String> names) {
      return names.stream().map(each -> each.split("_")[1]).collect(Collectors.toSet());
    }
  }

  private static SourceInput input(Variant variant) {
    return new SourceInput(
        "src/main/java/variants/" + variant.name() + ".java",
        SourceText.of(variant.code()),
        SourceFile.Role.MAIN);
  }

  /** The names of the servlets in which the pattern stands. */
  private static Set<String> found(
      Exposure exposure, List<SourceInput> inputs, List<Path> classPath) {
    List<Rule> rules =
        Catalogue.rules().stream()
            .filter(each -> exposure.pattern().startsWith(each.info().name() + "."))
            .toList();
    Analysis analysis = new Analysis(rules, new Settings(Set.of(), Set.of("WeakCrypto.strict")));
    List<FileResult> results = new ArrayList<>();
    new JavacFrontEnd()
        .read(
            new SourceSet(inputs, classPath, RELEASE, RELEASE),
            file -> results.add(analysis.check(file)));
    Set<String> names = new HashSet<>();
    analysis.settle(results, LocalDate.EPOCH).findings().stream()
        .filter(each -> each.key().equals(exposure.pattern()))
        .map(each -> each.path())
        .forEach(path -> names.add(path.substring(path.lastIndexOf('/') + 1).replace(".java", "")));
    return names;
  }
}
