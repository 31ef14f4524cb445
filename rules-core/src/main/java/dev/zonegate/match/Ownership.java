package dev.zonegate.match;

import dev.zonegate.model.Annotation;
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
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What in a method ties the data that it handles to who is calling: the principal and what is read
 * off it, checks and decisions, comparisons with an owner, annotations that name the data.
 */
public final class Ownership {
  private static final TypeSet PRE_POST =
      TypeSet.of(
          "org.springframework.security.access.prepost.PreAuthorize",
          "org.springframework.security.access.prepost.PostAuthorize",
          "org.springframework.security.access.prepost.PreFilter",
          "org.springframework.security.access.prepost.PostFilter",
          "io.micronaut.security.annotation.Secured");
  private static final Pattern TIED =
      Pattern.compile(
          "#\\w|@\\w+\\.|principal|authentication\\b|returnObject|filterObject|hasPermission");
  private static final Set<String> COMPARISONS =
      Set.of("equals", "equalsIgnoreCase", "contentEquals", "compareTo");
  private static final Set<String> PRESENCE =
      Set.of(
          "isAuthenticated",
          "isAnonymous",
          "isPresent",
          "isEmpty",
          "isNull",
          "nonNull",
          "notNull",
          "requireNonNull",
          "checkNotNull");
  private static final Pattern LOGIN =
      Pattern.compile(
          "(?is).*(logged|login|authenticated|token|jwt|signature|credential|password|apikey).*");
  private static final Vocabulary GUARDING =
      Vocabulary.load("ownership/guarding-annotations.words");
  private static final int DEEPEST = 4;
  private final SourceFile file;
  private final Map<Decl.Method, Body> bodies = new IdentityHashMap<>();

  private Ownership(SourceFile file) {
    this.file = file;
  }

  /** The ties of a file. */
  public static Ownership of(SourceFile file) {
    return file.derived(Ownership.class, Ownership::new);
  }

  /** Whether {@code method}, or a method of the file that it calls, looks at who is calling. */
  public boolean ties(Decl.Method method) {
    Decl.Type type = file.enclosing(method, Decl.Type.class);
    return method.params().stream().anyMatch(each -> isUsedCaller(method, each))
        || isNamedIn(method.annotations())
        || type != null && isNamedIn(type.annotations())
        || ties(method, DEEPEST);
  }

  private boolean isUsedCaller(Decl.Method method, Decl.Param param) {
    return Callers.isHeldBy(param) && (method.body() == null || isConsumed(param, DEEPEST));
  }

  private boolean ties(Decl.Method method, int depth) {
    if (method.body() == null || depth == 0) {
      return false;
    }
    Body body = bodies.computeIfAbsent(method, this::read);
    return body.ties() || body.calls().stream().anyMatch(each -> ties(each, depth - 1));
  }

  /**
   * What a method does itself.
   *
   * @param ties whether it looks at who is calling
   * @param calls the methods of the file that it calls
   */
  private record Body(boolean ties, Set<Decl.Method> calls) {}

  private Body read(Decl.Method method) {
    // by identity: the hash of a node is that of the whole tree below it
    Set<Decl.Method> calls = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Invocation use : file.allIn(method.body(), Invocation.class)) {
      boolean isTie =
          isCheck(use)
              || isComparison(use)
              || Callers.isRead(use) && isConsumed((Expr) use, DEEPEST);
      if (isTie && !isLogged(use)) {
        return new Body(true, Set.of());
      }
      Methods.of(file).declaration(use).filter(each -> each != method).ifPresent(calls::add);
    }
    boolean compares =
        file.allIn(method.body(), Expr.Binary.class).stream().anyMatch(this::isComparison);
    return new Body(compares, calls);
  }

  /** A check of more than that somebody is logged in. */
  private boolean isCheck(Invocation use) {
    return AccessChecks.isCheck(file, use)
        && !Callers.isRead(use)
        && !LOGIN.matcher(use.name()).matches();
  }

  private boolean isConsumed(Variable variable, int depth) {
    return Bindings.of(file).uses(variable).stream().anyMatch(each -> isConsumed(each, depth));
  }

  /** Whether something is made of who is calling: more than a log line or a test for null. */
  private boolean isConsumed(Expr value, int depth) {
    Node up = file.parent(value);
    if (depth == 0 || up instanceof Stmt.Expression) {
      return false;
    }
    if (up instanceof Expr.Binary test) {
      return !isNull(test.left()) && !isNull(test.right());
    }
    if (up instanceof Stmt.Local local) {
      return isConsumed(local, depth - 1);
    }
    if (up instanceof Expr.Cast cast) {
      return isConsumed(cast, depth);
    }
    if (!(up instanceof Expr.Call call)) {
      return !(up instanceof Expr.Unary);
    }
    if (call.target() == value) {
      return !PRESENCE.contains(call.name()) && isConsumed(call, depth);
    }
    return !PRESENCE.contains(call.name()) && LogCall.of(file, call).isEmpty();
  }

  /** Whether a guard compares the caller with the data, as {@code @PreAuthorize("#id == ...")}. */
  private boolean isNamedIn(List<Annotation> annotations) {
    if (annotations.stream().anyMatch(each -> GUARDING.isIn(each.name()))) {
      return true;
    }
    Annotation guard = PRE_POST.annotationIn(annotations);
    return guard != null
        && (!PRE_POST.contains(guard.type()).isYes()
            || guard.arguments().stream()
                .map(each -> file.text(each))
                .anyMatch(each -> TIED.matcher(each).find()));
  }

  private boolean isComparison(Invocation use) {
    return use instanceof Expr.Call call
        && COMPARISONS.contains(call.name())
        && (call.target() != null && isOwner(call.target())
            || call.arguments().stream().anyMatch(this::isOwner));
  }

  private boolean isComparison(Expr.Binary test) {
    boolean compares = test.operator().equals("==") || test.operator().equals("!=");
    return compares
        && !isNull(test.left())
        && !isNull(test.right())
        && (isOwner(test.left()) || isOwner(test.right()));
  }

  private static boolean isNull(Expr value) {
    return value instanceof Expr.Literal literal && literal.isNull();
  }

  /** {@code order.getUserId()}, {@code order.getUser().getId()}. */
  private boolean isOwner(Expr value) {
    return file.allIn(value, Expr.Call.class).stream()
            .anyMatch(
                each ->
                    each.arguments().isEmpty()
                        && each.target() != null
                        && OwnerNames.isOwner(OwnerNames.property(each.name())))
        || value instanceof Expr.FieldAccess access && OwnerNames.isOwner(access.name());
  }

  private boolean isLogged(Node value) {
    for (Node up = file.parent(value); up instanceof Expr; up = file.parent(up)) {
      if (up instanceof Expr.Call call && LogCall.of(file, call).isPresent()) {
        return true;
      }
    }
    return false;
  }
}
