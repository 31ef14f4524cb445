package dev.zonegate.match;

import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A call that writes to a log or to the console.
 *
 * @param call the call that writes; the last of a fluent chain
 * @param level how loud
 * @param arguments what is given to it and to the calls of its chain
 * @param takesThrowableLast whether a throwable added as last argument is logged with its trace
 */
public record LogCall(
    Expr.Call call, Level level, List<Expr> arguments, boolean takesThrowableLast) {
  private static final ApiSet LOGGERS = ApiSet.load("logging/loggers.api");
  private static final TypeSet LOMBOK = TypeSet.load("logging/lombok.types");

  /** How loud a log call is, over all frameworks. */
  public enum Level {
    ERROR,
    WARN,
    INFO,
    DEBUG,
    /** Decided at run time. */
    UNKNOWN;

    private static Level named(String name) {
      return switch (name) {
        case "error", "fatal", "severe", "SEVERE", "ERROR", "FATAL" -> ERROR;
        case "warn", "warning", "WARNING", "WARN" -> WARN;
        case "info", "config", "notice", "INFO", "CONFIG" -> INFO;
        case "debug", "trace", "fine", "finer", "finest" -> DEBUG;
        case "DEBUG", "TRACE", "FINE", "FINER", "FINEST" -> DEBUG;
        default -> UNKNOWN;
      };
    }

    /** Whether it tells of something that went wrong. */
    public boolean isAlarm() {
      return this == ERROR || this == WARN;
    }
  }

  /** The log call that {@code call} is, if it surely is one. */
  public static Optional<LogCall> of(SourceFile file, Expr.Call call) {
    Optional<Api> known = LOGGERS.find(call);
    if (known.isEmpty()) {
      return ofLombok(file, call);
    }
    Api api = known.get();
    if (api.has("on", "console")) {
      return console(call);
    }
    String level = api.attributes().get("level");
    return Optional.of(
        log(
            call,
            level == null ? levelOf(call) : Level.named(level),
            api.has("throwable", "last")));
  }

  private static LogCall log(Expr.Call call, Level level, boolean takesThrowableLast) {
    List<Expr> arguments = new ArrayList<>();
    for (Expr each = call; each instanceof Expr.Call link; each = link.target()) {
      arguments.addAll(link.arguments());
    }
    return new LogCall(call, level, List.copyOf(arguments), takesThrowableLast);
  }

  private static Optional<LogCall> console(Expr.Call call) {
    if (!(call.target() instanceof Expr.FieldAccess stream)
        || !(stream.target().type().isNamed("java.lang.System"))) {
      return Optional.empty();
    }
    Level level = stream.name().equals("err") ? Level.ERROR : Level.INFO;
    return Optional.of(log(call, level, false));
  }

  /** From the method's name, an argument such as {@code Level.SEVERE}, or the chain's start. */
  private static Level levelOf(Expr.Call call) {
    Level level = Level.named(call.name());
    for (Expr argument : call.arguments()) {
      if (level == Level.UNKNOWN && argument instanceof Expr.FieldAccess constant) {
        level = Level.named(constant.name());
      } else if (level == Level.UNKNOWN && argument instanceof Expr.Name constant) {
        level = Level.named(constant.name());
      }
    }
    for (Expr each = call.target();
        level == Level.UNKNOWN && each instanceof Expr.Call link;
        each = link.target()) {
      level = link.name().startsWith("at") ? levelOfStart(link) : level;
    }
    return level;
  }

  private static Level levelOfStart(Expr.Call start) {
    return start.name().equals("at") || start.name().equals("atLevel")
        ? levelOf(start)
        : Level.named(start.name().substring(2).toLowerCase(Locale.ROOT));
  }

  /** Lombok adds the field {@code log} where no front-end may see it. */
  private static Optional<LogCall> ofLombok(SourceFile file, Expr.Call call) {
    boolean writes = Level.named(call.name()) != Level.UNKNOWN || call.name().equals("log");
    if (!writes || !isUnknownLog(root(call))) {
      return Optional.empty();
    }
    for (Decl.Type type = file.enclosing(call, Decl.Type.class);
        type != null;
        type = file.enclosing(type, Decl.Type.class)) {
      Annotation logger = LOMBOK.annotationIn(type.annotations());
      if (logger != null) {
        boolean takesThrowable = !logger.type().isNamed("lombok.extern.java.Log");
        return Optional.of(
            log(call, levelOf(call), takesThrowable && call.target() instanceof Expr.Name));
      }
    }
    return Optional.empty();
  }

  private static Expr root(Expr.Call call) {
    Expr root = call.target();
    while (root instanceof Expr.Call link) {
      root = link.target();
    }
    return root;
  }

  private static boolean isUnknownLog(Expr root) {
    return root instanceof Expr.Name name && name.name().equals("log") && name.type().isUnknown();
  }
}
