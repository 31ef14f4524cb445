package dev.zonegate.report;

import dev.zonegate.facts.Endpoint;
import dev.zonegate.facts.Endpoints;
import dev.zonegate.facts.Guard;
import dev.zonegate.facts.Guarding;
import dev.zonegate.facts.Project;
import dev.zonegate.match.AccessRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The ways into a project as a table: what calls them, what guards them, and which are open. */
public final class EndpointTable {
  private static final List<String> HEAD =
      List.of("", "method", "path", "handler", "guard", "from", "zone");

  private EndpointTable() {}

  /**
   * The table, a line an endpoint; those that nothing guards start with {@code open}.
   *
   * @param zone the name of the zone that a file is in
   */
  public static List<Line> lines(Project project, Function<String, String> zone) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEAD);
    for (Endpoint each : Endpoints.of(project)) {
      rows.add(row(project, each, zone.apply(each.file())));
    }
    List<Line> lines = new ArrayList<>();
    int[] widths = widths(rows);
    for (List<String> row : rows) {
      String text = text(row, widths);
      lines.add(row.get(0).isEmpty() ? Line.info(text) : Line.warning(text));
    }
    long open = rows.stream().filter(each -> !each.get(0).isEmpty()).count();
    lines.add(Line.info((rows.size() - 1) + " endpoints, " + open + " open"));
    return lines;
  }

  private static List<String> row(Project project, Endpoint endpoint, String zone) {
    Optional<Guard> guard = guard(project, endpoint);
    boolean isOpen =
        endpoint.kind().isRemote()
            && !endpoint.mayBeGuarded()
            && guard.map(Guard::isOpen).orElse(true);
    return List.of(
        isOpen ? "open" : "",
        endpoint.verbs().isEmpty()
            ? endpoint.kind().isHttp() ? "any" : endpoint.kind().name()
            : String.join(",", endpoint.verbs()),
        String.join(" ", endpoint.paths()),
        endpoint.handler(),
        guard.map(Guard::text).orElse(""),
        guard.map(Guard::from).orElse(""),
        zone);
  }

  /** The nearest guard that turns somebody away, or else one that lets everybody pass. */
  private static Optional<Guard> guard(Project project, Endpoint endpoint) {
    Optional<Guard> own =
        endpoint.guards().stream().filter(each -> !each.isOpen()).findFirst();
    if (own.isPresent() || !endpoint.kind().isHttp()) {
      return own.or(() -> endpoint.guards().stream().findFirst());
    }
    String path = endpoint.paths().isEmpty() ? "" : endpoint.paths().get(0);
    String verb = endpoint.verbs().isEmpty() ? "" : endpoint.verbs().get(0);
    Guarding.Decision decision = Guarding.of(project).decision(path, verb);
    return decision.access() == AccessRule.Access.OPEN
        ? endpoint.guards().stream().findFirst().or(decision::guard)
        : decision.guard();
  }

  private static int[] widths(List<List<String>> rows) {
    int[] widths = new int[HEAD.size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    return widths;
  }

  private static String text(List<String> row, int[] widths) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      text.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
    }
    return text.toString().stripTrailing();
  }
}
