package dev.zonegate.rules.naiveretry;

import dev.zonegate.match.Bindings;
import dev.zonegate.match.Methods;
import dev.zonegate.match.RemoteWork;
import dev.zonegate.match.TypeSet;
import dev.zonegate.match.Words;
import dev.zonegate.model.Catch;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Reporter;
import java.util.List;
import java.util.Set;

/** Finds pollers of an outbox in which one message that always fails stays for ever. */
final class OutboxPollers {
  private static final TypeSet SCHEDULED =
      TypeSet.of(
          "org.springframework.scheduling.annotation.Scheduled",
          "io.quarkus.scheduler.Scheduled",
          "io.micronaut.scheduling.annotation.Scheduled");
  private static final Set<String> WAITING =
      Set.of(
          "outbox",
          "pending",
          "unsent",
          "unpublished",
          "event",
          "events",
          "message",
          "messages",
          "notification",
          "notifications",
          "queued",
          "unprocessed",
          "webhook",
          "webhooks");
  private static final Set<String> SENDING =
      Set.of(
          "send", "publish", "dispatch", "deliver", "emit", "post", "forward", "relay", "notify");
  private static final String RECORDING =
      "(?i)(set|mark|increment|inc|record|save|update|delete|remove|move|park|fail|retry|add|put|deadletter|schedule|on|handle).*";
  private final SourceFile file;

  private OutboxPollers(SourceFile file) {
    this.file = file;
  }

  static void find(SourceFile file, Reporter report) {
    OutboxPollers search = new OutboxPollers(file);
    for (Stmt.ForEach loop : file.all(Stmt.ForEach.class)) {
      Decl.Method method = file.enclosing(loop, Decl.Method.class);
      if (method != null && search.isPoller(method) && search.isWaiting(loop)) {
        search.check(loop, report);
      }
    }
  }

  private boolean isPoller(Decl.Method method) {
    return SCHEDULED.annotationIn(method.annotations()) != null
        || Methods.of(file).calls(method).stream()
            .map(each -> file.enclosing(each, Decl.Method.class))
            .anyMatch(each -> each != null && SCHEDULED.annotationIn(each.annotations()) != null);
  }

  /** Whether the loop goes over rows that wait to be sent. */
  private boolean isWaiting(Stmt.ForEach loop) {
    Expr rows = loop.iterable();
    Variable variable = Bindings.of(file).declaration(rows).orElse(null);
    Expr made = variable == null ? rows : variable.initializer();
    return made instanceof Expr.Call call
        && call.target() != null
        && call.name().matches("(find|fetch|get|load|read|poll|select|list|lock|query).*")
        && (isNamedWaiting(call.name())
            || isNamedWaiting(call.receiverType().simpleName())
            || loop.variable().type() != null
                && isNamedWaiting(loop.variable().type().ref().simpleName()));
  }

  private static boolean isNamedWaiting(String name) {
    return Words.of(name).stream().anyMatch(WAITING::contains);
  }

  private void check(Stmt.ForEach loop, Reporter report) {
    Expr.Call sent =
        file.allIn(loop.body(), Expr.Call.class).stream()
            .filter(this::isSent)
            .findFirst()
            .orElse(null);
    if (sent == null) {
      return;
    }
    Stmt.Try attempt = attempt(sent, loop);
    if (attempt == null) {
      report(sent, "stops all messages behind one that always fails", report);
      return;
    }
    boolean isRecorded = attempt.catches().stream().anyMatch(this::records);
    boolean isTold =
        attempt.catches().stream()
            .anyMatch(each -> !file.allIn(each.body(), Stmt.Throw.class).isEmpty());
    if (isTold) {
      report(sent, "stops all messages behind one that always fails", report);
    } else if (!isRecorded) {
      report(sent, "comes back for ever to a message that always fails", report);
    }
  }

  private static void report(Expr.Call sent, String says, Reporter report) {
    report
        .at(sent, NaiveRetryRule.POISON_LOOP, sent.shortName(), says)
        .confidence(Confidence.MEDIUM);
  }

  private boolean isSent(Expr.Call call) {
    List<String> words = Words.of(call.name());
    boolean isVerb = !words.isEmpty() && SENDING.contains(words.get(0));
    boolean isRow =
        call.target() instanceof Expr.Name name
            && name.variable() != null
            && !name.variable().isField();
    return isVerb && !isRow || RemoteWork.of(file).isChange(call);
  }

  private Stmt.Try attempt(Expr.Call sent, Stmt.ForEach loop) {
    for (Node up = file.parent(sent); up != null && up != loop; up = file.parent(up)) {
      if (up instanceof Stmt.Try attempt && !attempt.catches().isEmpty()) {
        return attempt;
      }
    }
    Decl.Method own = Methods.of(file).declaration(sent).orElse(null);
    return own == null || own.body() == null
        ? null
        : file.allIn(own.body(), Stmt.Try.class).stream().findFirst().orElse(null);
  }

  /** Whether the clause writes down that it failed, on the row or elsewhere. */
  private boolean records(Catch clause) {
    return file.allIn(clause.body(), Expr.Call.class).stream()
        .anyMatch(each -> each.name().matches(RECORDING) && !isLog(each));
  }

  private static boolean isLog(Expr.Call call) {
    return call.receiverType().simpleName().contains("Log");
  }
}
