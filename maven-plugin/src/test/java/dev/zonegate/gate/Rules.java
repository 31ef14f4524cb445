package dev.zonegate.gate;

import dev.zonegate.rule.RuleInfo;
import dev.zonegate.rule.RulePattern;
import java.util.List;

/** A small catalogue for tests. */
public final class Rules {
  public static final RulePattern IMPLICIT_NOW =
      RulePattern.warning("implicitNow", "`%s` reads the default time zone", "pass a `Clock`");
  public static final RulePattern LEGACY =
      RulePattern.note("legacyDateApi", "`%s` is an old date", "use `java.time`");
  public static final RulePattern CONCAT =
      RulePattern.error("jdbcConcat", "`%s` joins text into SQL", "bind a parameter");

  public static final RulePattern CLONE =
      RulePattern.warning("clone", "`%s` is there twice", "call the other");

  public static final RuleInfo DRIFT =
      RuleInfo.named("AI18", "ArchitectureDrift").summary("Fit in").cwe(1061).patterns(CLONE);
  public static final RuleInfo TIME_ZONE =
      RuleInfo.named("AI11", "TimeZone")
          .summary("State the time zone")
          .cwe(682)
          .patterns(IMPLICIT_NOW, LEGACY);
  public static final RuleInfo RAW_SQL =
      RuleInfo.named("AI03", "RawSql").summary("Bind parameters").cwe(89).patterns(CONCAT);

  public static final RuleNames NAMES = new RuleNames(List.of(RAW_SQL, TIME_ZONE));

  private Rules() {}
}
