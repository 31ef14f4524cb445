package dev.zonegate.rules.missingtimeout;

import dev.zonegate.match.Api;
import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Constants;
import dev.zonegate.match.JdbcUrl;
import dev.zonegate.match.Limits;
import dev.zonegate.match.ObjectFlow;
import dev.zonegate.match.TextComposition;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.SourceFile;
import dev.zonegate.rule.Reporter;

/** Finds connections, pools, batches and transactions that wait for a database without a limit. */
final class JdbcNoTimeout {
  private static final ApiSet URLS = ApiSet.load("timeouts/jdbc-urls.api");
  private static final ApiSet POOLS = ApiSet.load("timeouts/pools.api");
  private static final ApiSet POOL_WAIT =
      ApiSet.of("com.zaxxer.hikari.HikariConfig#setConnectionTimeout");
  private final SourceFile file;

  private JdbcNoTimeout(SourceFile file) {
    this.file = file;
  }

  static void find(SourceFile file, Reporter report) {
    JdbcNoTimeout search = new JdbcNoTimeout(file);
    for (Invocation use : file.all(Invocation.class)) {
      search.checkUrl(use, report);
      search.checkPool(use, report);
    }
    LongStatements.find(file, report);
    LongTransactions.find(file, report);
  }

  private void checkUrl(Invocation use, Reporter report) {
    Api api = URLS.find(use).orElse(null);
    int index = api == null ? 0 : api.number("arg", 0);
    if (api == null || index >= use.arguments().size()) {
      return;
    }
    String text = TextComposition.of(file).of(use.arguments().get(index)).text();
    JdbcUrl url = JdbcUrl.of(text.strip()).orElse(null);
    if (url != null && !url.isLimited() && !isLimitedBeside(url)) {
      report.at(use, MissingTimeoutRule.JDBC_NO_TIMEOUT, said(url));
    }
  }

  static String said(JdbcUrl url) {
    return "This `"
        + url.driver()
        + "` URL sets no `"
        + url.limits().get(0)
        + "`, so a dead database holds its callers for ever";
  }

  /** Whether a property that is set beside the URL does it. */
  private boolean isLimitedBeside(JdbcUrl url) {
    return file.all(Expr.class).stream()
            .filter(each -> each instanceof Expr.Literal || each instanceof Expr.Name)
            .map(each -> Constants.of(file).text(each).orElse(""))
            .anyMatch(url.limits()::contains)
        || file.all(Expr.Call.class).stream()
            .anyMatch(each -> each.name().matches("setSocketTimeout|setNetworkTimeout"));
  }

  private void checkPool(Invocation use, Reporter report) {
    Api pool = POOLS.find(use).orElse(null);
    if (pool != null
        && use instanceof Expr made
        && !isWaitSet(made, pool.attributes().get("needs"))) {
      report.at(
          use,
          MissingTimeoutRule.JDBC_NO_TIMEOUT,
          "`" + use.shortName() + "` waits for a free connection without a limit");
    }
    boolean isOff =
        POOL_WAIT.matches(use).isYes()
            && !use.arguments().isEmpty()
            && Limits.of(file).isNone(use.arguments().get(0));
    if (isOff) {
      report.at(
          use,
          MissingTimeoutRule.JDBC_NO_TIMEOUT,
          "`" + use.shortName() + "` waits for a free connection without a limit");
    }
  }

  private boolean isWaitSet(Expr made, String setter) {
    return ObjectFlow.of(file, made).calls().stream()
        .anyMatch(
            each ->
                each.name().startsWith(setter)
                    && !each.arguments().isEmpty()
                    && !Limits.of(file).isNone(each.arguments().get(0)));
  }
}
