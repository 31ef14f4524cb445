package dev.zonegate.rules.placeholdercode;

import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.LogCall;
import dev.zonegate.match.Methods;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.TypeShape;
import dev.zonegate.model.Variable;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether code does anything that somebody could count on: it calls others or changes a field. */
final class Effects {
  private static final int MOST_CALLS = 3;
  private static final ApiSet HARMLESS = ApiSet.load("placeholder/harmless.api");
  private static final Pattern READING =
      Pattern.compile(
          "(get|is|has|to)[A-Z].*|id|name|value|amount|size|length|isEmpty|ordinal|hashCode|equals");
  private static final Pattern FILLING =
      Pattern.compile("(set|add|put|append|with|build)([A-Z].*)?");
  private static final Pattern DOING =
      Pattern.compile("java\\.(io|net|sql|nio)\\..*|java\\.lang\\.Thread|.*(Client|Socket)");

  private final SourceFile file;
  private final int calls;

  private Effects(SourceFile file, int calls) {
    this.file = file;
    this.calls = calls;
  }

  /** Whether something below {@code node} does, as far as this file shows; log calls do not. */
  static boolean areIn(SourceFile file, Node node) {
    return file.derived(Known.class, any -> new Known(new IdentityHashMap<>()))
        .byNode()
        .computeIfAbsent(node, each -> new Effects(file, 0).isWork(each));
  }

  /** What was asked of a file before: several patterns ask the same of each method. */
  private record Known(Map<Node, Boolean> byNode) {}

  private boolean isWork(Node node) {
    if (node instanceof Expr.Call call && LogCall.of(file, call).isPresent()) {
      return false;
    }
    if (node instanceof Stmt.Opaque || node instanceof Expr.Opaque || isChange(node)) {
      return true;
    }
    if (node instanceof Invocation use && !isHarmless(use)) {
      return true;
    }
    return node.children().stream().anyMatch(this::isWork);
  }

  private boolean isChange(Node node) {
    if (node instanceof Expr.Assign assign) {
      return isKept(assign.assigned());
    }
    return node instanceof Expr.Unary unary
        && (unary.operator().equals("++") || unary.operator().equals("--"))
        && isKept(unary.operand());
  }

  private boolean isKept(Expr assigned) {
    if (!(assigned instanceof Expr.Name name)) {
      return true;
    }
    return Bindings.of(file).declaration(name).map(Decl.Field.class::isInstance).orElse(true);
  }

  private boolean isHarmless(Invocation use) {
    if (HARMLESS.matches(use).isYes()) {
      return true;
    }
    if (use instanceof Expr.New created) {
      return created.body() == null && !DOING.matcher(created.created().ref().name()).matches();
    }
    return use instanceof Expr.Call call
        && (isReading(call) || isFilling(call) || isBuilding(call) || isHarmlessHere(call));
  }

  private static boolean isReading(Expr.Call call) {
    if (!call.arguments().isEmpty() || call.target() == null) {
      return call.name().equals("equals") || call.name().equals("equalsIgnoreCase");
    }
    TypeShape.Kind kind = call.target().type().shape().kind();
    return READING.matcher(call.name()).matches()
        || kind == TypeShape.Kind.RECORD
        || kind == TypeShape.Kind.ENUM;
  }

  /** What fills an object that the code has just made. */
  private boolean isFilling(Expr.Call call) {
    if (!(call.target() instanceof Expr.Name name) || !FILLING.matcher(call.name()).matches()) {
      return false;
    }
    Optional<Variable> variable = Bindings.of(file).declaration(name);
    return variable.isPresent()
        && variable.get() instanceof Stmt.Local local
        && local.initializer() instanceof Expr.New;
  }

  /** {@code Receipt.builder().id(id).build()}, {@code Receipt.success(id)}. */
  private static boolean isBuilding(Expr.Call call) {
    Expr.Call root = call;
    while (root.target() instanceof Expr.Call inner) {
      root = inner;
    }
    if (root.name().equals("builder") || root.name().equals("newBuilder")) {
      return true;
    }
    return root == call
        && root.target() instanceof Expr.TypeName made
        && !made.type().isUnknown()
        && made.type().name().equals(call.type().name());
  }

  private boolean isHarmlessHere(Expr.Call call) {
    Optional<Decl.Method> own = Methods.of(file).declaration(call);
    return calls < MOST_CALLS
        && own.isPresent()
        && own.get().body() != null
        && !new Effects(file, calls + 1).isWork(own.get().body());
  }
}
