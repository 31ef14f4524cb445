package dev.zonegate.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.zonegate.rule.Rule;
import org.junit.jupiter.api.Test;

final class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.zonegate");

  @Test
  void theModelStandsOnTheJdkAlone() {
    classes()
        .that()
        .resideInAPackage("dev.zonegate.model")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "dev.zonegate.model")
        .check(CLASSES);
  }

  @Test
  void nothingThatJudgesKnowsAHost() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "dev.zonegate.model",
            "dev.zonegate.match..",
            "dev.zonegate.facts",
            "dev.zonegate.rule",
            "dev.zonegate.rules..",
            "dev.zonegate.engine",
            "dev.zonegate.catalogue")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "com.github.javaparser..",
            "net.sourceforge.pmd..",
            "com.sun..",
            "javax.tools..",
            "javax.lang.model..",
            "com.google.errorprone..",
            "org.snakeyaml..",
            "dev.zonegate.frontend.resource",
            "dev.zonegate.frontend.javac",
            "dev.zonegate.frontend.javaparser")
        .check(CLASSES);
  }

  @Test
  void rulesKnowQuestionsAndTheModelOnly() {
    classes()
        .that()
        .resideInAPackage("dev.zonegate.rules..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "dev.zonegate.rules..",
            "dev.zonegate.rule",
            "dev.zonegate.facts",
            "dev.zonegate.match..",
            "dev.zonegate.model")
        .check(CLASSES);
  }

  @Test
  void questionsKnowTheModelOnly() {
    classes()
        .that()
        .resideInAPackage("dev.zonegate.match..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "dev.zonegate.match..", "dev.zonegate.model")
        .check(CLASSES);
  }

  @Test
  void factsKnowQuestionsAndTheModelOnly() {
    classes()
        .that()
        .resideInAPackage("dev.zonegate.facts")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "com.fasterxml.jackson..",
            "dev.zonegate.facts",
            "dev.zonegate.match..",
            "dev.zonegate.model")
        .check(CLASSES);
  }

  @Test
  void theEngineKnowsNoParticularRule() {
    noClasses()
        .that()
        .resideInAPackage("dev.zonegate.engine")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.zonegate.rules..", "dev.zonegate.catalogue", "dev.zonegate.match..")
        .check(CLASSES);
  }

  @Test
  void rulesDoNotKnowEachOther() {
    slices().matching("dev.zonegate.rules.(*)..").should().notDependOnEachOther().check(CLASSES);
  }

  @Test
  void rulesHaveNoState() {
    fields()
        .that()
        .areDeclaredInClassesThat()
        .implement(Rule.class)
        .should()
        .beStatic()
        .andShould()
        .beFinal()
        .check(CLASSES);
  }
}
