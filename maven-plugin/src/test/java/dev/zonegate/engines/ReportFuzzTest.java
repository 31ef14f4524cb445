package dev.zonegate.engines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.fuzz.Broken;
import dev.zonegate.fuzz.Leaky;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports of other engines lie where anybody can write. */
final class ReportFuzzTest {
  @Provide
  Arbitrary<String> reports() {
    return Broken.of(
        "<BugCollection><BugInstance type=\"A\" priority=\"1\"><LongMessage>m</LongMessage>"
            + "<SourceLine start=\"3\" sourcepath=\"a/B.java\"/></BugInstance></BugCollection>",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><pmd><file name=\"a/B.java\">"
            + "<violation rule=\"A\" priority=\"2\" beginline=\"2\">told</violation></file></pmd>",
        "<checkstyle><file name=\"a/B.java\"><error line=\"4\" column=\"2\" message=\"m\""
            + " source=\"a.ACheck\"/></file></checkstyle>",
        "/a/B.java:3: warning: [EmptyCatch] told\n[WARNING] /a/B.java:[3,4] [EmptyCatch] told\n");
  }

  @Property(seed = "20261122")
  void aBrokenReportIsReadOrRefused(@ForAll("reports") String text) throws IOException {
    Path file = Files.createTempFile("zonegate", ".xml");
    Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    for (Engine each : Engine.values()) {
      Broken.ends(() -> read(each, file));
    }
    Files.delete(file);
  }

  @Test
  void whatIsSaidOfAReportHoldsNoTextOfIt(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("report.xml");
    List<String> said = new ArrayList<>();
    String report =
        "<pmd><file name=\"a/B.java\"><violation rule=\"A\" priority=\"2\" beginline=\"2\">"
            + Leaky.SECRET
            + "</violation></file></pmd>";
    for (String each : Leaky.of(report)) {
      Files.writeString(file, each);
      try {
        XmlReport.read(file, new PmdReader(new ArrayList<>()));
      } catch (ReportException e) {
        said.add(Leaky.said(e));
      }
    }
    assertThat(said).hasSizeGreaterThan(200).noneMatch(each -> each.contains(Leaky.SECRET));
  }

  private static void read(Engine engine, Path file) {
    List<Told> told = new ArrayList<>();
    try {
      switch (engine) {
        case SPOTBUGS -> XmlReport.read(file, new SpotBugsReader(told));
        case PMD -> XmlReport.read(file, new PmdReader(told));
        case CHECKSTYLE -> XmlReport.read(file, new CheckstyleReader(told));
        case ERRORPRONE -> ErrorProneLog.read(file, told);
      }
      assertThat(told).allMatch(each -> each.line() >= 0 && each.column() >= 1);
    } catch (ReportException e) {
      assertThat(e.getMessage()).startsWith(file.toString()).hasSizeLessThan(500);
    }
  }
}
