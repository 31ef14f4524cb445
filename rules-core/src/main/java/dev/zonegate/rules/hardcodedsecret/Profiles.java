package dev.zonegate.rules.hardcodedsecret;

import java.util.regex.Pattern;

/** Tells profiles that never run in production. */
final class Profiles {
  private static final Pattern TEST =
      Pattern.compile(
          "(?i)(?:[\\w-]*[-_.])?(?:dev|develop|development|test|tests|testing|local|localhost|demo|it|e2e|ci|h2|docker-local|sandbox|example)(?:[-_.][\\w-]*)?");
  private static final Pattern NOT_PRODUCTION =
      Pattern.compile("(?i)!\\s*\\(?(?:prod|production|live)\\)?");

  private Profiles() {}

  /** Whether an expression such as {@code dev}, {@code test | local} or {@code !prod} is one. */
  static boolean isForTests(String profile) {
    if (profile.isBlank()) {
      return false;
    }
    for (String each : profile.split("[|,]")) {
      boolean isTest = false;
      for (String part : each.strip().split("&")) {
        String name = part.strip().replaceAll("[()]", "");
        isTest |= TEST.matcher(name).matches() || NOT_PRODUCTION.matcher(name).matches();
      }
      if (!isTest) {
        return false;
      }
    }
    return true;
  }
}
