package dev.zonegate.rules.weakcrypto;

import dev.zonegate.match.Api;
import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.Constants;
import dev.zonegate.match.Flow;
import dev.zonegate.match.Methods;
import dev.zonegate.match.Words;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.Variable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** What is known of bytes that must not be: whether they are fixed, zero, a key or the time. */
final class FixedBytes {
  /** What bytes are. */
  enum Kind {
    SAME,
    ZERO,
    KEY,
    TIME,
    UNKNOWN
  }

  private static final ApiSet MADE_OF = ApiSet.load("crypto/bytes.api");
  private static final ApiSet SPECS = ApiSet.load("crypto/ivs.api");
  private static final ApiSet CLOCK =
      ApiSet.of(
          "java.lang.System#currentTimeMillis()",
          "java.lang.System#nanoTime()",
          "java.time.Instant#toEpochMilli()");
  private final SourceFile file;
  private final Bindings bindings;
  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private FixedBytes(SourceFile file) {
    this.file = file;
    this.bindings = Bindings.of(file);
  }

  /** What {@code bytes} certainly are where they stand. */
  static Kind of(SourceFile file, Expr bytes) {
    return new FixedBytes(file).kind(bytes, bytes);
  }

  private Kind kind(Expr bytes, Expr use) {
    if (bytes == null || !seen.add(bytes) || seen.size() > 50) {
      return Kind.UNKNOWN;
    }
    if (!Constants.of(file).values(bytes).isEmpty()) {
      return Kind.SAME;
    }
    if (bytes instanceof Expr.NewArray created) {
      return array(created);
    }
    if (bytes instanceof Expr.ArrayInitializer written) {
      return isConstant(written) ? Kind.SAME : Kind.UNKNOWN;
    }
    if (bytes instanceof Expr.Cast cast) {
      return kind(cast.operand(), use);
    }
    if (bytes instanceof Expr.Call call) {
      return call(call, use);
    }
    Variable variable = bindings.declaration(bytes).orElse(null);
    Kind held = variable == null ? Kind.UNKNOWN : variable(variable, use);
    return held == Kind.UNKNOWN && isKey(bytes) ? Kind.KEY : held;
  }

  private Kind array(Expr.NewArray created) {
    if (created.initializer() != null) {
      return isConstant(created.initializer()) ? Kind.SAME : Kind.UNKNOWN;
    }
    return Kind.ZERO;
  }

  private boolean isConstant(Expr.ArrayInitializer written) {
    return written.elements().stream().allMatch(it -> !Constants.of(file).values(it).isEmpty());
  }

  private Kind call(Expr.Call call, Expr use) {
    Api api = MADE_OF.find(call).orElse(null);
    if (api != null) {
      boolean isTarget = api.has("from", "this");
      Expr source = isTarget ? call.target() : call.arguments().get(0);
      Kind made = kind(source, use);
      return made == Kind.UNKNOWN && isKeyInUse(source) ? Kind.KEY : made;
    }
    if (isTime(call)) {
      return Kind.TIME;
    }
    Decl.Method method = Methods.of(file).declaration(call).orElse(null);
    if (method == null || method.body() == null) {
      return Kind.UNKNOWN;
    }
    boolean isOfConstants =
        !call.arguments().isEmpty()
            && call.arguments().stream().allMatch(it -> !Constants.of(file).values(it).isEmpty());
    if (isOfConstants && isPure(method)) {
      return Kind.SAME;
    }
    Set<Kind> kinds = new java.util.HashSet<>();
    Methods.of(file).returned(method).forEach(each -> kinds.add(kind(each, each)));
    return kinds.size() == 1 ? kinds.iterator().next() : Kind.UNKNOWN;
  }

  /** A method that decodes text: it makes numbers of letters and nothing else. */
  private boolean isPure(Decl.Method method) {
    boolean isFresh =
        file.allIn(method.body(), Expr.class).stream()
            .anyMatch(it -> it.type().isA("java.util.Random").isYes());
    boolean isDecoder =
        Words.of(method.name()).stream()
            .anyMatch(Set.of("hex", "decode", "parse", "bytes", "from")::contains);
    return !isFresh && isDecoder && method.params().size() == 1;
  }

  private boolean isTime(Expr.Call call) {
    return call.type().isArray()
        && file.allIn(call, Invocation.class).stream().anyMatch(it -> CLOCK.matches(it).isYes())
        && file.allIn(call, Expr.class).stream()
            .noneMatch(it -> it.type().isA("java.util.Random").isYes());
  }

  private Kind variable(Variable variable, Expr use) {
    if (variable instanceof Decl.Param param) {
      List<Expr> passed = Methods.of(file).argumentsFor(param);
      Set<Kind> kinds = new java.util.HashSet<>();
      passed.forEach(each -> kinds.add(kind(each, each)));
      return kinds.size() == 1 ? kinds.iterator().next() : Kind.UNKNOWN;
    }
    if (isFilled(variable, use)) {
      return Kind.UNKNOWN;
    }
    List<Expr> values = new ArrayList<>();
    if (variable.initializer() != null) {
      values.add(variable.initializer());
    }
    if (variable instanceof Decl.Field && !isClosed(variable)) {
      return Kind.UNKNOWN;
    }
    bindings.assignments(variable).forEach(each -> values.add(each.value()));
    Set<Kind> kinds = new java.util.HashSet<>();
    values.forEach(each -> kinds.add(kind(each, use)));
    return kinds.size() == 1 ? kinds.iterator().next() : Kind.UNKNOWN;
  }

  private static boolean isClosed(Variable field) {
    return field.modifiers().contains(Modifier.PRIVATE)
        || field.modifiers().contains(Modifier.FINAL);
  }

  /** Whether something may have written into the array: an element, a method it was given to. */
  private boolean isFilled(Variable variable, Expr use) {
    for (Expr each : bindings.uses(variable)) {
      boolean isLater =
          variable instanceof Stmt.Local
              && use.span().isBefore(each.span())
              && !Flow.of(file).mayPrecede(each, use);
      if (each != use && !isLater && mayWrite(each)) {
        return true;
      }
    }
    return false;
  }

  private boolean mayWrite(Expr each) {
    Node parent = file.parent(each);
    if (parent instanceof Expr.Index element && element.array() == each) {
      Node around = file.parent(element);
      return around instanceof Expr.Assign assign && assign.assigned() == element
          || around instanceof Expr.Unary;
    }
    if (parent instanceof Invocation call && call.arguments().contains(each)) {
      return !SPECS.matches(call).isYes() && !isReading(call, each);
    }
    return false;
  }

  private static boolean isReading(Invocation call, Expr each) {
    boolean isSource = call.arguments().get(0) == each;
    boolean isErasing = call.name().equals("fill") && isSource;
    return MADE_OF.matches(call).isYes()
        || isErasing
        || call.name().equals("arraycopy") && isSource
        || call.name().equals("encodeToString")
        || call.name().equals("init")
        || call.name().equals("put")
        || call.name().equals("write")
        || call.name().equals("wrap") && isSource;
  }

  /** Whether a cipher of the file is started with this key, whatever it is called. */
  private boolean isKeyInUse(Expr source) {
    Variable variable = source == null ? null : bindings.declaration(source).orElse(null);
    return variable != null
        && source.type().isA("java.security.Key").isYes()
        && bindings.uses(variable).stream()
            .anyMatch(
                each ->
                    file.parent(each) instanceof Expr.Call call
                        && call.name().equals("init")
                        && call.arguments().contains(each));
  }

  private static boolean isKey(Expr expr) {
    List<String> words = new ArrayList<>(Words.of(Names.of(expr)));
    words.removeAll(Set.of("bytes", "encoded", "spec"));
    return !words.isEmpty()
        && words.get(words.size() - 1).equals("key")
        && !words.contains("public");
  }
}
