package dev.zonegate.rules.missingstate;

import dev.zonegate.match.Bindings;
import dev.zonegate.match.Constants;
import dev.zonegate.match.Sharing;
import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Severity;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Finds the first element of a collection that may have none. */
final class UnguardedFirst {
  private static final TypeSet COLLECTIONS = TypeSet.of("java.util.Collection");
  private static final TypeSet OPTIONALS =
      TypeSet.of(
          "java.util.Optional",
          "java.util.OptionalInt",
          "java.util.OptionalLong",
          "java.util.OptionalDouble");
  private static final Set<String> FIRSTS =
      Set.of("getFirst", "getLast", "removeFirst", "removeLast");
  private static final Set<String> SEARCHES = Set.of("findFirst", "findAny");
  private static final Set<String> TAKES = Set.of("get", "getAsInt", "getAsLong", "getAsDouble");
  private static final Set<String> QUESTIONS =
      Set.of("isEmpty", "size", "hasNext", "contains", "containsAll", "equals", "stream", "length");

  private UnguardedFirst() {}

  static void find(SourceFile file, Reporter report) {
    Set<Variable> seen = new HashSet<>();
    for (Expr.Call call : file.all(Expr.Call.class)) {
      if (isTaken(file, call)) {
        report.at(
            call,
            MissingStateRule.UNGUARDED_FIRST,
            ((Expr.Call) call.target()).name() + "()." + call.name() + "()",
            "nothing matches");
        continue;
      }
      collection(file, call).ifPresent(it -> check(file, call, it, seen, report));
    }
  }

  /** {@code stream.findFirst().get()}. */
  private static boolean isTaken(SourceFile file, Expr.Call call) {
    return TAKES.contains(call.name())
        && call.arguments().isEmpty()
        && call.target() instanceof Expr.Call search
        && SEARCHES.contains(search.name())
        && OPTIONALS.contains(search.type()).isYes()
        && !GivenValues.isSource(file, call, search.target());
  }

  /** The collection whose first element {@code call} takes. */
  private static Optional<Expr> collection(SourceFile file, Expr.Call call) {
    Expr target = call.target();
    boolean isFirst = FIRSTS.contains(call.name()) && call.arguments().isEmpty();
    boolean isGet =
        call.name().equals("get")
            && call.arguments().size() == 1
            && Constants.of(file)
                .value(call.arguments().get(0))
                .filter(it -> it.equals(0))
                .isPresent();
    if (call.name().equals("next")
        && target instanceof Expr.Call iterator
        && iterator.name().equals("iterator")) {
      target = iterator.target();
      isFirst = true;
    }
    return target != null && (isFirst || isGet) && COLLECTIONS.contains(target.type()).isYes()
        ? Optional.of(target)
        : Optional.empty();
  }

  /** One finding a variable: behind the first there is an element. */
  private static void check(
      SourceFile file, Expr.Call call, Expr collection, Set<Variable> seen, Reporter report) {
    Origin origin = origin(file, collection);
    Variable variable = Bindings.of(file).declaration(collection).orElse(null);
    if (origin == Origin.UNKNOWN
        || Asked.about(file, call, collection, QUESTIONS)
        || Asked.inLoopOver(file, call, collection)
        || isAskedNow(file, call)
        || variable != null && !seen.add(variable)) {
      return;
    }
    var found = report.at(call, MissingStateRule.UNGUARDED_FIRST, call.shortName(), "it is empty");
    if (origin == Origin.PARAMETER) {
      found.severity(Severity.NOTE).confidence(Confidence.LOW);
    }
  }

  /** Where a collection comes from, as far as it tells whether it can be empty. */
  private enum Origin {
    QUERY,
    PARAMETER,
    UNKNOWN
  }

  private static Origin origin(SourceFile file, Expr collection) {
    Variable variable = Bindings.of(file).declaration(collection).orElse(null);
    Expr value = collection;
    if (variable instanceof Stmt.Local local) {
      if (local.initializer() == null || isChanged(file, local)) {
        return Origin.UNKNOWN;
      }
      value = local.initializer();
    } else if (variable instanceof Decl.Param param) {
      return isPassedIn(file, param) ? Origin.PARAMETER : Origin.UNKNOWN;
    }
    return value instanceof Expr.Call call && Queries.mayBeEmpty(file, call)
        ? Origin.QUERY
        : Origin.UNKNOWN;
  }

  private static boolean isPassedIn(SourceFile file, Decl.Param param) {
    return file.parent(param) instanceof Decl.Method method
        && !method.modifiers().contains(Modifier.PRIVATE)
        && Sharing.evidence(file, file.enclosing(method, Decl.Type.class)).isPresent()
        && !isChanged(file, param);
  }

  private static boolean isChanged(SourceFile file, Variable variable) {
    return !Bindings.of(file).isAssignedOnce(variable)
        || Bindings.of(file).uses(variable).stream()
            .anyMatch(
                use ->
                    file.parent(use) instanceof Expr.Call call
                        && call.target() == use
                        && call.name().matches("add.*|push|offer|put"));
  }

  /** Whether the same expression asks: {@code list.isEmpty() ? null : list.get(0)}. */
  private static boolean isAskedNow(SourceFile file, Expr.Call call) {
    return file.enclosing(call, Stmt.Try.class) != null
        && file.enclosing(call, Stmt.Try.class).catches().stream()
            .flatMap(each -> each.types().stream())
            .anyMatch(
                each -> each.ref().simpleName().matches("(IndexOutOfBounds|NoSuchElement)\\w*"));
  }
}
