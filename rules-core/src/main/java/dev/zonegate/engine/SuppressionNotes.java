package dev.zonegate.engine;

import dev.zonegate.model.Span;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Finding;
import dev.zonegate.rule.RuleInfo;
import dev.zonegate.rule.RulePattern;
import java.util.List;

/** The findings that are about suppressions themselves; nothing suppresses them. */
public final class SuppressionNotes {
  static final RulePattern UNUSED =
      RulePattern.note("unused", "This allows `%s`, which is not found here", "remove it");
  static final RulePattern EXPIRED =
      RulePattern.note(
          "expired", "This allowed `%s` until %s and no longer hides it", "repair the code");
  static final RulePattern UNREASONED =
      RulePattern.note(
          "unreasoned",
          "This allows `%s` without a reason and hides nothing",
          "add one after a comma");
  static final RulePattern MALFORMED =
      RulePattern.note(
          "malformed",
          "%s, so this hides nothing",
          "write `zonegate: allow RULE.PATTERN, REASON (until YYYY-MM-DD)`");
  static final RulePattern UNKNOWN =
      RulePattern.note(
          "unknown",
          "No rule or pattern is called `%s`, so this hides nothing",
          "correct the name");

  /** What these notes are called in reports. */
  public static final RuleInfo INFO =
      RuleInfo.named("AI00", "Suppression")
          .summary("Keep suppressions few, reasoned and alive")
          .patterns(UNUSED, EXPIRED, UNREASONED, MALFORMED, UNKNOWN);

  private SuppressionNotes() {}

  static Finding unused(Suppression suppression) {
    return about(suppression, UNUSED, suppression.target());
  }

  static Finding expired(Suppression suppression) {
    String target = suppression.isForAll() ? "NOPMD" : suppression.target();
    return about(suppression, EXPIRED, target, suppression.until());
  }

  private static Finding about(Suppression from, RulePattern pattern, Object... arguments) {
    return note(
        from.path(),
        from.at(),
        from.member(),
        from.target() + " " + from.reason(),
        pattern,
        arguments);
  }

  static Finding note(
      String path, Span at, String member, String code, RulePattern pattern, Object... arguments) {
    return new Finding(
        INFO.id(),
        INFO.name(),
        pattern.id(),
        path,
        at,
        at,
        pattern.text(arguments),
        Fingerprints.hash(INFO.name(), pattern.id(), member, code, 0),
        pattern.severity(),
        Confidence.HIGH,
        false,
        List.of(),
        List.of());
  }
}
