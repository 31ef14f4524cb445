package dev.zonegate.rules.resourceleak;

import dev.zonegate.match.Api;
import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.rule.Reporter;
import java.util.Set;
import java.util.regex.Pattern;

/** A listener, hook, timer or subscription that each request adds and nothing takes off. */
final class ListenerLeak {
  private static final ApiSet REGISTERING = ApiSet.load("resources/listeners.api");
  private static final TypeSet HANDLERS = TypeSet.load("request/handlers.types");
  private static final ApiSet ENDLESS = ApiSet.of("reactor.core.publisher.Flux#interval");
  private static final TypeSet FLUX = TypeSet.of("reactor.core.publisher.Flux");
  private static final TypeSet SOURCES =
      TypeSet.of("reactor.core.publisher.Flux", "reactor.core.publisher.Sinks.Many");
  private static final Set<String> ENDING =
      Set.of("take", "takeUntil", "takeWhile", "takeUntilOther", "timeout");
  private static final Pattern FINITE = Pattern.compile("just|from\\w*|range|empty|defer");
  private static final Pattern LISTENER =
      Pattern.compile("(add|register)\\w*(Listener|Observer|Callback|Subscriber)");

  private ListenerLeak() {}

  static void find(SourceFile file, Reporter report) {
    for (Expr.Call call : file.all(Expr.Call.class)) {
      Pattern ending = ending(file, call);
      if (ending != null
          && isServing(file, call)
          && !Lifetimes.runsOnce(file, call)
          && !isTakenOff(file, call, ending)) {
        report.at(call, ResourceLeakRule.LISTENER_LEAK, call.shortName());
      }
    }
  }

  private static Pattern ending(SourceFile file, Expr.Call call) {
    Api api = REGISTERING.find(call).orElse(null);
    if (api != null) {
      return Pattern.compile(api.attributes().get("by"));
    }
    boolean isShared =
        Bindings.of(file)
            .declaration(call.target())
            .filter(Decl.Field.class::isInstance)
            .isPresent();
    if (LISTENER.matcher(call.name()).matches() && isShared) {
      return Pattern.compile("(remove|unregister|deregister|delete)\\w*");
    }
    boolean isDropped = file.parent(call) instanceof Stmt.Expression;
    return call.name().equals("subscribe")
            && isDropped
            && (isEndless(call) || isOfSharedSource(file, call))
        ? Pattern.compile("dispose|take\\w*|cancel")
        : null;
  }

  private static boolean isEndless(Expr.Call call) {
    for (Expr each = call; each instanceof Expr.Call stage; each = stage.target()) {
      if (ENDLESS.matches(stage).isYes()) {
        return true;
      }
    }
    return false;
  }

  /** {@code prices.filter(...).subscribe(...)} of a stream that a field keeps, not a part of it. */
  private static boolean isOfSharedSource(SourceFile file, Expr.Call call) {
    Expr source = call.target();
    while (source instanceof Expr.Call stage && !ENDING.contains(stage.name())) {
      source = stage.target();
    }
    return FLUX.contains(call.receiverType()).isYes()
        && source != null
        && SOURCES.contains(source.type()).isYes()
        && Bindings.of(file).declaration(source).orElse(null) instanceof Decl.Field field
        && !(field.initializer() instanceof Expr.Call made
            && FINITE.matcher(made.name()).matches());
  }

  /** In a method of a component that is called again and again. */
  private static boolean isServing(SourceFile file, Expr.Call call) {
    Decl.Method method = file.enclosing(call, Decl.Method.class);
    return method != null
        && (HANDLERS.annotationIn(method.annotations()) != null
            || Lifetimes.isInApplication(file, call) && isBusiness(method));
  }

  private static boolean isBusiness(Decl.Method method) {
    return !method
        .name()
        .matches("(add|register|subscribe|schedule|on|attach|watch|listen)([A-Z].*)?");
  }

  private static boolean isTakenOff(SourceFile file, Expr.Call call, Pattern ending) {
    return file.allIn(Lifetimes.outermost(file, call), Invocation.class).stream()
        .filter(each -> ending.matcher(each.name()).matches())
        .anyMatch(each -> !isOfOther(file, call, each));
  }

  /** A method that registers too takes off its own. */
  private static boolean isOfOther(SourceFile file, Expr.Call call, Invocation end) {
    Decl.Method method = file.enclosing((Node) end, Decl.Method.class);
    return method != null
        && method != file.enclosing(call, Decl.Method.class)
        && file.allIn(method, Expr.Call.class).stream()
            .anyMatch(each -> each.name().equals(call.name()) && each.span().isBefore(end.span()));
  }
}
