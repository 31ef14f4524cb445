package dev.zonegate.match;

import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.Variable;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Whether a value is text for those who run the program, which nothing else reads. */
public final class Printed {
  private static final Set<String> LOGGERS = Set.of("log", "logger");
  private static final Set<String> STREAMS = Set.of("out", "err");
  private static final Set<String> TEXT_BUILDERS =
      Set.of("format", "formatted", "valueOf", "toString", "append", "concat", "join", "formatTo");

  private Printed() {}

  /** Whether a value ends in a log, on the console or in an exception's message, nowhere else. */
  public static boolean isPrinted(SourceFile file, Node value) {
    return isPrinted(file, value, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  /**
   * As above.
   *
   * @param asked variables that are looked at already: {@code text.append(text.length())} leads
   *     back to its own
   */
  private static boolean isPrinted(SourceFile file, Node value, Set<Variable> asked) {
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
    return parent instanceof Stmt.Local local && isPrintedOnly(file, local, asked)
        || parent instanceof Stmt.Expression && isPrintedLater(file, child, asked);
  }

  /** Whether the value makes up the text of a {@code toString()}. */
  public static boolean isDescription(SourceFile file, Node value) {
    Decl.Method method = file.enclosing(value, Decl.Method.class);
    return method != null && method.name().equals("toString") && method.params().isEmpty();
  }

  /** Whether a call makes text of its arguments, or prints them. */
  public static boolean isText(SourceFile file, Invocation call) {
    return TEXT_BUILDERS.contains(call.name()) || call instanceof Expr.Call it && prints(file, it);
  }

  private static boolean isPrintedOnly(SourceFile file, Stmt.Local local, Set<Variable> asked) {
    List<Expr> uses = Bindings.of(file).uses(local);
    return !uses.isEmpty()
        && (!asked.add(local) || uses.stream().allMatch(use -> isPrinted(file, use, asked)));
  }

  /** {@code text.append(value)} where the text itself is only printed. */
  private static boolean isPrintedLater(SourceFile file, Node appended, Set<Variable> asked) {
    Expr root = (Expr) appended;
    while (root instanceof Expr.Call link
        && link.name().equals("append")
        && link.target() != null) {
      root = link.target();
    }
    Variable text = Bindings.of(file).declaration(root).orElse(null);
    return text instanceof Stmt.Local
        && text.type().ref().isAnyOf("java.lang.StringBuilder", "java.lang.StringBuffer").isYes()
        && (!asked.add(text)
            || Bindings.of(file).uses(text).stream()
                .filter(use -> !isAppended(file, use))
                .allMatch(use -> isPrinted(file, use, asked)));
  }

  /** Whether something is added to the text and the result not taken. */
  private static boolean isAppended(SourceFile file, Expr use) {
    Node chain = use;
    while (file.parent(chain) instanceof Expr.Call link
        && link.name().equals("append")
        && link.target() == chain) {
      chain = link;
    }
    return chain != use && file.parent(chain) instanceof Stmt.Expression;
  }

  private static boolean prints(SourceFile file, Expr.Call call) {
    if (LogCall.of(file, call).isPresent()) {
      return true;
    }
    return call.target() != null
        && !call.target().type().isResolved()
        && (LOGGERS.contains(LeafName.of(call.target()).toLowerCase(Locale.ROOT))
            || isConsole(call.target()));
  }

  private static boolean isConsole(Expr target) {
    return target instanceof Expr.FieldAccess stream
        && STREAMS.contains(stream.name())
        && stream.target().type().isNamed("java.lang.System");
  }
}
