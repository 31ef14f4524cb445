package dev.zonegate.rules.authbypass;

import dev.zonegate.facts.DeclaredType;
import dev.zonegate.facts.ForeignConfiguration;
import dev.zonegate.facts.MethodSecurity;
import dev.zonegate.facts.Project;
import dev.zonegate.match.AccessChecks;
import dev.zonegate.match.Methods;
import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.SourceFile;
import dev.zonegate.rule.Candidate;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Evidence;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Settler;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds annotations about access that nothing enforces. */
final class DeadAnnotation {
  private static final TypeSet PRE_POST =
      TypeSet.of(
          "org.springframework.security.access.prepost.PreAuthorize",
          "org.springframework.security.access.prepost.PostAuthorize",
          "org.springframework.security.access.prepost.PreFilter",
          "org.springframework.security.access.prepost.PostFilter");
  private static final TypeSet SECURED =
      TypeSet.of("org.springframework.security.access.annotation.Secured");
  private static final Set<String> APPLICATIONS =
      Set.of(
          "org.springframework.boot.autoconfigure.SpringBootApplication",
          "org.springframework.boot.autoconfigure.EnableAutoConfiguration");
  private static final String XML = "org.springframework.context.annotation.ImportResource";

  private DeadAnnotation() {}

  /** Which annotation it is: {@code @Secured}, or {@code @PreAuthorize} and its like. */
  record Dead(boolean isSecured) implements Evidence {}

  static void find(SourceFile file, Reporter report) {
    for (Decl.Type type : file.all(Decl.Type.class)) {
      Set<Boolean> left = new HashSet<>();
      leave(type.annotations(), type.name(), left, report);
      for (Decl each : type.members()) {
        if (each instanceof Decl.Method method) {
          Annotation guard = guard(method.annotations());
          if (guard != null && method.modifiers().contains(Modifier.PRIVATE)) {
            reportUnreachable(
                guard, method, "has no effect: no proxy sees a private method", report);
          } else if (guard != null && isFinal(type, method)) {
            reportUnreachable(
                guard, method, "has no effect: no proxy overrides a final method", report);
          } else if (guard != null) {
            leave(method.annotations(), method.name(), left, report);
            findSelfCalls(file, type, method, guard, report);
          }
        }
      }
    }
  }

  /** A proxy by interfaces calls a final method through; one that is a subclass cannot. */
  private static boolean isFinal(Decl.Type type, Decl.Method method) {
    return method.modifiers().contains(Modifier.FINAL) && type.implementsTypes().isEmpty();
  }

  private static void reportUnreachable(
      Annotation guard, Decl.Method method, String why, Reporter report) {
    report
        .at(method, AuthBypassRule.DEAD_ANNOTATION, "@" + guard.name(), method.name(), why)
        .confidence(Confidence.HIGH);
  }

  private static Annotation guard(List<Annotation> annotations) {
    Annotation prePost = PRE_POST.annotationIn(annotations);
    return prePost == null ? SECURED.annotationIn(annotations) : prePost;
  }

  /** The first of a kind in a class stands for all of them. */
  private static void leave(
      List<Annotation> annotations, String on, Set<Boolean> left, Reporter report) {
    Annotation guard = guard(annotations);
    if (guard == null) {
      return;
    }
    boolean isSecured = PRE_POST.annotationIn(List.of(guard)) == null;
    if (left.add(isSecured)) {
      report.candidate(
          guard,
          AuthBypassRule.DEAD_ANNOTATION,
          new Dead(isSecured),
          "@" + guard.name(),
          on,
          "is not enforced: nothing enables method security");
    }
  }

  private static void findSelfCalls(
      SourceFile file, Decl.Type type, Decl.Method method, Annotation guard, Reporter report) {
    for (Invocation use : Methods.of(file).calls(method)) {
      Decl.Method caller = file.enclosing(use, Decl.Method.class);
      boolean isOnSelf =
          use instanceof Expr.Call call
              && (call.target() == null || call.target() instanceof Expr.This);
      if (isOnSelf
          && caller != null
          && caller != method
          && file.enclosing(use, Decl.Type.class) == type
          && isEntered(caller)
          && AccessChecks.guardIn(caller.annotations()) == null
          && AccessChecks.guardIn(type.annotations()) == null
          && AccessChecks.in(file, caller).filter(check -> check.call() != use).isEmpty()) {
        String why = "is skipped when `" + caller.name() + "` calls it on `this`";
        report.at(use, AuthBypassRule.DEAD_ANNOTATION, "@" + guard.name(), method.name(), why);
      }
    }
  }

  /** Whether callers outside may come in by {@code method}. */
  private static boolean isEntered(Decl.Method method) {
    return !method.modifiers().contains(Modifier.PRIVATE);
  }

  static void settle(Candidate candidate, Dead dead, Settler settler) {
    Project project = settler.project();
    if (!project.isWhole()
        || !isApplication(project)
        // what it takes from elsewhere may enable it
        || ForeignConfiguration.isAny(project)) {
      return;
    }
    boolean isEnabled =
        project.all(MethodSecurity.class).stream()
            .anyMatch(each -> dead.isSecured() ? each.isSecured() : each.isPrePost());
    if (!isEnabled) {
      settler.report(candidate);
    }
  }

  private static boolean isApplication(Project project) {
    List<DeclaredType> types = project.all(DeclaredType.class);
    return types.stream()
            .anyMatch(each -> each.annotations().stream().anyMatch(APPLICATIONS::contains))
        && types.stream().noneMatch(each -> each.annotations().contains(XML));
  }
}
