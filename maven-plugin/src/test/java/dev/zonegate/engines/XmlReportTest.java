package dev.zonegate.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports lie where anybody can write. */
final class XmlReportTest {
  @TempDir Path folder;

  @Test
  void refusesEntitiesWithoutFollowingThem() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "hidden");
    String outside =
        "<!DOCTYPE pmd [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>\n<pmd>&x;</pmd>";
    String bomb = "<!DOCTYPE pmd [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>\n<pmd>&b;</pmd>";
    for (String each : List.of(outside, bomb)) {
      assertThatThrownBy(() -> told(each))
          .isInstanceOf(ReportException.class)
          .hasMessageContaining("pmd.xml:1:")
          .hasMessageContaining("holds a DOCTYPE or an entity, which no report needs; remove it")
          .hasMessageNotContaining("hidden");
    }
  }

  @Test
  void refusesAnEntityThatNothingDeclares() {
    assertThatThrownBy(() -> told("<pmd>&x;</pmd>")).isInstanceOf(ReportException.class);
  }

  @Test
  void refusesMoreThanTenMebibytes() throws IOException {
    Path file = folder.resolve("pmd.xml");
    try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
      large.setLength(XmlReport.LARGEST + 1L);
    }
    assertThatThrownBy(() -> XmlReport.read(file, new PmdReader(new ArrayList<>())))
        .isInstanceOf(ReportException.class)
        .hasMessageContaining("is larger than 10 MiB");
  }

  @Test
  void refusesWhatIsNoXml() {
    for (String each : List.of("", "nonsense", "<pmd><file>", "{}", "<pmd a='1' a='2'/>")) {
      assertThatThrownBy(() -> told(each))
          .isInstanceOf(ReportException.class)
          .hasMessageContaining("is no report: not well-formed XML; run the engine again");
    }
  }

  @Test
  void refusesWhatNestsWithoutEnd() {
    String deep = "<a>".repeat(60) + "</a>".repeat(60);
    assertThatThrownBy(() -> told(deep)).hasMessageContaining("nests too deeply");
  }

  @Test
  void takesNumbersThatAreNoneForNothing() throws Exception {
    String report =
        """
        <pmd><file name="A.java">
          <violation rule="EmptyCatchBlock" beginline="-1" begincolumn="99999999999">x</violation>
        </file></pmd>
        """;
    assertThat(told(report)).singleElement().returns(0, Told::line).returns(1, Told::column);
  }

  private List<Told> told(String xml) throws IOException, ReportException {
    List<Told> told = new ArrayList<>();
    XmlReport.read(Files.writeString(folder.resolve("pmd.xml"), xml), new PmdReader(told));
    return told;
  }
}
