package dev.zonegate.errorprone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.zonegate.catalogue.Catalogue;
import dev.zonegate.frontend.SourceInput;
import dev.zonegate.model.SourceFile.Role;
import dev.zonegate.model.SourceText;
import dev.zonegate.rule.RuleInfo;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;

/** What the page for users says is so. */
final class ErrorPronePageTest {
  private static final SourceInput AGENDA =
      new SourceInput(
          "src/main/java/Agenda.java",
          SourceText.of(
              """
              class Agenda {
                java.util.Date printed = new java.util.Date();
                java.time.LocalDate day = java.time.LocalDate.now();
              }
              """),
          Role.MAIN);

  @Test
  void theArgumentsOfTheCompilerDoWhatTheySay() {
    List<String> arguments = ErrorPronePage.compilerArguments();

    Compilation compilation = Compilation.with(arguments, List.of(AGENDA));

    assertThat(arguments).hasSize(3);
    assertThat(compilation.reported())
        .extracting(Compilation.Reported::key, Compilation.Reported::kind)
        .containsExactly(tuple("TimeZone.implicitNow", Diagnostic.Kind.ERROR));
  }

  @Test
  void everyOptionIsOneThatErrorProneTakes() {
    String[] options =
        ErrorPronePage.options().stream()
            .filter(each -> !each.startsWith("-XepPatch") && !each.contains(":Facts="))
            .toArray(String[]::new);

    Compilation compilation = Compilation.of(List.of(AGENDA), List.of(), 17, options);

    assertThat(options).hasSizeGreaterThan(8);
    assertThat(compilation.others()).isEmpty();
  }

  @Test
  void everyPatternThatItSwitchesOffExists() {
    Set<String> known =
        Catalogue.rules().stream().flatMap(each -> keys(each.info())).collect(Collectors.toSet());
    List<String> named =
        ErrorPronePage.options().stream()
            .filter(each -> each.contains("Disable="))
            .flatMap(each -> Stream.of(each.substring(each.indexOf('=') + 1).split(",")))
            .toList();

    assertThat(named).isNotEmpty().isSubsetOf(known);
  }

  @Test
  void itsVersionsAreThoseThatAreTested() {
    assertThat(ErrorPronePage.text())
        .contains("<version>" + System.getProperty("zonegate.errorProneVersion") + "</version>")
        .contains("newer: " + System.getProperty("zonegate.newestErrorProneVersion"));
  }

  private static Stream<String> keys(RuleInfo rule) {
    return rule.patterns().stream().map(each -> rule.name() + "." + each.id());
  }
}
