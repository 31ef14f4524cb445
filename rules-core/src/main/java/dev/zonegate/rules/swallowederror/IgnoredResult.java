package dev.zonegate.rules.swallowederror;

import dev.zonegate.match.Api;
import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.Discarded;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Report;
import dev.zonegate.rule.Reporter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A call that tells by its result that it failed or did nothing, where nobody looks. */
final class IgnoredResult {
  private static final ApiSet RESULTS = ApiSet.load("errors/ignored-results.api");
  private static final ApiSet PURE = ApiSet.load("errors/pure-calls.api");
  private static final Map<String, Set<String>> LATER_CHECKS =
      Map.of(
          "exists", Set.of("exists", "notExists", "isDirectory", "isFile", "canWrite", "canRead"),
          "isTerminated", Set.of("isTerminated", "shutdownNow"),
          "isAlive", Set.of("isAlive", "destroyForcibly", "exitValue"));
  private static final int BOUNDED = 1;

  /** A key that stands for the right to do something; others are only given a first value. */
  private static final Pattern CLAIM =
      Pattern.compile("(?i)(?<![bc])lock|idempot|dedup|nonce|mutex|processed");

  private IgnoredResult() {}

  static void find(SourceFile file, Reporter report) {
    for (Expr.Call call : Discarded.calls(file)) {
      if (isPureWithoutEffect(file, call)) {
        report(call, "changes nothing in place", report);
      } else if (isDroppedFinder(call)) {
        report(call, "may find nothing", report).confidence(Confidence.MEDIUM);
      } else if (SingleRowUpdate.is(file, call)) {
        report(call, "returns how many rows it changed, 0 if none", report)
            .confidence(Confidence.MEDIUM);
      } else {
        findStatus(file, call, report);
      }
    }
  }

  private static Report report(Expr.Call call, String says, Reporter report) {
    return report.at(call, SwallowedErrorRule.IGNORED_RESULT, call.shortName(), says);
  }

  private static void findStatus(SourceFile file, Expr.Call call, Reporter report) {
    Optional<Api> api = RESULTS.find(call);
    if (api.isPresent() && !isExcused(file, call, api.get())) {
      report(call, api.get().attributes().get("says").replace('-', ' '), report);
    }
  }

  private static boolean isExcused(SourceFile file, Expr.Call call, Api api) {
    Map<String, String> said = api.attributes();
    return api.has("tidy", "fine") && CleanUp.isAround(file, call)
        || said.containsKey("unless") && call.receiverType().isA(said.get("unless")).isYes()
        || said.containsKey("later")
            && isCheckedLater(file, call, LATER_CHECKS.get(said.get("later")))
        || api.has("key", "claim") && !CLAIM.matcher(file.text(call.arguments().get(0))).find()
        || api.has("queue", "bounded") && !isBounded(file, call.target());
  }

  private static boolean isCheckedLater(SourceFile file, Expr.Call call, Set<String> checks) {
    Decl.Method method = file.enclosing(call, Decl.Method.class);
    return method != null
        && file.allIn(method, Expr.Call.class).stream()
            .filter(later -> call.span().isBefore(later.span()))
            .anyMatch(later -> checks.contains(later.name()));
  }

  /** An unbounded queue takes everything. */
  private static boolean isBounded(SourceFile file, Expr queue) {
    if (queue == null || queue.type().isA("java.util.concurrent.ArrayBlockingQueue").isYes()) {
      return queue != null;
    }
    return Bindings.of(file)
        .declaration(queue)
        .map(declared -> made(file, declared))
        .filter(Expr.New.class::isInstance)
        .map(Expr.New.class::cast)
        .filter(
            created ->
                created.type().isA("java.util.concurrent.ArrayBlockingQueue").isYes()
                    || created.arguments().size() == BOUNDED
                        && created.arguments().get(0).type().isNamed("int"))
        .filter(
            created -> !created.type().isA("java.util.concurrent.PriorityBlockingQueue").isYes())
        .isPresent();
  }

  /** What the variable starts with, also where a constructor sets it once; null if unknown. */
  private static Expr made(SourceFile file, Variable queue) {
    if (queue.initializer() != null) {
      return queue.initializer();
    }
    List<Expr.Assign> set = Bindings.of(file).assignments(queue);
    return set.size() == 1 && isInConstructor(file, set.get(0)) ? set.get(0).value() : null;
  }

  private static boolean isInConstructor(SourceFile file, Node node) {
    Decl.Method method = file.enclosing(node, Decl.Method.class);
    return method != null && method.isConstructor();
  }

  /** Where a {@code try} surrounds it alone it may be there to see whether it throws. */
  private static boolean isPureWithoutEffect(SourceFile file, Expr.Call call) {
    Stmt.Try attempt = file.enclosing(call, Stmt.Try.class);
    boolean isProbe = attempt != null && attempt.body().statements().size() == 1;
    return !isProbe && PURE.matches(call).isYes();
  }

  private static boolean isDroppedFinder(Expr.Call call) {
    return call.type().isNamed("java.util.Optional")
        && call.name().matches("(find|get|lookup|load|fetch|read)([A-Z].*)?")
        && !call.receiverType()
            .isAnyOf("java.util.Optional", "java.util.stream.BaseStream")
            .isYes();
  }
}
