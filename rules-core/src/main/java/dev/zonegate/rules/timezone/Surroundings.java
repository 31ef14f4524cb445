package dev.zonegate.rules.timezone;

import dev.zonegate.match.Bindings;
import dev.zonegate.match.LogCall;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Comment;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.TypeNode;
import dev.zonegate.model.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Where a value stands and what becomes of it. */
final class Surroundings {
  private static final Set<String> LOGGERS = Set.of("log", "logger");
  private static final Set<String> STREAMS = Set.of("out", "err");
  private static final Set<String> TEXT_BUILDERS =
      Set.of("format", "formatted", "valueOf", "toString", "append", "concat", "join", "formatTo");
  private static final List<String> SCREENS =
      List.of(
          "javax.swing.",
          "java.awt.",
          "javafx.",
          "org.eclipse.swt.",
          "org.eclipse.jface.",
          "picocli.",
          "com.beust.jcommander.",
          "org.apache.commons.cli.",
          "org.jline.",
          "org.springframework.shell.");

  private static final Pattern DEFAULT_ZONE =
      Pattern.compile("(?i)default\\s+time\\s?-?zone|#getDefault\\(\\)|#systemDefault\\(\\)");
  private static final Set<String> ZONES = Set.of("Clock", "ZoneId", "TimeZone");
  private static final int LONGEST_CODE = 45;

  private Surroundings() {}

  /** Whether the file belongs to a desktop or command-line program, whose machine is its user's. */
  static boolean isDesktop(SourceFile file) {
    return file.unit().imports().stream().anyMatch(each -> isOfScreens(each.name()))
        || file.all(TypeNode.Named.class).stream().anyMatch(each -> isOfScreens(each.ref().name()));
  }

  private static boolean isOfScreens(String qualifiedName) {
    return SCREENS.stream().anyMatch((qualifiedName + ".")::startsWith);
  }

  /** Code as a message shows it: as typed if that is short. */
  static String shown(SourceFile file, Invocation use) {
    String text = file.text(use).replaceAll("\\s+", " ");
    return text.length() > LONGEST_CODE ? use.shortName() : text;
  }

  /** Whether a value ends in a log, on the console or in an exception's message, nowhere else. */
  static boolean isPrinted(SourceFile file, Node value) {
    Node child = value;
    Node parent = file.parent(value);
    while (parent instanceof Expr) {
      if (parent instanceof Expr.New made && made.target() != child) {
        return made.type().isA("java.lang.Throwable").isYes()
            || file.parent(made) instanceof Stmt.Throw;
      }
      if (parent instanceof Expr.Call call && call.target() != child) {
        if (prints(file, call)) {
          return true;
        }
        if (!TEXT_BUILDERS.contains(call.name())) {
          return false;
        }
      }
      child = parent;
      parent = file.parent(parent);
    }
    return parent instanceof Stmt.Local local && isPrintedOnly(file, local)
        || parent instanceof Stmt.Expression && isPrintedLater(file, child);
  }

  private static boolean isPrintedOnly(SourceFile file, Stmt.Local local) {
    List<Expr> uses = Bindings.of(file).uses(local);
    return !uses.isEmpty() && uses.stream().allMatch(use -> isPrinted(file, use));
  }

  /** {@code text.append(value)} where the text itself is only printed. */
  private static boolean isPrintedLater(SourceFile file, Node appended) {
    Expr root = (Expr) appended;
    while (root instanceof Expr.Call link
        && link.name().equals("append")
        && link.target() != null) {
      root = link.target();
    }
    Variable text = Values.declaration(file, root);
    return text instanceof Stmt.Local
        && text.type().ref().isAnyOf("java.lang.StringBuilder", "java.lang.StringBuffer").isYes()
        && Bindings.of(file).uses(text).stream()
            .filter(
                use ->
                    !(file.parent(use) instanceof Expr.Call link && link.name().equals("append")))
            .allMatch(use -> isPrinted(file, use));
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

  /** Whether the value makes up the text of a {@code toString()}. */
  static boolean isDescription(SourceFile file, Node value) {
    Decl.Method method = file.enclosing(value, Decl.Method.class);
    return method != null && method.name().equals("toString") && method.params().isEmpty();
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
        return Values.leafName(assign.assigned());
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

  /** Whether a call makes text of its arguments, or prints them. */
  static boolean isText(SourceFile file, Invocation call) {
    return TEXT_BUILDERS.contains(call.name()) || call instanceof Expr.Call it && prints(file, it);
  }

  private static boolean prints(SourceFile file, Expr.Call call) {
    if (LogCall.of(file, call).isPresent()) {
      return true;
    }
    return call.target() != null
        && !call.target().type().isResolved()
        && (LOGGERS.contains(Values.leafName(call.target()).toLowerCase(Locale.ROOT))
            || isConsole(call.target()));
  }

  private static boolean isConsole(Expr target) {
    return target instanceof Expr.FieldAccess stream
        && STREAMS.contains(stream.name())
        && stream.target().type().isNamed("java.lang.System");
  }
}
