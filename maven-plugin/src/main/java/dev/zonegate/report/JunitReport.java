package dev.zonegate.report;

import dev.zonegate.gate.Judged;
import dev.zonegate.gate.Obstacle;
import dev.zonegate.rule.RuleInfo;
import dev.zonegate.rule.RulePattern;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;

/**
 * A verdict as test results: a case a pattern, failed if a finding of it blocks, with a line for
 * each. There is one failure a case because most readers show the first only. What stands without
 * blocking is the case's output.
 */
final class JunitReport {
  private static final Screen PLAIN = new Screen(false, false, "");

  private final ReportInput input;
  private final Map<String, List<Judged>> standing;

  private JunitReport(ReportInput input) {
    this.input = input;
    this.standing =
        input.verdict().standing().stream()
            .collect(
                Collectors.groupingBy(
                    each -> each.finding().key(), TreeMap::new, Collectors.toList()));
  }

  static void write(ReportInput input, Writer out) throws IOException {
    Xml.write(out, new JunitReport(input)::suite);
  }

  private void suite(Xml xml) throws XMLStreamException {
    int patterns = input.catalogue().stream().mapToInt(each -> each.patterns().size()).sum();
    long failed =
        standing.values().stream().filter(each -> each.stream().anyMatch(Judged::blocks)).count();
    int errors = input.verdict().obstacles().isEmpty() ? 0 : 1;
    xml.start(
        "testsuite",
        "name",
        "zonegate " + input.name(),
        "time",
        "0",
        "tests",
        patterns + 1,
        "errors",
        errors,
        "skipped",
        0,
        "failures",
        failed);
    analysis(xml);
    for (RuleInfo rule : input.catalogue()) {
      for (RulePattern pattern : rule.patterns()) {
        pattern(xml, rule, pattern);
      }
    }
    xml.end();
  }

  /** Whether everything could be read. */
  private void analysis(Xml xml) throws XMLStreamException {
    xml.start("testcase", "name", "everything is read", "classname", "zonegate", "time", "0");
    List<Obstacle> obstacles = input.verdict().obstacles();
    if (!obstacles.isEmpty()) {
      String first = obstacles.get(0).why();
      xml.start("error", "message", first, "type", "blocked")
          .text(
              obstacles.stream()
                  .map(each -> each.path() + " [" + each.zone().name() + "] " + each.why())
                  .collect(Collectors.joining("\n")))
          .end();
    }
    xml.end();
  }

  private void pattern(Xml xml, RuleInfo rule, RulePattern pattern) throws XMLStreamException {
    List<Judged> all = standing.getOrDefault(rule.name() + "." + pattern.id(), List.of());
    List<Judged> blocking = all.stream().filter(Judged::blocks).toList();
    List<Judged> others = all.stream().filter(each -> !each.blocks()).toList();
    xml.start(
        "testcase", "name", pattern.id(), "classname", "zonegate." + rule.name(), "time", "0");
    if (!blocking.isEmpty()) {
      String more = blocking.size() > 1 ? " (and " + (blocking.size() - 1) + " more)" : "";
      String type = blocking.get(0).severity().name();
      String message = blocking.get(0).finding().message() + more;
      xml.start("failure", "message", message, "type", type).text(lines(blocking)).end();
    }
    if (!others.isEmpty()) {
      xml.start("system-out").text(lines(others)).end();
    }
    xml.end();
  }

  private static String lines(List<Judged> judged) {
    return judged.stream()
        .map(each -> TextReport.finding(each, PLAIN))
        .collect(Collectors.joining("\n"));
  }
}
