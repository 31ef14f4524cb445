package dev.zonegate.rules.swallowederror;

import dev.zonegate.match.LogCall;
import dev.zonegate.match.Methods;
import dev.zonegate.model.Answer;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.MethodRef;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.TypeRef;
import dev.zonegate.rule.Confidence;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the body of a {@code try} is about. */
final class Work {
  private static final List<String> COMPUTING =
      List.of(
          "java.lang.",
          "java.util.",
          "java.time.",
          "java.math.",
          "java.text.",
          "java.beans.",
          "java.net.URI");
  private static final List<String> WAITING =
      List.of(
          "java.util.concurrent.",
          "java.util.jar.",
          "java.util.zip.",
          "java.lang.Process",
          "java.lang.Runtime");
  private static final String[] IN_MEMORY = {
    "java.io.ByteArrayInputStream",
    "java.io.ByteArrayOutputStream",
    "java.io.StringReader",
    "java.io.StringWriter"
  };
  private static final Set<String> PROBES =
      Set.of(
          "forName",
          "loadClass",
          "getMethod",
          "getDeclaredMethod",
          "getField",
          "getDeclaredField",
          "getConstructor",
          "getDeclaredConstructor",
          "newInstance",
          "setAccessible");
  private static final Pattern BEST_EFFORT =
      Pattern.compile(
          "(?s).*(audit|metric|cache|evict|notif|telemetry|statistic|heartbeat|warmup|prefetch|preload"
              + "|tracing|analytics).*",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern CONVERTS =
      Pattern.compile(
          "(parse|decode)(Int|Long|Double|Float|Boolean|Short|Byte)?|valueOf|fromString");

  private Work() {}

  /**
   * Whether storage, a database or another service may fail in it, so that a default hides that. A
   * body that only computes with classes of the JDK and reads properties has bad input at worst.
   */
  static boolean reachesOutside(Handling handling) {
    return onlyComputes(handling).isNo() || isOutsideByName(handling);
  }

  /** How sure it is that {@link #reachesOutside}: less where only a name says so. */
  static Confidence confidence(Handling handling) {
    return onlyComputes(handling).isNo() ? Confidence.HIGH : Confidence.MEDIUM;
  }

  /** Whether nothing in it can fail but the program itself and its input. */
  static Answer onlyComputes(Handling handling) {
    if (CaughtTypes.catchesNarrowFailure(handling.clause())
        || handling.thrown().includes("java.io.IOException")
        || handling.thrown().includes("java.sql.SQLException")) {
      return Answer.NO;
    }
    Answer computes = Answer.of(handling.attempt().resources().isEmpty());
    for (Invocation use : handling.file().allIn(handling.attempt().body(), Invocation.class)) {
      computes = computes.and(computes(handling, use));
    }
    return computes;
  }

  private static boolean isOutsideByName(Handling handling) {
    return handling.file().allIn(handling.attempt().body(), Expr.Call.class).stream()
        .anyMatch(call -> OutsideNames.isOn(handling.file(), call));
  }

  private static Answer computes(Handling handling, Invocation use) {
    MethodRef method = use.method();
    TypeRef owner = method == null ? use.receiverType() : method.owner();
    if (owner.isUnknown()) {
      return Methods.of(handling.file()).declaration(use).isPresent() ? Answer.NO : Answer.UNKNOWN;
    }
    boolean isGetter =
        use.arguments().isEmpty()
            && use.name().matches("(get|is|has)[A-Z].*|name|value|size|length")
            && (method == null || method.thrown().isEmpty())
            && !(use instanceof Expr.New);
    return Answer.of(
        isGetter
            || COMPUTING.stream().anyMatch(owner.name()::startsWith)
                && WAITING.stream().noneMatch(owner.name()::startsWith));
  }

  /** Whether all that it reads or writes is in memory, where an {@code IOException} cannot be. */
  static boolean isInMemory(Handling handling) {
    SourceFile file = handling.file();
    if (handling.clause().types().stream()
        .allMatch(type -> type.ref().isNamed("java.io.IOException"))) {
      return Stream.concat(
              file.allIn(handling.attempt(), Expr.Name.class).stream(),
              file.allIn(handling.attempt(), Expr.New.class).stream())
          .anyMatch(each -> each.type().isAnyOf(IN_MEMORY).isYes());
    }
    return !handling.attempt().resources().isEmpty()
        && handling.attempt().resources().stream()
            .allMatch(each -> each instanceof Stmt.Local local && isMadeInMemory(local))
        && file.allIn(handling.attempt().body(), Invocation.class).stream()
            .allMatch(each -> isWritingText(each));
  }

  private static boolean isMadeInMemory(Stmt.Local resource) {
    return resource.type().ref().isAnyOf(IN_MEMORY).isYes()
        || resource.initializer() instanceof Expr.New made
            && made.type().isAnyOf(IN_MEMORY).isYes();
  }

  private static boolean isWritingText(Invocation use) {
    TypeRef owner = use.method() == null ? use.receiverType() : use.method().owner();
    return owner.name().startsWith("java.lang.")
        || owner.isNamed("java.io.PrintWriter")
        || owner.isAnyOf(IN_MEMORY).isYes();
  }

  /** Whether it looks for a class or member that may be absent. */
  static boolean isProbe(Handling handling) {
    return handling.file().allIn(handling.attempt().body(), Expr.Call.class).stream()
        .anyMatch(call -> PROBES.contains(call.name()));
  }

  /** Whether all it does is turn text into a value, which fails for text of another form. */
  static boolean onlyConverts(Handling handling) {
    List<Invocation> uses = handling.file().allIn(handling.attempt().body(), Invocation.class);
    return uses.stream().anyMatch(use -> CONVERTS.matcher(use.name()).matches())
        && uses.stream().allMatch(use -> converts(use));
  }

  private static boolean converts(Invocation use) {
    return CONVERTS.matcher(use.name()).matches()
        || use.name()
                .matches(
                    "equals(IgnoreCase)?|compareTo|trim|strip|to(Lower|Upper)Case|(get|is|set|put)[A-Z].*|set|put")
            && (use.method() == null || use.method().thrown().isEmpty());
  }

  /** Whether it is done only if the log wants it: {@code if (log.isTraceEnabled())}. */
  static boolean isForTheLog(Handling handling) {
    SourceFile file = handling.file();
    Stmt.If around = file.enclosing(handling.attempt(), Stmt.If.class);
    while (around != null) {
      if (around.condition() instanceof Expr.Call test
          && (test.name().equals("isLoggable") || test.name().matches("is[A-Z]\\w*Enabled"))) {
        return true;
      }
      around = file.enclosing(around, Stmt.If.class);
    }
    return false;
  }

  /** Whether it writes to the log and does nothing else, which no caller counts on. */
  static boolean onlyLogs(Handling handling) {
    return !handling.attempt().body().statements().isEmpty()
        && handling.attempt().resources().isEmpty()
        && handling.attempt().body().statements().stream()
            .allMatch(each -> isLog(handling.file(), each));
  }

  private static boolean isLog(SourceFile file, Stmt statement) {
    return statement instanceof Stmt.Expression only
        && only.expression() instanceof Expr.Call call
        && LogCall.of(file, call).isPresent()
        && call.arguments().stream().allMatch(each -> file.allIn(each, Expr.Call.class).isEmpty());
  }

  /** Whether names say that it may fail without harm: an audit, a metric, a cache. */
  static boolean isBestEffort(Handling handling) {
    Decl.Method method = handling.method();
    if (method != null && BEST_EFFORT.matcher(method.name()).matches()) {
      return true;
    }
    return handling.file().allIn(handling.attempt().body(), Expr.Call.class).stream()
        .anyMatch(call -> BEST_EFFORT.matcher(call.name()).matches() || isOnBestEffort(call));
  }

  private static boolean isOnBestEffort(Expr.Call call) {
    return call.target() instanceof Expr.Name name && BEST_EFFORT.matcher(name.name()).matches();
  }
}
