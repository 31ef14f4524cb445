package dev.zonegate.rules.sensitivedataexposure;

import dev.zonegate.match.KnownSetting;
import dev.zonegate.match.Vocabulary;
import dev.zonegate.model.ResourceFile;
import dev.zonegate.model.Setting;
import dev.zonegate.rule.ResourceReporter;
import java.util.List;
import java.util.regex.Pattern;

/** Finds settings by which stack traces, bound values or the inside of the program get out. */
final class StackTraceOn {
  private static final List<KnownSetting> SETTINGS = KnownSetting.load("exposure/settings.table");
  private static final Vocabulary DEVELOPMENT =
      Vocabulary.load("exposure/development-profiles.words");
  private static final Pattern APPLICATION =
      Pattern.compile("(?s)(?:application|bootstrap).*|.*\\.env.*");
  private static final Pattern NOT_PRODUCTION = Pattern.compile("!\\s*\\(?prod\\w*\\)?");

  private StackTraceOn() {}

  static void find(ResourceFile file, ResourceReporter report) {
    if (!APPLICATION.matcher(file.name()).matches()) {
      return;
    }
    for (Setting setting : file.settings()) {
      for (KnownSetting known : SETTINGS) {
        if (known.matches(setting.relaxedKey(), setting.value())
            && isComplete(file, setting, known)
            && !isForDevelopers(setting.profile())) {
          report.at(
              setting,
              SensitiveDataExposureRule.STACK_TRACE_ON,
              Texts.shortened(setting.key()) + "=" + setting.value().strip(),
              known.says());
        }
      }
    }
  }

  private static boolean isComplete(ResourceFile file, Setting setting, KnownSetting known) {
    return known.needs().isEmpty()
        || file.settings().stream()
            .filter(each -> each.profile().isEmpty() || each.profile().equals(setting.profile()))
            .anyMatch(each -> known.needs().equals(each.relaxedKey() + "=" + each.value().strip()));
  }

  /** Whether every profile that it names is one for developers. */
  private static boolean isForDevelopers(String profile) {
    if (profile.isBlank()) {
      return false;
    }
    for (String each : profile.split("[|,]")) {
      boolean isDevelopment =
          DEVELOPMENT.isIn(each) && !each.contains("!")
              || NOT_PRODUCTION.matcher(each.strip()).matches();
      if (!isDevelopment) {
        return false;
      }
    }
    return true;
  }
}
