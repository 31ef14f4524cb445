package dev.zonegate.match;

import dev.zonegate.model.Decl;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.SourceFile;
import java.util.regex.Pattern;

/** Services of gRPC, and the methods that clients call by it. */
public final class GrpcCalls {
  private static final Pattern IMPLEMENTED = Pattern.compile(".*Grpc\\.\\w+ImplBase");
  private static final TypeSet BOUND = TypeSet.of("io.grpc.BindableService");
  private static final TypeSet OBSERVER = TypeSet.of("io.grpc.stub.StreamObserver");
  private static final TypeSet SERVICES = TypeSet.load("web/grpc-services.types");
  private static final TypeSet ANSWERS = TypeSet.load("web/grpc-answers.types");

  private GrpcCalls() {}

  /** Whether clients call methods of {@code type}. */
  public static boolean isService(Decl.Type type) {
    return BOUND.isDeclaredBy(type)
        || type.extendsTypes().stream()
            .anyMatch(each -> IMPLEMENTED.matcher(each.ref().name()).matches())
        || SERVICES.annotationIn(type.annotations()) != null;
  }

  /** Whether a method of a service has the form of a call. */
  public static boolean isCall(Decl.Method method) {
    int last = method.params().size() - 1;
    if (method.modifiers().contains(Modifier.PRIVATE)
        || method.modifiers().contains(Modifier.STATIC)) {
      return false;
    }
    return last >= 0 && isObserver(method.params().get(last))
        || last == 0
            && method.returnType() != null
            && method.modifiers().contains(Modifier.PUBLIC)
            && ANSWERS.contains(method.returnType().ref()).isYes();
  }

  /** Whether {@code param} is what the client of a call sent. */
  static boolean isRequest(SourceFile file, Decl.Method method, Decl.Param param) {
    return method.params().get(0) == param
        && isCall(method)
        && !isObserver(param)
        && file.parent(method) instanceof Decl.Type type
        && isService(type);
  }

  private static boolean isObserver(Decl.Param param) {
    return param.type() != null && OBSERVER.contains(param.type().ref()).isYes();
  }
}
