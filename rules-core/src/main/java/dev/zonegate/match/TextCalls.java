package dev.zonegate.match;

import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.Node;
import dev.zonegate.model.TypeShape;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What the results of calls are made of. */
final class TextCalls {
  private static final ApiSet PASSING = ApiSet.load("text/passing.api");
  private static final ApiSet HARMLESS = ApiSet.load("text/harmless.api");
  private static final Set<String> ELEMENTWISE =
      Set.of(
          "map",
          "mapToObj",
          "flatMap",
          "flatMapMany",
          "flatMapSequential",
          "concatMap",
          "switchMap",
          "forEach",
          "filter",
          "peek",
          "doOnNext",
          "ifPresent",
          "ifPresentOrElse",
          "orElseGet",
          "thenApply",
          "thenCompose",
          "thenAccept");
  private static final Set<String> MAPPING = Set.of("map", "mapToObj", "flatMap");
  private static final Pattern CLEANING =
      Pattern.compile(
          "(?i)(quote|escape|sanitize|encode|enquote|clean|validate|check|ensure|safe|md5|sha|hash|hex|digest).*");
  private final TextWalk walk;
  private final TextFormats formats;

  TextCalls(TextWalk walk) {
    this.walk = walk;
    this.formats = new TextFormats(walk);
  }

  /** Whether a lambda passed to {@code call} is given the elements of its target. */
  static boolean handsOnElements(Expr.Call call) {
    return ELEMENTWISE.contains(call.name());
  }

  void walk(Expr.New created) {
    boolean isText =
        created
            .receiverType()
            .isAnyOf(
                "java.lang.CharSequence",
                "java.util.Collection",
                "java.util.StringJoiner",
                "java.util.StringTokenizer")
            .isYes();
    if (isText && !created.arguments().isEmpty()) {
      walk.walk(created.arguments().get(0));
    } else if (!isText) {
      walk.hole();
    }
  }

  void walk(Expr.Call call) {
    if (RequestData.isReturnedBy(call)) {
      walk.part(call, Origin.REQUEST, call);
    } else if (isHarmless(call)) {
      walk.hole();
    } else if (!formats.walk(call) && !own(call) && !passing(call)) {
      other(call);
    }
  }

  private static boolean isHarmless(Expr.Call call) {
    if (HARMLESS.matches(call).isYes()) {
      return true;
    }
    Expr target = call.target();
    return target != null
        && !(target instanceof Expr.TypeName)
        && (target.type().shape().kind() == TypeShape.Kind.ENUM
            || !call.name().equals("map")
                && !call.name().equals("mapToObj")
                && Inert.contains(target.type()));
  }

  /** A method that this file shows: what it returns, with the arguments for its parameters. */
  private boolean own(Expr.Call call) {
    Decl.Method method = walk.methods.declaration(call).orElse(null);
    if (method == null || method.body() == null || isOpen(method) || isHook(method)) {
      return false;
    }
    List<Expr> returned = walk.methods.returned(method);
    if (returned.isEmpty()) {
      return false;
    }
    walk.enter(method, call.arguments(), () -> walk.alternatives(returned));
    return true;
  }

  /** One of several implementations of what its name says, or a default that they replace. */
  private static boolean isHook(Decl.Method method) {
    boolean isReplaceable =
        method.modifiers().contains(Modifier.DEFAULT)
            || method.annotations().stream()
                .anyMatch(it -> it.type().isNamed("java.lang.Override"));
    return isReplaceable && CLEANING.matcher(method.name()).matches();
  }

  private static boolean isOpen(Decl.Method method) {
    return method.modifiers().contains(Modifier.ABSTRACT);
  }

  private boolean passing(Expr.Call call) {
    if (isStreamOf(call)) {
      return mapped(call);
    }
    if (isBuilderChain(call)) {
      walk.walk(call.target());
      if (call.name().equals("toString")) {
        return true;
      }
      call.arguments().stream().reduce((first, last) -> last).ifPresent(walk::walk);
      return true;
    }
    Optional<Api> api = PASSING.find(call);
    if (api.isPresent() && isChecked(call)) {
      walk.hole();
      return true;
    }
    api.ifPresent(it -> passed(call, it.attributes().get("from")));
    return api.isPresent();
  }

  /** A read of something that has been checked as it is read, or a filter that checks it. */
  private boolean isChecked(Expr.Call call) {
    boolean isFilter = call.name().equals("filter") && call.arguments().size() == 1;
    return isFilter
        ? walk.allowList.lets(call.arguments().get(0))
        : call.target() != null && walk.allowList.guards(call, call);
  }

  private void passed(Expr.Call call, String from) {
    if (from.equals("all")) {
      call.arguments().forEach(walk::walk);
      return;
    }
    for (String which : from.split(",")) {
      if (which.equals("this")) {
        walk.walk(call.target());
      } else if (!which.isEmpty() && Integer.parseInt(which) < call.arguments().size()) {
        walk.walk(call.arguments().get(Integer.parseInt(which)));
      }
    }
  }

  /**
   * {@code new StringBuilder("a").append(b)}; one that is held in a variable is looked at there.
   */
  private static boolean isBuilderChain(Expr.Call call) {
    boolean isAppend =
        call.name().equals("append") || call.name().equals("add") || call.name().equals("insert");
    return call.target() != null
        && (isAppend || call.name().equals("toString"))
        && call.receiverType()
            .isAnyOf(
                "java.lang.AbstractStringBuilder", "java.lang.Appendable", "java.util.StringJoiner")
            .isYes();
  }

  private static boolean isStreamOf(Expr.Call call) {
    return MAPPING.contains(call.name())
        && call.target() != null
        && call.arguments().size() == 1
        && call.receiverType()
            .isAnyOf(
                "java.util.stream.BaseStream",
                "java.util.Optional",
                "reactor.core.publisher.Flux",
                "reactor.core.publisher.Mono")
            .isYes();
  }

  private boolean mapped(Expr.Call call) {
    Expr mapper = call.arguments().get(0);
    if (mapper instanceof Expr.Lambda lambda && lambda.params().size() == 1) {
      List<Expr> results = walk.methods.returned(lambda);
      walk.given(lambda.params().get(0), call.target(), () -> walk.alternatives(results));
      return true;
    }
    if (!(mapper instanceof Expr.MethodReference reference)) {
      return false;
    }
    Decl.Method method = walk.methods.declaration(reference).orElse(null);
    if (method != null && method.params().size() == 1) {
      List<Expr> results = walk.methods.returned(method);
      walk.enter(method, List.of(call.target()), () -> walk.alternatives(results));
    } else if (isHarmless(reference)) {
      walk.hole();
    } else {
      walk.property(call, call.target());
    }
    return true;
  }

  private static boolean isHarmless(Expr.MethodReference reference) {
    if (reference.method() == null) {
      return CLEANING.matcher(reference.name()).matches();
    }
    return Inert.contains(reference.method().owner())
        || Inert.contains(reference.method().returns())
        || CLEANING.matcher(reference.name()).matches();
  }

  private void other(Expr.Call call) {
    boolean isInstance = call.target() != null && !(call.target() instanceof Expr.TypeName);
    if (CLEANING.matcher(call.name()).matches() && !call.arguments().isEmpty()) {
      walk.hole();
    } else if (isInstance && isRead(call)) {
      walk.property(call, call.target());
    } else {
      walk.part(call, Origin.CALL, call);
    }
  }

  /** A getter, or a look-up by a fixed key. */
  private boolean isRead(Expr.Call call) {
    boolean isPlain =
        !(call.target() instanceof Expr.This) && !(call.target() instanceof Expr.Super);
    boolean isGetter = call.arguments().isEmpty();
    boolean isLookup =
        call.name().startsWith("get")
            && call.arguments().stream().allMatch(it -> walk.constants.value(it).isPresent());
    return isPlain && (isGetter || isLookup) && !isRow(call.target());
  }

  private static boolean isRow(Node target) {
    return target instanceof Expr expr && expr.type().isA("java.sql.ResultSet").isYes();
  }
}
