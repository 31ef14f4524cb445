package dev.zonegate.rules.resourceleak;

import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.flow.Claim;
import dev.zonegate.match.flow.ControlFlow;
import dev.zonegate.match.flow.Leaving;
import dev.zonegate.match.flow.NullTest;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Reporter;
import java.util.List;
import java.util.regex.Pattern;

/** A temporary file that stays on disk. */
final class TempFile {
  private static final ApiSet MAKERS = ApiSet.load("resources/temp-files.api");
  private static final Pattern DELETES =
      Pattern.compile("(delete|forceDelete|clean|remove|discard|walkFileTree|move|renameTo)\\w*");

  private TempFile() {}

  static void find(SourceFile file, Reporter report) {
    for (Expr.Call made : MAKERS.callsIn(file)) {
      if (MAKERS.matches(made).isYes()
          && file.parent(made) instanceof Stmt.Local local
          && !Lifetimes.runsOnce(file, made)) {
        judge(file, made, local, report);
      }
    }
    for (Expr.Call call : file.all(Expr.Call.class)) {
      if (call.name().equals("deleteOnExit")
          && call.receiverType().isNamed("java.io.File")
          && Lifetimes.isInApplication(file, call)
          && !Lifetimes.runsOnce(file, call)) {
        report.at(
            call,
            ResourceLeakRule.TEMP_FILE,
            call.shortName(),
            "stays until the server stops, with its name in memory");
      }
    }
  }

  private static void judge(SourceFile file, Expr.Call made, Stmt.Local local, Reporter report) {
    List<Expr> uses = Bindings.of(file).uses(local);
    boolean isLeftToExit = uses.stream().anyMatch(use -> isCalled(file, use, "deleteOnExit"));
    if (isLeftToExit || uses.stream().anyMatch(use -> isHandedOn(file, use))) {
      return;
    }
    if (uses.stream().noneMatch(use -> isDelete(file, use))) {
      report.at(made, ResourceLeakRule.TEMP_FILE, made.shortName(), "nothing deletes");
      return;
    }
    Leaving leaving =
        ControlFlow.of(file).after(local, new Deleted(file, local), TempFile::mayFail);
    if (leaving.isComplete() && (leaving.fails() || leaving.ends())) {
      report
          .at(made, ResourceLeakRule.TEMP_FILE, made.shortName(), "stays if what follows fails")
          .confidence(Confidence.MEDIUM);
    }
  }

  private static boolean mayFail(Node node) {
    return node instanceof Invocation use
        && use.method() != null
        && !use.method().thrown().isEmpty();
  }

  private static boolean isCalled(SourceFile file, Expr use, String name) {
    return file.parent(use) instanceof Expr.Call call
        && call.target() == use
        && call.name().equals(name);
  }

  /** Returned, kept, or given to code that may keep or delete it. */
  private static boolean isHandedOn(SourceFile file, Expr use) {
    Node parent = file.parent(use);
    if (parent instanceof Expr.Call call && call.target() == use) {
      boolean isAlias = call.type().isAnyOf("java.io.File", "java.nio.file.Path").isYes();
      return isAlias && isHandedOn(file, call);
    }
    if (parent instanceof Invocation call) {
      return !isDelete(file, use) && !isJdk(call);
    }
    return !(parent instanceof Expr.Binary)
        && !(parent instanceof Expr.MethodReference)
        && !(parent instanceof Stmt.Expression);
  }

  private static boolean isJdk(Invocation call) {
    return call.method() != null
        && (call.method().owner().name().startsWith("java.")
            || call.method()
                .owner()
                .isA("org.springframework.web.multipart.MultipartFile")
                .isYes());
  }

  private static boolean isDelete(SourceFile file, Expr use) {
    Node parent = file.parent(use);
    if (parent instanceof Invocation call && DELETES.matcher(call.name()).matches()) {
      return true;
    }
    boolean isPath =
        parent instanceof Expr.Call call
            && call.target() == use
            && (call.name().equals("toPath") || call.name().equals("toFile"));
    return isPath && isDelete(file, (Expr.Call) parent);
  }

  private record Deleted(SourceFile file, Variable variable) implements Claim {
    @Override
    public Effect after(Node node) {
      boolean isDelete =
          node instanceof Expr.Name name
              && Bindings.of(file).declaration(name).orElse(null) == variable
              && TempFile.isDelete(file, name);
      return isDelete ? Effect.ESTABLISHES : Effect.NONE;
    }

    @Override
    public boolean isImplied(Expr test, boolean holds) {
      return test instanceof Expr.Binary comparison && NullTest.of(comparison) != null;
    }
  }
}
