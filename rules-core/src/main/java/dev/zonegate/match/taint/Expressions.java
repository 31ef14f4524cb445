package dev.zonegate.match.taint;

import dev.zonegate.match.Operands;
import dev.zonegate.model.Answer;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.Pattern;
import dev.zonegate.model.VarRef;
import dev.zonegate.model.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Evaluates expressions in a state, which their side effects change. */
final class Expressions {
  private final Execution execution;

  Expressions(Execution execution) {
    this.execution = execution;
  }

  Value eval(Expr expr, State state) {
    execution.step();
    Value value = compute(expr, state);
    return value.traces.isEmpty() || !execution.types().isInert(expr.type())
        ? value
        : value.withoutTraces();
  }

  private Value compute(Expr expr, State state) {
    if (expr instanceof Expr.Literal literal) {
      return Value.constant(literal.isNull() ? Value.NULL : literal.value());
    }
    if (expr instanceof Expr.Name name) {
      return read(name, name.variable(), null, state);
    }
    if (expr instanceof Expr.FieldAccess access) {
      return read(access, access.variable(), access.target(), state);
    }
    if (expr instanceof Expr.Call call) {
      return execution.calls().call(call, state);
    }
    if (expr instanceof Expr.New created) {
      return execution.calls().created(created, state);
    }
    if (expr instanceof Expr.Binary binary) {
      return binary(binary, state);
    }
    if (expr instanceof Expr.Assign assign) {
      return assign(assign, state);
    }
    if (expr instanceof Expr.This) {
      return execution.frame().self;
    }
    return other(expr, state);
  }

  private Value other(Expr expr, State state) {
    if (expr instanceof Expr.Conditional either) {
      return conditional(either, state);
    }
    if (expr instanceof Expr.Cast cast) {
      return eval(cast.operand(), state);
    }
    if (expr instanceof Expr.Unary unary) {
      return unary(unary, state);
    }
    if (expr instanceof Expr.SwitchExpr choice) {
      return execution.statements().switches().choose(choice, state);
    }
    if (expr instanceof Expr.Index element) {
      Value array = eval(element.array(), state);
      Value index = eval(element.index(), state);
      return execution.containers().at(array, index.constant(), state);
    }
    if (expr instanceof Expr.NewArray created) {
      created.sizes().forEach(each -> eval(each, state));
      return created.initializer() == null
          ? execution.containers().newArray(created, state)
          : array(created.initializer(), state);
    }
    if (expr instanceof Expr.ArrayInitializer written) {
      return array(written, state);
    }
    if (expr instanceof Expr.InstanceOf test) {
      Value operand = eval(test.operand(), state);
      if (test.tested() instanceof Pattern pattern) {
        execution.statements().switches().bind(pattern, operand, state);
      }
      return Value.UNKNOWN;
    }
    if (expr instanceof Expr.Lambda || expr instanceof Expr.MethodReference) {
      return execution.calls().function(expr, state);
    }
    return Value.UNKNOWN;
  }

  private Value array(Expr.ArrayInitializer written, State state) {
    List<Value> elements = new ArrayList<>();
    written.elements().forEach(each -> elements.add(eval(each, state)));
    return execution.containers().list(written, elements, state);
  }

  private Value binary(Expr.Binary binary, State state) {
    String operator = binary.operator();
    if (operator.equals("&&") || operator.equals("||")) {
      return logical(binary, state);
    }
    if (operator.equals("+") && !binary.type().isPrimitive()) {
      List<Expr> operands = Operands.of(binary, "+");
      if (operands.size() > 2) {
        return sum(operands, state);
      }
    }
    Value left = eval(binary.left(), state);
    Value right = eval(binary.right(), state);
    return combine(operator, left, right, binary);
  }

  private Value sum(List<Expr> operands, State state) {
    Value sum = eval(operands.get(0), state);
    boolean isText = isText(operands.get(0), sum);
    for (Expr each : operands.subList(1, operands.size())) {
      Value next = eval(each, state);
      isText |= isText(each, next);
      Set<Object> constants = isText ? null : Folding.binary("+", sum.constants, next.constants);
      sum = constants == null ? Texts.concat(sum, next) : Value.UNKNOWN.asText(constants, "");
    }
    return sum;
  }

  private static boolean isText(Expr expr, Value value) {
    return expr.type().isNamed("java.lang.String") || value.constant() instanceof String;
  }

  private Value combine(String operator, Value left, Value right, Expr whole) {
    Set<Object> constants = Folding.binary(operator, left.constants, right.constants);
    if (constants != null && !left.isTainted() && !right.isTainted()) {
      return Value.UNKNOWN.asText(constants, String.valueOf(constants.iterator().next()));
    }
    return operator.equals("+") && !execution.types().isInert(whole.type())
        ? Texts.concat(left, right)
        : Value.UNKNOWN;
  }

  private Value logical(Expr.Binary binary, State state) {
    List<Expr> operands = Operands.of(binary, binary.operator());
    boolean isAnd = binary.operator().equals("&&");
    Answer all = Answer.of(isAnd);
    State current = state;
    List<State> ends = new ArrayList<>();
    for (int i = 0; i < operands.size(); i++) {
      Answer each = eval(operands.get(i), current).truth();
      all = isAnd ? all.and(each) : all.or(each);
      if (each == Answer.of(!isAnd)) {
        break;
      }
      if (each.isUnknown() && i + 1 < operands.size() && !isPlain(operands.get(i + 1))) {
        State next = current.copy();
        execution.checks().assume(operands.get(i), isAnd, next);
        ends.add(current);
        current = next;
      }
    }
    for (int i = ends.size() - 1; i >= 0; i--) {
      current = ends.get(i).or(current);
    }
    return all.isUnknown() ? Value.UNKNOWN : Value.constant(all.isYes());
  }

  /** Whether evaluating it can neither change anything nor reach a sink. */
  private static boolean isPlain(Expr expr) {
    if (expr instanceof Expr.Name || expr instanceof Expr.Literal) {
      return true;
    }
    if (expr instanceof Expr.Unary unary) {
      return unary.operator().equals("!") && isPlain(unary.operand());
    }
    return expr instanceof Expr.Binary binary && isPlain(binary.left()) && isPlain(binary.right());
  }

  private Value conditional(Expr.Conditional either, State state) {
    Answer known = eval(either.condition(), state).truth();
    if (!known.isUnknown()) {
      return eval(known.isYes() ? either.then() : either.otherwise(), state);
    }
    State other = state.copy();
    State then = state.copy();
    execution.checks().assume(either.condition(), true, then);
    execution.checks().assume(either.condition(), false, other);
    Value yes = eval(either.then(), then).checkedIn(then);
    Value no = eval(either.otherwise(), other).checkedIn(other);
    state.or(then);
    state.or(other);
    return yes.or(no);
  }

  private Value unary(Expr.Unary unary, State state) {
    Value operand = eval(unary.operand(), state);
    Object constant = operand.constant();
    Object result = constant == null ? null : Folding.unary(unary.operator(), constant);
    Value value = result == null ? Value.UNKNOWN : Value.constant(result);
    if (unary.operator().equals("++") || unary.operator().equals("--")) {
      store(unary.operand(), value, state);
      return unary.isPostfix() ? operand : value;
    }
    return value;
  }

  private Value assign(Expr.Assign assign, State state) {
    Value value;
    if (assign.operator().equals("=")) {
      value = eval(assign.value(), state);
    } else {
      Value before = eval(assign.assigned(), state);
      Value more = eval(assign.value(), state);
      String operator = assign.operator().substring(0, assign.operator().length() - 1);
      value = combine(operator, before, more, assign.assigned());
    }
    store(assign.assigned(), value.checkedIn(state), state);
    return value;
  }

  private void store(Expr to, Value value, State state) {
    if (to instanceof Expr.Name || to instanceof Expr.FieldAccess) {
      Variable variable = execution.bindings().declaration(to).orElse(null);
      if (variable == null) {
        if (to instanceof Expr.FieldAccess access) {
          Value target = eval(access.target(), state);
          execution.containers().putField(target, access.name(), value, state);
        }
        return;
      }
      Value stored = execution.types().isInert(variable) ? value.withoutTraces() : value;
      stored = Statements.named(stored, to, variable.name());
      if (!(variable instanceof Decl.Field field)) {
        state.put(variable, stored);
      } else if (field.modifiers().contains(Modifier.STATIC)) {
        state.put(variable, stored);
        execution.fields().wrote(field, stored);
      } else {
        Value owner = to instanceof Expr.FieldAccess access ? eval(access.target(), state) : self();
        execution.containers().putField(owner, Fields.key(field), stored, state);
        execution.fields().wrote(field, stored);
      }
    } else if (to instanceof Expr.Index element) {
      Value array = eval(element.array(), state);
      Value index = eval(element.index(), state);
      execution.containers().put(array, index.constant(), value, state);
    }
  }

  /** Makes a name mean a value that is known better now. */
  void keep(Expr name, Value value, State state) {
    Variable variable = execution.bindings().declaration(name).orElse(null);
    if (variable instanceof Decl.Field field && !field.modifiers().contains(Modifier.STATIC)) {
      Value owner = name instanceof Expr.FieldAccess access ? eval(access.target(), state) : self();
      execution.containers().putField(owner, Fields.key(field), value, state);
    } else if (variable != null) {
      state.put(variable, value);
    }
  }

  private Value self() {
    return execution.frame().self;
  }

  private Value read(Expr use, VarRef symbol, Expr target, State state) {
    if (symbol != null && symbol.constant() != null) {
      return Value.constant(symbol.constant());
    }
    Variable variable = execution.bindings().declaration(use).orElse(null);
    if (variable == null) {
      return target == null || target instanceof Expr.TypeName
          ? external(use, symbol)
          : execution.containers().field(eval(target, state), use, nameOf(use), state);
    }
    if (variable instanceof Decl.Field field) {
      Value owner =
          target == null || target instanceof Expr.TypeName ? self() : eval(target, state);
      return execution.fields().read(field, use, owner, state);
    }
    if (execution.types().isComponent(variable)) {
      Value owner = target == null ? self() : eval(target, state);
      return execution.containers().field(owner, use, variable.name(), state);
    }
    Value value = state.get(variable);
    return value == null ? Value.UNKNOWN : value;
  }

  private static String nameOf(Expr use) {
    return use instanceof Expr.FieldAccess access ? access.name() : ((Expr.Name) use).name();
  }

  /** An enum constant as a constant value. */
  private record EnumName(String type, String name) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Value external(Expr use, VarRef symbol) {
    if (symbol != null && symbol.kind() == VarRef.Kind.ENUM_CONSTANT) {
      return Value.constant(new EnumName(symbol.owner(), nameOf(use)));
    }
    return Value.UNKNOWN;
  }
}
