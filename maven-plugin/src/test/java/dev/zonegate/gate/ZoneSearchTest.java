package dev.zonegate.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.zonegate.model.SourceFile.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ZoneSearchTest {
  @TempDir Path root;

  @BeforeEach
  void code() throws IOException {
    java(
        "a/src/main/java/com/acme/ledger/Booking.java",
        "package com.acme.ledger;\nclass Booking {}");
    java(
        "b/src/main/java/com/acme/web/Page.java",
        "/* package no; */ @X(\"a\") package com . acme.web;");
  }

  @Test
  void isContentWhereEachZoneHasAFile() throws Exception {
    assertThat(problems("packages: [com.acme.ledger..]", "paths: [\"**\"]")).isEmpty();
    assertThat(problems("packages: [com.acme.web]", "paths: [\"**\"]")).isEmpty();
  }

  @Test
  void needsNoFileInTheLastZoneIfThatIsTheRest() throws Exception {
    assertThat(problems("paths: [\"**/com/acme/**\"]", "paths: [\"**\"]")).isEmpty();
  }

  @Test
  void namesTheNearestPackageOfAMisspeltOne() throws Exception {
    assertThat(problems("packages: [com.acme.legder..]", "paths: [\"**\"]"))
        .containsExactly(
            "zonegate.yml:3:11: zone `one` holds no file; no package is `com.acme.legder..`, did you mean `com.acme.ledger`?");
  }

  @Test
  void saysThatAPathMeansNothing() throws Exception {
    assertThat(problems("paths: [\"**/billing/**\"]", "paths: [\"**\"]"))
        .containsExactly(
            "zonegate.yml:3:11: zone `one` holds no file; nothing is `**/billing/**`, correct or remove it");
  }

  @Test
  void saysThatEarlierZonesTakeAllFiles() throws Exception {
    assertThat(problems("paths: [\"**\"]", "packages: [com.acme.ledger]"))
        .containsExactly(
            "zonegate.yml:6:11: zone `two` holds no file; zones before it take all of its files, move it up");
  }

  @Test
  void asksTheFilesOnlyAboutZonesThatWereNotSeen() throws Exception {
    Policy policy = policy("packages: [com.generated..]", "paths: [\"**\"]");
    assertThat(ZoneSearch.problems(policy, Set.of("one"), root, StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void takesZonesWithFilesForUsed() throws Exception {
    Policy policy = policy("paths: [\"a/**\"]", "paths: [\"**\"]");
    Verdict verdict =
        Findings.judged(
            policy, "", Findings.results(Findings.in("a/A.java").record()), Findings.TODAY);
    assertThat(ZoneSearch.used(verdict)).containsExactly("one");
  }

  @Test
  void listsTheFilesOfEachZoneAndThoseThatNoneNames() throws Exception {
    Policy policy = policy("packages: [com.acme.ledger]", "paths: [\"x/**\"]");
    SourceRoot all = new SourceRoot(root, Role.MAIN);
    ZoneFiles files =
        ZoneFiles.of(
            policy,
            "",
            SourceListing.of(List.of(all), root, SourceListing.Filter.ALL),
            StandardCharsets.UTF_8);
    String booking = "a/src/main/java/com/acme/ledger/Booking.java";
    String page = "b/src/main/java/com/acme/web/Page.java";
    assertThat(files.byZone())
        .containsExactly(
            entry(policy.zones().get(0), List.of(booking)),
            entry(policy.zones().get(1), List.of(page)));
    assertThat(files.unnamed()).containsExactly(page);
  }

  private List<String> problems(String one, String two) throws Exception {
    return ZoneSearch.problems(policy(one, two), Set.of(), root, StandardCharsets.UTF_8);
  }

  private Policy policy(String one, String two) throws PolicyException {
    String text =
        "version: 1\nzones:\n  - name: one\n    tier: human-only\n    "
            + one
            + "\n  - name: two\n    tier: ai-friendly\n    "
            + two
            + "\n";
    return PolicyReader.read(text, root.resolve("zonegate.yml"), Rules.NAMES);
  }

  private void java(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
