package dev.zonegate.rules.racecondition;

import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Methods;
import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Report;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Severity;
import java.util.List;
import java.util.Optional;

/** Finds state of one request in objects that all requests share. */
final class MutableSingleton {
  private static final TypeSet INJECTED = TypeSet.load("concurrency/injected.types");
  private static final TypeSet MUTABLE = TypeSet.load("concurrency/mutable.types");
  private static final ApiSet HARMLESS = ApiSet.load("concurrency/harmless-calls.api");
  private static final TypeSet SCHEDULED =
      TypeSet.of(
          "org.springframework.scheduling.annotation.Scheduled",
          "io.quarkus.scheduler.Scheduled",
          "io.micronaut.scheduling.annotation.Scheduled",
          "jakarta.ejb.Schedule");
  private static final TypeSet ONE_THREAD =
      TypeSet.of(
          "java.awt.Component",
          "org.springframework.batch.core.StepExecutionListener",
          "org.springframework.batch.item.ItemReader",
          "org.springframework.batch.item.ItemProcessor",
          "org.springframework.batch.item.ItemWriter",
          "org.springframework.batch.core.step.tasklet.Tasklet",
          "org.springframework.boot.CommandLineRunner",
          "org.springframework.boot.ApplicationRunner");

  private MutableSingleton() {}

  static void find(SourceFile file, Reporter report) {
    for (Decl.Field each : file.all(Decl.Field.class)) {
      SharedField field = new SharedField(file, each);
      if (field.isOfSingleton() && mayMatter(field) && !isUsedByOneThread(field)) {
        firstChange(field).ifPresent(change -> report(field, change, report));
      }
    }
  }

  private static void report(SharedField field, Node change, Reporter report) {
    String change1 =
        change instanceof Expr.Call call ? call.shortName() : field.field().name() + " = ...";
    Report found =
        report.at(
            field.field(), RaceConditionRule.MUTABLE_SINGLETON, field.field().name(), change1);
    if (isScheduledOnly(field)) {
      found.severity(Severity.NOTE);
    } else if (change instanceof Expr.Assign assign && assign.value() instanceof Expr.Literal) {
      found.confidence(Confidence.MEDIUM);
    }
  }

  private static boolean mayMatter(SharedField field) {
    return !field.isVolatile()
        && INJECTED.annotationIn(field.field().annotations()) == null
        && !StaticFormatter.isFormatter(field)
        && !BrokenDcl.covers(field)
        && !CheckThenActMap.covers(field.file(), field.field());
  }

  /** The first place that changes it while others may read it. */
  private static Optional<Node> firstChange(SharedField field) {
    boolean isCollection = field.isPlainCollection();
    boolean isMutable = MUTABLE.contains(field.field().type().ref()).isYes();
    for (Expr use : field.uses()) {
      Node change = assignment(field, use);
      Expr.Call call = field.callOn(use);
      if (call != null
          && (isMutable && !HARMLESS.matches(call).isYes()
              || isCollection && SharedField.isChange(call.name()))) {
        change = call;
      }
      if (change != null
          && !NonAtomicUpdate.isUpdate(field.file(), change)
          && field.isInTheOpen(use)) {
        return Optional.of(change);
      }
    }
    return Optional.empty();
  }

  private static Node assignment(SharedField field, Expr use) {
    return field.file().parent(use) instanceof Expr.Assign assign && assign.assigned() == use
        ? assign
        : null;
  }

  private static boolean isUsedByOneThread(SharedField field) {
    Decl.Type owner = field.owner();
    return ONE_THREAD.contains(owner.ref()).isYes()
        || owner.implementsTypes().stream().anyMatch(it -> ONE_THREAD.contains(it.ref()).isYes())
        || field.file().allIn(owner, Annotation.class).stream()
            .anyMatch(each -> each.name().equals("FXML"));
  }

  /** Whether only scheduled jobs use it, which do not overlap with themselves. */
  static boolean isScheduledOnly(SharedField field) {
    return field.uses().stream()
        .filter(use -> !Startup.isPartOf(field.file(), use))
        .allMatch(use -> isScheduled(field.file(), use, 2));
  }

  private static boolean isScheduled(SourceFile file, Node node, int depth) {
    Decl.Method method = file.enclosing(node, Decl.Method.class);
    if (method == null || depth < 0) {
      return false;
    }
    List<? extends Node> calls = Methods.of(file).calls(method);
    return SCHEDULED.annotationIn(method.annotations()) != null
        || method.modifiers().contains(Modifier.PRIVATE)
            && !calls.isEmpty()
            && calls.stream().allMatch(each -> isScheduled(file, each, depth - 1));
  }
}
