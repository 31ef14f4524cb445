package dev.zonegate.rules.resourceleak;

import dev.zonegate.match.Api;
import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.Methods;
import dev.zonegate.match.TypeSet;
import dev.zonegate.match.flow.Claim;
import dev.zonegate.match.flow.ControlFlow;
import dev.zonegate.match.flow.Leaving;
import dev.zonegate.match.flow.ResourceOwnership;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.MethodRef;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.TypeRef;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Related;
import dev.zonegate.rule.Report;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Severity;
import java.util.Optional;

/** A resource that some way out of its method leaves open. */
final class Unclosed {
  private static final ApiSet OPENERS = ApiSet.load("resources/openers.api");
  private static final TypeSet REPOSITORIES =
      TypeSet.of("org.springframework.data.repository.Repository");
  private static final String JPA = "jpaStream";
  private static final String NEVER_CLOSED =
      "holds its connection until closed, which nothing does";
  private final SourceFile file;
  private final Reporter report;
  private final ResourceOwnership ownership;
  private final Bindings bindings;
  private final Methods methods;

  private Unclosed(SourceFile file, Reporter report) {
    this.file = file;
    this.report = report;
    this.ownership = ResourceOwnership.of(file);
    this.bindings = Bindings.of(file);
    this.methods = Methods.of(file);
  }

  static void find(SourceFile file, Reporter report) {
    Unclosed search = new Unclosed(file, report);
    for (Invocation use : file.all(Invocation.class)) {
      if (use instanceof Expr opened && !(use instanceof Expr.MethodReference)) {
        boolean isRepository = isRepositoryStream(use);
        Optional<Api> api = OPENERS.find(use);
        if (isRepository || api.isPresent() && !search.goesWithOther(use, api.get())) {
          search.judge(opened, use, isRepository || api.get().has("pattern", JPA));
        } else if (api.isEmpty() && search.isOpener(use)) {
          search.judge(opened, use, false);
        }
        if (isRepository) {
          UntransactedStream.check(file, use, report);
        }
      }
    }
  }

  /** {@code orders.streamAll()} of a Spring Data repository. */
  private static boolean isRepositoryStream(Invocation use) {
    MethodRef method = use.method();
    return method != null
        && method.returns().isNamed("java.util.stream.Stream")
        && REPOSITORIES.contains(use.receiverType()).isYes();
  }

  /** A method of this file that returns what it opens. */
  private boolean isOpener(Invocation use) {
    return use instanceof Expr.Call
        && methods
            .declaration(use)
            .filter(each -> methods.returned(each).stream().anyMatch(this::isOpened))
            .isPresent();
  }

  private boolean isOpened(Expr returned) {
    return ownership.wrapped(returned) instanceof Invocation made
        && !(made instanceof Expr.MethodReference)
        && OPENERS
            .find(made)
            .filter(each -> !each.has("of", "target") && !each.has("pattern", JPA))
            .isPresent();
  }

  /**
   * A statement goes with a connection that is closed here, a result with its statement, a stream
   * with a connection that is disconnected here.
   */
  private boolean goesWithOther(Invocation use, Api api) {
    if (!api.has("of", "target") && !api.has("of", "connection")) {
      return false;
    }
    if (use.target() instanceof Expr.Call chained) {
      return OPENERS.find(chained).filter(each -> goesWithOther(chained, each)).isPresent();
    }
    Variable owner = bindings.declaration(use.target()).orElse(null);
    if (!(owner instanceof Stmt.Local local)) {
      return false;
    }
    boolean isManaged = file.parent(local) instanceof Stmt.Try;
    return isManaged || ownership.isEverReleased(local) || ownedByClosed(local);
  }

  /** Its statement is not closed, but the connection of that one is. */
  private boolean ownedByClosed(Stmt.Local local) {
    return local.initializer() instanceof Expr.Call made
        && bindings.declaration(made.target()).orElse(null) instanceof Stmt.Local owner
        && (file.parent(owner) instanceof Stmt.Try || ownership.isEverReleased(owner));
  }

  private void judge(Expr opened, Invocation use, boolean isRows) {
    ResourceOwnership.Fate fate = ownership.fate(opened);
    if (fate instanceof ResourceOwnership.Fate.Dropped && isHarmless(use)) {
      return;
    }
    if (fate instanceof ResourceOwnership.Fate.Dropped dropped) {
      if (isRows) {
        report
            .at(opened, ResourceLeakRule.JPA_STREAM, use.shortName(), NEVER_CLOSED)
            .confidence(Confidence.MEDIUM);
      } else {
        graded(
            opened,
            report
                .at(opened, ResourceLeakRule.UNCLOSED_TEMPORARY, use.shortName())
                .confidence(closesWhenDone(dropped.use()) ? Confidence.LOW : Confidence.HIGH));
      }
    } else if (fate instanceof ResourceOwnership.Fate.Held held) {
      held(opened, use, held, isRows);
    }
  }

  /** What {@code main} leaves open ends with the program. */
  private void graded(Expr opened, Report made) {
    Decl.Method method = file.enclosing(opened, Decl.Method.class);
    if (method != null
        && method.name().equals("main")
        && method.modifiers().contains(Modifier.STATIC)) {
      made.severity(Severity.NOTE);
    }
  }

  /** {@code response.body().string()} closes the response unless it fails. */
  private boolean closesWhenDone(Node use) {
    return use instanceof Expr.Call call
        && call.name().equals("body")
        && file.parent(call) instanceof Expr.Call read
        && (read.name().equals("string") || read.name().equals("bytes"));
  }

  /** In memory, whatever its type says. */
  private static boolean isHarmless(Invocation use) {
    TypeRef type = use.receiverType();
    return type.isAnyOf("java.io.ByteArrayInputStream", "java.io.StringReader").isYes();
  }

  private void held(Expr opened, Invocation use, ResourceOwnership.Fate.Held held, boolean isRows) {
    ControlFlow flow = ControlFlow.of(file);
    if (ownership.isLeftAlone(held.variable()) && flow.mayEndAfter(held.at())) {
      left(opened, use, held, isRows);
      return;
    }
    Claim released = ownership.released(held.variable());
    Leaving usual = flow.after(held.at(), released, node -> false);
    if (usual.isComplete() && usual.ends()) {
      left(opened, use, held, isRows);
      return;
    }
    Leaving failing = flow.after(held.at(), released, node -> mayFail(node));
    if (usual.isComplete() && failing.isComplete() && (failing.ends() || failing.fails())) {
      closedOnSuccess(opened, held);
    }
  }

  private void left(Expr opened, Invocation use, ResourceOwnership.Fate.Held held, boolean isRows) {
    boolean isNever = !ownership.isEverReleased(held.variable());
    if (isRows) {
      report.at(opened, ResourceLeakRule.JPA_STREAM, use.shortName(), NEVER_CLOSED);
    } else {
      graded(
          opened,
          report
              .at(
                  opened,
                  ResourceLeakRule.UNCLOSED_LOCAL,
                  held.variable().name(),
                  use.shortName(),
                  isNever ? "anywhere" : "on every way out")
              .confidence(isNever ? Confidence.HIGH : Confidence.MEDIUM));
    }
  }

  private void closedOnSuccess(Expr opened, ResourceOwnership.Fate.Held held) {
    for (Expr each : bindings.uses(held.variable())) {
      if (file.parent(each) instanceof Expr.Call close && close.name().equals("close")) {
        report
            .at(
                close,
                ResourceLeakRule.CLOSE_NOT_IN_FINALLY,
                held.variable().name(),
                "is closed only if nothing fails before this line")
            .confidence(Confidence.MEDIUM)
            .related(Related.at(file, opened, "opened here"));
        return;
      }
    }
  }

  /** What declares that it fails; anything may, but then little is left to close. */
  private static boolean mayFail(Node node) {
    return node instanceof Invocation use
        && use.method() != null
        && !use.method().thrown().isEmpty()
        && !use.name().equals("close");
  }
}
