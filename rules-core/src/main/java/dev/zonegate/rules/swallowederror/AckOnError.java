package dev.zonegate.rules.swallowederror;

import dev.zonegate.match.ApiSet;
import dev.zonegate.match.LogCall;
import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.rule.Reporter;

/** A message listener that takes a message as done although handling it failed. */
final class AckOnError {
  private static final TypeSet ANNOTATIONS = TypeSet.load("errors/listeners.types");
  private static final TypeSet INTERFACES = TypeSet.load("errors/listener-interfaces.types");
  private static final ApiSet ACKNOWLEDGEMENTS = ApiSet.load("errors/acknowledgements.api");

  private AckOnError() {}

  static boolean find(Handling handling, Reporter report) {
    if (!isListener(handling)
        || !CaughtTypes.hidesFailure(handling.clause())
        || isPoison(handling)
        || !handling.swallows()
        || handling.passesOn()
        || CleanUp.is(handling)
        || Work.isBestEffort(handling)
        || !onlyLogsOrAcknowledges(handling)) {
      return false;
    }
    report.at(
        handling.clause(), SwallowedErrorRule.ACK_ON_ERROR, CaughtTypes.names(handling.clause()));
    return true;
  }

  private static boolean isListener(Handling handling) {
    Decl.Method method = handling.method();
    if (method == null) {
      return false;
    }
    Decl.Type type = handling.file().enclosing(method, Decl.Type.class);
    return ANNOTATIONS.annotationIn(method.annotations()) != null
        || method.name().equals("onMessage")
            && type != null
            && INTERFACES.contains(type.ref()).isYes();
  }

  /** A message that cannot be read stays so however often it is delivered. */
  private static boolean isPoison(Handling handling) {
    return handling.clause().types().stream()
        .allMatch(
            type ->
                type.ref()
                    .isAnyOf(
                        "com.fasterxml.jackson.core.JacksonException",
                        "com.fasterxml.jackson.core.JsonProcessingException",
                        "tools.jackson.core.JacksonException",
                        "com.google.gson.JsonParseException",
                        "org.springframework.messaging.converter.MessageConversionException")
                    .isYes());
  }

  /** A dead letter, a retry or a counter would be another call; reading a header is none. */
  private static boolean onlyLogsOrAcknowledges(Handling handling) {
    return handling.file().allIn(handling.clause().body(), Invocation.class).stream()
        .allMatch(use -> isHarmless(handling, use));
  }

  private static boolean isHarmless(Handling handling, Invocation use) {
    return ACKNOWLEDGEMENTS.matches(use).isYes()
        || use instanceof Expr.Call call
            && (LogCall.of(handling.file(), call).isPresent() || isPartOfLog(handling, call))
        || use.arguments().isEmpty() && use.name().matches("(get|is)[A-Z].*");
  }

  private static boolean isPartOfLog(Handling handling, Expr.Call call) {
    Expr.Call outer = handling.file().enclosing(call, Expr.Call.class);
    return outer != null
        && handling.clause().span().contains(outer.span())
        && (LogCall.of(handling.file(), outer).isPresent() || isPartOfLog(handling, outer));
  }
}
