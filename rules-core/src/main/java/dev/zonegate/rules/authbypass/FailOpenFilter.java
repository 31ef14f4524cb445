package dev.zonegate.rules.authbypass;

import dev.zonegate.match.Completion;
import dev.zonegate.match.Profiles;
import dev.zonegate.match.Rejections;
import dev.zonegate.model.Catch;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Severity;
import java.util.List;
import java.util.Set;

/** Finds failure handlers in access checks that let the caller pass. */
final class FailOpenFilter {
  private static final Set<String> RESUMING =
      Set.of("onErrorResume", "onErrorReturn", "exceptionally", "onErrorComplete");

  private FailOpenFilter() {}

  static void find(SourceFile file, Reporter report) {
    for (Decl.Method method : file.all(Decl.Method.class)) {
      Checkpoint kind = method.body() == null ? null : Checkpoint.of(file, method);
      if (kind != null && !Profiles.isForTests(file, method)) {
        findCatches(file, method, kind, report);
        findResumes(file, method, kind, report);
      }
    }
  }

  private static void findCatches(
      SourceFile file, Decl.Method method, Checkpoint kind, Reporter report) {
    for (Catch each : file.allIn(method.body(), Catch.class)) {
      if (file.enclosing(each, Decl.Method.class) == method && passes(file, method, kind, each)) {
        String caught = "catch (" + file.text(each.parameter().type()) + ")";
        var found = report.at(each, AuthBypassRule.FAIL_OPEN_FILTER, caught, method.name());
        if (kind.isFilter()) {
          found.severity(Severity.WARNING).confidence(Confidence.MEDIUM);
        }
      }
    }
  }

  private static boolean passes(
      SourceFile file, Decl.Method method, Checkpoint kind, Catch handler) {
    if (!kind.isGuarding(file, method, handler)) {
      return false;
    }
    if (letsPass(file, kind, handler.body())
        || kind.isVerdict() && KeptVerdict.isYesAfter(file, method, handler)) {
      return true;
    }
    return Completion.isNormal(handler.body())
        && !rejects(file, handler.body())
        && goesOn(file, method, kind, handler);
  }

  /** Whether what follows the {@code try} lets the caller pass. */
  private static boolean goesOn(
      SourceFile file, Decl.Method method, Checkpoint kind, Catch handler) {
    Node attempt = file.parent(handler);
    if (!(attempt instanceof Stmt.Try) || !(file.parent(attempt) instanceof Stmt.Block block)) {
      return false;
    }
    if (file.parent(block) != method) {
      return false;
    }
    List<Stmt> rest =
        block.statements().subList(indexOf(block, attempt) + 1, block.statements().size());
    if (rest.isEmpty()) {
      return kind == Checkpoint.REQUEST_FILTER;
    }
    // a branch may still turn it away, by what the handler did or left undone
    boolean isStraight =
        rest.stream()
            .allMatch(
                each ->
                    each instanceof Stmt.Expression
                        || each instanceof Stmt.Return
                        || each instanceof Stmt.Local);
    return isStraight && rest.stream().anyMatch(each -> letsPass(file, kind, each));
  }

  private static int indexOf(Stmt.Block block, Node statement) {
    for (int i = 0; i < block.statements().size(); i++) {
      if (block.statements().get(i) == statement) {
        return i;
      }
    }
    return -1;
  }

  private static boolean letsPass(SourceFile file, Checkpoint kind, Stmt part) {
    return kind.passing(file, part).stream().anyMatch(each -> !isGuarded(file, each, part));
  }

  /** Whether some branch inside {@code part} decides about {@code exit}. */
  private static boolean isGuarded(SourceFile file, Node exit, Node part) {
    for (Node each = file.parent(exit); each != null && each != part; each = file.parent(each)) {
      if (each instanceof Stmt.If
          || each instanceof Expr.Conditional
          || each instanceof Expr.Lambda) {
        return true;
      }
    }
    return false;
  }

  static boolean rejects(SourceFile file, Node part) {
    return file.allIn(part, Expr.Call.class).stream().anyMatch(each -> Rejections.is(file, each))
        || !file.allIn(part, Stmt.Throw.class).isEmpty();
  }

  private static void findResumes(
      SourceFile file, Decl.Method method, Checkpoint kind, Reporter report) {
    for (Expr.Call call : file.allIn(method.body(), Expr.Call.class)) {
      if (!RESUMING.contains(call.name()) || call.arguments().isEmpty()) {
        continue;
      }
      Expr last = call.arguments().get(call.arguments().size() - 1);
      boolean passes =
          last instanceof Expr.Lambda lambda
              ? lambda.body() instanceof Expr value
                  ? kind.isPass(file, value)
                  : letsPass(file, kind, (Stmt) lambda.body())
              : kind == Checkpoint.DECISION && Checkpoint.isTrue(last);
      if (passes && kind.isGuarding(file, method, last) || grants(file, kind, call, last)) {
        report.at(call, AuthBypassRule.FAIL_OPEN_FILTER, call.name(), method.name());
      }
    }
  }

  /** {@code keys.isValid(key).onErrorReturn(true)} in a filter that asks the answer. */
  private static boolean grants(
      SourceFile file, Checkpoint kind, Expr.Call resume, Expr otherwise) {
    Expr value =
        otherwise instanceof Expr.Lambda lambda && lambda.body() instanceof Expr body
            ? body
            : otherwise;
    return kind.isFilter()
        && Checkpoint.isYes(value)
        && resume.target() != null
        && Checkpoint.isVerdict(file, resume.target());
  }
}
