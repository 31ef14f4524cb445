package dev.zonegate.match;

import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.TypeNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads Spring Security's filter chains off a file, in the styles of its versions 5 to 7. */
public final class FilterChains {
  private static final TypeSet BUILDERS = TypeSet.load("security/chain-builders.types");
  private static final TypeSet CHAINS = TypeSet.load("security/chains.types");
  private static final Set<String> SCOPES =
      Set.of(
          "securityMatcher",
          "securityMatchers",
          "antMatcher",
          "mvcMatcher",
          "regexMatcher",
          "requestMatcher");
  private static final Set<String> OPAQUE = Set.of("apply", "with");
  private static final int DEEPEST = 4;

  private final SourceFile file;
  private final Methods methods;
  private final RequestMatchers matchers;
  private final List<FilterChain> chains = new ArrayList<>();

  private FilterChains(SourceFile file) {
    this.file = file;
    this.methods = Methods.of(file);
    this.matchers = new RequestMatchers(file);
    for (Decl.Method method : file.all(Decl.Method.class)) {
      if (method.body() != null && configures(method)) {
        chains.add(chain(method));
      }
    }
  }

  /** The chains that a file configures, in source order. */
  public static List<FilterChain> of(SourceFile file) {
    return file.derived(FilterChains.class, FilterChains::new).chains;
  }

  /** The calls that take paths out of all chains: {@code web.ignoring().requestMatchers(...)}. */
  public static List<AccessRule> ignored(SourceFile file) {
    RequestMatchers matchers = new RequestMatchers(file);
    return file.all(Expr.Call.class).stream()
        .filter(
            each ->
                RequestMatchers.isMatcher(each)
                    && each.target() instanceof Expr.Call ignoring
                    && isIgnoring(ignoring))
        .map(each -> matchers.rule(each, each, AccessRule.Access.OPEN))
        .toList();
  }

  private static boolean isIgnoring(Expr.Call call) {
    return call.name().equals("ignoring")
        || RequestMatchers.isMatcher(call)
            && call.target() instanceof Expr.Call before
            && isIgnoring(before);
  }

  private boolean configures(Decl.Method method) {
    boolean takesBuilder = method.params().stream().anyMatch(FilterChains::isBuilder);
    TypeNode returned = method.returnType();
    boolean makesChain = returned != null && CHAINS.contains(returned.ref()).isYes();
    return takesBuilder && (makesChain || isOverride(method));
  }

  private static boolean isBuilder(Decl.Param param) {
    return param.type() != null && BUILDERS.contains(param.type().ref()).isYes();
  }

  /** {@code configure(HttpSecurity)} of the adapter of Spring Security before 6. */
  private static boolean isOverride(Decl.Method method) {
    return method.name().equals("configure") && method.params().size() == 1;
  }

  private FilterChain chain(Decl.Method method) {
    Reading reading = new Reading();
    reading.read(method, 0);
    boolean isScoped = reading.calls.stream().anyMatch(each -> isScope(each) || isOldScope(each));
    return new FilterChain(
        method,
        List.copyOf(reading.calls),
        List.copyOf(reading.rules),
        isScoped ? scope(reading.calls) : List.of(),
        isScoped,
        reading.isKnown);
  }

  private boolean isScope(Expr.Call call) {
    return SCOPES.contains(call.name()) && isOnBuilder(call);
  }

  /** {@code http.requestMatchers().antMatchers("/api/**")}. */
  private boolean isOldScope(Expr.Call call) {
    return call.name().equals("requestMatchers") && isDirectlyOnBuilder(call);
  }

  private boolean isOnBuilder(Expr.Call call) {
    Expr root = call.target();
    while (root instanceof Expr.Call inner) {
      root = inner.target();
    }
    return isBuilder(root);
  }

  private static boolean isBuilder(Expr expr) {
    return expr instanceof Expr.Name && BUILDERS.contains(expr.type()).isYes();
  }

  private boolean isDirectlyOnBuilder(Expr.Call call) {
    Expr target = call.target();
    while (target instanceof Expr.Call inner
        && (inner.name().equals("and") || inner.arguments().size() == 1 && isSetting(inner))) {
      target = inner.target();
    }
    return isBuilder(target);
  }

  private static boolean isSetting(Expr.Call call) {
    return call.arguments().get(0) instanceof Expr.Lambda;
  }

  private List<String> scope(List<Expr.Call> calls) {
    List<String> paths = new ArrayList<>();
    for (Expr.Call each : calls) {
      boolean isOldPart =
          each.target() instanceof Expr.Call before
              && isOldScope(before)
              && before.arguments().isEmpty();
      if (isScope(each) || isOldScope(each) || isOldPart) {
        paths.addAll(matchers.paths(each));
      }
    }
    return List.copyOf(paths);
  }

  /** Follows a configuration through the methods of the file. */
  private final class Reading {
    private final List<Expr.Call> calls = new ArrayList<>();
    private final List<AccessRule> rules = new ArrayList<>();
    private final Set<Decl.Method> entered = new HashSet<>();
    private boolean isKnown = true;

    void read(Decl.Method method, int depth) {
      if (!entered.add(method) || depth > DEEPEST) {
        isKnown = false;
        return;
      }
      List<Invocation> uses = new ArrayList<>(file.allIn(method.body(), Invocation.class));
      uses.sort(Comparator.comparing(Node::anchor));
      for (Invocation use : uses) {
        follow(use, depth);
      }
    }

    private void follow(Invocation use, int depth) {
      if (use instanceof Expr.Call call) {
        calls.add(call);
        matchers.rule(call).ifPresent(rules::add);
        if (OPAQUE.contains(call.name()) && isOnBuilder(call) || isSuper(call)) {
          isKnown = false;
        }
      }
      boolean takes = takesConfiguration(use);
      if (!takes && !(use instanceof Expr.MethodReference)) {
        isKnown = !isGivenUnknown(use) && isKnown;
        return;
      }
      Optional<Decl.Method> own = methods.declaration(use);
      if (own.isPresent() && own.get().body() != null) {
        read(own.get(), depth + 1);
      } else if (takes) {
        isKnown = false;
      }
    }

    private boolean isSuper(Expr.Call call) {
      return call.target() instanceof Expr.Super && call.name().equals("configure");
    }

    private boolean takesConfiguration(Invocation use) {
      return use.arguments().stream().anyMatch(each -> isBuilder(each) || isRegistry(each));
    }

    /** A parameter of the lambda that states the rules. */
    private boolean isRegistry(Expr argument) {
      return argument instanceof Expr.Name
          && Bindings.of(file).declaration(argument).orElse(null) instanceof Decl.Param param
          && file.parent(param) instanceof Expr.Lambda lambda
          && file.parent(lambda) instanceof Expr.Call call
          && RequestMatchers.isAuthorization(call);
    }

    /** {@code authorizeHttpRequests(rules)} with rules from elsewhere. */
    private boolean isGivenUnknown(Invocation use) {
      if (!(use instanceof Expr.Call call) || !RequestMatchers.isAuthorization(call)) {
        return false;
      }
      for (Expr each : call.arguments()) {
        boolean isDefault = each instanceof Expr.Call given && given.name().equals("withDefaults");
        boolean isOwn =
            each instanceof Expr.MethodReference reference
                && methods.declaration(reference).isPresent();
        if (!(each instanceof Expr.Lambda) && !isDefault && !isOwn) {
          return true;
        }
      }
      return false;
    }
  }
}
