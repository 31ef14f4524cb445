package dev.zonegate.rules.localeandmoney;

import dev.zonegate.facts.ConfigSetting;
import dev.zonegate.facts.Project;
import dev.zonegate.facts.Translations;
import dev.zonegate.rule.Candidate;
import dev.zonegate.rule.Evidence;
import dev.zonegate.rule.Settler;
import java.util.regex.Pattern;

/**
 * A text for users in the code, which is a defect where the project has texts in several languages.
 *
 * @param module the folder of the sources that it is in
 */
record Untranslated(String module) implements Evidence {
  private static final Pattern MESSAGES =
      Pattern.compile("(?:.*/)?(?:messages|ValidationMessages|i18n)[\\w.-]*\\.properties");

  /** The folders before {@code src}; files of one module share it. */
  static String moduleOf(String path) {
    int sources = path.indexOf("src/main/");
    return sources < 0 ? "" : path.substring(0, sources);
  }

  void settle(Candidate candidate, Settler settler) {
    Project project = settler.project();
    boolean isTranslated =
        project.all(Translations.class).stream().anyMatch(each -> isHere(each.path()))
            || project.all(ConfigSetting.class).stream()
                .anyMatch(each -> isHere(each.path()) && isOfTexts(each));
    if (isTranslated) {
      settler.report(candidate);
    }
  }

  /** A host may know this file by its whole path, the others by theirs in the project. */
  private boolean isHere(String path) {
    return ("/" + module).endsWith("/" + moduleOf(path));
  }

  private static boolean isOfTexts(ConfigSetting setting) {
    return setting.relaxedKey().equals("spring.messages.basename")
        || MESSAGES.matcher(setting.path()).matches();
  }
}
