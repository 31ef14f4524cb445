package dev.zonegate.rules.authbypass;

import dev.zonegate.facts.Endpoint;
import dev.zonegate.facts.Endpoints;
import dev.zonegate.facts.Facts;
import dev.zonegate.facts.Guard;
import dev.zonegate.facts.Guarding;
import dev.zonegate.facts.Project;
import dev.zonegate.facts.Route;
import dev.zonegate.facts.RouteHandler;
import dev.zonegate.facts.WebType;
import dev.zonegate.match.AccessRule;
import dev.zonegate.match.Rejections;
import dev.zonegate.match.Siblings;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.rule.Candidate;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Evidence;
import dev.zonegate.rule.Related;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Settler;
import dev.zonegate.rule.Severity;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds handlers without an access check among handlers that have one. */
final class MissingAuthz {
  private static final int FEWEST = 2;
  private static final double SHARE = 0.5;
  private static final Set<Guard.Source> IN_CODE = Set.of(Guard.Source.BODY, Guard.Source.LOCATOR);
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  private MissingAuthz() {}

  /**
   * A method that may be a handler.
   *
   * @param method its name
   */
  record Handler(String type, String method, int parameters, int line) implements Evidence {}

  /**
   * The handlers of a project.
   *
   * @param comparable those that are guarded, or that nobody has decided about
   */
  private record Handlers(List<Endpoint> remote, List<Endpoint> comparable) {
    static Handlers of(Project project) {
      List<Endpoint> remote =
          Endpoints.of(project).stream().filter(each -> each.kind().isRemote()).toList();
      return new Handlers(
          remote,
          remote.stream()
              .filter(each -> isRestricted(each) || isUndecided(project, each))
              .toList());
    }
  }

  static void find(SourceFile file, Reporter report) {
    for (WebType type : Facts.of(file, WebType.class)) {
      if (!type.isClient()) {
        type.methods().stream()
            .filter(each -> each.guards().isEmpty())
            .forEach(each -> leave(file, type.name(), each, report));
      }
    }
    Stream.concat(
            Facts.of(file, Route.class).stream().map(Route::endpoint),
            Facts.of(file, RouteHandler.class).stream().map(RouteHandler::endpoint))
        .filter(each -> !each.isGuarded())
        .forEach(each -> leave(file, each, report));
  }

  private static void leave(
      SourceFile file, String type, WebType.WebMethod method, Reporter report) {
    for (Decl.Method each : file.all(Decl.Method.class)) {
      if (each.nameSpan().equals(method.at()) && !isRefusing(file, each)) {
        Handler handler =
            new Handler(type, method.name(), method.parameters().size(), method.at().startLine());
        report.candidate(
            each, AuthBypassRule.MISSING_AUTHZ, handler, name(type, method.name()), "");
      }
    }
  }

  private static void leave(SourceFile file, Endpoint endpoint, Reporter report) {
    for (Decl.Method each : file.all(Decl.Method.class)) {
      if (each.nameSpan().equals(endpoint.at()) && !isRefusing(file, each)) {
        Handler handler =
            new Handler(
                endpoint.type(),
                endpoint.method(),
                endpoint.parameters().size(),
                endpoint.at().startLine());
        report.candidate(each, AuthBypassRule.MISSING_AUTHZ, handler, endpoint.handler(), "");
      }
    }
  }

  /** Whether a handler turns every request away before it does anything. */
  private static boolean isRefusing(SourceFile file, Decl.Method method) {
    if (method.body() == null || method.body().statements().isEmpty()) {
      return false;
    }
    Stmt first = method.body().statements().get(0);
    return first instanceof Stmt.Throw
        || first instanceof Stmt.Expression statement
            && statement.expression() instanceof Expr.Call call
            && Rejections.is(file, call);
  }

  private static String name(String type, String method) {
    return type.substring(type.lastIndexOf('.') + 1) + "." + method;
  }

  static void settle(Candidate candidate, Handler handler, Settler settler) {
    Project project = settler.project();
    Handlers handlers = project.derived(Handlers.class, Handlers::of);
    Optional<Endpoint> found =
        handlers.remote().stream().filter(each -> isOf(candidate, handler, each)).findFirst();
    if (found.isEmpty()) {
      return;
    }
    Endpoint endpoint = found.get();
    Guarding.Decision decision = decision(project, endpoint);
    if (!isUndecided(project, endpoint)) {
      return;
    }
    List<Endpoint> all = handlers.comparable();
    Siblings.of(endpoint, all, Endpoint::type, MissingAuthz::isRestricted, FEWEST, SHARE)
        .filter(each -> each.scope() == Siblings.Scope.CLASS || isTold(project, endpoint))
        .ifPresent(each -> report(candidate, endpoint, each, decision, settler));
  }

  /** Whether other classes tell: not of a part, nor of reading, which they may leave open. */
  private static boolean isTold(Project project, Endpoint endpoint) {
    return project.isWhole()
        && (endpoint.verbs().isEmpty() || !READING.containsAll(endpoint.verbs()));
  }

  private static void report(
      Candidate candidate,
      Endpoint endpoint,
      Siblings<Endpoint> siblings,
      Guarding.Decision decision,
      Settler settler) {
    Endpoint exemplar = siblings.carriers().get(0);
    var found =
        settler
            .report(candidate, endpoint.handler(), siblings.said())
            .related(
                new Related(
                    exemplar.file(),
                    exemplar.at(),
                    "`" + exemplar.handler() + "` has " + exemplar.guards().get(0).text()));
    // what is not known of the project may guard it
    boolean isSure = settler.project().isWhole() && decision.access() == AccessRule.Access.OPEN;
    if (!isSure || siblings.scope() != Siblings.Scope.CLASS) {
      found.severity(Severity.WARNING).confidence(Confidence.MEDIUM);
    }
  }

  private static Guarding.Decision decision(Project project, Endpoint endpoint) {
    return Guarding.of(project).decision(endpoint);
  }

  /** Whether neither the handler nor a rule about its path says who may call it. */
  private static boolean isUndecided(Project project, Endpoint endpoint) {
    if (endpoint.isGuarded() || endpoint.mayBeGuarded() || isPublic(endpoint)) {
      return false;
    }
    Guarding.Decision decision = decision(project, endpoint);
    return decision.access() != AccessRule.Access.RESTRICTED
        && decision.access() != AccessRule.Access.DENIED
        && !isNamedOpen(decision);
  }

  /** Whether somebody opened just these requests. */
  private static boolean isNamedOpen(Guarding.Decision decision) {
    return decision.access() == AccessRule.Access.OPEN
        && decision.guard().filter(each -> each.text().equals("permitAll()")).isPresent()
        && decision.isNarrow();
  }

  private static boolean isOf(Candidate candidate, Handler handler, Endpoint endpoint) {
    return endpoint.file().equals(candidate.finding().path())
        && endpoint.at().startLine() == handler.line()
        && endpoint.method().equals(handler.method());
  }

  private static boolean isRestricted(Endpoint endpoint) {
    return endpoint.guards().stream()
        .anyMatch(each -> !each.isOpen() && !IN_CODE.contains(each.source()));
  }

  private static boolean isPublic(Endpoint endpoint) {
    // a browser asks so before it sends the request, and never says who it is
    return endpoint.verbs().equals(List.of("OPTIONS"))
        || endpoint.paths().stream().anyMatch(PublicPaths::contains)
        || PublicPaths.contains(endpoint.method());
  }
}
