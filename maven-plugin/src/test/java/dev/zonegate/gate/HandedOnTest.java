package dev.zonegate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.catalogue.Catalogue;
import dev.zonegate.engine.Analysis;
import dev.zonegate.engine.Settings;
import dev.zonegate.frontend.javac.JavacFrontEnd;
import dev.zonegate.model.SourceFile.Role;
import dev.zonegate.pmd.PmdFrontend;
import dev.zonegate.rule.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HandedOnTest {
  private static final int LEVELS = 60;

  @TempDir Path folder;

  @Test
  void whatPmdWouldReadForEverIsJudgedByJavac() throws IOException {
    StringBuilder code =
        new StringBuilder("class Deep {\n  Object due = java.time.LocalDate.now();\n");
    code.append("  Runnable r = ");
    for (int i = 0; i < LEVELS; i++) {
      code.append("() -> { Runnable r").append(i).append(" = ");
    }
    code.append("null").append("; }".repeat(LEVELS)).append(";\n}\n");
    Files.writeString(folder.resolve("Deep.java"), code);

    FileRecord judged = judged().files().get(0);

    assertThat(judged.result().notifications()).isEmpty();
    assertThat(judged.result().findings())
        .extracting(Finding::key)
        .contains("TimeZone.implicitNow");
  }

  private Results judged() {
    SourceRoot root = new SourceRoot(folder, Role.MAIN, SourceRoot.Holds.BOTH);
    SourceListing listing = SourceListing.of(List.of(root), folder, SourceListing.Filter.ALL);
    Inputs inputs =
        new Inputs(listing, StandardCharsets.UTF_8, List.of(), true, 17, 17, Settings.DEFAULT);
    return SourceAnalysis.of(
        inputs,
        List.of(new PmdFrontend(), new JavacFrontEnd()),
        new Analysis(Catalogue.rules(), Settings.DEFAULT),
        "");
  }
}
