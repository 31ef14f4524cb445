package dev.zonegate.rules.timezone;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What the zone database knows of an id. */
final class ZoneIds {
  private static final Pattern CUSTOM =
      Pattern.compile("GMT[+-](?:[01]?\\d|2[0-3])(?::?[0-5]\\d)?");
  private static final Set<String> TIME_ZONES =
      new HashSet<>(Arrays.asList(java.util.TimeZone.getAvailableIDs()));
  private static final int SHORTEST_PLACE = 4;

  private ZoneIds() {}

  /** Whether it is one of the old three-letter ids, such as {@code PST} or {@code IST}. */
  static boolean isAbbreviation(String id) {
    return ZoneId.SHORT_IDS.containsKey(id);
  }

  /** Whether {@code TimeZone.getTimeZone} knows it. */
  static boolean isTimeZone(String id) {
    return TIME_ZONES.contains(id) || CUSTOM.matcher(id).matches();
  }

  /** Whether {@code ZoneId.of} knows it. */
  static boolean isZoneId(String id) {
    try {
      return ZoneId.of(id) != null;
    } catch (DateTimeException e) {
      return false;
    }
  }

  static boolean isRegion(String id) {
    return ZoneId.getAvailableZoneIds().contains(id);
  }

  /** The id that differs from {@code id} only in case, spaces and punctuation, if there is one. */
  static Optional<String> respelled(String id) {
    String wanted = letters(id);
    List<String> alike =
        ZoneId.getAvailableZoneIds().stream()
            .filter(each -> each.contains("/") && letters(each).equals(wanted))
            .toList();
    return alike.size() == 1 ? Optional.of(alike.get(0)) : Optional.empty();
  }

  /** The region whose city {@code name} names: {@code Europe/Berlin} for {@code BERLIN_ZONE}. */
  static Optional<String> regionNamedIn(String name) {
    String words = "_" + name.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT) + "_";
    return ZoneId.getAvailableZoneIds().stream()
        .filter(each -> each.indexOf('/') > 0 && !each.startsWith("Etc/"))
        .filter(each -> words.contains("_" + city(each) + "_"))
        .sorted()
        .findFirst();
  }

  static boolean hasDaylightSaving(String region) {
    return !ZoneId.of(region).getRules().getTransitionRules().isEmpty();
  }

  private static String city(String region) {
    String city = region.substring(region.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    return city.length() < SHORTEST_PLACE ? " " : city;
  }

  private static String letters(String id) {
    return id.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT);
  }
}
