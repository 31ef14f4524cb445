package dev.zonegate.rules.racecondition;

import dev.zonegate.match.ApiSet;
import dev.zonegate.match.HandOver;
import dev.zonegate.match.Methods;
import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.rule.Reporter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds reads of the caller's context on a thread that has none. */
final class LostContext {
  private static final ApiSet READS = ApiSet.load("concurrency/thread-context.api");
  private static final TypeSet BACKGROUND = TypeSet.load("concurrency/background.types");
  private static final Pattern HOLDER =
      Pattern.compile(
          "(Tenant|User|Security|Request|Session|Auth|Account|Principal)\\w*(Context|Holder)");
  private static final Pattern READ = Pattern.compile("(get|current|require|fetch).*");
  private static final Pattern BIND =
      Pattern.compile("(set|put|bind|with|run|init|restore|open).*");
  private static final Pattern CARRIES =
      Pattern.compile(
          "(?is).*(delegating|wrap|propagat|decorat|ttl|contextaware|contextual|snapshot).*");
  private static final int DEEPEST = 2;

  /**
   * Where a piece of code runs.
   *
   * @param reason as a reader wants it named
   * @param work all that runs there
   */
  private record Elsewhere(String reason, Node work, boolean mayBeCarried) {}

  private LostContext() {}

  static void find(SourceFile file, Reporter report) {
    for (Expr.Call call : file.all(Expr.Call.class)) {
      if (isRead(call)) {
        elsewhere(file, call, DEEPEST)
            .filter(it -> !isBoundThere(file, it.work(), call))
            .ifPresent(
                it ->
                    report.candidate(
                        call,
                        RaceConditionRule.LOST_CONTEXT,
                        new Detached(it.mayBeCarried()),
                        call.shortName(),
                        it.reason()));
      }
    }
  }

  private static boolean isRead(Expr.Call call) {
    return READS.matches(call).isYes()
        || call.target() instanceof Expr.TypeName type
            && HOLDER.matcher(type.named().ref().simpleName()).matches()
            && READ.matcher(call.name()).matches();
  }

  private static Optional<Elsewhere> elsewhere(SourceFile file, Node node, int depth) {
    for (Node up = file.parent(node); up != null; up = file.parent(up)) {
      if (up instanceof Expr.Lambda || up instanceof Expr.New) {
        Optional<Invocation> call = HandOver.of(file, (Expr) up);
        if (call.isPresent()) {
          return carries(file, call.get())
              ? Optional.empty()
              : Optional.of(of(file, call.get(), up));
        }
        if (file.parent(up) instanceof Invocation wrap && isWrapping(wrap)) {
          return Optional.empty();
        }
      }
      if (up instanceof Decl.Method method) {
        return inMethod(file, method, depth);
      }
    }
    return Optional.empty();
  }

  private static Optional<Elsewhere> inMethod(SourceFile file, Decl.Method method, int depth) {
    Annotation background = BACKGROUND.annotationIn(method.annotations());
    if (background != null) {
      boolean isAsync = background.name().endsWith("Async");
      return Optional.of(new Elsewhere("`@" + background.name() + "`", method, isAsync));
    }
    List<Invocation> calls = Methods.of(file).calls(method);
    if (depth == 0 || calls.isEmpty() || !method.modifiers().contains(Modifier.PRIVATE)) {
      return Optional.empty();
    }
    Optional<Elsewhere> found = Optional.empty();
    for (Invocation each : calls) {
      Optional<Invocation> direct =
          each instanceof Expr.MethodReference work ? HandOver.of(file, work) : Optional.empty();
      found =
          direct.isPresent() && !carries(file, direct.get())
              ? Optional.of(of(file, direct.get(), method))
              : elsewhere(file, each, depth - 1);
      if (found.isEmpty()) {
        return found;
      }
    }
    return found;
  }

  private static Elsewhere of(SourceFile file, Invocation call, Node work) {
    boolean isParallel = HandOver.isParallel(file, call.target());
    String reason = isParallel ? "a parallel stream" : "`" + call.shortName() + "`";
    return new Elsewhere(reason, work, !isParallel);
  }

  private static boolean isWrapping(Invocation call) {
    return CARRIES.matcher(call.shortName()).matches();
  }

  /** Whether the executor is one that takes the context along. */
  private static boolean carries(SourceFile file, Invocation call) {
    String target = call.target() == null ? "" : file.text(call.target());
    return CARRIES.matcher(target.replaceAll("\\s", "")).matches()
        || CARRIES.matcher(call.receiverType().simpleName()).matches()
        || call.arguments().stream()
            .skip(1)
            .anyMatch(each -> CARRIES.matcher(file.text(each).replaceAll("\\s", "")).matches())
        || call.target() != null
            && dev.zonegate.match.Bindings.of(file)
                .declaration(call.target())
                .map(dev.zonegate.model.Variable::initializer)
                .filter(made -> CARRIES.matcher(file.text(made).replaceAll("\\s", "")).matches())
                .isPresent();
  }

  /** Whether the work binds the context itself before it reads it. */
  private static boolean isBoundThere(SourceFile file, Node work, Expr.Call read) {
    String holder = read.target() == null ? "" : read.target().type().simpleName();
    return file.allIn(work, Expr.Call.class).stream()
        .anyMatch(
            each ->
                BIND.matcher(each.name()).matches()
                    && each.span().isBefore(read.span())
                    && each.target() instanceof Expr.TypeName
                    && each.target().type().simpleName().equals(holder));
  }
}
