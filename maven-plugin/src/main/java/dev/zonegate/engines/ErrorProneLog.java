package dev.zonegate.engines;

import dev.zonegate.rule.Confidence;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what Error Prone said in a compile, as javac or Maven wrote it down. */
final class ErrorProneLog {
  private static final int LONGEST_LINE = 4000;
  private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]{0,20}m");

  /** {@code A.java:3: warning: [Name] text} or {@code [WARNING] A.java:[3,5] [Name] text}. */
  private static final Pattern LINE =
      Pattern.compile(
          "(?:\\[(?<level>WARNING|ERROR)] )?(?<file>\\S.*?\\.java):"
              + "(?:(?<line>\\d{1,7}): (?<kind>warning|error):|\\[(?<row>\\d{1,7}),(?<column>\\d{1,7})])"
              + " \\[(?<id>[A-Za-z]\\w{0,80})] (?<text>.*)");

  private ErrorProneLog() {}

  /** Adds what a log tells. */
  static void read(Path log, List<Told> told) throws ReportException {
    String text = new String(XmlReport.bytes(log), StandardCharsets.UTF_8);
    text.lines()
        .filter(each -> each.length() <= LONGEST_LINE)
        .map(each -> LINE.matcher(COLOUR.matcher(each).replaceAll("")))
        .filter(Matcher::matches)
        .map(ErrorProneLog::told)
        .forEach(told::add);
  }

  private static Told told(Matcher line) {
    boolean isOfMaven = line.group("row") != null;
    boolean isError = "ERROR".equals(line.group("level")) || "error".equals(line.group("kind"));
    String file = line.group("file");
    return new Told(
        line.group("id"),
        // as Maven writes C:\a on Windows
        file.matches("/[A-Za-z]:.*") ? file.substring(1) : file,
        Numbers.of(line.group(isOfMaven ? "row" : "line")),
        Math.max(1, Numbers.of(line.group("column"))),
        isError ? Confidence.HIGH : Confidence.MEDIUM,
        line.group("text").strip());
  }
}
