package dev.zonegate.rules.racecondition;

import dev.zonegate.match.Bindings;
import dev.zonegate.match.Locks;
import dev.zonegate.match.Methods;
import dev.zonegate.match.TypeSet;
import dev.zonegate.match.Vocabulary;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.TypeRef;
import dev.zonegate.model.TypeShape;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Questions about calls that ask or write a database. */
final class Stores {
  private static final TypeSet STORES = TypeSet.load("concurrency/stores.types");
  private static final TypeSet CONSTRAINTS = TypeSet.load("concurrency/constraint-failures.types");
  private static final Vocabulary SETUP = Vocabulary.load("concurrency/setup.words");
  private static final Pattern NAMED = Pattern.compile(".*(Repository|Repo|Dao|DAO|Mapper)");
  private static final Pattern LOCKS_ROW =
      Pattern.compile("(?s).*(ForUpdate|Lock|Pessimistic|Exclusive).*");
  private static final Set<String> PLAIN =
      Set.of("findById", "getReferenceById", "getById", "getOne", "findOne", "find");
  private static final Set<String> UNWRAPS =
      Set.of(
          "orElse",
          "orElseThrow",
          "orElseGet",
          "get",
          "block",
          "stream",
          "findFirst",
          "intValue",
          "longValue",
          "setParameter",
          "setMaxResults",
          "getResultList",
          "getResultStream",
          "getSingleResult");

  private Stores() {}

  /** Whether {@code call} is one on a database. */
  static boolean isOn(Expr.Call call) {
    if (call.target() == null) {
      return false;
    }
    TypeRef type = call.receiverType();
    return STORES.contains(type).isYes()
        || NAMED.matcher(type.simpleName()).matches()
            && (type.shape().kind() == TypeShape.Kind.INTERFACE || !type.isResolved());
  }

  /** The call on a database that {@code expr} is the outcome of, or null. */
  static Expr.Call asked(SourceFile file, Expr expr) {
    Expr each = expr;
    if (each instanceof Expr.Name name
        && Bindings.of(file).declaration(name).orElse(null) instanceof Stmt.Local local) {
      each = local.initializer();
    }
    while (each instanceof Expr.Call call && !isOn(call)) {
      if (!UNWRAPS.contains(call.name())) {
        return null;
      }
      each = call.target();
      if (each instanceof Expr.Name name
          && Bindings.of(file).declaration(name).orElse(null) instanceof Stmt.Local local) {
        each = local.initializer();
      }
    }
    return each instanceof Expr.Call call ? call : null;
  }

  /** Whether {@code read} takes a lock in the database. */
  static boolean locksRow(SourceFile file, Expr.Call read) {
    return LOCKS_ROW.matcher(read.name()).matches()
        || read.arguments().stream().anyMatch(each -> file.text(each).contains("LockModeType"))
        || read.method() != null
            && read.method().annotations().stream().anyMatch(each -> each.endsWith(".Lock"))
        || Methods.of(file)
            .declaration(read)
            .filter(it -> it.annotations().stream().anyMatch(each -> each.name().endsWith("Lock")))
            .isPresent();
  }

  /** Whether nobody knows the method, so that it may be declared to lock the row. */
  static boolean mayLockRow(Expr.Call read) {
    return read.method() == null && !PLAIN.contains(read.name());
  }

  /** Whether something around {@code node} keeps others out, or lets the database refuse. */
  static boolean isGuarded(SourceFile file, Node node) {
    if (Locks.of(file).isHeldAt(node)) {
      return true;
    }
    for (Node up = file.parent(node); up != null; up = file.parent(up)) {
      boolean isGuard =
          up instanceof Stmt.Try attempt && attempt.catches().stream().anyMatch(Stores::isRefusal)
              || up instanceof Decl.Method method && isIsolated(file, method.annotations())
              || up instanceof Decl.Type type && isIsolated(file, type.annotations());
      if (isGuard) {
        return true;
      }
    }
    return false;
  }

  private static boolean isRefusal(dev.zonegate.model.Catch clause) {
    return clause.types().stream().anyMatch(each -> CONSTRAINTS.contains(each.ref()).isYes());
  }

  private static boolean isIsolated(SourceFile file, List<Annotation> annotations) {
    return annotations.stream()
        .anyMatch(
            each -> file.text(each).matches("(?s).*(SERIALIZABLE|Retryable|OptimisticLock).*"));
  }

  private static String leaf(String packageName) {
    return packageName.substring(packageName.lastIndexOf('.') + 1);
  }

  /** Whether {@code node} is in code that fills a database before or while nobody else uses it. */
  static boolean isSetup(SourceFile file, Node node) {
    Decl.Method method = file.enclosing(node, Decl.Method.class);
    Decl.Type type = file.enclosing(node, Decl.Type.class);
    return Startup.isPartOf(file, node)
        || type != null && SETUP.isIn(type.name())
        || method != null && SETUP.isIn(method.name())
        || type != null
            && type.annotations().stream().anyMatch(each -> each.name().endsWith("Profile"))
        || SETUP.isIn(leaf(file.unit().packageName()));
  }
}
