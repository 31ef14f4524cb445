package dev.zonegate.report;

import dev.zonegate.gate.Judged;
import dev.zonegate.rule.Finding;
import dev.zonegate.rule.Severity;
import java.io.IOException;
import java.io.Writer;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;

/**
 * A verdict as Checkstyle's XML. What blocks is an error there, whatever its severity, since the
 * readers of that format know no zones.
 */
final class CheckstyleReport {
  private CheckstyleReport() {}

  static void write(ReportInput input, Writer out) throws IOException {
    Map<String, List<Judged>> byPath =
        input.verdict().standing().stream()
            .collect(
                Collectors.groupingBy(
                    each -> each.finding().path(), TreeMap::new, Collectors.toList()));
    Xml.write(
        out,
        xml -> {
          xml.start("checkstyle", "version", "4.3");
          for (Map.Entry<String, List<Judged>> each : byPath.entrySet()) {
            file(xml, each.getKey(), each.getValue());
          }
          xml.end();
        });
  }

  private static void file(Xml xml, String path, List<Judged> judged) throws XMLStreamException {
    xml.start("file", "name", path);
    List<Judged> sorted = judged.stream().sorted(Comparator.comparing(Judged::finding)).toList();
    for (Judged each : sorted) {
      Finding finding = each.finding();
      xml.start(
              "error",
              "line",
              Math.max(1, finding.at().startLine()),
              "column",
              Math.max(1, finding.at().startColumn()),
              "severity",
              severity(each),
              "message",
              "[" + each.zone().name() + "] " + finding.message(),
              "source",
              "dev.zonegate." + finding.key())
          .end();
    }
    xml.end();
  }

  private static String severity(Judged judged) {
    if (judged.blocks()) {
      return "error";
    }
    return judged.severity() == Severity.NOTE ? "info" : "warning";
  }
}
