package dev.zonegate.rules.missingstate;

import dev.zonegate.match.Api;
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
import dev.zonegate.rule.Report;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Severity;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds bodies of HTTP answers that are read whatever the status says. */
final class HttpStatusUnchecked {
  private static final ApiSet BODIES = ApiSet.load("states/statuses.api");
  private static final Pattern STATUS =
      Pattern.compile(
          "statusCode|getStatusCode|rawStatusCode|getStatusLine|isSuccessful|code|status|getCode"
              + "|getResponseCode|getResponseMessage|is[2-5]xx\\w*|isError|createException|httpStatus"
              + "|getErrorStream|isRedirect|message");
  private static final Set<String> NO_OP = Set.of("NoOpResponseErrorHandler");

  private HttpStatusUnchecked() {}

  static void find(SourceFile file, Reporter report) {
    Set<Node> seen = new HashSet<>();
    for (Invocation use : file.all(Invocation.class)) {
      Optional<Api> body = BODIES.find(use);
      if (body.isPresent()) {
        check(file, use, seen, report);
      } else if (use.name().equals("setErrorHandler") || use.name().equals("errorHandler")) {
        checkHandler(file, use, report);
      }
    }
  }

  private static void check(SourceFile file, Invocation use, Set<Node> seen, Reporter report) {
    Decl.Method method = file.enclosing(use, Decl.Method.class);
    if (method == null
        || method.body() == null
        || asksStatus(file, method)
        || isJudgedElsewhere(file, use, method)
        || isRefusedBefore(file, use)
        || !seen.add(method)) {
      return;
    }
    Report found = report.at(use, MissingStateRule.HTTP_STATUS_UNCHECKED, use.shortName());
    if (use.name().equals("getInputStream")) {
      found.severity(Severity.NOTE).confidence(Confidence.LOW);
    }
  }

  private static boolean asksStatus(SourceFile file, Node code) {
    return file.allIn(code, Invocation.class).stream()
        .anyMatch(each -> STATUS.matcher(each.name()).matches());
  }

  /** An interceptor of this file that throws for a bad status lets only good answers through. */
  private static boolean isRefusedBefore(SourceFile file, Invocation use) {
    return use.receiverType().isNamed("okhttp3.Response")
        && Stream.concat(
                file.all(Decl.Method.class).stream().filter(HttpStatusUnchecked::isInterceptor),
                file.all(Expr.Lambda.class).stream().filter(each -> isInterceptor(file, each)))
            .anyMatch(
                each -> asksStatus(file, each) && !file.allIn(each, Stmt.Throw.class).isEmpty());
  }

  private static boolean isInterceptor(Decl.Method method) {
    return method.params().stream()
        .map(Decl.Param::type)
        .anyMatch(each -> each != null && each.ref().isNamed("okhttp3.Interceptor.Chain"));
  }

  private static boolean isInterceptor(SourceFile file, Expr.Lambda lambda) {
    return file.parent(lambda) instanceof Expr.Call call
        && (call.name().equals("addInterceptor") || call.name().equals("addNetworkInterceptor"));
  }

  /**
   * Whether the answer comes from elsewhere, or is also handed to something that may look at it.
   */
  private static boolean isJudgedElsewhere(SourceFile file, Invocation use, Decl.Method method) {
    if (!(use instanceof Expr.Call call)) {
      return false;
    }
    Variable response = Bindings.of(file).declaration(call.target()).orElse(null);
    if (response == null) {
      return isOwnCall(call.target());
    }
    boolean isParameter =
        response instanceof Decl.Param param
            && file.parent(param) == method
            && (method.modifiers().contains(Modifier.PRIVATE) || !method.name().startsWith("on"));
    return isParameter
        || response instanceof Decl.Field
        || response.initializer() instanceof Expr.Call made && isOwnCall(made)
        || Bindings.of(file).uses(response).stream().anyMatch(each -> isPassed(file, each));
  }

  /** {@code send(request)}: a method of this program that may check. */
  private static boolean isOwnCall(Expr made) {
    return made instanceof Expr.Call call
        && (call.target() == null || call.target() instanceof Expr.This);
  }

  private static boolean isPassed(SourceFile file, Expr use) {
    return file.parent(use) instanceof Invocation call && call.target() != use;
  }

  /** {@code setErrorHandler(new NoOpResponseErrorHandler())}, also as an empty anonymous class. */
  private static void checkHandler(SourceFile file, Invocation use, Reporter report) {
    for (Expr each : use.arguments()) {
      boolean isNoOp =
          each instanceof Expr.New made
              && (NO_OP.contains(made.created().ref().simpleName())
                  || made.body() != null
                      && made.created()
                          .ref()
                          .isNamed("org.springframework.web.client.ResponseErrorHandler")
                      && answersNo(file, made));
      if (isNoOp) {
        report
            .at(use, MissingStateRule.HTTP_STATUS_UNCHECKED, use.shortName())
            .confidence(Confidence.MEDIUM);
      }
    }
  }

  private static boolean answersNo(SourceFile file, Expr.New handler) {
    return file.allIn(handler, Decl.Method.class).stream()
        .filter(each -> each.name().equals("hasError") && each.body() != null)
        .anyMatch(
            each ->
                file.allIn(each.body(), Expr.class).stream()
                    .allMatch(
                        it ->
                            it instanceof Expr.Literal literal
                                && Boolean.FALSE.equals(literal.value())));
  }
}
