package dev.zonegate.match.taint;

import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.Node;
import dev.zonegate.model.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Executes calls: of methods of the file in place, of others by what the tables say. */
final class Calls {
  private static final int MOST_IMPLEMENTATIONS = 4;
  private final Execution execution;
  private final Functions functions;
  private final LibraryCalls library;

  Calls(Execution execution) {
    this.execution = execution;
    this.functions = new Functions(execution);
    this.library = new LibraryCalls(execution, functions);
  }

  /** A lambda or method reference as an object. */
  Value function(Expr expr, State state) {
    return functions.value(expr, state);
  }

  Value call(Expr.Call call, State state) {
    Value target = target(call, state);
    List<Value> arguments = execution.evaluated(call.arguments(), state);
    execution.sinks().check(call, target, arguments, state);
    Value result = result(call, target, arguments, state);
    execution.checks().returned(call, call.arguments(), arguments, state);
    execution.keepLast(call, result);
    return result;
  }

  private Value target(Expr.Call call, State state) {
    if (call.target() == null || call.target() instanceof Expr.Super) {
      return execution.frame().self;
    }
    if (call.target() instanceof Expr.TypeName) {
      return Value.UNKNOWN;
    }
    Value target = execution.expressions().eval(call.target(), state);
    execution.keepGiven(call.target(), target);
    return target;
  }

  private Value result(Expr.Call call, Value target, List<Value> arguments, State state) {
    if (execution.library().of(call).isSource()) {
      return Sources.returned(call, execution.file());
    }
    Value own = ownResult(call, target, arguments, state);
    return own != null ? own : library.call(call, target, arguments, state);
  }

  private Value ownResult(Expr.Call call, Value target, List<Value> arguments, State state) {
    Value function = functions.applied(call, target, arguments, state);
    if (function != null) {
      return function;
    }
    List<Body> bodies = bodies(call, target, arguments.size());
    Value result = Value.NOTHING;
    State after = null;
    for (Body each : bodies) {
      State before = bodies.size() == 1 ? state : state.copy();
      Value one = enter(each.method, each.self, call, arguments, before);
      boolean isOpen = !each.isExact && execution.isOpen(each.method);
      result = result.or(isOpen ? one.withoutConstants() : one);
      after = State.join(before, after);
    }
    if (bodies.isEmpty()) {
      return null;
    }
    state.become(after);
    return result;
  }

  /** A method; {@code isExact} if the object is known to be of its class. */
  private record Body(Decl.Method method, Value self, boolean isExact) {}

  /** The methods of this file that a call can mean, as far as they can be executed. */
  private List<Body> bodies(Expr.Call call, Value target, int arguments) {
    List<Body> bodies = new ArrayList<>();
    for (Site each : target.sites) {
      Decl.Method method = declared(each, call.name(), arguments);
      if (method != null && call.target() != null) {
        bodies.add(new Body(method, Value.of(each), true));
      }
    }
    if (bodies.isEmpty()) {
      Optional<Decl.Method> declared = execution.methods().declaration(call);
      declared.ifPresent(it -> implementations(it, target, bodies));
    }
    bodies.removeIf(each -> !execution.canEnter(each.method.body()));
    return bodies.size() > MOST_IMPLEMENTATIONS ? bodies.subList(0, MOST_IMPLEMENTATIONS) : bodies;
  }

  private void implementations(Decl.Method method, Value target, List<Body> bodies) {
    if (method.body() != null && !method.modifiers().contains(Modifier.ABSTRACT)) {
      bodies.add(new Body(method, target, false));
      return;
    }
    for (Decl.Method each : execution.types().implementations(method)) {
      bodies.add(new Body(each, target, false));
    }
  }

  /** The method of an object made in this file, by the class that it was made with. */
  private Decl.Method declared(Site site, String name, int arguments) {
    if (!(site.node instanceof Expr.New created)) {
      return null;
    }
    List<Decl> members =
        created.body() != null
            ? created.body().members()
            : execution.types().own(created).map(Decl.Type::members).orElse(List.of());
    for (Decl each : members) {
      if (each instanceof Decl.Method method
          && method.name().equals(name)
          && method.body() != null
          && method.params().size() == arguments) {
        return method;
      }
    }
    return null;
  }

  private Value enter(
      Decl.Method method, Value self, Node call, List<Value> arguments, State state) {
    give(method.params(), arguments, call, state);
    boolean isStatic = method.modifiers().contains(Modifier.STATIC);
    Value result = execution.inline(method.body(), isStatic ? Value.UNKNOWN : self, call, state);
    return result.cleaned(Escapes.of(execution.file()).by(method));
  }

  private void give(List<Decl.Param> params, List<Value> arguments, Node call, State state) {
    for (int i = 0; i < params.size(); i++) {
      Decl.Param param = params.get(i);
      Value given = i < arguments.size() ? arguments.get(i) : Value.UNKNOWN;
      boolean isPacked =
          param.isVarargs() && !(arguments.size() == params.size() && isArray(call, i));
      if (isPacked) {
        List<Value> rest =
            i < arguments.size() ? arguments.subList(i, arguments.size()) : List.of();
        given = execution.containers().list(param, rest, state);
      }
      boolean isInert = execution.types().isInert(param) && !given.traces.isEmpty();
      Value passed = isInert ? given.withoutTraces() : given;
      state.put(param, Statements.named(passed, param, param.name()));
    }
  }

  private static boolean isArray(Node call, int index) {
    return call instanceof Invocation use
        && index < use.arguments().size()
        && use.arguments().get(index).type().isArray();
  }

  /** {@code new X(...)}. */
  Value created(Expr.New created, State state) {
    if (created.target() != null) {
      execution.expressions().eval(created.target(), state);
    }
    List<Value> arguments = execution.evaluated(created.arguments(), state);
    execution.sinks().check(created, Value.UNKNOWN, arguments, state);
    Decl.Type type = execution.types().own(created).orElse(null);
    if (created.body() != null || type != null) {
      Value made = execution.containers().made(created, Obj.EMPTY, state);
      if (created.body() != null) {
        functions.visit(created.body(), made, state);
      } else {
        construct(created, type, made, arguments, state);
      }
      return made;
    }
    return library.created(created, arguments, state);
  }

  private void construct(
      Invocation use, Decl.Type type, Value made, List<Value> arguments, State state) {
    initialize(type, made, state);
    for (int i = 0; i < type.components().size() && i < arguments.size(); i++) {
      Value value = arguments.get(i);
      String name = type.components().get(i).name();
      execution.containers().putField(made, name, value, state);
    }
    Decl.Method constructor = constructor(use, type, arguments.size());
    if (constructor != null && execution.canEnter(constructor.body())) {
      enter(constructor, made, use, arguments, state);
    }
  }

  private void initialize(Decl.Type type, Value made, State state) {
    for (Decl each : type.members()) {
      if (each instanceof Decl.Field field
          && field.initializer() != null
          && !field.modifiers().contains(Modifier.STATIC)
          && execution.canEnter(field.initializer())) {
        Value value = execution.inline(field.initializer(), made, field, state);
        execution.containers().putField(made, Fields.key(field), value, state);
      }
    }
  }

  private Decl.Method constructor(Invocation use, Decl.Type type, int arguments) {
    Optional<Decl.Method> declared = execution.methods().declaration(use);
    if (declared.isPresent()) {
      return declared.get();
    }
    Decl.Method found = null;
    for (Decl each : type.members()) {
      if (each instanceof Decl.Method method
          && method.kind() == Decl.Method.Kind.CONSTRUCTOR
          && method.params().size() == arguments) {
        found = found == null ? method : null;
      }
    }
    return found;
  }

  /** {@code this(...)} and {@code super(...)}. */
  void constructor(Stmt.ConstructorCall call, State state) {
    List<Value> arguments = execution.evaluated(call.arguments(), state);
    Decl.Method method = execution.methods().declaration(call).orElse(null);
    if (method != null && execution.canEnter(method.body())) {
      enter(method, execution.frame().self, call, arguments, state);
    }
  }
}
