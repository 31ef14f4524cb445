package dev.zonegate.rules.racecondition;

import dev.zonegate.match.Bindings;
import dev.zonegate.match.Condition;
import dev.zonegate.match.Following;
import dev.zonegate.match.Guards;
import dev.zonegate.match.Inert;
import dev.zonegate.match.Locks;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.TypeRef;
import dev.zonegate.model.TypeShape;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Report;
import dev.zonegate.rule.Reporter;
import java.util.List;
import java.util.Optional;

/** Finds lazy creation that another thread can catch half done. */
final class BrokenDcl {
  private static final String NOT_VOLATILE = "the field is not `volatile`";
  private static final String NO_LOCK = "no lock guards the check";
  private static final String ONE_CHECK = "nothing checks again under the lock";

  private BrokenDcl() {}

  static void find(SourceFile file, Reporter report) {
    for (Decl.Field each : file.all(Decl.Field.class)) {
      SharedField field = new SharedField(file, each);
      for (Expr.Assign assign : Bindings.of(file).assignments(each)) {
        Optional<String> fault = fault(field, assign);
        if (fault.isPresent()) {
          Report found = report.at(assign, RaceConditionRule.BROKEN_DCL, each.name(), fault.get());
          if (fault.get().equals(NO_LOCK) && !field.isOfSingleton()) {
            found.confidence(Confidence.MEDIUM);
          }
          break;
        }
      }
    }
  }

  /** Whether it is found in the creation of this field's value. */
  static boolean covers(SharedField field) {
    return Bindings.of(field.file()).assignments(field.field()).stream()
        .anyMatch(each -> fault(field, each).isPresent());
  }

  private static Optional<String> fault(SharedField field, Expr.Assign assign) {
    SourceFile file = field.file();
    List<Node> checks =
        Guards.of(file).holdingAt(assign).stream()
            .filter(each -> isUnset(field, each))
            .map(each -> (Node) each.test())
            .toList();
    boolean isGiven =
        Bindings.of(file).declaration(assign.value()).orElse(null) instanceof Decl.Param;
    if (checks.isEmpty()
        || isGiven
        || !assign.operator().equals("=")
        || Startup.isPartOf(file, assign)) {
      return Optional.empty();
    }
    Stmt.Synchronized lock = file.enclosing(assign, Stmt.Synchronized.class);
    if (lock == null) {
      boolean isShared = field.isStatic() || field.isOfSingleton();
      boolean isFault =
          isShared && !field.isVolatile() && !isHarmless(field) && !Locks.of(file).isHeldAt(assign);
      return isFault ? Optional.of(NO_LOCK) : Optional.empty();
    }
    boolean isCheckedOutside = checks.stream().anyMatch(each -> !isIn(each, lock));
    boolean isCheckedInside = checks.stream().anyMatch(each -> isIn(each, lock));
    if (!isCheckedOutside || Locks.of(file).isHeldAt(lock)) {
      return Optional.empty();
    }
    if (!isCheckedInside) {
      return Optional.of(ONE_CHECK);
    }
    return field.isVolatile() || isHarmless(field)
        ? publishedEarly(field, assign)
        : Optional.of(NOT_VOLATILE);
  }

  private static boolean isIn(Node node, Stmt.Synchronized lock) {
    return lock.body().span().contains(node.span());
  }

  /** {@code field == null}, also of a local copy of it. */
  private static boolean isUnset(SharedField field, Condition condition) {
    return condition.test() instanceof Expr.Binary test
        && test.right() instanceof Expr.Literal literal
        && literal.isNull()
        && (test.operator().equals("==") && condition.holds()
            || test.operator().equals("!=") && !condition.holds())
        && reads(field, test.left());
  }

  private static boolean reads(SharedField field, Expr expr) {
    var read = Bindings.of(field.file()).declaration(expr).orElse(null);
    return read == field.field()
        || read instanceof Stmt.Local copy
            && copy.initializer() != null
            && Bindings.of(field.file()).declaration(copy.initializer()).orElse(null)
                == field.field();
  }

  /** {@code instance = new Cache(); instance.load();}: others see it between the two. */
  private static Optional<String> publishedEarly(SharedField field, Expr.Assign assign) {
    if (!(field.file().parent(assign) instanceof Stmt.Expression statement)
        || !(assign.value() instanceof Expr.New)) {
      return Optional.empty();
    }
    for (Stmt next : Following.after(field.file(), statement).statements()) {
      boolean isFilled =
          next instanceof Stmt.Expression filling
              && filling.expression() instanceof Expr.Call call
              && call.target() != null
              && Bindings.of(field.file()).declaration(call.target()).orElse(null) == field.field();
      if (isFilled) {
        Expr.Call call = (Expr.Call) ((Stmt.Expression) next).expression();
        return Optional.of("it is published before `" + call.shortName() + "`");
      }
    }
    return Optional.empty();
  }

  /** Whether a second value is as good as the first, and neither is ever seen half made. */
  private static boolean isHarmless(SharedField field) {
    TypeRef type = field.field().type().ref();
    return type.isNamed("java.lang.String")
        || type.isNamed("java.util.regex.Pattern")
        || type.isNamed("java.lang.reflect.Method")
        || type.isNamed("java.lang.reflect.Constructor")
        || type.shape().kind() == TypeShape.Kind.RECORD
        || Inert.contains(type)
        || isImmutable(field.file(), type);
  }

  private static boolean isImmutable(SourceFile file, TypeRef type) {
    return file.all(Decl.Type.class).stream()
        .filter(each -> each.qualifiedName().equals(type.name()))
        .anyMatch(
            each ->
                each.members().stream()
                    .allMatch(
                        it ->
                            !(it instanceof Decl.Field one)
                                || new SharedField(file, one).isFinal()
                                    && !new SharedField(file, one).isPlainCollection()));
  }
}
