package dev.zonegate.facts;

import dev.zonegate.match.ApiSet;
import dev.zonegate.match.BeanValidation;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.TypeNames;
import dev.zonegate.match.TypeSet;
import dev.zonegate.match.Words;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Variable;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads what a file validates off it. */
final class ValidationReader {
  private static final TypeSet HANDLERS = TypeSet.load("request/handlers.types");
  private static final TypeSet CONTROLLERS = TypeSet.load("web/controllers.types");
  private static final TypeSet VALIDATORS =
      TypeSet.of(
          "org.springframework.validation.Validator", "jakarta.validation.ConstraintValidator");
  private static final ApiSet BODIES = ApiSet.load("validation/bodies.api");
  private static final Set<String> CHECKING =
      Set.of("check", "require", "assert", "ensure", "verify", "clamp", "max", "min", "signum");
  private static final Set<String> ORDER = Set.of("<", ">", "<=", ">=");

  private final SourceFile file;
  private final Set<String> received = new TreeSet<>();
  private final Set<String> onRequest = new TreeSet<>();
  private final Set<String> inCode = new TreeSet<>();
  private final Set<String> compared = new TreeSet<>();

  ValidationReader(SourceFile file) {
    this.file = file;
  }

  Validation read() {
    file.all(Decl.Method.class).forEach(this::parameters);
    file.all(Invocation.class).forEach(this::call);
    for (Expr.Binary each : file.all(Expr.Binary.class)) {
      if (ORDER.contains(each.operator())) {
        amountsIn(each);
      }
    }
    for (Decl.Type each : file.all(Decl.Type.class)) {
      if (VALIDATORS.isDeclaredBy(each)) {
        each.extendsTypes().forEach(type -> inCode.addAll(TypeNames.in(file, type)));
        each.implementsTypes().forEach(type -> inCode.addAll(TypeNames.in(file, type)));
        file.allIn(each, Expr.ClassLiteral.class)
            .forEach(literal -> inCode.addAll(TypeNames.in(file, literal.named())));
      }
    }
    return new Validation(
        file.path(),
        List.copyOf(received),
        List.copyOf(onRequest),
        List.copyOf(inCode),
        List.copyOf(compared));
  }

  private void parameters(Decl.Method method) {
    boolean isHandler =
        HANDLERS.annotationIn(method.annotations()) != null
            || file.parent(method) instanceof Decl.Type type
                && CONTROLLERS.annotationIn(type.annotations()) != null;
    for (Decl.Param each : method.params()) {
      if (each.type() != null) {
        List<String> types = TypeNames.in(file, each.type());
        boolean isValidated = BeanValidation.isValidated(file, each);
        if (isHandler) {
          received.addAll(types);
        }
        if (isValidated) {
          (isHandler ? onRequest : inCode).addAll(types);
        }
      }
    }
  }

  private void call(Invocation use) {
    if (BODIES.matches(use).isYes() && use.arguments().get(0) instanceof Expr.ClassLiteral read) {
      received.addAll(TypeNames.in(file, read.named()));
    }
    if (BeanValidation.isCall(file, use)) {
      use.arguments().forEach(each -> checked(each).addAll(TypeNames.of(file, each)));
      if (use instanceof Expr.MethodReference) {
        ofParameters(use);
      } else if (use instanceof Expr.Call call) {
        ofTarget(call);
      }
    }
    if (Words.of(use.name()).stream().anyMatch(CHECKING::contains) || isComparison(use)) {
      amountsIn(use);
    }
  }

  /** A handler that validates what it is sent itself says nothing of its siblings. */
  private Set<String> checked(Expr argument) {
    boolean isOwn =
        Bindings.of(file).declaration(argument).orElse(null) instanceof Decl.Param param
            && file.parent(param) instanceof Decl.Method method
            && HANDLERS.annotationIn(method.annotations()) != null;
    return isOwn ? onRequest : inCode;
  }

  private static boolean isComparison(Invocation use) {
    return use.name().equals("compareTo") || use.name().startsWith("is");
  }

  /** What a method validates by reference is among what it is given. */
  private void ofParameters(Invocation use) {
    Decl.Method method = file.enclosing((Node) use, Decl.Method.class);
    if (method != null) {
      method.params().stream()
          .filter(each -> each.type() != null)
          .forEach(each -> inCode.addAll(TypeNames.in(file, each.type())));
    }
  }

  private void ofTarget(Expr.Call call) {
    Decl.Type own = file.enclosing(call, Decl.Type.class);
    if (call.target() != null) {
      inCode.addAll(TypeNames.of(file, call.target()));
    } else if (own != null && call.arguments().isEmpty()) {
      inCode.add(own.qualifiedName());
    }
  }

  private void amountsIn(Node node) {
    file.allIn(node, Expr.Name.class).forEach(each -> amount(each.name(), each));
    file.allIn(node, Expr.FieldAccess.class).forEach(each -> amount(each.name(), each));
    file.allIn(node, Expr.Call.class).forEach(each -> amount(each.name(), each));
    file.allIn(node, Expr.MethodReference.class).forEach(each -> amount(each.name(), each));
  }

  /** Also what a local was made from, for {@code int n = request.quantity(); if (n < 1)}. */
  private void amount(String name, Expr at) {
    compared.add(Validation.amount(name));
    compared.remove("");
    Variable variable = Bindings.of(file).declaration(at).orElse(null);
    if (variable != null && variable.initializer() instanceof Expr.Call call) {
      compared.add(Validation.amount(call.name()));
      compared.remove("");
    }
  }
}
