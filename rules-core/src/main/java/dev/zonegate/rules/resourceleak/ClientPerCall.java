package dev.zonegate.rules.resourceleak;

import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Bindings;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Severity;

/** A client with connections and threads of its own, made again on each call. */
final class ClientPerCall {
  private static final ApiSet CLIENTS = ApiSet.load("resources/clients.api");

  private ClientPerCall() {}

  static void find(SourceFile file, Reporter report) {
    for (Invocation use : CLIENTS.usesIn(file)) {
      if (use instanceof Expr made
          && !(use instanceof Expr.MethodReference)
          && CLIENTS.matches(use).isYes()
          && !Lifetimes.runsOnce(file, made)
          && isForThisCall(file, made)) {
        boolean isServing = Lifetimes.isInApplication(file, made);
        var found =
            report
                .at(made, ResourceLeakRule.CLIENT_PER_CALL, use.shortName())
                .confidence(isServing ? Confidence.HIGH : Confidence.MEDIUM);
        if (!isServing && isPrivateOrStatic(file, made)) {
          found.severity(Severity.NOTE);
        }
      }
    }
  }

  private static boolean isPrivateOrStatic(SourceFile file, Node made) {
    Decl.Method method = file.enclosing(made, Decl.Method.class);
    return method != null
        && method.modifiers().contains(Modifier.PRIVATE)
        && method.modifiers().contains(Modifier.STATIC);
  }

  /** Used here and not kept: neither returned, nor put in a field, nor given to somebody. */
  private static boolean isForThisCall(SourceFile file, Expr made) {
    Node parent = file.parent(made);
    if (parent instanceof Stmt.Local local) {
      return staysHere(file, local);
    }
    return parent instanceof Expr.Call call && call.target() == made && !isSetUp(file, call);
  }

  /** {@code new OkHttpClient().newBuilder()}, {@code WebClient.create().mutate()}. */
  private static boolean isSetUp(SourceFile file, Expr.Call call) {
    Node parent = file.parent(call);
    return call.name().matches("newBuilder|mutate|with.*|set.*")
        || parent instanceof Stmt.Return && call.type().isUnknown();
  }

  private static boolean staysHere(SourceFile file, Variable local) {
    for (Expr use : Bindings.of(file).uses(local)) {
      Node parent = file.parent(use);
      boolean isCalled = parent instanceof Expr.Call call && call.target() == use;
      boolean isClosed = parent instanceof Stmt.Try;
      if (!isCalled && !isClosed) {
        return false;
      }
    }
    return file.enclosing(local, Expr.Lambda.class) == null;
  }
}
