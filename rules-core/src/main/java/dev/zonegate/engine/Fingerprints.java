package dev.zonegate.engine;

import dev.zonegate.frontend.Tokens;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Span;
import dev.zonegate.model.TypeNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Names occurrences so that they are known again when lines move or layout changes. */
final class Fingerprints {
  private Fingerprints() {}

  /** 16 hex digits over what identifies an occurrence. */
  static String hash(String rule, String pattern, String member, String code, int ordinal) {
    String identity = String.join("\n", rule, pattern, member, code, Integer.toString(ordinal));
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The code under a span without comments and layout. */
  static String normalised(SourceFile file, Span span) {
    return code(file, span, UnaryOperator.identity());
  }

  /** As {@link #normalised}, with every text and character emptied. */
  static String withoutTexts(SourceFile file, Span span) {
    return code(file, span, each -> each.startsWith("\"") || each.startsWith("'") ? "\"\"" : each);
  }

  private static String code(SourceFile file, Span span, UnaryOperator<String> shown) {
    if (!span.isPresent()) {
      return "";
    }
    Tokens tokens = Tokens.of(file);
    int end = file.text().offset(span.endLine(), span.endColumn());
    int at = tokens.firstFrom(file.text().offset(span.startLine(), span.startColumn()));
    StringBuilder code = new StringBuilder();
    for (; at < tokens.size() && tokens.get(at).start() < end; at++) {
      code.append(code.isEmpty() ? "" : " ").append(shown.apply(tokens.get(at).text()));
    }
    return code.toString();
  }

  /**
   * The qualified name of the innermost member at or around a node, with simple erased parameter
   * types as written: {@code acme.Orders.due(List,int)}.
   */
  static String member(SourceFile file, Node node) {
    Deque<String> names = new ArrayDeque<>();
    for (Node each = node; each != null; each = file.parent(each)) {
      String name = name(each);
      if (!name.isEmpty()) {
        names.push(name);
      }
    }
    if (!file.unit().packageName().isEmpty()) {
      names.push(file.unit().packageName());
    }
    return String.join(".", names);
  }

  /** As {@link #member(SourceFile, Node)}, of the innermost node around a place. */
  static String member(SourceFile file, Span place) {
    Node innermost = file.unit();
    for (Node each : file.all(Node.class)) {
      if (each.span().isPresent() && each.span().contains(place)) {
        innermost = each;
      }
    }
    return member(file, innermost);
  }

  private static String name(Node node) {
    if (node instanceof Decl.Type type) {
      return type.name();
    }
    if (node instanceof Decl.Method method) {
      return method.name() + parameters(method.params());
    }
    if (node instanceof Decl.Field field) {
      return field.name();
    }
    if (node instanceof Decl.EnumConstant constant) {
      return constant.name();
    }
    if (node instanceof Decl.Initializer initializer) {
      return initializer.isStatic() ? "<static>" : "<init>";
    }
    return node instanceof Decl.Body ? "<anon>" : "";
  }

  private static String parameters(List<Decl.Param> params) {
    return params.stream()
        .map(each -> erased(each.type()) + (each.isVarargs() ? "[]" : ""))
        .collect(Collectors.joining(",", "(", ")"));
  }

  private static String erased(TypeNode type) {
    if (type instanceof TypeNode.Named named) {
      return named.name().substring(named.name().lastIndexOf('.') + 1);
    }
    if (type instanceof TypeNode.Array array) {
      return erased(array.element()) + "[]";
    }
    return type instanceof TypeNode.Primitive primitive ? primitive.name() : "";
  }
}
