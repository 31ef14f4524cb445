package dev.zonegate.rules.weakcrypto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.engine.Analysis;
import dev.zonegate.engine.FileResult;
import dev.zonegate.engine.Settings;
import dev.zonegate.facts.ConfigSetting;
import dev.zonegate.facts.Project;
import dev.zonegate.frontend.SourceInput;
import dev.zonegate.frontend.SourceSet;
import dev.zonegate.frontend.javac.JavacFrontEnd;
import dev.zonegate.model.SourceFile.Role;
import dev.zonegate.model.SourceText;
import dev.zonegate.model.Span;
import dev.zonegate.rule.Finding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class NamedBySettingTest {
  private static final String SOURCE =
      """
      package acme;
      class Digests {
        byte[] passwordHash(java.util.Properties settings, byte[] password) throws Exception {
          String name = settings.getProperty("hash", "%s");
          return java.security.MessageDigest.getInstance(name).digest(password);
        }
        javax.crypto.Cipher cipher(java.util.Properties settings) throws Exception {
          return javax.crypto.Cipher.getInstance(settings.getProperty("cipher"));
        }
      }
      """;

  private static List<String> messages(String fallback, boolean isStrict, String... settings) {
    Set<String> options = isStrict ? Set.of("WeakCrypto.strict") : Set.of();
    Analysis analysis =
        new Analysis(List.of(new WeakCryptoRule()), new Settings(Set.of(), options));
    List<FileResult> results = new ArrayList<>();
    SourceInput input =
        new SourceInput("Digests.java", SourceText.of(SOURCE.formatted(fallback)), Role.MAIN);
    new JavacFrontEnd()
        .read(
            new SourceSet(List.of(input), List.of(), 17, 17),
            file -> results.add(analysis.check(file)));
    List<ConfigSetting> facts = new ArrayList<>();
    for (String each : settings) {
      String[] parts = each.split("=");
      facts.add(
          new ConfigSetting(
              "app.properties",
              Span.NONE,
              parts[0],
              parts[0],
              parts[1],
              ConfigSetting.Kind.PLAIN,
              ""));
    }
    return analysis
        .settle(results, Project.whole(facts), LocalDate.of(2026, 11, 21))
        .findings()
        .stream()
        .map(Finding::message)
        .toList();
  }

  @Test
  void aWeakSettingIsReportedWhateverTheDefault() {
    assertThat(messages("SHA-512", false, "hash=MD5", "cipher=DES/CBC/PKCS5Padding"))
        .satisfiesExactly(
            hash -> assertThat(hash).startsWith("`MD5` is broken and guards `password`"),
            cipher -> assertThat(cipher).startsWith("`DES/CBC/PKCS5Padding` has a 56-bit key"));
  }

  @Test
  void aStrongSettingExcusesAWeakDefault() {
    assertThat(messages("MD5", true, "hash=SHA-256", "cipher=AES/GCM/NoPadding")).isEmpty();
  }

  @Test
  void withoutTheSettingAWeakDefaultCountsIfStrict() {
    assertThat(messages("MD5", false)).isEmpty();
    assertThat(messages("SHA-512", true)).isEmpty();
    assertThat(messages("MD5", true))
        .singleElement()
        .satisfies(each -> assertThat(each).startsWith("`MD5` is broken"));
  }

  @Test
  void oneWeakValueAmongProfilesIsEnough() {
    assertThat(messages("", false, "hash=SHA-256", "hash=SHA-1"))
        .singleElement()
        .satisfies(each -> assertThat(each).startsWith("`SHA-1`"));
  }
}
