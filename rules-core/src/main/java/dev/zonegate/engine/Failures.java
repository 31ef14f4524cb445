package dev.zonegate.engine;

import dev.zonegate.rule.Rule;
import java.util.List;

/** How a failure of ours is told. */
final class Failures {
  /** Where a mistake of ours is: not in the class of the JDK that noticed it. */
  private static final String OURS = "dev.zonegate.";

  private Failures() {}

  static String message(Rule rule, Throwable failure) {
    return "`"
        + rule.info().name()
        + "` "
        + cause(failure)
        + " and found nothing in this file; report it with the file";
  }

  static String cause(Throwable failure) {
    List<StackTraceElement> trace = List.of(failure.getStackTrace());
    String where =
        trace.stream()
            .filter(each -> each.getClassName().startsWith(OURS))
            .findFirst()
            .or(() -> trace.stream().findFirst())
            .map(each -> " at " + each.getFileName() + ":" + each.getLineNumber())
            .orElse("");
    return "failed with " + failure.getClass().getSimpleName() + where;
  }
}
