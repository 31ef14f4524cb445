package dev.zonegate.rules.racecondition;

import dev.zonegate.match.Bindings;
import dev.zonegate.match.Condition;
import dev.zonegate.match.Following;
import dev.zonegate.match.Guards;
import dev.zonegate.match.HandOver;
import dev.zonegate.match.Same;
import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.rule.Reporter;
import java.util.List;
import java.util.Set;

/** Finds a read and a write that belong together and that another thread can come between. */
final class NonAtomicUpdate {
  private static final TypeSet ATOMICS =
      TypeSet.of(
          "java.util.concurrent.atomic.AtomicInteger",
          "java.util.concurrent.atomic.AtomicLong",
          "java.util.concurrent.atomic.AtomicBoolean",
          "java.util.concurrent.atomic.AtomicReference");
  private static final TypeSet ADDERS =
      TypeSet.of(
          "java.util.concurrent.atomic.LongAdder", "java.util.concurrent.atomic.DoubleAdder");
  private static final TypeSet THREADS =
      TypeSet.of("java.lang.Runnable", "java.util.concurrent.Callable");
  private static final Set<String> READS = Set.of("get", "getOrDefault");

  private NonAtomicUpdate() {}

  static void find(SourceFile file, Reporter report) {
    for (Decl.Field each : file.all(Decl.Field.class)) {
      SharedField field = new SharedField(file, each);
      boolean isAtomic = ATOMICS.contains(each.type().ref()).isYes();
      for (Expr use : field.uses()) {
        if (isAtomic || ADDERS.contains(each.type().ref()).isYes()) {
          checkAtomic(field, use, report);
        } else if (!checkStep(field, use, report)) {
          checkMap(field, use, report);
        }
      }
    }
  }

  /** Whether {@code change} computes a new value from the old one. */
  static boolean isUpdate(SourceFile file, Node change) {
    if (SharedField.isStep(change)) {
      return true;
    }
    if (change instanceof Expr.Assign assign) {
      return !assign.operator().equals("=")
          || assign.value() instanceof Expr.Binary sum
              && file.allIn(sum, Expr.class).stream()
                  .anyMatch(each -> isVariable(each) && Same.are(each, assign.assigned()));
    }
    return change instanceof Expr.Call put && isMapUpdate(file, put);
  }

  private static boolean isVariable(Expr expr) {
    return expr instanceof Expr.Name || expr instanceof Expr.FieldAccess;
  }

  private static boolean checkStep(SharedField field, Expr use, Reporter report) {
    Node change = field.file().parent(use);
    boolean isTarget =
        SharedField.isStep(change)
            || change instanceof Expr.Assign assign && assign.assigned() == use;
    if (!isTarget || !isUpdate(field.file(), change)) {
      return false;
    }
    if (isShared(field, use) && field.isInTheOpen(use)) {
      report.at(change, RaceConditionRule.NON_ATOMIC_UPDATE, text(field, change));
    }
    return true;
  }

  private static String text(SharedField field, Node change) {
    String text = field.file().text(change);
    return text.length() <= 24 && !text.contains("\n") ? text : field.field().name() + " = ...";
  }

  private static boolean isShared(SharedField field, Expr use) {
    boolean isOwnThread = field.owner() != null && !field.isStatic() && isTask(field.owner());
    if (field.isVolatile()) {
      return !isOwnThread && !MutableSingleton.isScheduledOnly(field);
    }
    return field.isOfSingleton() && !MutableSingleton.isScheduledOnly(field)
        || field.isStatic() && isInThread(field.file(), use)
        || !isOwnThread && HandOver.around(field.file(), use).isPresent();
  }

  /** Whether {@code use} is in the run of a task. */
  private static boolean isInThread(SourceFile file, Expr use) {
    Decl.Type type = file.enclosing(use, Decl.Type.class);
    Decl.Method method = file.enclosing(use, Decl.Method.class);
    return type != null
        && method != null
        && (method.name().equals("run") || method.name().equals("call"))
        && isTask(type);
  }

  private static boolean isTask(Decl.Type type) {
    return THREADS.contains(type.ref()).isYes()
        || type.implementsTypes().stream().anyMatch(each -> THREADS.contains(each.ref()).isYes());
  }

  private static void checkAtomic(SharedField field, Expr use, Reporter report) {
    Expr.Call call = field.callOn(use);
    if (call == null) {
      return;
    }
    boolean isLost =
        switch (call.name()) {
          case "set", "lazySet" -> isFromOldValue(field.file(), call) || isAfterLook(field, call);
          case "reset" -> isAfterSum(field, call);
          default -> false;
        };
    if (isLost && field.isInTheOpen(use)) {
      report.at(call, RaceConditionRule.NON_ATOMIC_UPDATE, call.shortName());
    }
  }

  /** {@code count.set(count.get() + 1)}, also by way of a local. */
  private static boolean isFromOldValue(SourceFile file, Expr.Call set) {
    return set.arguments().stream()
        .flatMap(each -> file.allIn(each, Expr.class).stream())
        .anyMatch(each -> isGet(initial(file, each), set.target()));
  }

  private static Expr initial(SourceFile file, Expr expr) {
    return expr instanceof Expr.Name name
            && Bindings.of(file).declaration(name).orElse(null) instanceof Stmt.Local local
            && local.initializer() != null
            && Bindings.of(file).isAssignedOnce(local)
        ? local.initializer()
        : expr;
  }

  private static boolean isGet(Expr expr, Expr atomic) {
    return expr instanceof Expr.Call call
        && call.name().equals("get")
        && call.arguments().isEmpty()
        && Same.are(call.target(), atomic);
  }

  private static boolean isAfterLook(SharedField field, Expr.Call set) {
    List<Condition> holding = Guards.of(field.file()).holdingAt(set);
    if (holding.stream().anyMatch(each -> isWon(each)) || isSetBefore(field, set)) {
      return false;
    }
    return holding.stream()
        .filter(each -> !(each.test() instanceof Expr.Binary test && test.operator().equals("||")))
        .filter(each -> !Following.isLoop(field.file().parent(each.test())))
        .flatMap(each -> field.file().allIn(each.test(), Expr.class).stream())
        .anyMatch(each -> isGet(initial(field.file(), each), set.target()));
  }

  /** {@code finally { busy.set(false); }}: what was looked at is gone since it was set to true. */
  private static boolean isSetBefore(SharedField field, Expr.Call set) {
    return Guards.of(field.file()).completedBefore(set).stream()
        .flatMap(each -> field.file().allIn(each, Expr.Call.class).stream())
        .anyMatch(each -> each.name().equals(set.name()) && Same.are(each.target(), set.target()));
  }

  /** Whether only the thread that won gets here. */
  private static boolean isWon(Condition condition) {
    return condition.holds()
        && condition.test() instanceof Expr.Call call
        && call.name().startsWith("compareAnd");
  }

  private static boolean isAfterSum(SharedField field, Expr.Call reset) {
    return Guards.of(field.file()).completedBefore(reset).stream()
        .flatMap(each -> field.file().allIn(each, Expr.Call.class).stream())
        .anyMatch(
            each ->
                each.name().matches("sum|longValue|intValue")
                    && Same.are(each.target(), reset.target()));
  }

  private static void checkMap(SharedField field, Expr use, Reporter report) {
    Expr.Call put = field.callOn(use);
    boolean isShared =
        field.isConcurrentCollection() || field.isPlainCollection() && field.isOfSingleton();
    if (put == null || !isShared || !isMapUpdate(field.file(), put) || !field.isInTheOpen(use)) {
      return;
    }
    if (!CheckThenActMap.covers(field.file(), field.field())) {
      report.at(put, RaceConditionRule.NON_ATOMIC_UPDATE, put.shortName());
    }
  }

  /** {@code map.put(key, map.get(key) + 1)}, also by way of a local. */
  private static boolean isMapUpdate(SourceFile file, Expr.Call put) {
    return put.name().equals("put")
        && put.arguments().size() == 2
        && file.allIn(put.arguments().get(1), Expr.class).stream()
            .flatMap(each -> file.allIn(initial(file, each), Expr.class).stream())
            .anyMatch(
                each ->
                    each instanceof Expr.Call get
                        && READS.contains(get.name())
                        && !get.arguments().isEmpty()
                        && Same.are(get.target(), put.target())
                        && Same.are(get.arguments().get(0), put.arguments().get(0)));
  }
}
