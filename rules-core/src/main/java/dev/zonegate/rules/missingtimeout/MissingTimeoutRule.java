package dev.zonegate.rules.missingtimeout;

import dev.zonegate.facts.Project;
import dev.zonegate.model.ResourceFile;
import dev.zonegate.model.SourceFile;
import dev.zonegate.rule.Candidate;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.ResourceReporter;
import dev.zonegate.rule.Rule;
import dev.zonegate.rule.RuleInfo;
import dev.zonegate.rule.RulePattern;
import dev.zonegate.rule.Settler;

/** Flags waits for others that nothing ends: clients, futures, queues and pools without a limit. */
public final class MissingTimeoutRule implements Rule {
  static final RulePattern REST_TEMPLATE_DEFAULT =
      RulePattern.warning(
          "restTemplateDefault",
          "`%s` has no %s timeout, so a silent server holds callers for ever",
          "set them on its factory");
  static final RulePattern JDK_HTTP_CLIENT =
      RulePattern.warning(
          "jdkHttpClient",
          "`%s` has no %s timeout, so a silent server holds callers for ever",
          "set `connectTimeout` or request `timeout`");
  static final RulePattern WEB_CLIENT_NO_TIMEOUT =
      RulePattern.warning(
          "webClientNoTimeout",
          "`%s` waits for answers without a limit",
          "set `responseTimeout` on its connector or add `.timeout(...)`");
  static final RulePattern OK_HTTP_INFINITE =
      RulePattern.warning("okHttpInfinite", "`%s` %s", "set a limit that fits");
  static final RulePattern RAW_CONNECTION =
      RulePattern.warning(
          "rawConnection",
          "`%s` has no %s timeout, so a silent peer holds the thread for ever",
          "set both timeouts");
  static final RulePattern APACHE_CLIENT =
      RulePattern.warning(
          "apacheClient",
          "`%s` has no %s timeout, so a silent server holds callers for ever",
          "set it in its `RequestConfig`");
  static final RulePattern UNBOUNDED_WAIT =
      RulePattern.warning(
          "unboundedWait", "`%s` waits %s", "wait with a timeout and handle its end");
  static final RulePattern JDBC_NO_TIMEOUT =
      RulePattern.warning("jdbcNoTimeout", "%s", "set the timeout").preview();
  static final RulePattern UNBOUNDED_POOL =
      RulePattern.warning(
          "unboundedPool", "`%s` %s, so load becomes memory until it is gone", "set a bound");

  private static final RuleInfo INFO =
      RuleInfo.named("AI14", "MissingTimeout")
          .summary("Give every wait for somebody else an end")
          .cwe(1088, 400, 770, 772, 833)
          .patterns(
              REST_TEMPLATE_DEFAULT,
              JDK_HTTP_CLIENT,
              WEB_CLIENT_NO_TIMEOUT,
              OK_HTTP_INFINITE,
              RAW_CONNECTION,
              APACHE_CLIENT,
              UNBOUNDED_WAIT,
              JDBC_NO_TIMEOUT,
              UNBOUNDED_POOL);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(SourceFile file, Reporter report) {
    if (file.isTest()) {
      return;
    }
    RemoteClients.find(file, report);
    GivenBuilders.find(file, report);
    WebClients.find(file, report);
    OkHttpInfinite.find(file, report);
    RawConnection.find(file, report);
    UnboundedWait.find(file, report);
    JdbcNoTimeout.find(file, report);
    UnboundedPool.find(file, report);
  }

  @Override
  public void check(ResourceFile file, ResourceReporter report) {
    SettingTimeouts.find(file, report);
  }

  @Override
  public void settle(Candidate candidate, Settler settler) {
    Project project = settler.project();
    if (candidate.evidence() instanceof Excuse excuse && !excuse.holds(project)) {
      excuse.report(candidate, settler);
    } else if (candidate.evidence() instanceof DatabaseLimits limits && !limits.hold(project)) {
      settler.report(candidate).confidence(project.isWhole() ? Confidence.HIGH : Confidence.MEDIUM);
    } else if (candidate.evidence() instanceof UnboundedPool.Open open && open.isFinding(project)) {
      settler.report(candidate);
    }
  }
}
