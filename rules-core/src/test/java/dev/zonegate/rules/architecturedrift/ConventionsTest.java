package dev.zonegate.rules.architecturedrift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.engine.Analysis;
import dev.zonegate.engine.FileResult;
import dev.zonegate.engine.Settings;
import dev.zonegate.facts.Fact;
import dev.zonegate.facts.Project;
import dev.zonegate.fixtures.FixtureClasspath;
import dev.zonegate.fixtures.FixtureRun;
import dev.zonegate.frontend.SourceInput;
import dev.zonegate.frontend.SourceSet;
import dev.zonegate.frontend.javac.JavacFrontEnd;
import dev.zonegate.frontend.resource.ResourceReader;
import dev.zonegate.model.SourceFile.Role;
import dev.zonegate.model.SourceText;
import dev.zonegate.rule.Conventions;
import dev.zonegate.rule.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ConventionsTest {
  private static final String CLIENT =
      """
      package com.acme;
      import java.net.http.HttpClient;
      class Rates {
        private final HttpClient client = HttpClient.newHttpClient();
        String zone() { return System.getenv("ZONE"); }
        String home() { return System.getProperty("home"); }
      }
      """;

  @Test
  void aBannedTypeIsShownOnceAndAMethodEachTime() {
    assertThat(
            messages(
                CLIENT,
                Role.MAIN,
                "java.net.http.HttpClient=use com.acme.Http",
                "java.lang.System#getenv=read AppSettings"))
        .containsExactly(
            "`HttpClient` is not for this project: use com.acme.Http; use the project's own way",
            "`System.getenv(...)` is not for this project: read AppSettings; use the project's own way");
  }

  @Test
  void aPackageStandsForAllBelowIt() {
    assertThat(messages(CLIENT, Role.MAIN, "java.net..=use com.acme.Http")).hasSize(1);
    assertThat(messages(CLIENT, Role.MAIN, "java.ne..=use com.acme.Http")).isEmpty();
  }

  @Test
  void theClassToUseInsteadMayUseIt() {
    String wrapper = CLIENT.replace("class Rates", "class Http");

    assertThat(messages(wrapper, Role.MAIN, "java.net.http.HttpClient=use com.acme.Http"))
        .isEmpty();
  }

  @Test
  void testsMayUseEverything() {
    assertThat(messages(CLIENT, Role.TEST, "java.net.http.HttpClient=use com.acme.Http")).isEmpty();
  }

  @Test
  void aLibraryThatIsNotListedIsShown() {
    String pom =
        """
        <project>
          <groupId>com.acme.shop</groupId>
          <dependencies>
            <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-api</artifactId></dependency>
            <dependency><groupId>org.rates</groupId><artifactId>rates</artifactId></dependency>
            <dependency><groupId>com.acme.stock</groupId><artifactId>api</artifactId></dependency>
          </dependencies>
        </project>
        """;
    Settings settings =
        Settings.DEFAULT.with(new Conventions(Map.of(), Set.of("org.slf4j:*"), Map.of()));
    Analysis analysis = new Analysis(List.of(new ArchitectureDriftRule()), settings);
    FileResult result =
        analysis.check(
            ResourceReader.read(new SourceInput("pom.xml", SourceText.of(pom), Role.MAIN)));

    assertThat(result.findings())
        .singleElement()
        .extracting(Finding::message)
        .asString()
        .startsWith("`rates` is not in `zonegate-dependencies.txt`");
  }

  @Test
  void aLayerMayUseWhatThePolicyGivesIt() {
    Map<String, Set<String>> layers =
        Map.of("com.acme..", Set.of(), "java.net..", Set.of(), "java.util..", Set.of());

    assertThat(messages(CLIENT, Role.MAIN, new Conventions(Map.of(), Set.of(), layers)))
        .singleElement()
        .asString()
        .startsWith("`HttpClient` is of `java.net..`, which `zonegate.yml` does not give to");

    Map<String, Set<String>> given =
        Map.of("com.acme..", Set.of("java.net.."), "java.net..", Set.of());
    assertThat(messages(CLIENT, Role.MAIN, new Conventions(Map.of(), Set.of(), given))).isEmpty();
  }

  @Test
  void layersThatThePolicyStatesAreNotLearnedFromTheOthers() {
    Map<String, Set<String>> given =
        Map.of("com.acme.web..", Set.of("com.acme.store.."), "com.acme.store..", Set.of());

    assertThat(settled(Conventions.NONE))
        .singleElement()
        .asString()
        .startsWith("`StockController` uses `StockRepository` itself, where 3 of 3 other");
    assertThat(settled(new Conventions(Map.of(), Set.of(), given))).isEmpty();
  }

  /** Three controllers that go through services, and one that is given the repository. */
  private static List<String> settled(Conventions conventions) {
    StringBuilder web = new StringBuilder("package com.acme.web;\n");
    for (String each : List.of("Order", "Invoice", "Parcel", "Stock")) {
      String given = each.equals("Stock") ? "com.acme.store.StockRepository" : each + "Service";
      web.append(
          """
          @org.springframework.web.bind.annotation.RestController class %1$sController {
            private final %2$s given;
            %1$sController(%2$s given) { this.given = given; }
          }
          @org.springframework.stereotype.Service class %1$sService {
            private final com.acme.store.StockRepository stocks;
            %1$sService(com.acme.store.StockRepository stocks) { this.stocks = stocks; }
          }
          """
              .formatted(each, given));
    }
    String store =
        """
        package com.acme.store;
        public interface StockRepository
            extends org.springframework.data.repository.CrudRepository<Object, Long> {}
        """;
    Analysis analysis =
        new Analysis(List.of(new ArchitectureDriftRule()), Settings.DEFAULT.with(conventions));
    List<FileResult> results = new ArrayList<>();
    List<SourceInput> inputs =
        List.of(
            new SourceInput("src/main/java/Web.java", SourceText.of(web.toString()), Role.MAIN),
            new SourceInput("src/main/java/Store.java", SourceText.of(store), Role.MAIN));
    new JavacFrontEnd()
        .read(
            new SourceSet(inputs, FixtureClasspath.jars(), 17, 17),
            file -> results.add(analysis.check(file)));
    List<Fact> facts = new ArrayList<>();
    results.forEach(each -> facts.addAll(each.facts()));
    return analysis.settle(results, Project.whole(facts), FixtureRun.TODAY).findings().stream()
        .map(Finding::message)
        .toList();
  }

  private static List<String> messages(String source, Role role, String... bans) {
    return messages(source, role, Conventions.banning(List.of(bans)));
  }

  private static List<String> messages(String source, Role role, Conventions conventions) {
    Settings settings = Settings.DEFAULT.with(conventions);
    Analysis analysis = new Analysis(List.of(new ArchitectureDriftRule()), settings);
    List<FileResult> results = new ArrayList<>();
    SourceInput input = new SourceInput("Rates.java", SourceText.of(source), role);
    new JavacFrontEnd()
        .read(
            new SourceSet(List.of(input), List.of(), 17, 17),
            file -> results.add(analysis.check(file)));
    return results.get(0).findings().stream().map(Finding::message).toList();
  }
}
