package dev.zonegate.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class JunitReportTest {
  @Test
  void countsWhatItHolds() throws Exception {
    StringWriter out = new StringWriter();
    JunitReport.write(Reported.everything(), out);
    String xml = out.toString();
    long tests = count(xml, "<testcase ");
    long failures = count(xml, "<failure ");
    assertThat(failures).isPositive().isLessThan(tests - 1);
    assertThat(count(xml, "<error ")).isEqualTo(1);
    assertThat(xml)
        .contains("tests=\"" + tests + "\"", "failures=\"" + failures + "\"", "errors=\"1\"");
    assertThat(tests)
        .isEqualTo(1 + Reported.RULES.stream().mapToInt(each -> each.patterns().size()).sum());
  }

  private static long count(String text, String part) {
    return Pattern.compile(part, Pattern.LITERAL).matcher(text).results().count();
  }
}
