package dev.zonegate.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
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
  void refusesABillionLaughsInAnyEncodingAndWhatLeadsToThem() throws IOException {
    StringBuilder bomb = new StringBuilder("<!DOCTYPE pmd [<!ENTITY a0 'ha'>");
    for (int i = 1; i < 30; i++) {
      bomb.append("<!ENTITY a").append(i).append(" '");
      bomb.append(("&a" + (i - 1) + ";").repeat(10)).append("'>");
    }
    bomb.append("]><pmd>&a29;</pmd>");
    String parameters = "<!DOCTYPE pmd [<!ENTITY % x SYSTEM 'file:///dev/zero'> %x;]><pmd/>";
    String external = "<!DOCTYPE pmd SYSTEM 'file:///dev/zero'><pmd/>";
    for (String each : List.of(bomb.toString(), parameters, external)) {
      for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16)) {
        Path file = Files.write(folder.resolve("pmd.xml"), each.getBytes(charset));
        assertThatThrownBy(() -> read(file))
            .as(each + charset)
            .isInstanceOf(ReportException.class)
            .hasMessageContaining("holds a DOCTYPE or an entity");
      }
    }
  }

  @Test
  void unpacksNothing() throws IOException {
    String report = "<pmd><file name='A.java'/></pmd>";
    Path zipped = folder.resolve("pmd.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zipped))) {
      out.putNextEntry(new ZipEntry("pmd.xml"));
      out.write(report.getBytes(StandardCharsets.UTF_8));
    }
    Path gzipped = folder.resolve("pmd.gz");
    try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(gzipped))) {
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 200; i++) {
        out.write(zeros);
      }
    }
    for (Path each : List.of(zipped, gzipped)) {
      assertThatThrownBy(() -> read(each))
          .isInstanceOf(ReportException.class)
          .hasMessageContaining("is no report: not well-formed XML; run the engine again");
    }
  }

  @Test
  void readsOrRefusesAReportOfNothingButOneThing() throws Exception {
    int most = 9 << 20;
    assertThat(told("<pmd><file name='" + "a".repeat(most) + "'/></pmd>")).isEmpty();
    assertThat(told("<pmd>" + "<x/>".repeat(most / 4) + "</pmd>")).isEmpty();
    assertThat(told("<pmd><!--" + "x".repeat(most) + "--></pmd>")).isEmpty();
    assertThatThrownBy(() -> told("<" + "p".repeat(most) + "/>"))
        .isInstanceOf(ReportException.class);
    StringBuilder attributes = new StringBuilder("<pmd");
    for (int i = 0; i < 200_000; i++) {
      attributes.append(" a").append(i).append("=''");
    }
    assertThatThrownBy(() -> told(attributes.append("/>").toString()))
        .isInstanceOf(ReportException.class);
    String deep = "<a>".repeat(most / 3);
    assertThatThrownBy(() -> told(deep)).hasMessageContaining("nests too deeply");
    assertThat(ofErrorProne("A.java:1: warning: [X] ".repeat(most / 23))).isEmpty();
    assertThat(ofErrorProne("a\n".repeat(most / 2))).isEmpty();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void readsNoLinkWithoutEndToItsEnd() throws IOException {
    Path file = Files.createSymbolicLink(folder.resolve("pmd.xml"), Path.of("/dev/zero"));
    assertThatThrownBy(() -> read(file)).hasMessageContaining("is larger than 10 MiB");
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

  private List<Told> ofErrorProne(String log) throws IOException, ReportException {
    List<Told> told = new ArrayList<>();
    ErrorProneLog.read(Files.writeString(folder.resolve("javac.log"), log), told);
    return told;
  }

  private static void read(Path file) throws ReportException {
    XmlReport.read(file, new PmdReader(new ArrayList<>()));
  }

  private List<Told> told(String xml) throws IOException, ReportException {
    List<Told> told = new ArrayList<>();
    XmlReport.read(Files.writeString(folder.resolve("pmd.xml"), xml), new PmdReader(told));
    return told;
  }
}
