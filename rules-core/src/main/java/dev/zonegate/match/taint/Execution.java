package dev.zonegate.match.taint;

import dev.zonegate.match.Bindings;
import dev.zonegate.match.Constants;
import dev.zonegate.match.Methods;
import dev.zonegate.match.RequestData;
import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Case;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One method executed over abstract values, with what it calls in the same file. */
final class Execution {
  /** A path without {@code ..} in it. */
  static final Origin NORMAL = new Origin.Tag("normal");

  /** The response to the client. */
  static final Origin RESPONSE = new Origin.Tag("response");

  private static final TypeSet LISTENERS = TypeSet.load("errors/listeners.types");
  private final SourceFile file;
  private final Fields fields;
  private final Effort effort;
  private final KnownTypes types;
  private final Bindings bindings;
  private final Methods methods;
  private final Constants constants;
  private final Library library;
  private final Map<Expr.Call, Value> results = new IdentityHashMap<>();
  private final Map<Object, Map<Node, Site>> sites = new IdentityHashMap<>();
  private final Map<Object, Map<Node, Site>> elements = new IdentityHashMap<>();
  private final Map<Object, Map<Node, Object>> contexts = new IdentityHashMap<>();
  private final Map<Invocation, Passed> passed = new IdentityHashMap<>();
  private final Map<Origin, Integer> checked = new HashMap<>();
  private final Statements statements = new Statements(this);
  private final Expressions expressions = new Expressions(this);
  private final Containers containers = new Containers(this);
  private final Calls calls = new Calls(this);
  private final Assumptions assumptions;
  private final Sinks sinks = new Sinks(this);
  private final Map<Expr, Value> given = new IdentityHashMap<>();
  private boolean keepsArguments;
  private boolean isLost;
  private Decl.Method root;
  private Frame frame;
  private int siteCount;
  private int steps;

  Execution(SourceFile file, Fields fields, Effort effort) {
    this.file = file;
    this.fields = fields;
    this.effort = effort;
    this.types = KnownTypes.of(file);
    this.bindings = Bindings.of(file);
    this.methods = Methods.of(file);
    this.constants = Constants.of(file);
    this.library = Library.of(file);
    this.assumptions = new Assumptions(this);
  }

  /** Executes a method of which nothing is known but how it is declared. */
  Outcome run(Decl.Method method) {
    root = method;
    State state = new State();
    Site self = new Site(siteCount++, method, Value.UNKNOWN);
    frame = new Frame(null, method.body(), Value.of(self), self);
    for (int i = 0; i < method.params().size(); i++) {
      Decl.Param param = method.params().get(i);
      state.put(param, parameter(param, i));
    }
    State end = statements.all(method.body().statements(), state);
    frame.exit = State.join(frame.exit, end);
    State last = frame.exit == null ? new State() : frame.exit;
    Value result = method.isConstructor() ? Value.of(self) : frame.returned;
    List<Piece> returned = new Pieces(this).of(result, last);
    return new Outcome(
        method,
        sinks.hits(checked),
        returned,
        passed.values().stream().sorted(Comparator.comparingInt(Passed::number)).toList(),
        isTired() || isLost ? Set.of() : sinks.reached());
  }

  /**
   * Executes a method; what each call in it and in what it calls was found to be given and be of.
   */
  Map<Expr, Value> arguments(Decl.Method method) {
    keepsArguments = true;
    run(method);
    return isTired() ? Map.of() : given;
  }

  /** Whether what a method of this file returns may not be all that a call of it returns. */
  boolean isOpen(Decl.Method method) {
    return keepsArguments && !constants.cannotBeOverridden(method);
  }

  /** A call of a method of another file; what it returns is known to whoever knows that file. */
  Value passed(Invocation call, List<Value> arguments, State state) {
    Passed before = passed.get(call);
    List<List<Piece>> pieces = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      List<Piece> now = new Pieces(this).of(arguments.get(i), state);
      boolean isKnown = now.isEmpty() && before != null;
      pieces.add(isKnown ? before.arguments().get(i) : now);
    }
    int number = before == null ? passed.size() : before.number();
    passed.put(call, new Passed(number, call, call.method(), pieces));
    return call instanceof Expr made && types.isInert(made.type())
        ? Value.UNKNOWN
        : Value.of(new Trace(new Origin.Result(number), SinkKind.NONE, null));
  }

  private Value parameter(Decl.Param param, int index) {
    if (RequestData.isHeldBy(param, file)) {
      // what a queue carries was logged by whoever took it in
      boolean isMessage = LISTENERS.annotationIn(root.annotations()) != null;
      Value sent = Sources.declared(param).cleaned(isMessage ? SinkKind.LOG.bit() : SinkKind.NONE);
      return types.isInert(param) ? Value.UNKNOWN : sent;
    }
    return types.isInert(param)
        ? Value.UNKNOWN
        : Value.of(new Trace(new Origin.Parameter(index), SinkKind.NONE, null));
  }

  /** Executes a body in place; {@code state} becomes the state after it. */
  Value inline(Node body, Value self, Node call, State state) {
    Frame caller = frame;
    frame = new Frame(caller, body, self, context(caller.context, call));
    State start = state.copy();
    State end;
    if (body instanceof Expr result) {
      frame.returned = expressions.eval(result, start);
      end = start;
    } else {
      end = statements.all(((Stmt.Block) body).statements(), start);
    }
    State after = State.join(end, frame.exit);
    Value returned = frame.returned == Value.NOTHING ? Value.UNKNOWN : frame.returned;
    frame = caller;
    if (after != null) {
      Value cleaned = returned.checkedIn(after);
      state.become(after);
      return cleaned;
    }
    return returned;
  }

  /** Whether a body can be executed in place. */
  boolean canEnter(Node body) {
    return body != null && frame.depth < effort.calls() && !isTired() && !frame.isExecuting(body);
  }

  private Object context(Object outer, Node call) {
    return contexts
        .computeIfAbsent(outer, any -> new IdentityHashMap<>())
        .computeIfAbsent(call, any -> new Object());
  }

  /** The objects that {@code node} makes when it is executed as it is now. */
  Site site(Node node) {
    return site(node, sites);
  }

  /** What the objects that {@code node} makes are views of, as objects. */
  Site elements(Node node) {
    return site(node, elements);
  }

  private Site site(Node node, Map<Object, Map<Node, Site>> known) {
    return known
        .computeIfAbsent(frame.context, any -> new IdentityHashMap<>())
        .computeIfAbsent(node, any -> new Site(siteCount++, node, frame.self));
  }

  int mostRounds() {
    return effort.rounds();
  }

  void step() {
    steps++;
  }

  /** Whether enough was done for one method; what is left is done roughly. */
  boolean isTired() {
    return steps > effort.steps();
  }

  /** Notes that a text got where it could not be followed. */
  void lose() {
    isLost = true;
  }

  void keepLast(Expr.Call call, Value value) {
    results.put(call, value);
  }

  /** What a call returned when it was last executed, or null. */
  Value last(Expr.Call call) {
    return results.get(call);
  }

  /** Notes that a value was checked at some place. */
  void checked(Origin origin, int kinds) {
    checked.merge(origin, kinds, (one, other) -> one | other);
  }

  void declared(Stmt.Local local, State state) {
    if (local.type() != null && local.type().ref().isPrimitive()) {
      state.put(local, Value.UNKNOWN);
    }
  }

  void returning(Stmt.Return exit, Value value, State state) {
    if (frame.caller == null && exit.value() != null) {
      sinks.returned(root, exit.value(), value, state);
    }
  }

  boolean isSwitchExpression(Case part) {
    return file.parent(part) instanceof Expr.SwitchExpr;
  }

  List<Value> evaluated(List<Expr> exprs, State state) {
    List<Value> values = new ArrayList<>();
    for (Expr each : exprs) {
      Value value = expressions.eval(each, state);
      values.add(value);
      keepGiven(each, value);
    }
    return values;
  }

  /** Notes what an argument or the target of a call is. */
  void keepGiven(Expr expr, Value value) {
    if (keepsArguments) {
      given.merge(expr, value.withoutTraces(), Value::or);
    }
  }

  SourceFile file() {
    return file;
  }

  Frame frame() {
    return frame;
  }

  Fields fields() {
    return fields;
  }

  Statements statements() {
    return statements;
  }

  Expressions expressions() {
    return expressions;
  }

  Containers containers() {
    return containers;
  }

  Calls calls() {
    return calls;
  }

  Sinks sinks() {
    return sinks;
  }

  Assumptions checks() {
    return assumptions;
  }

  KnownTypes types() {
    return types;
  }

  Bindings bindings() {
    return bindings;
  }

  Methods methods() {
    return methods;
  }

  Constants constants() {
    return constants;
  }

  Library library() {
    return library;
  }
}
