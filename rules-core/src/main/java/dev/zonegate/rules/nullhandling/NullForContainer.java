package dev.zonegate.rules.nullhandling;

import dev.zonegate.match.Bindings;
import dev.zonegate.match.Guards;
import dev.zonegate.match.Methods;
import dev.zonegate.match.Results;
import dev.zonegate.match.TypeSet;
import dev.zonegate.match.flow.NullTest;
import dev.zonegate.match.flow.Nullness;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Catch;
import dev.zonegate.model.Comment;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.TypeNode;
import dev.zonegate.model.TypeRef;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Report;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Severity;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code return null} where the declared type has a better word for "nothing". */
final class NullForContainer {
  private static final Pattern NULLABLE = Pattern.compile("(.*\\.)?(Nullable|CheckForNull)");
  private static final Pattern NULL_NAME =
      Pattern.compile("(?s).*(OrNull|IfPresent|IfAny|IfExists|Nullable).*|try[A-Z].*");
  private static final TypeSet WRAPPERS = TypeSet.load("nullness/never-null-results.types");
  private static final TypeSet APPLICATION = TypeSet.load("sql/application-classes.types");
  private static final String[] COLLECTIONS = {
    "java.util.Collection", "java.util.Map", "java.lang.Iterable"
  };

  /** An empty file is not no file. */
  private static final Set<String> CONTENT = Set.of("byte[]", "char[]");

  /** A {@code Boolean} under another name may well have three values. */
  private static final Pattern CLAIM =
      Pattern.compile("(is|has|can|should|may|must|was|needs|supports|contains|exists)[A-Z].*");

  private static final Pattern DOCUMENTED =
      Pattern.compile("(?is)(@return|\\breturns?\\b)(?:(?!\\breturns?\\b)[^@])*\\bnull\\b");

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
    boolean isArray = type.isArray() && !CONTENT.contains(type.name());
    boolean isBoolean = type.isNamed("java.lang.Boolean") && CLAIM.matcher(method.name()).matches();
    if (!isWrapper && !isCollection && !isArray && !isBoolean) {
      return;
    }
    if (!isWrapper
        && (mayReturnNull(method)
            || isDocumented(file, method)
            || isContractOfOther(file, method)
            || isHandled(file, method))) {
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
    if (value instanceof Expr.SwitchExpr choice) {
      return Results.of(choice).stream()
          .map(NullForContainer::nullIn)
          .filter(Objects::nonNull)
          .findFirst()
          .orElse(null);
    }
    return value instanceof Expr.Literal literal && literal.isNull() ? value : null;
  }

  private static boolean mayReturnNull(Decl.Method method) {
    return isNullable(method.annotations())
        || method.returnType() instanceof TypeNode.Named named && isNullable(named.annotations())
        || method.returnType() instanceof TypeNode.Array array && isNullable(array.annotations())
        || NULL_NAME.matcher(method.name()).matches();
  }

  /** {@code @return the codes, or null if there are none}. */
  private static boolean isDocumented(SourceFile file, Decl.Method method) {
    return file.comments().stream()
        .filter(each -> each.kind() == Comment.Kind.JAVADOC)
        .filter(each -> each.span().isBefore(method.span()))
        .reduce((earlier, later) -> later)
        .filter(each -> method.span().startLine() - each.span().endLine() <= 1)
        .filter(each -> DOCUMENTED.matcher(each.text().replace("{@", "{")).find())
        .isPresent();
  }

  private static boolean isNullable(List<Annotation> annotations) {
    return annotations.stream().anyMatch(each -> NULLABLE.matcher(each.name()).matches());
  }

  /** Overrides a method of another file's type, whose contract may be null. */
  private static boolean isContractOfOther(SourceFile file, Decl.Method method) {
    boolean isOverride =
        method.annotations().stream().anyMatch(each -> each.name().matches("(.*\\.)?Override"));
    boolean isArrayOfAny =
        method.returnType() instanceof TypeNode.Array
            && method.modifiers().contains(Modifier.PUBLIC);
    return (isOverride && !isInApplication(file, method) || isArrayOfAny)
        && isExtending(file, method);
  }

  private static boolean isExtending(SourceFile file, Decl.Method method) {
    if (!(file.parent(method) instanceof Decl.Type type)) {
      return true;
    }
    Set<String> own =
        file.all(Decl.Type.class).stream().map(Decl.Type::name).collect(Collectors.toSet());
    return Stream.concat(type.extendsTypes().stream(), type.implementsTypes().stream())
        .anyMatch(each -> !own.contains(each.ref().simpleName()));
  }

  /** Nobody outside can call it, and all who do in this file look whether there is something. */
  private static boolean isHandled(SourceFile file, Decl.Method method) {
    List<Invocation> calls = Methods.of(file).calls(method);
    return method.modifiers().contains(Modifier.PRIVATE)
        && !calls.isEmpty()
        && calls.stream().allMatch(each -> isLookedAt(file, each));
  }

  private static boolean isLookedAt(SourceFile file, Invocation call) {
    Node parent = file.parent((Node) call);
    Variable held = parent instanceof Stmt.Local local ? local : null;
    if (parent instanceof Expr.Assign assign) {
      held = Bindings.of(file).variable(assign.assigned()).orElse(null);
    }
    if (held == null) {
      return parent instanceof Expr.Binary test && NullTest.of(test) != null;
    }
    return Bindings.of(file).uses(held).stream()
        .anyMatch(use -> file.parent(use) instanceof Expr.Binary test && NullTest.of(test) != null);
  }

  private static boolean isAboutNull(SourceFile file, Expr literal) {
    return Guards.of(file).holdingAt(literal).stream()
        .anyMatch(each -> file.text(each.test()).contains("null"));
  }

  /**
   * The answer of a mapper to null, of an object that is not set up, or to a failure, which another
   * rule judges.
   */
  private static boolean answersNull(SourceFile file, Expr literal, Decl.Method method) {
    return file.enclosing(literal, Catch.class) != null
        || Nullness.of(file).isAnswerToNull(literal, method) && isAboutNull(file, literal)
        || !isInApplication(file, method) && Nullness.of(file).isOfState(literal);
  }
}
