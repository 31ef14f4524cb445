package dev.zonegate.rules.sensitivedataexposure;

import dev.zonegate.match.Api;
import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.Condition;
import dev.zonegate.match.Guards;
import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Catch;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.TypeNode;
import dev.zonegate.model.TypeRef;
import dev.zonegate.model.Variable;
import java.util.List;
import java.util.Optional;

/** The text of an exception that was not made to be read by a client. */
final class ThrowableText {
  private static final ApiSet TEXTS = ApiSet.load("exposure/throwable-texts.api");
  private static final TypeSet INTERNAL = TypeSet.load("exposure/internal-exceptions.types");
  private static final TypeSet HANDLERS = TypeSet.load("exposure/exception-handlers.types");
  private final SourceFile file;

  ThrowableText(SourceFile file) {
    this.file = file;
  }

  /** Whether {@code call} gives the text of an exception that may be any, or its stack. */
  boolean isGivenBy(Expr.Call call) {
    Optional<Api> found = TEXTS.find(call);
    if (found.isEmpty()) {
      return false;
    }
    boolean isOwn = found.get().has("of", "this");
    Expr exception = isOwn ? call.target() : call.argument(0).orElse(null);
    if (exception == null || !isOwn && !exception.type().isA("java.lang.Throwable").isYes()) {
      return false;
    }
    return found.get().has("any", "true") || isInternal(exception);
  }

  /** Whether the message of {@code exception} was made for those who run the program. */
  boolean isInternal(Expr exception) {
    Variable variable = Bindings.of(file).declaration(exception).orElse(null);
    if (variable instanceof Decl.Param param && isHandled(param)) {
      return isHandledInternal(param);
    }
    if (variable != null && file.parent(variable) instanceof Catch clause) {
      return clause.types().stream().anyMatch(each -> contains(each.ref()))
          && !isNarrowed(exception);
    }
    if (exception instanceof Expr.Call cause && cause.name().contains("Cause")) {
      return true;
    }
    return contains(exception.type()) && !isNarrowed(exception);
  }

  private static boolean contains(TypeRef type) {
    return INTERNAL.contains(type).isYes();
  }

  private boolean isHandled(Decl.Param param) {
    return file.parent(param) instanceof Decl.Method method
        && HANDLERS.annotationIn(method.annotations()) != null;
  }

  /** A handler of some exceptions answers for these, whatever type its parameter has. */
  private boolean isHandledInternal(Decl.Param param) {
    Decl.Method method = (Decl.Method) file.parent(param);
    Annotation handler = HANDLERS.annotationIn(method.annotations());
    List<TypeRef> named =
        file.allIn(handler, Expr.ClassLiteral.class).stream()
            .map(each -> each.named().ref())
            .toList();
    return contains(param.type().ref())
        && (named.isEmpty() || named.stream().anyMatch(ThrowableText::contains));
  }

  /** Whether a branch has found out that it is one of a more telling type. */
  private boolean isNarrowed(Expr exception) {
    for (Condition each : Guards.of(file).holdingAt(exception)) {
      if (each.holds()
          && each.test() instanceof Expr.InstanceOf test
          && file.text(test.operand()).equals(file.text(exception))
          && !contains(tested(test.tested()))) {
        return true;
      }
    }
    return false;
  }

  private static TypeRef tested(Node tested) {
    if (tested instanceof TypeNode type) {
      return type.ref();
    }
    return tested instanceof Variable variable && variable.type() != null
        ? variable.type().ref()
        : TypeRef.UNKNOWN;
  }
}
