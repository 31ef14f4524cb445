package dev.zonegate.rules.timezone;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What the name of a variable says of the time in it. */
final class MomentName {
  private static final Set<String> TIME_WORDS =
      Set.of("at", "on", "time", "date", "datetime", "timestamp", "stamp", "until");
  private static final Set<String> STAMPS = Set.of("timestamp", "stamp");
  private static final Set<String> ENDS = Set.of("expiry", "expiration", "expires", "deadline");
  private static final Set<String> PAST = Set.of("sent", "paid", "seen", "login");
  private static final Set<String> PLANNED =
      Set.of(
          "planned",
          "estimated",
          "expected",
          "preferred",
          "proposed",
          "desired",
          "requested",
          "target",
          "birth",
          "born");
  private static final Set<String> WALL_CLOCK =
      Set.of(
          "open", "opens", "close", "closes", "start", "starts", "end", "ends", "begin", "begins",
          "arrive", "arrives", "depart", "departs", "meet", "meets", "due");
  private static final List<String> DEEDS =
      List.of(
          "creat",
          "updat",
          "modif",
          "delet",
          "remov",
          "expir",
          "issu",
          "publish",
          "process",
          "complet",
          "approv",
          "cancel",
          "revok",
          "revoc",
          "verif",
          "receiv",
          "archiv",
          "login",
          "logged",
          "access",
          "sync",
          "execut",
          "submi",
          "regist",
          "transaction",
          "payment",
          "purchas",
          "finish",
          "chang",
          "occur",
          "trigger",
          "confirm",
          "order",
          "request",
          "response");

  private MomentName() {}

  /** Whether it names a moment: {@code createdAt}, {@code lastLogin}, {@code tokenExpiryDate}. */
  static boolean isMoment(String name) {
    List<String> words = words(name);
    if (words.isEmpty() || words.stream().anyMatch(PLANNED::contains)) {
      return false;
    }
    String last = words.get(words.size() - 1);
    if (STAMPS.contains(last) || ENDS.contains(last) || isPast(last)) {
      return true;
    }
    boolean isPrefixed = words.size() > 1 && Set.of("last", "gmt").contains(words.get(0));
    boolean isDateOf =
        words.size() > 1 && words.get(0).equals("date") && isDeed(words.get(words.size() - 1));
    return isPrefixed || isDateOf || TIME_WORDS.contains(last) && isTimed(words, last);
  }

  /** {@code createdOn}, {@code updateTime}, {@code retryAt}, {@code lockedUntil}. */
  private static boolean isTimed(List<String> words, String timeWord) {
    int i = words.size() - 2;
    while (i > 0 && TIME_WORDS.contains(words.get(i))) {
      i--;
    }
    if (i < 0) {
      return false;
    }
    String word = words.get(i);
    return switch (timeWord) {
      case "at" -> !WALL_CLOCK.contains(word);
      case "on" -> isPast(word) || word.endsWith("ed") || word.endsWith("nt") || isDeed(word);
      case "until" -> word.equals("valid") || word.endsWith("ed");
      default -> isPast(word) || ENDS.contains(word) || isDeed(word);
    };
  }

  private static boolean isPast(String word) {
    return PAST.contains(word) || word.endsWith("ed") && isDeed(word);
  }

  private static boolean isDeed(String word) {
    return DEEDS.stream().anyMatch(word::startsWith);
  }

  private static List<String> words(String name) {
    return Stream.of(name.split("_|(?<=[a-z0-9])(?=[A-Z])"))
        .filter(word -> !word.isEmpty())
        .map(word -> word.toLowerCase(Locale.ROOT))
        .toList();
  }
}
