package dev.zonegate.rules.racecondition;

import dev.zonegate.match.Bindings;
import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.TypeRef;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Severity;

/** Finds locks that keep out the wrong threads, or none. */
final class WrongLock {
  private static final TypeSet BOXED =
      TypeSet.of(
          "java.lang.Boolean",
          "java.lang.Character",
          "java.lang.Byte",
          "java.lang.Short",
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Float",
          "java.lang.Double");
  private static final TypeSet VALUES =
      TypeSet.of("java.util.Optional", "java.util.OptionalInt", "java.util.OptionalLong");
  private static final TypeSet TRANSACTIONAL = TypeSet.load("errors/transactional.types");

  private WrongLock() {}

  static void find(SourceFile file, Reporter report) {
    for (Stmt.Synchronized each : file.all(Stmt.Synchronized.class)) {
      if (!checkValue(file, each, report) && !checkClass(file, each, report)) {
        checkVariable(file, each, report);
      }
    }
    for (Decl.Method each : file.all(Decl.Method.class)) {
      checkTransaction(file, each, report);
    }
    FieldLocks.find(file, report);
  }

  /** Strings and boxed numbers, which code elsewhere may hold too. */
  private static boolean checkValue(SourceFile file, Stmt.Synchronized block, Reporter report) {
    TypeRef type = block.lock().type();
    Expr value = initial(file, block.lock());
    boolean isOwn = value instanceof Expr.New;
    String fault = "";
    if (type.isNamed("java.lang.String") && !isOwn) {
      fault = "locks a text that other code may lock too";
    } else if (BOXED.contains(type).isYes()) {
      fault = "locks a boxed value that other code shares";
    } else if (VALUES.contains(type).isYes() || type.name().startsWith("java.time.")) {
      fault = "locks a value without identity";
    }
    if (!fault.isEmpty()) {
      report(file, block, fault, report);
    }
    return !fault.isEmpty();
  }

  /** {@code getClass()}, which a subclass answers differently. */
  private static boolean checkClass(SourceFile file, Stmt.Synchronized block, Reporter report) {
    boolean isOwnClass =
        block.lock() instanceof Expr.Call call
            && call.name().equals("getClass")
            && call.arguments().isEmpty()
            && (call.target() == null || call.target() instanceof Expr.This);
    Decl.Type type = file.enclosing(block, Decl.Type.class);
    if (isOwnClass && type != null && !type.modifiers().contains(Modifier.FINAL)) {
      report(file, block, "is another lock in each subclass", report);
    }
    return isOwnClass;
  }

  private static void checkVariable(SourceFile file, Stmt.Synchronized block, Reporter report) {
    Variable lock = Bindings.of(file).declaration(block.lock()).orElse(null);
    if (lock instanceof Decl.Field field) {
      checkField(new SharedField(file, field), block, report);
    } else if (lock instanceof Stmt.Local local
        && local.initializer() instanceof Expr.New created
        && created.arguments().isEmpty()
        && !isCaptured(file, local)) {
      report(file, block, "is a new lock in each call and keeps nobody out", report);
    } else if (lock instanceof Decl.Param param
        && param.type() != null
        && param.type().ref().isNamed("java.lang.Object")
        && file.parent(param) instanceof Decl.Method method
        && !method.modifiers().contains(Modifier.PRIVATE)) {
      report
          .at(block, RaceConditionRule.WRONG_LOCK, named(file, block), "trusts each caller's lock")
          .severity(Severity.NOTE)
          .confidence(Confidence.LOW);
    }
  }

  private static void checkField(SharedField field, Stmt.Synchronized block, Reporter report) {
    if (field.isFinal()) {
      return;
    }
    boolean isReplaced =
        field.assigning().stream().anyMatch(use -> !Startup.isPartOf(field.file(), use));
    if (isReplaced && !isLazy(field)) {
      report(field.file(), block, "is another lock once the field is assigned", report);
    } else if (field.values().anyMatch(Expr.New.class::isInstance) && !isReplaced) {
      report
          .at(
              block,
              RaceConditionRule.WRONG_LOCK,
              named(field.file(), block),
              "would be another lock once somebody assigns the field")
          .severity(Severity.NOTE);
    }
  }

  /** Whether it is only ever filled or emptied, as a connection or a session is. */
  private static boolean isLazy(SharedField field) {
    return field.field().initializer() == null
        && field.values().anyMatch(each -> !(each instanceof Expr.New));
  }

  private static boolean isCaptured(SourceFile file, Stmt.Local local) {
    return Bindings.of(file).uses(local).stream()
        .anyMatch(
            use ->
                file.enclosing(use, Decl.Body.class) != file.enclosing(local, Decl.Body.class)
                    || file.enclosing(use, Expr.Lambda.class)
                        != file.enclosing(local, Expr.Lambda.class)
                    || file.parent(use) instanceof Expr.Call call && call.target() != use
                    || file.parent(use) instanceof Expr.New);
  }

  /** A lock that is given back when the method returns, before its proxy commits. */
  private static void checkTransaction(SourceFile file, Decl.Method method, Reporter report) {
    boolean isLocked = method.modifiers().contains(Modifier.SYNCHRONIZED);
    Decl.Type type = file.enclosing(method, Decl.Type.class);
    boolean isTransactional =
        TRANSACTIONAL.annotationIn(method.annotations()) != null
            || type != null
                && method.modifiers().contains(Modifier.PUBLIC)
                && TRANSACTIONAL.annotationIn(type.annotations()) != null;
    if (isLocked && isTransactional && !isWithoutTransaction(file, method, type)) {
      report.at(
          method,
          RaceConditionRule.WRONG_LOCK,
          "`" + method.name() + "`",
          "is given back before its transaction commits");
    }
  }

  private static boolean isWithoutTransaction(SourceFile file, Decl.Method method, Decl.Type type) {
    Annotation own = TRANSACTIONAL.annotationIn(method.annotations());
    Annotation found = own == null ? TRANSACTIONAL.annotationIn(type.annotations()) : own;
    return file.text(found).matches("(?s).*\\b(NEVER|NOT_SUPPORTED|SUPPORTS|readOnly = true)\\b.*");
  }

  private static void report(
      SourceFile file, Stmt.Synchronized block, String fault, Reporter report) {
    report.at(block, RaceConditionRule.WRONG_LOCK, named(file, block), fault);
  }

  private static String named(SourceFile file, Stmt.Synchronized block) {
    String text = file.text(block.lock());
    return text.length() <= 24 ? "`" + text + "`" : "this";
  }

  private static Expr initial(SourceFile file, Expr expr) {
    return Bindings.of(file).declaration(expr).map(Variable::initializer).orElse(expr);
  }
}
