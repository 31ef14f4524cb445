package dev.zonegate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.engine.FileResult;
import dev.zonegate.fuzz.Broken;
import dev.zonegate.fuzz.Leaky;
import dev.zonegate.model.SourceFile.Role;
import dev.zonegate.stored.UnreadableException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.CRC32;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Broken policies and results are refused in their own words, soon. */
final class PolicyFuzzTest {
  private static final String POLICY =
      """
      version: 1
      rulesetVersion: 0.1.0
      zones:
        - name: ledger
          tier: human-only
          paths: ["**/ledger/**", "!x/*.java"]
          packages: ["com.acme.auth.."]
          annotations: ["com.acme.Regulated"]
          reviewers: ["@seniors", "ann@acme.example"]
          spot-check: 30%
        - {name: rest, tier: ai-friendly, blocks-on: sure-error}
      rules:
        TimeZone.implicitNow: off
        RawSql: {severity: error, zones: {rest: note}}
      sanctioned: {java.net.URL: use Http}
      layers: {com.acme.web..: [com.acme.data]}
      markers: ["@com.acme.ByAi"]
      engines: {spotbugs: {version: 4.9.3, heap: 512}, pmd: report}
      """;

  @Provide
  Arbitrary<String> policies() {
    return Broken.of(POLICY, "version: 1\nzones: [{name: a, tier: human-only}]\n", "");
  }

  @Property(seed = "20261122")
  void aBrokenPolicyIsReadOrRefused(@ForAll("policies") String text) {
    Broken.ends(
        () -> {
          try {
            Policy policy = PolicyReader.read(text, Path.of("zonegate.yml"), Rules.NAMES);
            assertThat(policy.zones()).isNotEmpty();
            policy.zoneOf("a/ledger/B.java", "com.acme", List.of());
          } catch (PolicyException e) {
            assertThat(e.getMessage()).startsWith("zonegate.yml").hasSizeLessThan(20_000);
          }
        });
  }

  @Test
  void whatIsSaidHoldsNoTextThatMayBeASecret() {
    String policy = POLICY.replace("use Http", Leaky.SECRET).replace("@seniors", Leaky.SECRET);
    List<String> said = new ArrayList<>();
    for (String each : Leaky.of(policy)) {
      try {
        PolicyReader.read(each, Path.of("zonegate.yml"), Rules.NAMES);
      } catch (PolicyException e) {
        // names of zones, which every report has
        said.add(Leaky.said(e).replaceAll("; (?:write one of|did you mean) .*", ""));
      }
    }
    assertThat(said).hasSizeGreaterThan(1000).noneMatch(each -> each.contains(Leaky.SECRET));
  }

  /** Bytes, each as the character of its number. */
  @Provide
  Arbitrary<String> results() throws IOException {
    Path file = Files.createTempFile("zonegate", ".bin");
    FileResult result =
        new FileResult("a/B.java", List.of(), List.of(), List.of(), List.of(), List.of());
    FileRecord record =
        new FileRecord("a/B.java", Role.MAIN, "ff", "a", Quality.NONE, new TreeMap<>(), result);
    ResultsFile.write(new Results("key", List.of(record), List.of()), file);
    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
    Files.delete(file);
    return Broken.of(text, text.substring(0, text.length() - Long.BYTES));
  }

  @Property(seed = "20261122")
  void brokenResultsAreReadOrRefused(@ForAll("results") String text) throws IOException {
    Path file = Files.createTempFile("zonegate", ".bin");
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    try {
      // once as it is, which the checksum tells, and once by somebody who knows of it
      for (byte[] each : List.of(bytes, withChecksum(bytes))) {
        Files.write(file, each);
        Broken.ends(
            () -> {
              try {
                ResultsFile.read(file);
                ResultsFile.readKept(file);
              } catch (ResultsFile.DamagedException | UnreadableException e) {
                assertThat(e).hasMessageNotContaining("null");
              }
            });
      }
    } finally {
      Files.delete(file);
    }
  }

  private static byte[] withChecksum(byte[] bytes) {
    CRC32 sum = new CRC32();
    sum.update(bytes);
    return ByteBuffer.allocate(bytes.length + Long.BYTES)
        .put(bytes)
        .putLong(sum.getValue())
        .array();
  }
}
