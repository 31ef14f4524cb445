package dev.zonegate.report;

import dev.zonegate.gate.Judged;
import dev.zonegate.gate.Verdict;
import dev.zonegate.gate.ZoneCount;
import dev.zonegate.rule.Finding;
import dev.zonegate.rule.Severity;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A verdict as workflow commands, which GitHub shows beside the code, and as a summary of the step.
 * GitHub shows ten commands of a kind in a step, so the worst of each kind come first and the rest
 * is in the summary.
 *
 * @param commands lines for the standard output, where nothing may stand before them
 * @param summary Markdown
 */
public record GithubCommands(List<String> commands, String summary) {
  private static final int MOST_OF_A_KIND = 10;
  // GitHub refuses a summary of more than 1 MiB
  private static final int MOST_ROWS = 1000;

  /** What GitHub calls the severities. */
  public enum Kind {
    ERROR,
    WARNING,
    NOTICE;

    static Kind of(Judged judged) {
      if (judged.blocks()) {
        return ERROR;
      }
      return judged.severity() == Severity.NOTE ? NOTICE : WARNING;
    }
  }

  public GithubCommands {
    commands = List.copyOf(commands);
  }

  /**
   * The commands for some findings.
   *
   * @param shown how many of each kind the step has shown before; counted on
   */
  public static GithubCommands of(
      String name, Verdict verdict, List<Judged> findings, Map<String, Integer> shown) {
    Map<Kind, List<String>> byKind = new EnumMap<>(Kind.class);
    List<Judged> rest = new ArrayList<>();
    for (Judged each : findings) {
      Kind kind = Kind.of(each);
      if (shown.merge(kind.name(), 1, Integer::sum) <= MOST_OF_A_KIND) {
        byKind.computeIfAbsent(kind, key -> new ArrayList<>()).add(command(kind, each));
      } else {
        rest.add(each);
      }
    }
    List<String> commands = byKind.values().stream().flatMap(List::stream).toList();
    return new GithubCommands(commands, summary(name, verdict, rest));
  }

  private static String command(Kind kind, Judged judged) {
    Finding finding = judged.finding();
    String place = "";
    if (finding.at().isPresent()) {
      boolean isOnOneLine = finding.at().startLine() == finding.at().endLine();
      // GitHub ignores columns of a place that spans lines
      String columns =
          isOnOneLine
              ? ",col=" + finding.at().startColumn() + ",endColumn=" + finding.at().endColumn()
              : "";
      place = ",line=" + finding.at().startLine() + ",endLine=" + finding.at().endLine() + columns;
    }
    return "::"
        + kind.name().toLowerCase(Locale.ROOT)
        + " file="
        + property(finding.path())
        + place
        + ",title="
        + property(finding.ruleId() + " " + finding.key() + " in zone " + judged.zone().name())
        + "::"
        + data(finding.message());
  }

  private static String summary(String name, Verdict verdict, List<Judged> rest) {
    StringBuilder text = new StringBuilder(1000);
    text.append("### Zonegate ").append(verdict.passes() ? "passes " : "blocks ");
    text.append(cell(name)).append("\n\n");
    text.append("| zone | tier | files | errors | warnings | notes | suppressed | blocking |\n");
    text.append("|---|---|--:|--:|--:|--:|--:|--:|\n");
    for (ZoneCount each : verdict.zones()) {
      text.append("| ").append(cell(each.zone().name())).append(" | ");
      text.append(each.zone().tier().id()).append(" | ").append(each.files()).append(" | ");
      text.append(each.errors()).append(" | ").append(each.warnings()).append(" | ");
      text.append(each.notes()).append(" | ").append(each.suppressed()).append(" | ");
      text.append(each.blocking()).append(" |\n");
    }
    if (!rest.isEmpty()) {
      text.append("\nNot shown beside the code, which takes ten of a kind:\n\n");
      text.append("| place | rule | zone | severity | says |\n|---|---|---|---|---|\n");
      rest.stream().limit(MOST_ROWS).forEach(each -> text.append(row(each)));
    }
    if (rest.size() > MOST_ROWS) {
      text.append("\n").append(rest.size() - MOST_ROWS).append(" more are in the report files.\n");
    }
    return text.append('\n').toString();
  }

  private static String row(Judged judged) {
    Finding finding = judged.finding();
    String severity = judged.severity().name().toLowerCase(Locale.ROOT);
    return "| "
        + cell(finding.path() + ":" + Math.max(1, finding.at().startLine()))
        + " | "
        + finding.key()
        + " | "
        + cell(judged.zone().name())
        + " | "
        + severity
        + (judged.blocks() ? ", blocks" : "")
        + " | "
        + cell(finding.message())
        + " |\n";
  }

  /** Text for a cell of a table: what code quotes must not become a tag or another column. */
  private static String cell(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace("|", "\\|")
        .replaceAll("\\s+", " ");
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
