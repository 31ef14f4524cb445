package dev.zonegate.rules.missingtimeout;

import dev.zonegate.facts.ConfigSetting;
import dev.zonegate.facts.Project;
import dev.zonegate.rule.Evidence;
import java.util.Locale;

/**
 * What settings may limit the work on a database.
 *
 * @param isTransaction whether the limit wanted is that of transactions
 */
record DatabaseLimits(boolean isTransaction) implements Evidence {
  /** Whether a setting limits it. */
  boolean hold(Project project) {
    return project.all(ConfigSetting.class).stream().anyMatch(this::limits);
  }

  private boolean limits(ConfigSetting setting) {
    String key = setting.relaxedKey();
    boolean isTransactions = key.equals("spring.transaction.defaulttimeout");
    boolean isQueries = key.endsWith("query.timeout") || key.endsWith("querytimeout");
    boolean isSockets =
        key.endsWith("sockettimeout")
            || setting.value().toLowerCase(Locale.ROOT).contains("sockettimeout=");
    return isTransactions || !isTransaction && (isQueries || isSockets);
  }
}
