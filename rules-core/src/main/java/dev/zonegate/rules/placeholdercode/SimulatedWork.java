package dev.zonegate.rules.placeholdercode;

import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.Vocabulary;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Reporter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Waiting, chance and made-up ids in place of the work that a method is called for. */
final class SimulatedWork {
  private static final ApiSet SLEEPS =
      ApiSet.of("java.lang.Thread#sleep", "java.util.concurrent.TimeUnit#sleep");
  private static final ApiSet CHANCE =
      ApiSet.of(
          "java.lang.Math#random",
          "java.util.Random#next*",
          "java.util.concurrent.ThreadLocalRandom#next*");
  private static final ApiSet IDS = ApiSet.of("java.util.UUID#randomUUID");
  private static final ApiSet STAMPS =
      ApiSet.of("java.lang.System#currentTimeMillis", "java.lang.System#nanoTime");
  private static final Set<String> ACTIONS =
      Set.copyOf(Vocabulary.lines("placeholder/action-verbs.words"));
  private static final Pattern DEAL =
      Pattern.compile(
          "(?s)(execute|initiate|authorize|create|book|make).*(Payment|Charge"
              + "|Transaction|Transfer|Order|Booking|Refund).*");
  private static final Pattern WAITING =
      Pattern.compile(
          "(?is).*(sleep|delay|wait|pause|throttle|back.?off|await|linger|poll|idle).*");
  private static final Pattern BY_CHANCE =
      Pattern.compile(
          "(?is).*(random|jitter|back.?off|sampl|rollout|canary|shuffle|chaos|dice|roll|game|weight|noise"
              + "|balanc|probab|percent|experiment|bucket|retry|spawn|generat|pick|choose|fuzz|skip"
              + "|genetic|mutat|anneal|monte|player|enemy|level|lottery|draw|fault|latency).*");

  private SimulatedWork() {}

  static void find(SourceFile file, Reporter report) {
    List<Expr.Call> sleeps = SLEEPS.callsIn(file);
    for (Routine each : Routine.of(file)) {
      if (!StandIns.isAround(file, each.method()) && !each.isConditional()) {
        findSleep(each, sleeps, report);
        findLogOnly(each, report);
        findId(each, report);
      }
    }
    for (Invocation each : CHANCE.usesIn(file)) {
      if (CHANCE.matches(each).isYes() && !StandIns.isAround(file, each)) {
        findChance(file, each, report);
      }
    }
  }

  private static void findSleep(Routine routine, List<Expr.Call> sleeps, Reporter report) {
    SourceFile file = routine.file();
    Optional<Expr.Call> sleep =
        sleeps.stream()
            .filter(each -> file.enclosing(each, Decl.Method.class) == routine.method())
            .filter(each -> SLEEPS.matches(each).isYes())
            .filter(each -> !isPolling(file, each))
            .findFirst();
    if (sleep.isPresent()
        && (!routine.isVoid() || logs(routine))
        && !WAITING.matcher(routine.name()).matches()
        && !WAITING.matcher(routine.typeName()).matches()
        && !routine.doesWork()) {
      report.at(
          sleep.get(),
          PlaceholderCodeRule.SIMULATED_WORK,
          routine.name(),
          "waits" + (logs(routine) ? " and logs" : "") + " and does nothing else");
    }
  }

  /** {@code while (!job.isDone()) { Thread.sleep(100); }}. */
  private static boolean isPolling(SourceFile file, Expr.Call sleep) {
    Stmt.While around = file.enclosing(sleep, Stmt.While.class);
    return around != null && !file.allIn(around.condition(), Expr.Call.class).isEmpty();
  }

  private static boolean logs(Routine routine) {
    return routine.file().allIn(routine.method().body(), Stmt.class).stream()
        .anyMatch(each -> Routine.isLog(routine.file(), each));
  }

  /** {@code void send(...)} of a service that writes a log line. */
  private static void findLogOnly(Routine routine, Reporter report) {
    if (routine.isVoid()
        && routine.isVerbIn(ACTIONS)
        && routine.isService()
        && !routine.isTemplate()
        && !routine.typeName().matches("(Log|Logging|Console|Null|NoOp|Noop)[A-Z]?.*")
        && routine.statements().isEmpty()
        && logs(routine)
        && (!routine.isOverride() || routine.implementsOwnTypes())) {
      report
          .at(
              routine.method(),
              PlaceholderCodeRule.SIMULATED_WORK,
              routine.name(),
              "writes a log line and does nothing else")
          .confidence(Confidence.MEDIUM);
    }
  }

  /** {@code return "txn_" + UUID.randomUUID()} from a method that called nobody. */
  private static void findId(Routine routine, Reporter report) {
    SourceFile file = routine.file();
    boolean isWork = routine.isVerbIn(ACTIONS) || DEAL.matcher(routine.name()).matches();
    if (!isWork || routine.isTemplate() || routine.doesWork()) {
      return;
    }
    Optional<Invocation> id =
        file.allIn(routine.method().body(), Invocation.class).stream()
            .filter(each -> IDS.matches(each).isYes() || isStamp(file, each))
            .findFirst();
    if (id.isPresent() && !routine.returned().isEmpty()) {
      report.at(
          id.get(),
          PlaceholderCodeRule.SIMULATED_WORK,
          routine.name(),
          "makes up an id and calls nobody");
    }
  }

  /** {@code "REF-" + System.currentTimeMillis()}. */
  private static boolean isStamp(SourceFile file, Invocation use) {
    return STAMPS.matches(use).isYes()
        && file.parent((Node) use) instanceof Expr.Binary sum
        && sum.operator().equals("+")
        && sum.type().isNamed("java.lang.String");
  }

  private static void findChance(SourceFile file, Invocation chance, Reporter report) {
    Node decided = decided(file, chance);
    Decl.Method method = file.enclosing(chance, Decl.Method.class);
    if (decided == null || method == null || isByChance(file, method)) {
      return;
    }
    report
        .at(
            chance,
            PlaceholderCodeRule.SIMULATED_WORK,
            method.name(),
            "lets `" + chance.shortName() + "` decide")
        .confidence(Confidence.MEDIUM);
  }

  private static boolean isByChance(SourceFile file, Decl.Method method) {
    Decl.Type type = file.enclosing(method, Decl.Type.class);
    return BY_CHANCE.matcher(method.name()).matches()
        || type != null && BY_CHANCE.matcher(type.name()).matches()
        || BY_CHANCE.matcher(file.unit().packageName()).matches();
  }

  /** The {@code return} or {@code throw} whose outcome hangs on a comparison with chance. */
  private static Node decided(SourceFile file, Node chance) {
    boolean isCompared = chance instanceof Invocation use && use.name().equals("nextBoolean");
    for (Node up = file.parent(chance); up != null; up = file.parent(up)) {
      if (up instanceof Expr.Binary binary) {
        isCompared |= binary.operator().matches("[<>]=?|==");
      }
      isCompared |= DrawnAnswer.isDraw(file, up);
      if (up instanceof Stmt.Local roll && !isCompared) {
        return decidedBy(file, roll);
      }
      if (up instanceof Stmt.Return || up instanceof Stmt.Local) {
        return isCompared ? resultOf(up) : null;
      }
      if (up instanceof Stmt.If choice) {
        return isCompared && isVerdict(file, choice) ? choice : null;
      }
      if (up instanceof Stmt || up instanceof Expr.Lambda) {
        return null;
      }
    }
    return null;
  }

  /** {@code int roll = random.nextInt(100); return roll < 95 ? "SETTLED" : "DECLINED";}. */
  private static Node decidedBy(SourceFile file, Stmt.Local roll) {
    boolean isNumber = roll.type() != null && roll.type().ref().isPrimitive();
    return !isNumber
        ? null
        : Bindings.of(file).uses(roll).stream()
            .filter(use -> file.parent(use) instanceof Expr.Binary)
            .map(use -> decided(file, use))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
  }

  /** A local counts where a branch or the answer is made of it, as its name says. */
  private static Node resultOf(Node statement) {
    if (statement instanceof Stmt.Local local) {
      return local
              .name()
              .matches(
                  "(?is).*(success|ok|approved|valid|authori[sz]ed|fail|accepted|passed|paid).*")
          ? local
          : null;
    }
    return statement;
  }

  private static boolean isVerdict(SourceFile file, Stmt.If choice) {
    List<Stmt> ends = file.allIn(choice.then(), Stmt.class);
    return ends.stream().anyMatch(Stmt.Throw.class::isInstance)
        || ends.stream()
            .anyMatch(
                each ->
                    each instanceof Stmt.Return end
                        && (end.value() instanceof Expr.Literal
                            || end.value() instanceof Expr.FieldAccess
                            || end.value() instanceof Expr.New));
  }
}
