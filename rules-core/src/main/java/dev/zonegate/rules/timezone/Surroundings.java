package dev.zonegate.rules.timezone;

import dev.zonegate.match.LeafName;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Comment;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Where a value stands and what becomes of it. */
final class Surroundings {
  private static final Pattern DEFAULT_ZONE =
      Pattern.compile("(?i)default\\s+time\\s?-?zone|#getDefault\\(\\)|#systemDefault\\(\\)");
  private static final Set<String> ZONES = Set.of("Clock", "ZoneId", "TimeZone");
  private static final int LONGEST_CODE = 45;

  private Surroundings() {}

  /** Code as a message shows it: as typed if that is short. */
  static String shown(SourceFile file, Invocation use) {
    String text = file.text(use).replaceAll("\\s+", " ");
    return text.length() > LONGEST_CODE ? use.shortName() : text;
  }

  /** Whether {@code value} is part of a text that names the zone too. */
  static boolean isShownWithZone(SourceFile file, Node value) {
    Node text = value;
    while (file.parent(text) instanceof Expr.Binary
        || file.parent(text) instanceof Expr.Call call && call.target() == text) {
      text = file.parent(text);
    }
    return text instanceof Expr.Binary
        && file.allIn(text, Expr.Call.class).stream()
            .anyMatch(each -> each.name().equals("getZone") && each.arguments().isEmpty());
  }

  /** The variable whose initial value is made of {@code value}, or null. */
  static Variable initialised(SourceFile file, Node value) {
    Node node = file.parent(value);
    while (node instanceof Expr && !(node instanceof Expr.Lambda)) {
      node = file.parent(node);
    }
    return node instanceof Variable variable ? variable : null;
  }

  /** The variable that holds exactly {@code value} from its declaration on, or null. */
  static Variable holder(SourceFile file, Node value) {
    return file.parent(value) instanceof Variable variable && variable.initializer() == value
        ? variable
        : null;
  }

  /**
   * The name that says what a value is for: the variable, field, setter, parameter or, if it is
   * returned, the method that it goes to; empty if there is none.
   */
  static String purpose(SourceFile file, Node value) {
    Node child = value;
    for (Node parent = file.parent(value); parent != null; parent = file.parent(parent)) {
      if (parent instanceof Variable variable) {
        return variable.name();
      }
      if (parent instanceof Expr.Assign assign) {
        return LeafName.of(assign.assigned());
      }
      if (parent instanceof Annotation.Argument argument) {
        return argument.name();
      }
      if (parent instanceof Expr.Call call
          && call.target() != child
          && (call.name().startsWith("set") || call.name().startsWith("with"))) {
        return call.name();
      }
      if (parent instanceof Stmt || parent instanceof Decl) {
        return parent instanceof Stmt.Return ? methodName(file, parent) : "";
      }
      child = parent;
    }
    return "";
  }

  /** The name of the method around a node; empty if there is none. */
  static String methodName(SourceFile file, Node node) {
    Decl.Method method = file.enclosing(node, Decl.Method.class);
    return method == null ? "" : method.name();
  }

  /**
   * Whether the method around {@code node} is the short form of another of its name, open to the
   * same callers, that takes a clock or a zone besides.
   */
  static boolean isOffered(SourceFile file, Node node) {
    Decl.Method method = file.enclosing(node, Decl.Method.class);
    Decl.Type type = file.enclosing(node, Decl.Type.class);
    return method != null
        && method.modifiers().contains(Modifier.PUBLIC)
        && type.members().stream()
            .anyMatch(each -> each instanceof Decl.Method other && isLonger(method, other));
  }

  private static boolean isLonger(Decl.Method method, Decl.Method other) {
    List<String> given = new ArrayList<>(parameterTypes(other));
    return other.name().equals(method.name())
        && other.modifiers().contains(Modifier.PUBLIC)
        && given.removeAll(ZONES)
        && given.size() >= method.params().size()
        && given.subList(0, method.params().size()).equals(parameterTypes(method));
  }

  /** Whether the documentation of the method around {@code node} says that it takes the default. */
  static boolean isDocumented(SourceFile file, Node node) {
    Decl.Method method = file.enclosing(node, Decl.Method.class);
    return method != null
        && file.comments().stream()
            .filter(each -> each.kind() == Comment.Kind.JAVADOC)
            .filter(each -> isRightBefore(each, method))
            .anyMatch(each -> DEFAULT_ZONE.matcher(each.text()).find());
  }

  private static boolean isRightBefore(Comment comment, Decl.Method method) {
    int gap = method.span().startLine() - comment.span().endLine();
    return gap == 0 || gap == 1;
  }

  private static List<String> parameterTypes(Decl.Method method) {
    return method.params().stream().map(each -> each.type().ref().simpleName()).toList();
  }

  /** Whether the code around {@code node}, up to its method or field, calls a method named so. */
  static boolean isNear(SourceFile file, Node node, String methodName) {
    Node around = file.enclosing(node, Decl.class);
    return around != null
        && file.allIn(around, Expr.Call.class).stream()
            .anyMatch(call -> call.name().equals(methodName));
  }
}
