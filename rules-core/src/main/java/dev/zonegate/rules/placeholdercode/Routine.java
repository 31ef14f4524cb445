package dev.zonegate.rules.placeholdercode;

import dev.zonegate.match.Bindings;
import dev.zonegate.match.LogCall;
import dev.zonegate.match.Methods;
import dev.zonegate.match.TypeSet;
import dev.zonegate.match.Words;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.TypeNode;
import dev.zonegate.model.TypeShape;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A method with a body, and what its surroundings say of it. */
record Routine(SourceFile file, Decl.Method method) {
  private static final Pattern TEMPLATE =
      Pattern.compile("(Abstract|Base)[A-Z].*|.*(Base|Adapter|Support)");
  private static final TypeSet BEANS = TypeSet.load("placeholder/beans.types");
  private static final TypeSet CONDITIONAL = TypeSet.load("placeholder/conditional.types");
  private static final Pattern SERVICE =
      Pattern.compile(
          ".*(Service|ServiceImpl|Controller|Resource|Handler|Listener|Gateway|Repository|Processor"
              + "|Manager|Client|Sender|Notifier|Job|Consumer|UseCase|Facade)");

  /** All methods of a file that have a body, constructors not included. */
  static List<Routine> of(SourceFile file) {
    return file.all(Decl.Method.class).stream()
        .filter(each -> each.body() != null && !each.isConstructor())
        .map(each -> new Routine(file, each))
        .toList();
  }

  String name() {
    return method.name();
  }

  /** The first word of its name. */
  String verb() {
    return Words.first(method.name());
  }

  /** The type that declares it, or null. */
  Decl.Type type() {
    return file.parent(method) instanceof Decl.Type type ? type : null;
  }

  String typeName() {
    Decl.Type type = type();
    return type == null ? "" : type.name();
  }

  boolean isOverride() {
    return method.annotations().stream().anyMatch(each -> each.name().endsWith("Override"));
  }

  boolean isVoid() {
    return method.returnType() == null || method.returnType().ref().isNamed("void");
  }

  /** A container or a client calls it: its class is a bean, or is called like one. */
  boolean isService() {
    Decl.Type type = type();
    return type != null
        && (BEANS.annotationIn(type.annotations()) != null
            || SERVICE.matcher(type.name()).matches());
  }

  boolean isBean() {
    Decl.Type type = type();
    return type != null && BEANS.annotationIn(type.annotations()) != null;
  }

  /** There only in some environments: {@code @Profile("dev")}. */
  boolean isConditional() {
    return isConditional(file, method);
  }

  static boolean isConditional(SourceFile file, Node node) {
    for (Node each = node; each != null; each = file.parent(each)) {
      if (each instanceof Decl.Type type && CONDITIONAL.annotationIn(type.annotations()) != null
          || each instanceof Decl.Method method
              && CONDITIONAL.annotationIn(method.annotations()) != null) {
        return true;
      }
    }
    return false;
  }

  /** A default that implementations are to replace: of an interface or an abstract class. */
  boolean isTemplate() {
    Decl.Type type = type();
    return type == null
        || type.kind() == TypeShape.Kind.INTERFACE
        || type.kind() == TypeShape.Kind.ANNOTATION
        || type.modifiers().contains(Modifier.ABSTRACT) && !isPrivate()
        || TEMPLATE.matcher(type.name()).matches();
  }

  boolean isPrivate() {
    return method.modifiers().contains(Modifier.PRIVATE);
  }

  /** Whether the supertypes that its type names are of this project, as far as packages tell. */
  boolean implementsOwnTypes() {
    Decl.Type type = type();
    return type != null
        && type.extendsTypes().isEmpty()
        && type.implementsTypes().stream().allMatch(this::isOwn);
  }

  private boolean isOwn(TypeNode written) {
    String home = file.unit().packageName();
    return !written.ref().isUnknown() && written.ref().name().startsWith(root(home));
  }

  private static String root(String packageName) {
    String[] parts = packageName.split("\\.");
    return parts.length < 2
        ? parts[0] + "."
        : parts[0] + "." + parts[1] + (parts.length == 2 ? "" : ".");
  }

  /** Its statements without log calls and empty ones. */
  List<Stmt> statements() {
    return method.body().statements().stream()
        .filter(each -> !(each instanceof Stmt.Empty) && !isLog(file, each))
        .toList();
  }

  static boolean isLog(SourceFile file, Stmt statement) {
    return statement instanceof Stmt.Expression line
        && line.expression() instanceof Expr.Call call
        && LogCall.of(file, call).isPresent();
  }

  List<Expr> returned() {
    return Methods.of(file).returned(method);
  }

  boolean doesWork() {
    return Effects.areIn(file, method.body());
  }

  /** Whether a parameter is used for more than a log line or a choice. */
  boolean usesParameters() {
    return method.params().stream()
        .flatMap(each -> Bindings.of(file).uses(each).stream())
        .anyMatch(each -> !isIdle(each));
  }

  private boolean isIdle(Expr use) {
    for (Node up = file.parent(use); up != null && up != method; up = file.parent(up)) {
      boolean isLog = up instanceof Expr.Call call && LogCall.of(file, call).isPresent();
      if (isLog || file.parent(up) instanceof Stmt.If choice && choice.condition() == up) {
        return true;
      }
    }
    return false;
  }

  boolean isVerbIn(Set<String> verbs) {
    return verbs.contains(verb());
  }
}
