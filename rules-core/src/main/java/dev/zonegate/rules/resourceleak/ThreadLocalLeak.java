package dev.zonegate.rules.resourceleak;

import dev.zonegate.match.Api;
import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.Same;
import dev.zonegate.match.TypeSet;
import dev.zonegate.match.flow.Claim;
import dev.zonegate.match.flow.ControlFlow;
import dev.zonegate.match.flow.Leaving;
import dev.zonegate.match.flow.Places;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Reporter;
import java.util.regex.Pattern;

/** A value bound to a thread that goes back to its pool with it. */
final class ThreadLocalLeak {
  private static final ApiSet BINDINGS = ApiSet.load("resources/bindings.api");
  private static final TypeSet DISPATCHED =
      TypeSet.of(
          "org.springframework.web.servlet.HandlerInterceptor",
          "org.springframework.stereotype.Controller",
          "org.springframework.web.bind.annotation.RestController",
          "org.springframework.web.bind.annotation.ControllerAdvice",
          "org.springframework.web.bind.annotation.RestControllerAdvice");
  private static final Pattern CONTEXT =
      Pattern.compile(
          "(?s)[A-Z].*Context(Holder)?"
              + "|(?=.*Holder\\z).*(Tenant|User|Request|Locale|Trace|Correlation|Auth|Session).*");
  private static final Pattern SETTER = Pattern.compile("set(Current)?[A-Z]?\\w*");
  private static final Pattern CLEARING = Pattern.compile("(clear|remove|reset|unset|unbind)\\w*");

  private ThreadLocalLeak() {}

  static void find(SourceFile file, Reporter report) {
    for (Expr.Call call : file.all(Expr.Call.class)) {
      Pattern ending = ending(file, call);
      if (ending != null && !isCleared(call) && !Lifetimes.runsOnce(file, call)) {
        judge(file, call, ending, report);
      }
    }
  }

  /** The names of what takes the value off again; null if nothing is bound. */
  private static Pattern ending(SourceFile file, Expr.Call call) {
    Api api = BINDINGS.find(call).orElse(null);
    if (api != null) {
      boolean isTakenOff =
          api.has("if", "background") && !isInBackground(file, call)
              || api.has("unless", "dispatched") && isDispatched(file, call);
      return isTakenOff ? null : Pattern.compile(api.attributes().get("by"));
    }
    boolean isContext =
        call.target() instanceof Expr.TypeName type
            && CONTEXT.matcher(type.type().simpleName()).matches()
            && SETTER.matcher(call.name()).matches()
            && call.arguments().size() == 1
            && isOfProject(file, type);
    return isContext ? CLEARING : null;
  }

  /** The tenant or user context of the application itself. */
  private static boolean isOfProject(SourceFile file, Expr.TypeName type) {
    String[] parts = file.unit().packageName().split("\\.");
    return parts.length > 1 && type.type().name().startsWith(parts[0] + "." + parts[1] + ".");
  }

  /** The dispatcher servlet puts back what it found when its interceptors and handlers are done. */
  private static boolean isDispatched(SourceFile file, Expr.Call call) {
    Decl.Type type = file.enclosing(call, Decl.Type.class);
    return type != null
        && (DISPATCHED.contains(type.ref()).isYes()
            || type.implementsTypes().stream()
                .anyMatch(each -> DISPATCHED.contains(each.ref()).isYes())
            || DISPATCHED.annotationIn(type.annotations()) != null);
  }

  /** Spring Security itself clears what is set while it serves a request. */
  private static boolean isInBackground(SourceFile file, Expr.Call call) {
    Decl.Method method = file.enclosing(call, Decl.Method.class);
    return method != null
        && (method.name().equals("run")
            || method.name().equals("call")
            || runsGiven(file, method, call)
            || method.annotations().stream()
                .anyMatch(each -> each.name().matches("Async|Scheduled|.*Listener")));
  }

  /** A method that runs given work is over with it, unless what ends the value is its caller. */
  private static boolean mayEndAfter(
      SourceFile file, Decl.Method method, Expr.Call set, Invocation end) {
    Decl.Method other = file.enclosing((Node) end, Decl.Method.class);
    return method == null
        || other == null
        || !runsGiven(file, method, set)
        || file.allIn(other, Expr.Call.class).stream()
            .anyMatch(each -> each.name().equals(method.name()));
  }

  /** Work given to the method runs as another user, and what comes behind it does too. */
  private static boolean runsGiven(SourceFile file, Decl.Method method, Expr.Call set) {
    return file.allIn(method, Expr.Call.class).stream()
        .filter(each -> set.span().isBefore(each.span()) && each.arguments().isEmpty())
        .anyMatch(
            each ->
                each.name().matches("run|call")
                    && Bindings.of(file).declaration(each.target()).orElse(null)
                        instanceof Decl.Param work
                    && file.parent(work) == method);
  }

  private static boolean isCleared(Expr.Call call) {
    return call.arguments().stream()
        .anyMatch(each -> each instanceof Expr.Literal literal && literal.isNull());
  }

  private static void judge(SourceFile file, Expr.Call call, Pattern ending, Reporter report) {
    Decl.Method method = file.enclosing(call, Decl.Method.class);
    boolean isEndedHere = false;
    boolean isEndedElsewhere = false;
    for (Invocation each : file.allIn(Lifetimes.outermost(file, call), Invocation.class)) {
      if (each != call && isEnd(file, call, each, ending)) {
        boolean isHere = file.enclosing(each, Decl.Method.class) == method;
        isEndedHere |= isHere;
        isEndedElsewhere |=
            !isHere && !bindsToo(file, call, each) && mayEndAfter(file, method, call, each);
      }
    }
    if (isEndedHere) {
      Leaving leaving =
          ControlFlow.of(file).after(call, new Ended(file, call, ending), ThreadLocalLeak::mayFail);
      if (leaving.isComplete() && leaving.fails() && !isEndedElsewhere) {
        report.at(
            call, ResourceLeakRule.THREAD_LOCAL_LEAK, call.shortName(), "if what follows fails");
      }
    } else if (!isEndedElsewhere && isLastSet(file, call) && !isKeptPerThread(file, call)) {
      report
          .at(call, ResourceLeakRule.THREAD_LOCAL_LEAK, call.shortName(), "when this call is over")
          .confidence(Confidence.MEDIUM);
    }
  }

  /** A method that binds the same before it ends it is over with its own value. */
  private static boolean bindsToo(SourceFile file, Expr.Call set, Invocation end) {
    Decl.Method other = file.enclosing((Node) end, Decl.Method.class);
    return other != null
        && file.allIn(other, Expr.Call.class).stream()
            .filter(each -> each.span().isBefore(end.span()))
            .anyMatch(
                each -> each.name().equals(set.name()) && Same.are(each.target(), set.target()));
  }

  /** Work that is done while the value is bound; reading and binding more is none. */
  private static boolean mayFail(Node node) {
    return node instanceof Invocation use
        && !(node instanceof Expr.New)
        && BINDINGS.matches(use).isNo()
        && !use.name()
            .matches(
                "(get|is|to|set|put|of|valueOf|log|info|debug|trace|clear|remove|reset)([A-Z].*)?");
  }

  /** {@code if (buffer.get() == null) buffer.set(...)}: one for each thread, as it is meant. */
  private static boolean isKeptPerThread(SourceFile file, Expr.Call call) {
    return file.allIn(Lifetimes.outermost(file, call), Expr.Call.class).stream()
        .anyMatch(
            each ->
                each.name().equals("get")
                    && each.arguments().isEmpty()
                    && Places.of(file).isSame(each.target(), call.target())
                    && file.enclosing(each, Decl.Method.class)
                        == file.enclosing(call, Decl.Method.class));
  }

  /** A setter that only sets leaves the end to its callers, unless there is none to call. */
  private static boolean isLastSet(SourceFile file, Expr.Call call) {
    Decl.Method method = file.enclosing(call, Decl.Method.class);
    return method != null
        && (call.target() instanceof Expr.TypeName || !method.name().startsWith("set"));
  }

  private static boolean isEnd(SourceFile file, Expr.Call set, Invocation use, Pattern ending) {
    return ending.matcher(use.name()).matches()
        && use.target() != null
        && (set.target() instanceof Expr.TypeName type
            ? use.receiverType().name().equals(type.type().name())
            : Places.of(file).isSame(use.target(), set.target()));
  }

  private record Ended(SourceFile file, Expr.Call set, Pattern ending) implements Claim {
    @Override
    public Effect after(Node node) {
      return node instanceof Invocation use && use != set && isEnd(file, set, use, ending)
          ? Effect.ESTABLISHES
          : Effect.NONE;
    }

    @Override
    public boolean isImplied(Expr test, boolean holds) {
      return false;
    }
  }
}
