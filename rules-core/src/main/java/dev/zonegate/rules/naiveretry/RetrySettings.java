package dev.zonegate.rules.naiveretry;

import dev.zonegate.model.ResourceFile;
import dev.zonegate.model.Setting;
import dev.zonegate.model.SourceFile;
import dev.zonegate.rule.ResourceReporter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds retries of Resilience4j whose settings neither back off nor choose failures. */
final class RetrySettings {
  private static final Pattern RETRY =
      Pattern.compile("resilience4j\\.retry\\.((?:instances|backends|configs)\\.[^.]+)\\.(.+)");
  private static final String DEFAULTS = "configs.default";
  private static final Pattern SPACED =
      Pattern.compile(
          "enable(exponentialbackoff|randomizedwait)|intervalbifunction|intervalfunction");
  private static final Pattern CHOOSING =
      Pattern.compile("(retry|ignore)exceptions.*|retryexceptionpredicate|resultpredicate");

  private RetrySettings() {}

  static void find(ResourceFile file, ResourceReporter report) {
    if (file.role() == SourceFile.Role.TEST) {
      return;
    }
    Map<String, Map<String, Setting>> retries = new LinkedHashMap<>();
    for (Setting each : file.settings()) {
      Matcher key = RETRY.matcher(each.relaxedKey());
      if (key.matches()) {
        retries
            .computeIfAbsent(key.group(1), name -> new LinkedHashMap<>())
            .put(key.group(2), each);
      }
    }
    retries.forEach(
        (name, settings) -> {
          if (!name.startsWith("configs.") || isUnused(retries)) {
            check(name, List.of(settings, base(settings, retries)), report);
          }
        });
  }

  /** A shared configuration is judged where it is used; alone, the code uses it by name. */
  private static boolean isUnused(Map<String, Map<String, Setting>> retries) {
    return retries.keySet().stream().allMatch(each -> each.startsWith("configs."));
  }

  private static Map<String, Setting> base(
      Map<String, Setting> settings, Map<String, Map<String, Setting>> retries) {
    Setting named = settings.get("baseconfig");
    String name =
        named == null
            ? DEFAULTS
            : "configs." + named.value().replaceAll("[-_]", "").toLowerCase(java.util.Locale.ROOT);
    return retries.getOrDefault(name, Map.of());
  }

  private static void check(String name, List<Map<String, Setting>> said, ResourceReporter report) {
    Setting first = said.get(0).values().iterator().next();
    boolean isSpaced = said.stream().anyMatch(each -> isSaid(each, SPACED));
    boolean isOnce =
        said.stream()
            .map(each -> each.get("maxattempts"))
            .filter(java.util.Objects::nonNull)
            .findFirst()
            .filter(each -> each.value().strip().equals("1"))
            .isPresent();
    if (isOnce) {
      return;
    }
    if (!isSpaced) {
      Setting pause = said.get(0).getOrDefault("waitduration", first);
      report.at(pause, NaiveRetryRule.NO_BACKOFF, name, "retries after the same time each round");
    }
    if (said.stream().noneMatch(each -> isSaid(each, CHOOSING))) {
      report.at(first, NaiveRetryRule.RETRY_EVERYTHING, name, "retries every failure");
    }
  }

  private static boolean isSaid(Map<String, Setting> settings, Pattern wanted) {
    return settings.entrySet().stream()
        .anyMatch(
            each ->
                wanted.matcher(each.getKey()).matches()
                    && !each.getValue().value().strip().equals("false"));
  }
}
