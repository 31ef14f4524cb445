package dev.zonegate.match;

import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The remote clients and requests that a file makes, and the timeouts that it sets on them. */
public final class ClientTimeouts {
  private static final TypeSet LIMITERS =
      TypeSet.of(
          "io.github.resilience4j.timelimiter.annotation.TimeLimiter",
          "org.eclipse.microprofile.faulttolerance.Timeout");
  private static final ApiSet CLIENTS = ApiSet.load("timeouts/clients.api");
  private static final ApiSet BOUNDS = ApiSet.load("timeouts/bounds.api");
  private static final ApiSet EXCHANGES = ApiSet.load("timeouts/exchanges.api");
  private static final List<String> ALL = List.of("connect", "read", "lease");
  private static final Set<String> SETTING_UP =
      Set.of("configure", "customize", "customise", "apply", "setup", "init", "prepare", "harden");
  private static final Set<String> ENDS =
      Set.of("block", "blockOptional", "blockFirst", "blockLast", "subscribe", "toFuture");
  private final SourceFile file;
  private final List<Client> clients = new ArrayList<>();

  /**
   * A client or request.
   *
   * @param api what the table says of how it is made
   * @param missing the timeouts that it lacks, of those that it needs
   */
  public record Client(Invocation made, Api api, ObjectFlow flow, List<String> missing) {
    /** What kind of client it is. */
    public String family() {
      return api.attributes().get("family");
    }

    public boolean isBounded() {
      return missing.isEmpty();
    }
  }

  private ClientTimeouts(SourceFile file) {
    this.file = file;
    for (Invocation use : file.all(Invocation.class)) {
      Api api = CLIENTS.find(use).orElse(null);
      if (api != null && use instanceof Expr made && !isOfAnother(made)) {
        ObjectFlow flow = ObjectFlow.of(file, made);
        clients.add(new Client(use, api, flow, missing(flow, needs(api))));
      }
    }
  }

  /** The timeouts of a file's clients. */
  public static ClientTimeouts of(SourceFile file) {
    return file.derived(ClientTimeouts.class, ClientTimeouts::new);
  }

  /** The clients and requests that this file makes, in source order. */
  public List<Client> clients() {
    return List.copyOf(clients);
  }

  /** A request that is a copy of another is judged where the other is made. */
  private static boolean isOfAnother(Expr made) {
    return made instanceof Invocation use
        && use.name().equals("newBuilder")
        && !use.arguments().isEmpty()
        && use.arguments().get(0).type().isNamed("java.net.http.HttpRequest");
  }

  private static List<String> needs(Api api) {
    return Arrays.asList(api.attributes().get("needs").split(","));
  }

  /** Those of {@code needed} that nothing sets on the object. */
  public List<String> missing(ObjectFlow flow, List<String> needed) {
    Set<String> missing = new LinkedHashSet<>(needed);
    for (Expr.Call call : flow.calls()) {
      set(call).forEach(missing::remove);
    }
    for (ObjectFlow.Passed passed : flow.passed()) {
      if (isSetUp(passed.to())) {
        missing.clear();
      }
    }
    return List.copyOf(missing);
  }

  private static boolean isSetUp(Invocation use) {
    return Limits.isNamed(use.name())
        || Words.of(use.name()).stream().limit(1).anyMatch(SETTING_UP::contains);
  }

  /** The timeouts that {@code call} sets on what it is called on. */
  public List<String> set(Invocation call) {
    List<Expr> arguments = call.arguments();
    if (!arguments.isEmpty() && Limits.of(file).isNone(arguments.get(0))) {
      return List.of();
    }
    Set<String> set = new LinkedHashSet<>();
    BOUNDS.mayBe(call).filter(it -> isEffective(it, call)).forEach(it -> set.addAll(sets(it)));
    boolean isNamed = set.isEmpty() && Limits.isNamed(call.name()) && !arguments.isEmpty();
    if (isNamed && BOUNDS.find(call).isEmpty()) {
      set.addAll(ALL);
    }
    for (Expr argument : arguments) {
      if (Limits.of(file).isNamedIn(argument) && BOUNDS.find(call).isEmpty()) {
        set.addAll(ALL);
      }
    }
    return List.copyOf(set);
  }

  private boolean isEffective(Api api, Invocation call) {
    int from = api.number("from", -1);
    return from < 0
        || from >= call.arguments().size()
        || Limits.of(file).mayHave(call.arguments().get(from));
  }

  private static List<String> sets(Api api) {
    return Arrays.asList(api.attributes().get("sets").split(","));
  }

  /** Calls that set timeouts of clients which this file is given, not of ones that it makes. */
  public List<Given> given() {
    List<Given> found = new ArrayList<>();
    for (Expr.Call call : file.all(Expr.Call.class)) {
      Api api = BOUNDS.find(call).orElse(null);
      boolean isKnown = api != null && api.attributes().containsKey("family");
      if (isKnown && !set(call).isEmpty() && (api.has("shared", "true") || isGiven(call))) {
        found.add(new Given(call, api.attributes().get("family")));
      }
    }
    return found;
  }

  /**
   * A call that sets timeouts of a client that is given.
   *
   * @param family what kind of client
   */
  public record Given(Expr.Call call, String family) {}

  /**
   * A request that is sent by a chain of calls.
   *
   * @param call the one that sends it
   * @param isOpen whether what it gives goes to other files, which may bound it
   */
  public record Exchange(Expr.Call call, boolean isBounded, boolean isOpen) {}

  /** The requests that this file sends by chains of calls, in source order. */
  public List<Exchange> exchanges() {
    List<Exchange> found = new ArrayList<>();
    for (Expr.Call call : file.all(Expr.Call.class)) {
      if (!EXCHANGES.matches(call).isNo()) {
        found.add(exchange(call));
      }
    }
    return found;
  }

  private Exchange exchange(Expr.Call call) {
    ObjectFlow flow = ObjectFlow.of(file, call);
    boolean isTaken = flow.calls().stream().anyMatch(each -> ENDS.contains(each.name()));
    boolean isBounded = missing(flow, List.of("read")).isEmpty() || isInLimiter(call);
    return new Exchange(call, isBounded, !isTaken);
  }

  /** {@code @TimeLimiter}, or a time limiter around the chain. */
  private boolean isInLimiter(Expr.Call call) {
    Decl.Method method = file.enclosing(call, Decl.Method.class);
    return method != null
        && (LIMITERS.annotationIn(method.annotations()) != null
            || file.allIn(method, Expr.TypeName.class).stream()
                .anyMatch(each -> each.type().simpleName().equals("TimeLimiterOperator")));
  }

  private boolean isGiven(Expr.Call call) {
    Expr root = call;
    while (root instanceof Expr.Call link && link.target() != null) {
      root = link.target();
    }
    Variable variable = Bindings.of(file).declaration(root).orElse(null);
    return variable != null
        && !isPassedHere(variable)
        && variable.initializer() == null
        && Bindings.of(file).assignments(variable).isEmpty()
        && ObjectFlow.of(file, variable).calls().stream()
            .noneMatch(each -> each.name().equals("build"));
  }

  /** Whether it is a parameter for which this file passes what it makes. */
  private boolean isPassedHere(Variable variable) {
    return variable instanceof Decl.Param
        && file.parent(variable) instanceof Decl.Method method
        && !Methods.of(file).calls(method).isEmpty();
  }
}
