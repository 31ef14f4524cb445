package dev.zonegate.match;

import dev.zonegate.model.Decl;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Variable;

/** What a client of the program sent: annotated parameters, handler parameters, request getters. */
public final class RequestData {
  private static final ApiSet CALLS = ApiSet.load("request/calls.api");
  private static final TypeSet ANNOTATIONS = TypeSet.load("request/annotations.types");
  private static final TypeSet HANDLERS = TypeSet.load("request/handlers.types");
  private static final TypeSet CONTEXT = TypeSet.load("request/context.types");

  private RequestData() {}

  /** Whether {@code use} returns request data. */
  public static boolean isReturnedBy(Invocation use) {
    return CALLS.matches(use).isYes();
  }

  /** Whether {@code use} returns request data, where what is around it tells more than its type. */
  public static boolean isReturnedBy(Invocation use, SourceFile file) {
    return isReturnedBy(use) || RouteCalls.isRead(file, use, CALLS);
  }

  /** Whether {@code variable} is declared to hold request data. */
  public static boolean isHeldBy(Variable variable, SourceFile file) {
    if (ANNOTATIONS.annotationIn(variable.annotations()) != null) {
      return true;
    }
    if (!(variable instanceof Decl.Param param)
        || !(file.parent(param) instanceof Decl.Method method)) {
      return false;
    }
    return GrpcCalls.isRequest(file, method, param)
        || HANDLERS.annotationIn(method.annotations()) != null
            && CONTEXT.annotationIn(param.annotations()) == null
            && !CONTEXT.contains(param.type().ref()).isYes();
  }
}
