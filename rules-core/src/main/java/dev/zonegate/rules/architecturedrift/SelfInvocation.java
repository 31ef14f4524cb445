package dev.zonegate.rules.architecturedrift;

import dev.zonegate.facts.Component;
import dev.zonegate.facts.Creation;
import dev.zonegate.facts.Project;
import dev.zonegate.facts.Weaving;
import dev.zonegate.match.AccessChecks;
import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Methods;
import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.TypeShape;
import dev.zonegate.rule.Candidate;
import dev.zonegate.rule.Evidence;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Settler;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** An annotation that a proxy would act on, where no proxy comes by. */
final class SelfInvocation {
  private static final TypeSet PROXIED = TypeSet.load("drift/proxied.types");
  private static final TypeSet TRANSACTIONAL = TypeSet.load("errors/transactional.types");
  private static final TypeSet SPRING_BEANS =
      TypeSet.of(
          "org.springframework.stereotype.Component",
          "org.springframework.stereotype.Service",
          "org.springframework.stereotype.Repository",
          "org.springframework.stereotype.Controller",
          "org.springframework.web.bind.annotation.RestController",
          "org.springframework.context.annotation.Configuration");
  private static final ApiSet IN_TRANSACTION =
      ApiSet.of(
          "org.springframework.transaction.support.TransactionOperations#execute",
          "org.springframework.transaction.support.TransactionOperations#executeWithoutResult",
          "org.springframework.transaction.support.TransactionTemplate#execute",
          "org.springframework.transaction.support.TransactionTemplate#executeWithoutResult");

  private SelfInvocation() {}

  /**
   * A place where an annotation does nothing.
   *
   * @param type the class, if it matters that no container makes it, else empty
   */
  record Unproxied(String path, String type) implements Evidence {}

  static void find(SourceFile file, Reporter report) {
    for (Decl.Type type : file.all(Decl.Type.class)) {
      boolean isBean = SPRING_BEANS.annotationIn(type.annotations()) != null;
      for (Decl member : type.members()) {
        if (member instanceof Decl.Method method && !method.isConstructor()) {
          Annotation proxied = PROXIED.annotationIn(method.annotations());
          if (proxied != null && type.kind() == TypeShape.Kind.CLASS) {
            findUnreachable(file, method, proxied, report);
            if (isBean) {
              findCalls(file, type, method, report);
            } else {
              leaveUnmanaged(file, type, method, proxied, report);
            }
          }
        }
      }
    }
  }

  private static void findUnreachable(
      SourceFile file, Decl.Method method, Annotation proxied, Reporter report) {
    if (AccessChecks.guardIn(List.of(proxied)) != null) {
      // AuthBypass.deadAnnotation speaks of these
      return;
    }
    for (Modifier each : List.of(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)) {
      if (method.modifiers().contains(each)) {
        report.candidate(
            method,
            ArchitectureDriftRule.SELF_INVOCATION,
            new Unproxied(file.path(), ""),
            at(proxied),
            "the " + each + " `" + method.name() + "`, which no proxy overrides");
        return;
      }
    }
  }

  private static void findCalls(
      SourceFile file, Decl.Type type, Decl.Method method, Reporter report) {
    for (Invocation use : Methods.of(file).calls(method)) {
      boolean isOnSelf =
          use instanceof Expr.Call call
              ? call.target() == null || call.target() instanceof Expr.This
              : use instanceof Expr.MethodReference reference
                  && reference.target() instanceof Expr.This;
      Decl.Method caller = file.enclosing(use, Decl.Method.class);
      boolean isHere =
          isOnSelf
              && caller != null
              && caller != method
              && file.enclosing(use, Decl.Type.class) == type
              && !method.modifiers().contains(Modifier.PRIVATE)
              && !method.modifiers().contains(Modifier.STATIC);
      if (isHere) {
        lost(file, type, method, use, caller, report);
      }
    }
  }

  private static void lost(
      SourceFile file,
      Decl.Type type,
      Decl.Method method,
      Invocation use,
      Decl.Method caller,
      Reporter report) {
    for (Annotation each : method.annotations()) {
      if (PROXIED.annotationIn(List.of(each)) != null
          && !isInForce(file, type, each, use, caller, new HashSet<>())) {
        report.candidate(
            use,
            ArchitectureDriftRule.SELF_INVOCATION,
            new Unproxied(file.path(), ""),
            at(each),
            "`" + method.name() + "` when `" + caller.name() + "` calls it on `this`");
        return;
      }
    }
  }

  /** Whether what the annotation asks for is so already where the method is called. */
  private static boolean isInForce(
      SourceFile file,
      Decl.Type type,
      Annotation wanted,
      Node use,
      Decl.Method caller,
      Set<Decl.Method> seen) {
    boolean isTransaction = TRANSACTIONAL.annotationIn(List.of(wanted)) != null;
    if (isTransaction && !joins(file, wanted)) {
      return false;
    }
    if (isTransaction && isInTemplate(file, use)) {
      return true;
    }
    List<Annotation> around = new ArrayList<>(caller.annotations());
    around.addAll(type.annotations());
    boolean isSame =
        isTransaction
            ? TRANSACTIONAL.annotationIn(around) != null
            : around.stream().anyMatch(each -> simple(each).equals(simple(wanted)));
    boolean isOpen = !caller.modifiers().contains(Modifier.PRIVATE);
    if (isSame && isOpen || !seen.add(caller)) {
      return true;
    }
    List<Invocation> calls = isOpen ? List.of() : Methods.of(file).calls(caller);
    return !calls.isEmpty()
        && calls.stream()
            .allMatch(
                each -> {
                  Decl.Method next = file.enclosing(each, Decl.Method.class);
                  return next != null && isInForce(file, type, wanted, each, next, seen);
                });
  }

  /** Whether a transaction of the caller serves as well. */
  private static boolean joins(SourceFile file, Annotation transactional) {
    return transactional.arguments().stream()
        .filter(each -> each.name().matches("propagation|value"))
        .map(each -> file.text(each.value()))
        .noneMatch(each -> each.matches("(.*\\.)?(REQUIRES_NEW|NESTED|NEVER|NOT_SUPPORTED)"));
  }

  private static boolean isInTemplate(SourceFile file, Node use) {
    for (Node up = file.parent(use); up != null; up = file.parent(up)) {
      if (up instanceof Expr.Call call && IN_TRANSACTION.matches(call).isYes()) {
        return true;
      }
    }
    return false;
  }

  /** A class that no container seems to make; only the whole project knows. */
  private static void leaveUnmanaged(
      SourceFile file, Decl.Type type, Decl.Method method, Annotation proxied, Reporter report) {
    boolean isPlain =
        type.annotations().isEmpty()
            && !Component.isBean(type)
            && type.extendsTypes().isEmpty()
            && type.implementsTypes().isEmpty()
            && !type.modifiers().contains(Modifier.ABSTRACT)
            && method.modifiers().contains(Modifier.PUBLIC);
    if (isPlain) {
      report.candidate(
          method,
          ArchitectureDriftRule.SELF_INVOCATION,
          new Unproxied(file.path(), type.qualifiedName()),
          at(proxied),
          "`" + type.name() + "`, which is made by `new` and no bean");
    }
  }

  private static String at(Annotation annotation) {
    return "@" + simple(annotation);
  }

  private static String simple(Annotation annotation) {
    return annotation.name().substring(annotation.name().lastIndexOf('.') + 1);
  }

  static void settle(Candidate candidate, Unproxied unproxied, Settler settler) {
    Project project = settler.project();
    boolean isWoven = !project.all(Weaving.class).isEmpty();
    if (!isWoven && (unproxied.type().isEmpty() || isMadeByNew(project, unproxied.type()))) {
      settler.report(candidate);
    }
  }

  private static boolean isMadeByNew(Project project, String type) {
    List<Creation> all = project.all(Creation.class);
    return project.isWhole()
        && all.stream().anyMatch(each -> each.others().contains(type))
        && all.stream().noneMatch(each -> each.beans().contains(type));
  }
}
