package dev.zonegate.facts;

import dev.zonegate.model.Comment;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.SourceText;
import dev.zonegate.model.Span;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.TypeNode;
import dev.zonegate.model.Variable;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * What a long method does, whatever its variables, types and literals are called.
 *
 * @param at the method's name
 * @param name {@code OrderService.total}
 * @param tokens how long its body is
 * @param shape the same for methods that differ in such names only
 */
public record MethodShape(String path, Span at, String name, int tokens, String shape)
    implements Fact {
  private static final int SHORTEST = 50;
  private static final Pattern PRIMITIVE = Pattern.compile("[a-z]+(\\[])*");
  private static final Set<String> OF_EVERY_TYPE =
      Set.of("equals", "hashCode", "toString", "compareTo", "main", "builder", "copy", "clone");

  static void collect(SourceFile file, Consumer<Fact> facts) {
    for (Decl.Method each : file.all(Decl.Method.class)) {
      of(file, each).ifPresent(facts);
    }
  }

  /** The shapes of the methods of a file, each made once. */
  private record Known(Map<Decl.Method, Optional<MethodShape>> shapes) {}

  /** The shape of a method that is long enough to be worth sharing, and no plain copying. */
  public static Optional<MethodShape> of(SourceFile file, Decl.Method method) {
    return file.derived(Known.class, any -> new Known(new IdentityHashMap<>()))
        .shapes()
        .computeIfAbsent(method, each -> read(file, each));
  }

  private static Optional<MethodShape> read(SourceFile file, Decl.Method method) {
    Decl.Type type = file.enclosing(method, Decl.Type.class);
    if (method.body() == null || type == null || isOfEveryType(method)) {
      return Optional.empty();
    }
    if (!hasLogic(file, method.body())) {
      return Optional.empty();
    }
    int tokens = tokens(file, method.body());
    if (tokens < SHORTEST) {
      return Optional.empty();
    }
    return Optional.of(
        new MethodShape(
            file.path(),
            method.nameSpan(),
            type.name() + "." + method.name(),
            tokens,
            digest(file, method)));
  }

  /** How many words, texts and signs a piece of code has, comments left out. */
  public static int tokens(SourceFile file, Node node) {
    SourceText text = file.text();
    Span span = node.span();
    int at = text.offset(span.startLine(), span.startColumn());
    int tokens = 0;
    for (Comment each : file.commentsIn(node)) {
      int start = text.offset(each.span().startLine(), each.span().startColumn());
      tokens += tokens(text.content(), at, start);
      at = text.offset(each.span().endLine(), each.span().endColumn());
    }
    return tokens + tokens(text.content(), at, text.offset(span.endLine(), span.endColumn()));
  }

  private static int tokens(String code, int start, int end) {
    int tokens = 0;
    int at = start;
    while (at < end) {
      tokens += isSpace(code.charAt(at)) ? 0 : 1;
      at = endOfToken(code, at);
    }
    return tokens;
  }

  private static boolean isSpace(char each) {
    return each == ' ' || each >= '\t' && each <= '\r';
  }

  private static int endOfToken(String code, int start) {
    if (code.charAt(start) == '"') {
      return endOfText(code, start);
    }
    int end = start;
    while (end < code.length() && isWord(code.charAt(end))) {
      end++;
    }
    return end > start ? end : start + Character.charCount(code.codePointAt(start));
  }

  /** The end of a text, or of its quotation mark if it does not end. */
  private static int endOfText(String code, int start) {
    int at = start + 1;
    while (at < code.length() && code.charAt(at) != '"') {
      boolean isEscape = code.charAt(at) == '\\';
      if (isEscape && at + 1 < code.length() && "\n\r".indexOf(code.charAt(at + 1)) >= 0) {
        return start + 1;
      }
      at += isEscape ? 2 : 1;
    }
    return at < code.length() ? at + 1 : start + 1;
  }

  private static boolean isWord(char each) {
    return each >= 'a' && each <= 'z'
        || each >= 'A' && each <= 'Z'
        || each >= '0' && each <= '9'
        || each == '_';
  }

  private static boolean isOfEveryType(Decl.Method method) {
    return method.isConstructor() || OF_EVERY_TYPE.contains(method.name());
  }

  /** Getters that fill setters, builders and tables of values are no logic. */
  private static boolean hasLogic(SourceFile file, Stmt.Block body) {
    long branches =
        file.allIn(body, Stmt.class).stream()
            .filter(
                each ->
                    each instanceof Stmt.If
                        || each instanceof Stmt.ForEach
                        || each instanceof Stmt.For
                        || each instanceof Stmt.While
                        || each instanceof Stmt.Try
                        || each instanceof Stmt.Switch)
            .count();
    long lambdas = file.allIn(body, Expr.Lambda.class).size();
    return branches + lambdas >= 2 || branches >= 1 && body.statements().size() >= 4;
  }

  /**
   * Nobody wants to deceive here, and SHA-256 is slow where the virtual machine compiles little.
   */
  private static String digest(SourceFile file, Decl.Method method) {
    ShapeHash hash = new ShapeHash();
    Map<String, Integer> names = new HashMap<>();
    for (Decl.Param each : method.params()) {
      names.putIfAbsent(each.name(), names.size());
      if (each.type() != null && PRIMITIVE.matcher(each.type().ref().name()).matches()) {
        hash.add(each.type().ref().name());
      }
    }
    for (Node each : file.allIn(method.body(), Node.class)) {
      // the kind of a node, and with how much is below it where in the tree it stands
      hash.add(each.getClass().getName());
      hash.add(file.size(each));
      if (each instanceof Expr.Name name) {
        hash.add(index(names, name.name()));
      } else if (each instanceof Variable variable) {
        hash.add(index(names, variable.name()));
      } else if (each instanceof TypeNode.Named type) {
        hash.add(index(names, type.name()));
      } else if (each instanceof Invocation use) {
        hash.add(use.name());
      } else if (each instanceof Expr.FieldAccess access) {
        hash.add(index(names, access.name()));
      } else {
        hash.add(detail(each));
      }
    }
    return hash.text();
  }

  private static String detail(Node node) {
    if (node instanceof TypeNode.Primitive primitive) {
      // Java needs a method for each of them
      return primitive.name();
    }
    if (node instanceof Expr.Binary binary) {
      return binary.operator();
    }
    if (node instanceof Expr.Unary unary) {
      return unary.operator();
    }
    if (node instanceof Expr.Assign assign) {
      return assign.operator();
    }
    if (node instanceof Expr.Literal literal && literal.value() != null) {
      return literal.value().getClass().getSimpleName();
    }
    return "";
  }

  private static int index(Map<String, Integer> names, String name) {
    Integer known = names.putIfAbsent(name, names.size());
    return known == null ? names.size() - 1 : known;
  }
}
