package dev.zonegate.engine;

import dev.zonegate.model.Span;
import dev.zonegate.rule.RulePattern;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a comment that allows something: {@code zonegate: allow TimeZone.implicitNow, the
 * batch runs in UTC (until 2027-01-31)}.
 *
 * @param target null if there is a fault
 * @param until null if it does not end
 * @param fault what is wrong with it, or null
 * @param faulty the argument for the message about the fault
 */
record AllowComment(
    Targets.Target target, String reason, LocalDate until, RulePattern fault, Object faulty) {
  static final String MARK = "zonegate:";
  private static final Pattern ALLOW =
      Pattern.compile("zonegate:\\s*allow\\s+([\\w.]+)\\s*(?:,(.*))?", Pattern.DOTALL);

  static AllowComment parse(String text, Targets targets) {
    Matcher allow = ALLOW.matcher(text);
    if (!allow.matches()) {
      return fault(SuppressionNotes.MALFORMED, "`zonegate:` is not followed by `allow` and a rule");
    }
    String written = allow.group(1);
    Optional<Targets.Target> target = targets.find(written).filter(Targets.Target::isKnown);
    String rest = allow.group(2) == null ? "" : allow.group(2).strip();
    Reason reason = Reason.parse(rest);
    if (target.isEmpty()) {
      return fault(SuppressionNotes.UNKNOWN, written);
    }
    if (reason.text().isEmpty()) {
      return fault(SuppressionNotes.UNREASONED, target.get().name());
    }
    if (!reason.fault().isEmpty()) {
      return fault(SuppressionNotes.MALFORMED, reason.fault());
    }
    return new AllowComment(target.get(), reason.text(), reason.until(), null, null);
  }

  /** Whether what it allows can be found at all. */
  boolean isActive() {
    return target.isActive();
  }

  Suppression suppression(String path, Span at, Span covers, String member) {
    return new Suppression(
        path, at, covers, Suppression.Origin.COMMENT, target.name(), member, reason, until);
  }

  private static AllowComment fault(RulePattern fault, Object faulty) {
    return new AllowComment(null, "", null, fault, faulty);
  }
}
