package dev.zonegate.rules.nullhandling;

import dev.zonegate.match.Methods;
import dev.zonegate.match.TypeSet;
import dev.zonegate.match.flow.Nullness;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Catch;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.TypeNode;
import dev.zonegate.model.TypeRef;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Report;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Severity;
import java.util.List;
import java.util.stream.Stream;

/** {@code return null} where the declared type has a better word for "nothing". */
final class NullForContainer {
  private static final TypeSet WRAPPERS = TypeSet.load("nullness/never-null-results.types");
  private static final TypeSet APPLICATION = TypeSet.load("sql/application-classes.types");
  private static final String[] COLLECTIONS = {
    "java.util.Collection", "java.util.Map", "java.lang.Iterable"
  };

  private NullForContainer() {}

  static void find(SourceFile file, Reporter report) {
    for (Decl.Method method : file.all(Decl.Method.class)) {
      if (method.body() != null && method.returnType() != null) {
        find(file, method, report);
      }
    }
  }

  private static void find(SourceFile file, Decl.Method method, Reporter report) {
    TypeRef type = method.returnType().ref();
    boolean isWrapper = WRAPPERS.contains(type).isYes();
    boolean isCollection =
        type.isAnyOf(COLLECTIONS).isYes() && type.name().startsWith("java.util.");
    boolean isBoolean = type.isNamed("java.lang.Boolean");
    if (!isWrapper && !isCollection && !type.isArray() && !isBoolean) {
      return;
    }
    if (!isWrapper && (mayReturnNull(method) || isContractOfLibrary(file, method))) {
      return;
    }
    for (Expr value : Methods.of(file).returned(method)) {
      Expr literal = nullIn(value);
      if (literal != null && (isWrapper || !answersNull(file, literal, method))) {
        Report made =
            report.at(literal, NullHandlingRule.NULL_FOR_CONTAINER, method.name(), described(type));
        if (!isWrapper) {
          made.confidence(Confidence.MEDIUM);
        }
        if (!isWrapper && (type.isArray() || isBoolean || !isInApplication(file, method))) {
          made.severity(Severity.NOTE);
        }
      }
    }
  }

  /** Where its callers stand close by and are written with as little care. */
  private static boolean isInApplication(SourceFile file, Decl.Method method) {
    Decl.Type type = file.enclosing(method, Decl.Type.class);
    return type != null && APPLICATION.annotationIn(type.annotations()) != null;
  }

  private static String described(TypeRef type) {
    if (type.isArray()) {
      return "an array";
    }
    String article = "AEIO".indexOf(type.simpleName().charAt(0)) >= 0 ? "an" : "a";
    return article + " `" + type.simpleName() + "`";
  }

  private static Expr nullIn(Expr value) {
    if (value instanceof Expr.Conditional either) {
      Expr then = nullIn(either.then());
      return then != null ? then : nullIn(either.otherwise());
    }
    return value instanceof Expr.Literal literal && literal.isNull() ? value : null;
  }

  private static boolean mayReturnNull(Decl.Method method) {
    return isNullable(method.annotations())
        || method.returnType() instanceof TypeNode.Named named && isNullable(named.annotations())
        || method.returnType() instanceof TypeNode.Array array && isNullable(array.annotations())
        || method.name().matches(".*(OrNull|IfPresent|IfAny|IfExists|Nullable).*|try[A-Z].*");
  }

  private static boolean isNullable(List<Annotation> annotations) {
    return annotations.stream()
        .anyMatch(each -> each.name().matches("(.*\\.)?(Nullable|CheckForNull)"));
  }

  /** Overrides a method of somebody else's type, whose contract may be null. */
  private static boolean isContractOfLibrary(SourceFile file, Decl.Method method) {
    boolean isOverride =
        method.annotations().stream().anyMatch(each -> each.name().matches("(.*\\.)?Override"));
    Node owner = file.parent(method);
    boolean isArrayOfAny =
        method.returnType() instanceof TypeNode.Array
            && method.modifiers().contains(Modifier.PUBLIC);
    if (!isOverride && !isArrayOfAny) {
      return false;
    }
    if (!(owner instanceof Decl.Type type)) {
      return true;
    }
    String own = file.unit().packageName();
    String[] parts = own.split("\\.");
    String root = parts.length < 2 ? own : parts[0] + "." + parts[1];
    return Stream.concat(type.extendsTypes().stream(), type.implementsTypes().stream())
        .map(TypeNode::ref)
        .anyMatch(each -> root.isEmpty() || !each.name().startsWith(root));
  }

  /** The answer of a mapper to null, or to a failure, which another rule judges. */
  private static boolean answersNull(SourceFile file, Expr literal, Decl.Method method) {
    return file.enclosing(literal, Catch.class) != null
        || Nullness.of(file).isAnswerToNull(literal, method);
  }
}
