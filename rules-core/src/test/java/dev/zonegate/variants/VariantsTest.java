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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** How many weak servlets are found, and how many safe ones are taken for weak. */
final class VariantsTest {
  private static final int RELEASE = 17;
  private static final double LEAST_RECALL = 0.97;
  private static final double MOST_FALSE = 0.02;

  @TestFactory
  Stream<DynamicTest> weakServletsAreFoundAndSafeOnesAreNot() {
    return Exposure.all().stream().map(each -> dynamicTest(each.name(), () -> measure(each)));
  }

  private static void measure(Exposure exposure) {
    List<Variant> variants = Variants.of(exposure);
    List<SourceInput> inputs = variants.stream().map(VariantsTest::input).toList();
    assertThat(new Compiler(FixtureClasspath.jars()).errors(inputs, RELEASE)).isEmpty();
    Set<String> found = found(exposure, inputs);
    List<String> missed = new ArrayList<>();
    List<String> imagined = new ArrayList<>();
    for (Variant each : variants) {
      boolean isFound = found.contains(each.name());
      if (isFound != each.isWeak()) {
        (isFound ? imagined : missed).add(each.name());
      }
    }
    long weak = variants.stream().filter(Variant::isWeak).count();
    long safe = variants.size() - weak;
    double recall = 1 - (double) missed.size() / weak;
    double wrong = (double) imagined.size() / safe;
    System.out.printf(
        "%-11s weak %d, found %.1f %%; safe %d, reported %.1f %%%n",
        exposure.name(), weak, recall * 100, safe, wrong * 100);
    assertThat(recall).as("missed %s", missed).isGreaterThanOrEqualTo(LEAST_RECALL);
    assertThat(wrong).as("imagined %s", imagined).isLessThanOrEqualTo(MOST_FALSE);
  }

  private static SourceInput input(Variant variant) {
    return new SourceInput(
        "src/main/java/variants/" + variant.name() + ".java",
        SourceText.of(variant.code()),
        SourceFile.Role.MAIN);
  }

  /** The names of the servlets in which the pattern stands. */
  private static Set<String> found(Exposure exposure, List<SourceInput> inputs) {
    Analysis analysis = new Analysis(Catalogue.rules(), Settings.DEFAULT);
    List<FileResult> results = new ArrayList<>();
    new JavacFrontEnd()
        .read(
            new SourceSet(inputs, FixtureClasspath.jars(), RELEASE, RELEASE),
            file -> results.add(analysis.check(file)));
    Set<String> names = new HashSet<>();
    analysis.settle(results, LocalDate.EPOCH).findings().stream()
        .filter(each -> each.key().equals(exposure.pattern()))
        .map(each -> each.path())
        .forEach(path -> names.add(path.substring(path.lastIndexOf('/') + 1).replace(".java", "")));
    return names;
  }
}
