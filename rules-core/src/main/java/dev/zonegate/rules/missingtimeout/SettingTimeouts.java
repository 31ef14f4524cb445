package dev.zonegate.rules.missingtimeout;

import dev.zonegate.match.JdbcUrl;
import dev.zonegate.model.ResourceFile;
import dev.zonegate.model.Setting;
import dev.zonegate.model.SourceFile;
import dev.zonegate.rule.ResourceReporter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds settings that make connections without a limit. */
final class SettingTimeouts {
  private static final Map<String, String> NO_LIMIT =
      Map.of("spring.mail.host", "spring.mail.properties.mail.");

  private SettingTimeouts() {}

  static void find(ResourceFile file, ResourceReporter report) {
    if (file.role() == SourceFile.Role.TEST || isForDevelopment(file.name())) {
      return;
    }
    for (Setting each : file.settings()) {
      checkUrl(file.settings(), each, report);
      checkMail(file.settings(), each, report);
    }
  }

  private static boolean isForDevelopment(String name) {
    return name.matches("(?is).*[-_.](dev|test|local|it|docker|development)\\..*");
  }

  private static void checkUrl(List<Setting> all, Setting setting, ResourceReporter report) {
    JdbcUrl url = JdbcUrl.of(setting.value().strip()).orElse(null);
    boolean isUnlimited =
        url != null
            && !url.isLimited()
            && !url.isLocal()
            && !isForDevelopment("x-" + setting.profile() + ".x");
    boolean isLimitedBeside =
        isUnlimited
            && all.stream().anyMatch(each -> url.limits().stream().anyMatch(it -> names(each, it)));
    if (isUnlimited && !isLimitedBeside) {
      report.at(setting, MissingTimeoutRule.JDBC_NO_TIMEOUT, JdbcNoTimeout.said(url));
    }
  }

  private static boolean names(Setting setting, String property) {
    String wanted = property.toLowerCase(Locale.ROOT);
    return setting.relaxedKey().endsWith(wanted)
        || setting.value().toLowerCase(Locale.ROOT).contains(wanted + "=");
  }

  private static void checkMail(List<Setting> all, Setting setting, ResourceReporter report) {
    String prefix = NO_LIMIT.get(setting.relaxedKey());
    boolean isLimited =
        prefix == null
            || all.stream()
                .map(Setting::relaxedKey)
                .anyMatch(key -> key.startsWith(prefix) && key.endsWith("timeout"));
    if (!isLimited && !setting.value().isBlank()) {
      report.at(setting, MissingTimeoutRule.RAW_CONNECTION, setting.key(), "connect or read");
    }
  }
}
