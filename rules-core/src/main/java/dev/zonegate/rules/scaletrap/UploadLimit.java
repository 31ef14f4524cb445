package dev.zonegate.rules.scaletrap;

import dev.zonegate.facts.ConfigSetting;
import dev.zonegate.rule.Candidate;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Evidence;
import dev.zonegate.rule.Settler;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An upload that settings may limit.
 *
 * @param isPart whether it is a part of a form, for which frameworks have a limit of their own
 */
record UploadLimit(boolean isPart) implements Evidence {
  private static final Pattern SIZE = Pattern.compile("(?i)(-?\\d{1,9})\\s*([kmg]?)b?");
  private static final long MOST_MEGABYTES = 20;

  /** Reports it, unless a setting keeps uploads small. */
  void settle(Candidate candidate, Settler settler) {
    Optional<ConfigSetting> limit =
        settler.project().all(ConfigSetting.class).stream()
            .filter(
                each ->
                    each.relaxedKey()
                        .matches(".*(multipart\\.maxfilesize|limits\\.maxbodysize|maxpostsize)"))
            .findFirst();
    boolean isSmall = limit.filter(each -> isSmall(each.value())).isPresent();
    if (!isSmall) {
      boolean isLow = isPart && limit.isEmpty();
      settler.report(candidate).confidence(isLow ? Confidence.LOW : Confidence.HIGH);
    }
  }

  private static boolean isSmall(String value) {
    Matcher size = SIZE.matcher(value.strip());
    if (!size.matches()) {
      return false;
    }
    long number = Long.parseLong(size.group(1));
    long megabytes =
        switch (size.group(2).toLowerCase(Locale.ROOT)) {
          case "g" -> number * 1024;
          case "m" -> number;
          case "k" -> number / 1024;
          default -> number / (1024 * 1024);
        };
    return number > 0 && megabytes <= MOST_MEGABYTES;
  }
}
