package dev.zonegate.match;

import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.Pattern;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.VarRef;
import dev.zonegate.model.Variable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One walk from a text back to what it is made of. */
final class TextWalk {
  private static final int MOST_STEPS = 4000;
  private static final int DEEPEST = 60;
  final SourceFile file;
  final Bindings bindings;
  final Methods methods;
  final Constants constants;
  final AllowList allowList;
  private final DeadBranch dead;
  private final TextCalls calls;
  private final Accumulation accumulation;
  private final StringBuilder text = new StringBuilder();
  private final List<TextPart> parts = new ArrayList<>();
  private final Map<Variable, Expr> arguments = new IdentityHashMap<>();
  private final Map<Variable, Composition> replaced = new IdentityHashMap<>();
  private final Set<Object> open = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<Expr> path = new ArrayDeque<>();
  private int steps;

  TextWalk(SourceFile file, AllowList allowList) {
    this.file = file;
    this.allowList = allowList;
    this.bindings = Bindings.of(file);
    this.methods = Methods.of(file);
    this.constants = Constants.of(file);
    this.dead = new DeadBranch(file);
    this.calls = new TextCalls(this);
    this.accumulation = new Accumulation(this);
  }

  Composition compose(Expr expr) {
    walk(expr);
    return new Composition(text.toString(), List.copyOf(parts));
  }

  /** Adds what {@code expr} is made of. */
  void walk(Expr expr) {
    if (expr == null || ++steps > MOST_STEPS || path.size() > DEEPEST) {
      return;
    }
    Optional<Object> constant = constants.value(expr);
    if (constant.isPresent()) {
      text.append(constant.get());
    } else if (Inert.contains(expr.type())) {
      hole();
    } else {
      path.push(expr);
      walkOpen(expr);
      path.pop();
    }
  }

  private void walkOpen(Expr expr) {
    if (expr instanceof Expr.Binary binary) {
      Operands.of(binary, "+").forEach(this::walkOperand);
    } else if (expr instanceof Expr.Conditional either) {
      dead.only(either)
          .ifPresentOrElse(
              this::walk, () -> alternatives(List.of(either.then(), either.otherwise())));
    } else if (expr instanceof Expr.SwitchExpr choice) {
      alternatives(Results.of(choice));
    } else if (expr instanceof Expr.Cast cast) {
      walk(cast.operand());
    } else if (expr instanceof Expr.Assign assign) {
      walk(assign.value());
    } else if (expr instanceof Expr.Name || expr instanceof Expr.FieldAccess) {
      name(expr);
    } else if (expr instanceof Expr.Call call) {
      calls.walk(call);
    } else if (expr instanceof Expr.New created) {
      calls.walk(created);
    } else if (expr instanceof Expr.Index element) {
      walk(element.array());
    } else if (expr instanceof Expr.NewArray created && created.initializer() != null) {
      created.initializer().elements().forEach(this::walk);
    } else if (expr instanceof Expr.ArrayInitializer written) {
      written.elements().forEach(this::walk);
    } else if (!(expr instanceof Expr.Literal)) {
      hole();
    }
  }

  private void walkOperand(Expr operand) {
    if (operand instanceof Expr.Binary binary && !binary.operator().equals("+")) {
      hole();
    } else {
      walk(operand);
    }
  }

  /** Adds what either may be made of; the text goes on after the first. */
  void alternatives(List<Expr> either) {
    int start = text.length();
    String first = null;
    for (Expr each : either) {
      text.setLength(start);
      walk(each);
      if (first == null || first.length() <= start) {
        first = text.toString();
      }
    }
    if (first != null) {
      text.setLength(0);
      text.append(first);
    }
  }

  /** Adds what may stand in place of all that was added since {@code start}. */
  void alternative(int start, Expr other) {
    String first = text.toString();
    text.setLength(Math.min(start, text.length()));
    walk(other);
    if (first.length() > start) {
      text.setLength(0);
      text.append(first);
    }
  }

  /** Adds a piece that can hold no text of anybody's choice. */
  void hole() {
    text.append(Composition.HOLE);
  }

  /** Adds fixed text. */
  void fixed(String fixed) {
    text.append(fixed);
  }

  /** Adds a piece that can, unless it has been checked. */
  void part(Expr expr, Origin origin, Node source) {
    if (!isGuarded(expr)) {
      parts.add(new TextPart(expr, origin, source, text.toString()));
    }
    hole();
  }

  /** Adds something read from {@code target}, as {@code read}. */
  void property(Expr read, Expr target) {
    if (isGuarded(read)) {
      hole();
      return;
    }
    List<TextPart> before = List.copyOf(parts);
    String fixed = text.toString();
    walk(target);
    List<TextPart> found = List.copyOf(parts.subList(before.size(), parts.size()));
    parts.subList(before.size(), parts.size()).clear();
    text.setLength(0);
    text.append(fixed);
    for (TextPart each : found) {
      Origin origin = each.origin() == Origin.PARAMETER ? Origin.PROPERTY : each.origin();
      parts.add(new TextPart(read, origin, each.source(), fixed));
    }
    hole();
  }

  /** Walks with parameters standing for the arguments of a call. */
  void enter(Decl.Method method, List<Expr> passed, Runnable walk) {
    if (!open.add(method)) {
      hole();
      return;
    }
    for (int i = 0; i < passed.size() && i < method.params().size(); i++) {
      arguments.put(method.params().get(i), passed.get(i));
    }
    walk.run();
    method.params().forEach(arguments::remove);
    open.remove(method);
  }

  /** Makes a parameter of a lambda stand for what it is given. */
  void given(Decl.Param param, Expr value, Runnable walk) {
    arguments.put(param, value);
    walk.run();
    arguments.remove(param);
  }

  /** Whether it is checked wherever it is read, or what it is read into is used. */
  private boolean isGuarded(Expr expr) {
    if (allowList.guards(expr, expr)) {
      return true;
    }
    Expr within = expr;
    for (Expr place : path) {
      // what is checked around a place is checked within it
      if (!place.span().contains(within.span()) && allowList.guards(expr, place)) {
        return true;
      }
      within = place;
    }
    return false;
  }

  private void name(Expr use) {
    Variable variable = bindings.declaration(use).orElse(null);
    if (variable == null) {
      external(use);
    } else if (Inert.isDeclaredBy(variable) || isGuarded(use)) {
      hole();
    } else if (open.add(variable)) {
      variable(use, variable);
      open.remove(variable);
    } else if (replaced.containsKey(variable)) {
      again(replaced.get(variable));
    }
  }

  /** Adds what was found before. */
  private void again(Composition earlier) {
    String fixed = text.toString();
    for (TextPart each : earlier.parts()) {
      parts.add(new TextPart(each.expr(), each.origin(), each.source(), fixed + each.before()));
    }
    text.append(earlier.text());
  }

  private void external(Expr use) {
    VarRef symbol =
        use instanceof Expr.Name name ? name.variable() : ((Expr.FieldAccess) use).variable();
    if (symbol == null && use instanceof Expr.FieldAccess access) {
      property(use, access.target());
    } else {
      part(use, symbol != null && symbol.isField() ? Origin.FIELD : Origin.UNKNOWN, use);
    }
  }

  private void variable(Expr use, Variable variable) {
    if (variable instanceof Decl.Field field) {
      field(use, field);
    } else if (variable instanceof Pattern.Typed bound) {
      walk(file.parent(bound) instanceof Expr.InstanceOf test ? test.operand() : null);
    } else {
      accumulation.walk(variable, use, () -> start(use, variable));
    }
  }

  private void field(Expr use, Decl.Field field) {
    if (RequestData.isHeldBy(field, file)) {
      part(use, Origin.REQUEST, field);
    } else if (field.initializer() != null && bindings.isAssignedOnce(field)) {
      walk(field.initializer());
    } else {
      part(use, Origin.FIELD, field);
    }
  }

  /** What a local or parameter holds before anything is added to it. */
  private void start(Expr use, Variable variable) {
    Expr argument = arguments.get(variable);
    if (argument != null) {
      walk(argument);
    } else if (variable instanceof Decl.Param param) {
      param(use, param);
    } else if (variable.initializer() != null) {
      walk(variable.initializer());
    } else if (file.parent(variable) instanceof Stmt.ForEach loop) {
      walk(loop.iterable());
    }
  }

  private void param(Expr use, Decl.Param param) {
    Node owner = file.parent(param);
    if (owner instanceof Expr.Lambda lambda) {
      walk(giver(lambda));
    } else if (RequestData.isHeldBy(param, file)) {
      part(use, Origin.REQUEST, param);
    } else if (owner instanceof Decl.Method method) {
      List<Expr> passed = methods.argumentsFor(param);
      if (!passed.isEmpty()) {
        alternatives(passed);
      } else if (isCallable(method)) {
        part(use, Origin.PARAMETER, param);
      } else {
        part(use, Origin.UNKNOWN, param);
      }
    } else {
      part(use, Origin.UNKNOWN, param);
    }
  }

  private static boolean isCallable(Decl.Method method) {
    return !method.modifiers().contains(dev.zonegate.model.Modifier.PRIVATE);
  }

  /** The collection or optional whose method the lambda is passed to. */
  private Expr giver(Expr.Lambda lambda) {
    boolean isGiven =
        file.parent(lambda) instanceof Expr.Call call
            && call.target() != null
            && TextCalls.handsOnElements(call)
            && (lambda.params().size() == 1 || call.name().equals("forEach"));
    return isGiven ? ((Expr.Call) file.parent(lambda)).target() : null;
  }

  int length() {
    return text.length();
  }

  int partCount() {
    return parts.size();
  }

  /** Puts {@code value} in place of all that was added since, which it may hold too. */
  void replace(Variable variable, int length, int count, Expr value) {
    int start = Math.min(length, text.length());
    List<TextPart> earlier = parts.subList(Math.min(count, parts.size()), parts.size());
    List<TextPart> held = new ArrayList<>();
    for (TextPart each : earlier) {
      String before = each.before().substring(Math.min(start, each.before().length()));
      held.add(new TextPart(each.expr(), each.origin(), each.source(), before));
    }
    Composition before = new Composition(text.substring(start), held);
    reset(length, count);
    Composition outer = replaced.put(variable, before);
    walk(value);
    replaced.remove(variable);
    if (outer != null) {
      replaced.put(variable, outer);
    }
  }

  /** Drops what was added since; it has been overwritten. */
  void reset(int length, int count) {
    text.setLength(Math.min(length, text.length()));
    parts.subList(Math.min(count, parts.size()), parts.size()).clear();
  }
}
