package dev.zonegate.rules.racecondition;

import dev.zonegate.match.Bindings;
import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Reporter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds amounts that are read from a row, computed and written back over what others wrote. */
final class DbLostUpdate {
  private static final TypeSet TRANSACTIONAL = TypeSet.load("errors/transactional.types");
  private static final Set<String> ARITHMETIC = Set.of("+", "-", "*");
  private static final Set<String> CALCULATES =
      Set.of("add", "subtract", "multiply", "plus", "minus", "max", "min");
  private static final Pattern LOADS =
      Pattern.compile("(find|get|load|select|read|query|fetch)([A-Z]\\w*)?");
  private static final Pattern SAVES = Pattern.compile("(save|update|merge|persist)\\w*");
  private static final int DEEPEST = 3;

  private DbLostUpdate() {}

  static void find(SourceFile file, Reporter report) {
    Set<Variable> seen = new HashSet<>();
    for (Expr.Call set : file.all(Expr.Call.class)) {
      Stmt.Local entity = isSetter(set) ? loaded(file, set.target()) : null;
      Expr.Call read = entity == null ? null : computed(file, set).orElse(null);
      if (read != null
          && isStored(file, entity, set)
          && isOpen(file, entity, set)
          && seen.add(entity)) {
        report.candidate(
            set,
            RaceConditionRule.DB_CHECK_THEN_ACT,
            new StoredEntity(set.target().type().name(), true, List.of()),
            "read",
            read.shortName(),
            set.shortName());
      }
    }
  }

  private static boolean isSetter(Expr.Call call) {
    return call.name().startsWith("set") && call.arguments().size() == 1 && call.target() != null;
  }

  /** The local that {@code target} names, if it was loaded from a database. */
  private static Stmt.Local loaded(SourceFile file, Expr target) {
    return Bindings.of(file).declaration(target).orElse(null) instanceof Stmt.Local local
            && local.initializer() != null
            && query(file, local) != null
        ? local
        : null;
  }

  private static Expr.Call query(SourceFile file, Stmt.Local entity) {
    Expr.Call query = Stores.asked(file, entity.initializer());
    return query != null && LOADS.matcher(query.name()).matches() ? query : null;
  }

  private static boolean isOpen(SourceFile file, Stmt.Local entity, Expr.Call set) {
    Expr.Call query = query(file, entity);
    return !Stores.locksRow(file, query)
        && !Stores.mayLockRow(query)
        && !Stores.isGuarded(file, set)
        && !Stores.isSetup(file, set)
        && Bindings.of(file).uses(entity).stream()
            .noneMatch(
                use -> file.parent(use) instanceof Expr.Call call && call.name().equals("lock"));
  }

  /** The getter of the same property that the new value is computed from. */
  private static Optional<Expr.Call> computed(SourceFile file, Expr.Call set) {
    return computed(file, set.arguments().get(0), set, DEEPEST);
  }

  private static Optional<Expr.Call> computed(
      SourceFile file, Expr value, Expr.Call set, int depth) {
    if (value instanceof Expr.Name name && depth > 0) {
      return Bindings.of(file).declaration(name).orElse(null) instanceof Stmt.Local local
              && local.initializer() != null
          ? computed(file, local.initializer(), set, depth - 1)
          : Optional.empty();
    }
    boolean isArithmetic =
        value instanceof Expr.Binary binary && ARITHMETIC.contains(binary.operator())
            || value instanceof Expr.Call call && CALCULATES.contains(call.name());
    if (!isArithmetic) {
      return Optional.empty();
    }
    for (Expr each : file.allIn(value, Expr.class)) {
      Expr part = each;
      if (each instanceof Expr.Name name
          && Bindings.of(file).declaration(name).orElse(null) instanceof Stmt.Local local) {
        part = local.initializer();
      }
      if (part instanceof Expr.Call getter && isGetterFor(file, getter, set)) {
        return Optional.of(getter);
      }
    }
    return Optional.empty();
  }

  private static boolean isGetterFor(SourceFile file, Expr.Call getter, Expr.Call set) {
    String property = set.name().substring("set".length()).toLowerCase(Locale.ROOT);
    String read = getter.name().toLowerCase(Locale.ROOT);
    return getter.arguments().isEmpty()
        && (read.equals("get" + property) || read.equals(property))
        && getter.target() != null
        && Bindings.of(file).declaration(getter.target()).orElse(null)
            == Bindings.of(file).declaration(set.target()).orElse(null);
  }

  /** Whether it is saved, or a transaction that is open saves it. */
  private static boolean isStored(SourceFile file, Stmt.Local entity, Expr.Call set) {
    Decl.Method method = file.enclosing(set, Decl.Method.class);
    Decl.Type type = file.enclosing(set, Decl.Type.class);
    boolean isInTransaction =
        method != null && TRANSACTIONAL.annotationIn(method.annotations()) != null
            || type != null && TRANSACTIONAL.annotationIn(type.annotations()) != null;
    return isInTransaction
        || Bindings.of(file).uses(entity).stream().anyMatch(use -> isSaved(file, use));
  }

  private static boolean isSaved(SourceFile file, Expr use) {
    Node parent = file.parent(use);
    return parent instanceof Expr.Call call
        && call.target() != use
        && SAVES.matcher(call.name()).matches()
        && Stores.isOn(call);
  }
}
