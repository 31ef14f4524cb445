package dev.zonegate.report;

import dev.zonegate.facts.Endpoint;
import dev.zonegate.facts.Endpoints;
import dev.zonegate.facts.Guard;
import dev.zonegate.facts.Guarding;
import dev.zonegate.facts.Project;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The ways into a project as a table: what calls them, what guards them, and which are open. */
public final class EndpointTable {
  private static final List<String> HEAD =
      List.of("", "method", "path", "handler", "guard", "from", "zone");

  private static final String OPEN = "open";
  private static final String UNKNOWN = "?";

  private EndpointTable() {}

  /**
   * The table, a line an endpoint. Those that nothing guards start with {@code open}, those of
   * which nobody can say so with {@code ?}.
   *
   * @param zone the name of the zone that a file is in
   */
  public static List<Line> lines(Project project, Function<String, String> zone) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEAD);
    for (Endpoint each : Endpoints.of(project)) {
      rows.add(row(each, Access.of(project, each), zone.apply(each.file())));
    }
    List<Line> lines = new ArrayList<>();
    int[] widths = widths(rows);
    rows.forEach(each -> lines.add(Line.info(text(each, widths))));
    lines.add(
        Line.info(
            (rows.size() - 1)
                + " endpoints: "
                + count(rows, OPEN)
                + " open, "
                + count(rows, UNKNOWN)
                + " not known"));
    return lines;
  }

  private static long count(List<List<String>> rows, String mark) {
    return rows.stream().filter(each -> each.get(0).equals(mark)).count();
  }

  private static List<String> row(Endpoint endpoint, Access access, String zone) {
    return List.of(
        access.mark(),
        method(endpoint),
        String.join(" ", endpoint.paths()),
        endpoint.handler(),
        access.guard().map(Guard::text).orElse(""),
        access.guard().map(Guard::from).orElse(""),
        zone);
  }

  private static String method(Endpoint endpoint) {
    if (!endpoint.verbs().isEmpty()) {
      return String.join(",", endpoint.verbs());
    }
    if (!endpoint.kind().isHttp()) {
      return endpoint.kind().name();
    }
    // where the path is said elsewhere, so is the method
    boolean isElsewhere = endpoint.paths().stream().anyMatch(each -> each.endsWith("/?"));
    return isElsewhere ? UNKNOWN : "any";
  }

  /**
   * What a caller of an endpoint meets.
   *
   * @param guard the nearest that turns somebody away; or that may do so, though nobody can say it
   *     here; or that lets everybody pass
   */
  private record Access(String mark, Optional<Guard> guard) {
    static Access of(Project project, Endpoint endpoint) {
      Optional<Guard> own = endpoint.guards().stream().filter(each -> !each.isOpen()).findFirst();
      Optional<Guard> opening = endpoint.guards().stream().findFirst();
      if (own.isPresent() || !endpoint.kind().isRemote()) {
        return new Access("", own.or(() -> opening));
      }
      Guarding.Decision decision = Guarding.of(project).decision(endpoint);
      Optional<Guard> possible = endpoint.possible().stream().findFirst();
      return switch (decision.access()) {
        case OPEN ->
            possible.isPresent()
                ? new Access(UNKNOWN, possible)
                : new Access(OPEN, opening.or(decision::guard));
        case UNKNOWN -> new Access(UNKNOWN, possible.or(decision::guard));
        default -> new Access("", decision.guard());
      };
    }
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
