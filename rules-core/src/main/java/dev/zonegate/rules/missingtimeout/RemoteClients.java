package dev.zonegate.rules.missingtimeout;

import dev.zonegate.match.Bindings;
import dev.zonegate.match.ClientTimeouts;
import dev.zonegate.match.ClientTimeouts.Client;
import dev.zonegate.match.Limits;
import dev.zonegate.match.ObjectFlow;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import dev.zonegate.rule.Report;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.RulePattern;
import dev.zonegate.rule.Severity;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds HTTP clients, request factories and requests that lack a timeout. */
final class RemoteClients {
  private static final Map<String, RulePattern> PATTERNS =
      Map.of(
          "restTemplateDefault", MissingTimeoutRule.REST_TEMPLATE_DEFAULT,
          "jdkHttpClient", MissingTimeoutRule.JDK_HTTP_CLIENT,
          "webClientNoTimeout", MissingTimeoutRule.WEB_CLIENT_NO_TIMEOUT,
          "apacheClient", MissingTimeoutRule.APACHE_CLIENT);
  private static final Set<String> JUDGED_BY_CHAIN = Set.of("webClient", "test");

  private final SourceFile file;
  private final List<Client> clients;

  private RemoteClients(SourceFile file) {
    this.file = file;
    this.clients = ClientTimeouts.of(file).clients();
  }

  static void find(SourceFile file, Reporter report) {
    RemoteClients search = new RemoteClients(file);
    for (Client each : search.clients) {
      if (!each.isBounded()
          && !JUDGED_BY_CHAIN.contains(each.family())
          && !search.isExcused(each)) {
        search.report(each, report);
      }
    }
  }

  private void report(Client client, Reporter report) {
    RulePattern pattern = PATTERNS.get(client.api().attributes().get("pattern"));
    String missing = String.join(" or ", client.missing()).replace("lease", "connection request");
    Excuse excuse = new Excuse(client.family(), Excuse.Origin.MADE);
    Report found =
        client.flow().isLeaving()
            ? report.candidate(client.made(), pattern, excuse, client.made().shortName(), missing)
            : report.at(client.made(), pattern, client.made().shortName(), missing);
    if (client.missing().equals(List.of("lease"))) {
      found.severity(Severity.NOTE);
    }
  }

  private boolean isExcused(Client client) {
    if (client.made() instanceof Expr.New made && made.body() != null) {
      return Limits.of(file).isNamedIn(made.body());
    }
    return switch (client.family()) {
      case "jdkClient" -> sendsOnlyBounded();
      case "jdkRequest" -> isNotBuilt(client);
      case "apache4", "apache5" -> executesOnlyBounded(client);
      case "restTemplate" -> isOnlyAsked(client);
      default -> false;
    };
  }

  /** The timeout of a request runs while it connects, too. */
  private boolean sendsOnlyBounded() {
    List<Client> requests =
        clients.stream().filter(each -> each.family().equals("jdkRequest")).toList();
    return !requests.isEmpty() && requests.stream().allMatch(Client::isBounded);
  }

  private static boolean isNotBuilt(Client client) {
    return client.flow().calls().stream().noneMatch(each -> each.name().equals("build"));
  }

  /**
   * {@code new RestTemplate().getMessageConverters()}: made for what it knows, and sends nothing.
   */
  private boolean isOnlyAsked(Client client) {
    return file.parent(client.made()) instanceof Expr.Call call
        && call.target() == client.made()
        && call.name().equals("getMessageConverters");
  }

  private boolean executesOnlyBounded(Client client) {
    List<Expr.Call> sent =
        client.flow().calls().stream().filter(each -> each.name().equals("execute")).toList();
    return !sent.isEmpty() && sent.stream().allMatch(this::hasConfig);
  }

  private boolean hasConfig(Expr.Call sent) {
    return sent.arguments().stream()
        .flatMap(each -> Bindings.of(file).declaration(each).stream())
        .flatMap(each -> ObjectFlow.of(file, each).calls().stream())
        .anyMatch(each -> each.name().equals("setConfig"));
  }
}
