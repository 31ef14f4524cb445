package dev.zonegate.rules.missingtimeout;

import dev.zonegate.facts.ConfigSetting;
import dev.zonegate.facts.DeclaredType;
import dev.zonegate.facts.Endpoint;
import dev.zonegate.facts.Endpoints;
import dev.zonegate.facts.ExecutorBean;
import dev.zonegate.facts.Project;
import dev.zonegate.match.ApiSet;
import dev.zonegate.match.ObjectFlow;
import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.SourceFile;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Evidence;
import dev.zonegate.rule.Reporter;

/** Finds executors and queues that take whatever they are given. */
final class UnboundedPool {
  private static final ApiSet POOLS = ApiSet.load("timeouts/thread-pools.api");
  private static final ApiSet EXECUTOR = ApiSet.of("java.util.concurrent.ThreadPoolExecutor#new");
  private static final TypeSet DATABASES = TypeSet.load("timeouts/databases.types");
  private static final TypeSet BEANS = TypeSet.of("org.springframework.context.annotation.Bean");
  private static final TypeSet ENABLE_ASYNC =
      TypeSet.of("=org.springframework.scheduling.annotation.EnableAsync");
  private static final String QUEUES = "queues tasks without a limit";
  private final SourceFile file;
  private final Feeding feeding;

  private UnboundedPool(SourceFile file) {
    this.file = file;
    this.feeding = new Feeding(file);
  }

  /** What the rest of the project decides: which tasks there are, or which executor runs them. */
  enum Question {
    IS_SERVING,
    IS_DEFAULT_USED
  }

  /** A question about the project. */
  record Open(Question question) implements Evidence {
    /** Whether the answer makes it a finding. */
    boolean isFinding(Project project) {
      return project.isWhole()
          && switch (question) {
            case IS_SERVING ->
                Endpoints.of(project).stream()
                    .anyMatch(it -> it.kind().isRemote() || it.kind() == Endpoint.Kind.MESSAGE);
            case IS_DEFAULT_USED -> !isReplaced(project);
          };
    }

    private static boolean isReplaced(Project project) {
      return !project.all(ExecutorBean.class).isEmpty()
          || project.all(DeclaredType.class).stream()
              .anyMatch(
                  each ->
                      each.supertypes()
                          .contains("org.springframework.scheduling.annotation.AsyncConfigurer"))
          || project.all(ConfigSetting.class).stream()
              .anyMatch(each -> each.relaxedKey().startsWith("spring.task.execution."));
    }
  }

  static void find(SourceFile file, Reporter report) {
    UnboundedPool search = new UnboundedPool(file);
    for (Invocation use : POOLS.usesIn(file)) {
      if (use instanceof Expr made && !(use instanceof Expr.MethodReference)) {
        POOLS
            .find(use)
            .filter(api -> !search.feeding.isOfOneMethod(made) && !search.feeding.isOfMain(made))
            .ifPresent(api -> search.check(made, use, api.attributes().get("kind"), report));
      }
    }
    search.checkAsync(report);
  }

  private void check(Expr made, Invocation use, String kind, Reporter report) {
    switch (kind) {
      case "threads" -> report(use, "starts threads without a limit", report);
      case "fed" -> checkFed(made, use, report);
      case "queue" -> checkQueue(made, use, report);
      case "tasks" -> checkTasks(made, use, report);
      default -> checkVirtual(made, use, report);
    }
  }

  private static void report(Invocation use, String says, Reporter report) {
    report.at(use, MissingTimeoutRule.UNBOUNDED_POOL, use.shortName(), says);
  }

  private void checkFed(Expr made, Invocation use, Reporter report) {
    Decl.Method method = file.enclosing(made, Decl.Method.class);
    boolean isBean = method != null && BEANS.annotationIn(method.annotations()) != null;
    if (feeding.isByRequests(made)) {
      report(use, QUEUES, report);
    } else if (isBean) {
      report
          .candidate(
              use,
              MissingTimeoutRule.UNBOUNDED_POOL,
              new Open(Question.IS_SERVING),
              use.shortName(),
              QUEUES)
          .confidence(Confidence.MEDIUM);
    }
  }

  private void checkQueue(Expr made, Invocation use, Reporter report) {
    boolean isOfExecutor =
        ObjectFlow.of(file, made).passed().stream()
            .anyMatch(each -> EXECUTOR.matches(each.to()).isYes());
    if (isOfExecutor || feeding.isByRequests(made)) {
      report(use, "takes elements without a limit", report);
    }
  }

  private void checkTasks(Expr made, Invocation use, Reporter report) {
    ObjectFlow flow = ObjectFlow.of(file, made);
    boolean isBounded =
        flow.calls().stream().anyMatch(each -> each.name().equals("setQueueCapacity"))
            || flow.passed().stream()
                .anyMatch(each -> each.to().name().matches("(configure|custom|apply|init).*"));
    boolean isExtended = made instanceof Expr.New created && created.body() != null;
    if (!isBounded && !isExtended) {
      report(use, QUEUES, report);
    }
  }

  /** Threads without a limit wait for connections, of which there are few. */
  private void checkVirtual(Expr made, Invocation use, Reporter report) {
    boolean isLimited =
        file.all(Expr.New.class).stream()
            .anyMatch(each -> each.created().ref().simpleName().contains("Semaphore"));
    boolean isOnDatabase =
        ObjectFlow.of(file, made).calls().stream()
            .filter(each -> each.name().matches("submit|execute|invokeAll"))
            .flatMap(each -> file.allIn(each, Expr.Call.class).stream())
            .anyMatch(each -> DATABASES.contains(each.receiverType()).isYes());
    if (isOnDatabase && !isLimited) {
      report
          .at(
              use,
              MissingTimeoutRule.UNBOUNDED_POOL,
              use.shortName(),
              "sends any number of tasks to a database")
          .confidence(Confidence.MEDIUM);
    }
  }

  private void checkAsync(Reporter report) {
    for (Decl.Type type : file.all(Decl.Type.class)) {
      Annotation async = ENABLE_ASYNC.annotationIn(type.annotations());
      if (async != null) {
        report.candidate(
            async,
            MissingTimeoutRule.UNBOUNDED_POOL,
            new Open(Question.IS_DEFAULT_USED),
            "@EnableAsync",
            "with the default executor " + QUEUES);
      }
    }
  }
}
