package dev.zonegate.engine;

import dev.zonegate.rule.Rule;

/** How a failure of ours is told. */
final class Failures {
  private Failures() {}

  static String message(Rule rule, Throwable failure) {
    return "`"
        + rule.info().name()
        + "` "
        + cause(failure)
        + " and found nothing in this file; report it with the file";
  }

  static String cause(Throwable failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    String where =
        trace.length == 0 ? "" : " at " + trace[0].getFileName() + ":" + trace[0].getLineNumber();
    return "failed with " + failure.getClass().getSimpleName() + where;
  }
}
