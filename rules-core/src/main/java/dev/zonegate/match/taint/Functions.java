package dev.zonegate.match.taint;

import dev.zonegate.match.Api;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Lambdas, method references and anonymous classes. */
final class Functions {
  private static final Set<String> COMBINING =
      Set.of(
          "andThen",
          "compose",
          "negate",
          "and",
          "or",
          "equals",
          "hashCode",
          "toString",
          "reversed");

  /** Calls that ask a function, or throw what it makes: nobody gets its result. */
  private static final Set<String> ASKING =
      Set.of(
          "filter",
          "filterNot",
          "removeIf",
          "takeWhile",
          "dropWhile",
          "anyMatch",
          "allMatch",
          "noneMatch",
          "sorted",
          "min",
          "max",
          "peek",
          "requireNonNull",
          "orElseThrow",
          "getOrElseThrow",
          "onErrorMap");

  private final Execution execution;

  Functions(Execution execution) {
    this.execution = execution;
  }

  /** A function as an object; it is executed when it is called. */
  Value value(Expr function, State state) {
    Site site = execution.site(function);
    Node around = execution.file().parent(function);
    boolean isPassed = around instanceof Expr.Call call && call.target() != function;
    if (!isPassed && function instanceof Expr.Lambda lambda && execution.canEnter(lambda.body())) {
      State copy = state.copy();
      apply(site, List.of(), copy, function);
    }
    return Value.of(site);
  }

  static boolean isFunction(Value value) {
    for (Site each : value.sites) {
      if (each.node instanceof Expr.Lambda || each.node instanceof Expr.MethodReference) {
        return true;
      }
    }
    return false;
  }

  /** What calling a function returns, or null if {@code target} is none that is known. */
  Value applied(Expr.Call call, Value target, List<Value> arguments, State state) {
    if (!isFunction(target) || COMBINING.contains(call.name())) {
      return null;
    }
    Value result = Value.NOTHING;
    for (Site each : target.sites) {
      Value one = apply(each, arguments, state, call);
      result = one == null ? result : result.or(one);
    }
    return result == Value.NOTHING ? null : result;
  }

  /** Whether the result of a function can be the result of the call that it is passed to. */
  static boolean isHandedOn(Site function, Expr.Call call) {
    boolean makesException =
        function.node instanceof Expr.Lambda lambda
            && lambda.body() instanceof Expr body
            && Types.isA(body.type(), "java.lang.Throwable");
    return !makesException && !ASKING.contains(call.name());
  }

  /** Executes a function; null if it is none that can be executed. */
  Value apply(Site site, List<Value> arguments, State state, Node at) {
    if (site.node instanceof Expr.Lambda lambda) {
      if (!execution.canEnter(lambda.body())) {
        return null;
      }
      for (int i = 0; i < lambda.params().size(); i++) {
        Value given = i < arguments.size() ? arguments.get(i) : Value.UNKNOWN;
        Decl.Param param = lambda.params().get(i);
        boolean isInert =
            param.symbol() != null && execution.types().isInert(param.symbol().type());
        state.put(param, isInert ? given.withoutTraces() : given);
      }
      return execution.inline(lambda.body(), site.self, at, state);
    }
    return site.node instanceof Expr.MethodReference reference
        ? refer(reference, site.self, arguments, state)
        : null;
  }

  private Value refer(
      Expr.MethodReference reference, Value self, List<Value> arguments, State state) {
    boolean isBound = !(reference.target() instanceof Expr.TypeName);
    Value target =
        isBound ? execution.expressions().eval(reference.target(), state) : Value.UNKNOWN;
    execution.sinks().check(reference, target, arguments, state);
    Decl.Method method = execution.methods().declaration(reference).orElse(null);
    if (method != null && method.body() != null && execution.canEnter(method.body())) {
      boolean isUnbound =
          !isBound && !method.modifiers().contains(Modifier.STATIC) && !arguments.isEmpty();
      Value owner = isUnbound ? arguments.get(0) : isBound ? target : self;
      List<Value> rest = isUnbound ? arguments.subList(1, arguments.size()) : arguments;
      for (int i = 0; i < method.params().size(); i++) {
        state.put(method.params().get(i), i < rest.size() ? rest.get(i) : Value.UNKNOWN);
      }
      return execution.inline(method.body(), owner, reference, state);
    }
    if (execution.library().of(reference).isSource()) {
      return Sources.referred(reference);
    }
    if (!arguments.isEmpty() && !isBound) {
      Value read = execution.containers().maps().ofEntry(reference.name(), arguments.get(0), state);
      if (read != null) {
        return read;
      }
    }
    boolean isInert =
        reference.method() != null && execution.types().isInert(reference.method().returns());
    Value all = Value.UNKNOWN;
    for (Value each : arguments) {
      all = all.orTraces(each);
    }
    Api passing = execution.library().passing(reference);
    Value cleaned =
        passing == null ? all : all.cleaned(SinkKind.bits(passing.attributes().get("cleans")));
    return isInert ? Value.UNKNOWN : cleaned;
  }

  /** Executes the methods of an anonymous class as if somebody might call them here. */
  void visit(Decl.Body body, Value self, State state) {
    for (Decl each : body.members()) {
      if (each instanceof Decl.Method method && execution.canEnter(method.body())) {
        State copy = state.copy();
        method.params().forEach(param -> copy.put(param, Value.UNKNOWN));
        execution.inline(method.body(), self, method, copy);
      }
    }
  }

  /** The functions among what is passed to a call. */
  static List<Site> among(List<Value> arguments) {
    List<Site> functions = new ArrayList<>();
    for (Value each : arguments) {
      for (Site site : each.sites) {
        if (site.node instanceof Expr.Lambda || site.node instanceof Expr.MethodReference) {
          functions.add(site);
        }
      }
    }
    return functions;
  }
}
