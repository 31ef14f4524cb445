package dev.zonegate.match.flow;

import dev.zonegate.match.Api;
import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.Constants;
import dev.zonegate.match.Methods;
import dev.zonegate.match.flow.PossibleNull.Sure;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.MethodRef;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.TypeShape;
import dev.zonegate.model.Variable;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether a value can be null where it is used: libraries, annotations and the methods of this file
 * say where null comes from, the control flow whether somebody has looked at it since.
 */
public final class Nullness {
  private static final Pattern SINGLE_FINDER =
      Pattern.compile("(find|get|read|query|search|select)(First|Top|One|Distinct)?By.*");
  private static final ApiSet NULLABLE = ApiSet.load("nullness/nullable.api");
  private static final int DEEPEST = 4;
  private final SourceFile file;
  private final Bindings bindings;
  private final Methods methods;
  private final NullableReads reads;
  private final NullResults results;
  private final Map<Variable, Boolean> suspects = new IdentityHashMap<>();

  private Nullness(SourceFile file) {
    this.file = file;
    this.bindings = Bindings.of(file);
    this.methods = Methods.of(file);
    this.reads = new NullableReads(file);
    this.results = new NullResults(file);
  }

  /** The nullness of a file. */
  public static Nullness of(SourceFile file) {
    return file.derived(Nullness.class, Nullness::new);
  }

  /** Why {@code value} can be null where it stands; empty if it cannot or that is not known. */
  public Optional<PossibleNull> possibleNull(Expr value) {
    return possibleNull(value, 0);
  }

  private Optional<PossibleNull> possibleNull(Expr value, int depth) {
    if (depth > DEEPEST) {
      return Optional.empty();
    }
    if (value instanceof Expr.Cast cast) {
      return possibleNull(cast.operand(), depth + 1);
    }
    if (value instanceof Expr.Assign assign && assign.operator().equals("=")) {
      return possibleNull(assign.value(), depth + 1);
    }
    if (value instanceof Expr.Call call) {
      return source(call).filter(any -> !isGuarded(call, value));
    }
    Variable variable = bindings.declaration(value).orElse(null);
    return variable instanceof Stmt.Local || variable instanceof Decl.Param
        ? held(variable, value, depth)
        : Optional.empty();
  }

  /** Whether every way to {@code at} shows that what {@code value} reads is not null. */
  public boolean isGuarded(Expr value, Node at) {
    if (isUnique(value) && !StreamFilters.isFiltered(file, at)) {
      return false;
    }
    NonNull claim = NonNull.of(file, value);
    return claim == null
        || ControlFlow.of(file).before(at, claim).isEstablished()
        || StreamFilters.isFiltered(file, at);
  }

  /** Whether something on every way to {@code at} looks at what {@code value} reads. */
  public boolean isLookedAt(Expr value, Node at) {
    NonNull claim = NonNull.of(file, value);
    return claim == null
        || ControlFlow.of(file).before(at, claim).isEstablished()
        || isFiltered(at);
  }

  /** Whether the stream that {@code at} is part of has been filtered for what is there. */
  public boolean isFiltered(Node at) {
    return StreamFilters.isFiltered(file, at) || StreamFilters.isAfterFilter(file, at);
  }

  /** A check would have to name the same key, or the same target, once more. */
  private boolean isUnique(Expr value) {
    if (!(value instanceof Expr.Call call)) {
      return false;
    }
    Expr subject = call.arguments().isEmpty() ? call.target() : call.arguments().get(0);
    if (subject instanceof Expr.New) {
      return true;
    }
    return subject != null && Places.of(file).isMentionedOnce(subject);
  }

  private Optional<PossibleNull> held(Variable variable, Expr use, int depth) {
    if (!suspects.containsKey(variable)) {
      suspects.put(variable, isSuspect(variable));
    }
    if (!suspects.get(variable)) {
      return Optional.empty();
    }
    Node user = Dereferences.of(file, use);
    Reached reached =
        ControlFlow.of(file).before(user == null ? use : user, NonNull.of(file, variable));
    if (!reached.isComplete() || StreamFilters.isFiltered(file, use)) {
      return Optional.empty();
    }
    for (Node reset : reached.resets()) {
      Optional<PossibleNull> found = given(reset).flatMap(each -> possibleNull(each, depth + 1));
      if (found.isPresent()) {
        return found.filter(any -> !isLookedAtElsewhere(variable, reset, use));
      }
    }
    boolean isAbsent =
        reached.fromStart() && variable instanceof Decl.Param param && mayBeAbsent(param);
    return isAbsent ? Optional.of(new PossibleNull(variable, Sure.YES)) : Optional.empty();
  }

  /** Whether anything that it is given can be null, wherever that is: what is not is most. */
  private boolean isSuspect(Variable variable) {
    return variable instanceof Decl.Param param && mayBeAbsent(param)
        || variable.initializer() != null && mayGiveNull(variable.initializer())
        || bindings.assignments(variable).stream().anyMatch(each -> mayGiveNull(each.value()));
  }

  private boolean mayGiveNull(Expr value) {
    if (value instanceof Expr.Call call) {
      return source(call).isPresent();
    }
    return value instanceof Expr.Name
        || value instanceof Expr.FieldAccess
        || value instanceof Expr.Cast
        || value instanceof Expr.Assign;
  }

  /** By way of another variable, or of what this one is a copy of. */
  private boolean isLookedAtElsewhere(Variable variable, Node reset, Expr use) {
    Expr source = given(reset).orElse(null);
    boolean isRepeated = source instanceof Expr.Call && !isUnique(source);
    NonNull ofSource = isRepeated ? NonNull.of(file, source) : null;
    return ofSource != null && ControlFlow.of(file).before(use, ofSource).isEstablished()
        || new Correlation(file).isLookedAt(variable, use);
  }

  private static Optional<Expr> given(Node reset) {
    if (reset instanceof Expr.Assign assign && assign.operator().equals("=")) {
      return Optional.of(assign.value());
    }
    return reset instanceof Stmt.Local local
        ? Optional.ofNullable(local.initializer())
        : Optional.empty();
  }

  /** {@code @RequestParam(required = false)} without a default. */
  private static boolean mayBeAbsent(Decl.Param param) {
    for (Annotation each : param.annotations()) {
      boolean isRequest = each.type().name().startsWith("org.springframework.web.bind.annotation.");
      Expr required = each.argument("required");
      boolean isOptional =
          required instanceof Expr.Literal literal && Boolean.FALSE.equals(literal.value());
      if (isRequest && isOptional && each.argument("defaultValue") == null) {
        return true;
      }
    }
    return false;
  }

  private Optional<PossibleNull> source(Expr.Call call) {
    Api api = NULLABLE.find(call).orElse(null);
    if (api != null) {
      return reads.mayBeNull(call, api)
          ? Optional.of(new PossibleNull(call, reads.sure(call, api)))
          : Optional.empty();
    }
    if (isSingleFinder(call) || results.isGivenTo(call)) {
      return Optional.of(new PossibleNull(call, Sure.OFTEN));
    }
    boolean isNullable =
        isDeclaredNullable(call)
            && isOfProject(call.method())
            && !isKnownInput(call)
            && !reads.isAskedForItsOwn(call);
    return isNullable ? Optional.of(new PossibleNull(call, ownSure(call))) : Optional.empty();
  }

  /** What its author asks an object for by a key may be missing; its properties its state tells. */
  private static Sure ownSure(Expr.Call call) {
    return call.arguments().isEmpty() ? Sure.SELDOM : Sure.OFTEN;
  }

  /** Whether a method of this file does not return if this argument is null. */
  public boolean demands(Decl.Method method, int index) {
    return Rejection.isBy(file, method, index);
  }

  /** Whether what {@code use} calls is declared to give null. */
  public boolean isDeclaredNullable(Invocation use) {
    return isDeclaredNullable(use.method())
        || methods
            .declaration(use)
            .filter(own -> own.annotations().stream().anyMatch(each -> isNullable(each.name())))
            .isPresent();
  }

  /** Whether one of these annotations is a {@code @Nullable} of whatever library. */
  private static boolean isNullable(Set<String> annotations) {
    return annotations.stream().anyMatch(Nullness::isNullable);
  }

  private static boolean isNullable(String annotation) {
    String name = annotation.substring(annotation.lastIndexOf('.') + 1);
    return name.equals("Nullable") || name.equals("CheckForNull");
  }

  private static boolean isDeclaredNullable(MethodRef method) {
    return method != null && isNullable(method.annotations());
  }

  /** Asked under a fixed name, which its author knows, or null only for a null that goes in. */
  private boolean isKnownInput(Expr.Call call) {
    boolean isNamed =
        !call.arguments().isEmpty()
            && Constants.of(file).value(call.arguments().get(0)).isPresent();
    boolean mayTakeNull =
        call.method() != null
                && call.method().parameterAnnotations().stream().anyMatch(Nullness::isNullable)
            || methods.declaration(call).filter(Nullness::takesNull).isPresent();
    return isNamed || mayTakeNull;
  }

  private static boolean takesNull(Decl.Method method) {
    return method.params().stream()
        .flatMap(param -> param.annotations().stream())
        .anyMatch(each -> isNullable(each.name()));
  }

  private boolean isOfProject(MethodRef method) {
    if (method == null) {
      return true;
    }
    String own = file.unit().packageName();
    String[] parts = own.split("\\.");
    String root = parts.length < 2 ? own : parts[0] + "." + parts[1] + ".";
    return !root.isEmpty() && method.owner().name().startsWith(root);
  }

  /** {@code users.findByEmail(email)} of a Spring Data repository or a mapper: null for none. */
  private static boolean isSingleFinder(Expr.Call call) {
    MethodRef method = call.method();
    if (method == null || !SINGLE_FINDER.matcher(call.name()).matches()) {
      return false;
    }
    boolean isFinder =
        call.receiverType().isA("org.springframework.data.repository.Repository").isYes()
            || call.receiverType().isAnnotatedWith("org.apache.ibatis.annotations.Mapper").isYes();
    TypeShape.Kind kind = method.returns().shape().kind();
    return isFinder
        && (kind == TypeShape.Kind.CLASS || kind == TypeShape.Kind.RECORD)
        && !method.returns().name().startsWith("java.")
        && method
            .returns()
            .isAnyOf(
                "java.lang.Iterable",
                "org.reactivestreams.Publisher",
                "org.springframework.data.util.Streamable")
            .isNo();
  }

  /** {@code if (text == null) return null;}: nothing in, nothing out, as mappers have it. */
  public boolean isAnswerToNull(Expr value, Decl.Method method) {
    return results.isAnswerToNull(value, method);
  }

  /** Whether {@code value}, a null that is returned, comes of how its object is set up. */
  public boolean isOfState(Expr value) {
    return results.isOfState(value);
  }
}
