package dev.zonegate.rules.swallowederror;

import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.Completion;
import dev.zonegate.match.Following;
import dev.zonegate.model.Catch;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Span;
import dev.zonegate.model.Stmt;
import dev.zonegate.rule.Fix;
import dev.zonegate.rule.Report;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Severity;
import dev.zonegate.rule.TextEdit;
import java.util.Locale;

/** A catch clause that takes the request to stop from a thread. */
final class Interrupted {
  private static final String INTERRUPTED = "java.lang.InterruptedException";
  private static final ApiSet INTERRUPTIBLE = ApiSet.load("errors/interruptible.api");

  private Interrupted() {}

  /** Finds it where the clause names {@code InterruptedException}, or nothing else is thrown. */
  static boolean findNamed(Handling handling, Reporter report) {
    boolean isNamed =
        handling.clause().types().stream().anyMatch(type -> type.ref().isNamed(INTERRUPTED));
    boolean isOnlyOne =
        catchesHidden(handling)
            && handling.attempt().body().statements().size() == 1
            && handling.attempt().body().statements().get(0) instanceof Stmt.Expression only
            && only.expression() instanceof Expr.Call call
            && INTERRUPTIBLE.matches(call).isYes();
    return (isNamed || isOnlyOne) && report(handling, report);
  }

  /** Whether the clause is for the interrupt alone. */
  static boolean isOnlyCaught(Handling handling) {
    return handling.clause().types().stream().allMatch(type -> type.ref().isNamed(INTERRUPTED));
  }

  /** Finds it where a broad clause catches it along with others. */
  static boolean findHidden(Handling handling, Reporter report) {
    return catchesHidden(handling) && report(handling, report);
  }

  private static boolean catchesHidden(Handling handling) {
    return handling.clause().types().stream()
            .anyMatch(
                type ->
                    type.ref().isNamed("java.lang.Exception")
                        || type.ref().isNamed("java.lang.Throwable"))
        && mayBeInterrupted(handling)
        && handling.attempt().catches().stream()
            .takeWhile(clause -> clause != handling.clause())
            .noneMatch(Interrupted::names);
  }

  private static boolean mayBeInterrupted(Handling handling) {
    return handling.thrown().includes(INTERRUPTED)
        || handling.attempt().body().statements().stream()
            .filter(Stmt.Expression.class::isInstance)
            .flatMap(each -> handling.file().allIn(each, Expr.Call.class).stream())
            .anyMatch(call -> INTERRUPTIBLE.matches(call).isYes());
  }

  private static boolean names(Catch clause) {
    return clause.types().stream().anyMatch(type -> type.ref().isNamed(INTERRUPTED));
  }

  private static boolean report(Handling handling, Reporter report) {
    if (handling.throwsAny()
        || handling.passesOn()
        || restores(handling)
        || arrangedIt(handling)
        || asksWhetherDone(handling)
        || ownsThread(handling) && isToldByFlag(handling)
        || endsThread(handling) && OnPurpose.hasReason(handling)) {
      return false;
    }
    Report found =
        report.at(
            handling.clause(),
            SwallowedErrorRule.INTERRUPTED,
            CaughtTypes.names(handling.clause()));
    if (endsThread(handling) || isToldByFlag(handling)) {
      found.severity(Severity.NOTE);
    }
    if (isFixable(handling)) {
      found.fix(Fix.of("Restore the interrupt", restoring(handling)));
    }
    return true;
  }

  /** In the clause, or later in the method where the clause remembers it or ends a loop. */
  private static boolean restores(Handling handling) {
    Node scope = handling.routine() == null ? handling.clause() : handling.routine();
    boolean remembers =
        !handling.file().allIn(handling.clause().body(), Expr.Assign.class).isEmpty();
    Node where = remembers ? scope : handling.clause().body();
    return handling.methodName().endsWith("Uninterruptibly")
        || handling.file().allIn(where, Expr.Call.class).stream()
            .anyMatch(call -> call.name().toLowerCase(Locale.ROOT).contains("interrupt"));
  }

  /** Whether the method gave its own thread to something, which wakes it by the interrupt. */
  private static boolean arrangedIt(Handling handling) {
    Decl.Method method = handling.method();
    return method != null
        && handling.file().allIn(method.body(), Expr.New.class).stream()
            .flatMap(created -> created.arguments().stream())
            .anyMatch(
                argument ->
                    argument instanceof Expr.Call call && call.name().equals("currentThread"));
  }

  /** The result of a future that is done comes without waiting. */
  private static boolean asksWhetherDone(Handling handling) {
    Decl.Method method = handling.method();
    return method != null
        && handling.file().allIn(method.body(), Expr.Call.class).stream()
            .filter(call -> call.span().isBefore(handling.attempt().span()))
            .anyMatch(call -> call.name().equals("isDone"));
  }

  /** A loop that a flag tells to stop: the interrupt only wakes it. */
  private static boolean isToldByFlag(Handling handling) {
    if (!handling.methodName().equals("run")) {
      return false;
    }
    SourceFile file = handling.file();
    Stmt.While loop = file.enclosing(handling.clause(), Stmt.While.class);
    while (loop != null) {
      boolean asksField =
          file.allIn(loop.condition(), Expr.Name.class).stream()
              .map(name -> Bindings.of(file).declaration(name))
              .anyMatch(variable -> variable.filter(Decl.Field.class::isInstance).isPresent());
      if (asksField) {
        return true;
      }
      loop = file.enclosing(loop, Stmt.While.class);
    }
    return false;
  }

  /** A class that is the thread itself knows who interrupts it. */
  private static boolean ownsThread(Handling handling) {
    Decl.Type type = handling.file().enclosing(handling.clause(), Decl.Type.class);
    return type != null
        && (type.ref().isA("java.lang.Thread").isYes()
            || type.extendsTypes().stream()
                .anyMatch(each -> each.ref().simpleName().equals("Thread")));
  }

  /** Whether the thread's work is over after the clause. */
  private static boolean endsThread(Handling handling) {
    Decl.Method method = handling.method();
    if (method == null || !method.name().equals("run") && !method.name().equals("main")) {
      return false;
    }
    Following rest = Following.after(handling.file(), handling.attempt());
    return handling.last() instanceof Stmt.Return
        || handling.last() instanceof Stmt.Break
        || Completion.isNormal(handling.clause().body())
            && !rest.isInLoop()
            && rest.statements().isEmpty();
  }

  /** In a loop that goes on a restored interrupt makes it spin. */
  private static boolean isFixable(Handling handling) {
    boolean goesOnInLoop =
        Following.after(handling.file(), handling.attempt()).isInLoop()
            && (Completion.isNormal(handling.clause().body())
                || handling.last() instanceof Stmt.Continue);
    return names(handling.clause()) && handling.clause().types().size() == 1 && !goesOnInLoop;
  }

  private static TextEdit restoring(Handling handling) {
    Span body = handling.clause().body().span();
    Span brace =
        new Span(body.startLine(), body.startColumn(), body.startLine(), body.startColumn() + 1);
    String restore = "Thread.currentThread().interrupt();";
    if (body.startLine() == body.endLine()) {
      return TextEdit.insertAfter(brace, " " + restore);
    }
    String closing = indentation(handling, body.endLine());
    String inner =
        handling.statements().isEmpty()
            ? closing + (closing.startsWith("\t") ? "\t" : unit(handling))
            : indentation(handling, handling.statements().get(0).span().startLine());
    return TextEdit.insertAfter(brace, "\n" + inner + restore);
  }

  private static String indentation(Handling handling, int line) {
    String text = handling.file().text().lineText(line);
    return text.substring(0, text.length() - text.stripLeading().length());
  }

  /** One step of indentation, as the {@code try} has it. */
  private static String unit(Handling handling) {
    Stmt.Block body = handling.attempt().body();
    if (body.statements().isEmpty()) {
      return "    ";
    }
    int inner = indentation(handling, body.statements().get(0).span().startLine()).length();
    int outer = indentation(handling, handling.attempt().span().startLine()).length();
    return " ".repeat(Math.max(2, inner - outer));
  }
}
