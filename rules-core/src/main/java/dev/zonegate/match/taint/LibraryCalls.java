package dev.zonegate.match.taint;

import dev.zonegate.match.Api;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The results of methods whose bodies this file does not show. */
final class LibraryCalls {
  private static final Set<String> MAPPING =
      Set.of(
          "map",
          "mapToObj",
          "flatMap",
          "mapNotNull",
          "thenApply",
          "thenCompose",
          "flatMapMany",
          "concatMap",
          "thenApplyAsync",
          "transform",
          "let",
          "handle",
          "switchMap",
          "mapValues",
          "flatMapIterable");
  private static final Set<String> COMPUTING =
      Set.of("computeIfAbsent", "computeIfPresent", "compute", "merge");
  private static final Set<String> NO_PROPERTY =
      Set.of("getClass", "hashCode", "equals", "compareTo", "size", "length", "isEmpty");
  private static final Set<String> FACTORIES =
      Set.of(
          "of",
          "asList",
          "singletonList",
          "singleton",
          "newArrayList",
          "copyOf",
          "ofEntries",
          "singletonMap");
  private static final Set<String> NORMALIZING =
      Set.of("normalize", "toRealPath", "getCanonicalPath", "getCanonicalFile");

  /** What {@code System.arraycopy} is given. */
  private static final int COPIED = 5;

  private final Execution execution;
  private final Functions functions;

  LibraryCalls(Execution execution, Functions functions) {
    this.execution = execution;
    this.functions = functions;
  }

  Value call(Expr.Call call, Value target, List<Value> arguments, State state) {
    if (call.name().equals("setContentType") && !arguments.isEmpty()) {
      contentType(arguments.get(0), state);
    }
    if (call.name().equals("setObjectInputFilter")) {
      target.traces.keySet().forEach(it -> state.check(it, SinkKind.DESERIALISATION.bit()));
    }
    if (call.name().equals("arraycopy") && arguments.size() == COPIED) {
      Containers all = execution.containers();
      all.put(arguments.get(2), null, all.element(arguments.get(0), state), state);
    }
    if (call.name().startsWith("orElse") && isNeverEmpty(call.target())) {
      return execution.containers().content(target, state, 1);
    }
    Value contained =
        isFactory(call)
            ? execution.containers().of(call, arguments, state)
            : execution.containers().call(call, target, arguments, state);
    if (contained != null) {
      return contained;
    }
    Object folded = folded(call, target, arguments);
    if (folded != null) {
      return Value.constant(folded);
    }
    List<Site> passed = Functions.among(arguments);
    if (!passed.isEmpty()) {
      return withFunctions(call, target, arguments, passed, state);
    }
    Api api = execution.library().passing(call);
    return api != null
        ? passing(api, target, arguments, state)
            .cleaned(Replacements.cleanedBy(call.name(), arguments))
        : other(call, target, arguments, state);
  }

  /** {@code Optional.of(text)}. */
  private static boolean isNeverEmpty(Expr made) {
    return made instanceof Expr.Call call
        && call.name().equals("of")
        && call.receiverType().isNamed("java.util.Optional");
  }

  private static boolean isFactory(Expr.Call call) {
    return call.target() instanceof Expr.TypeName
        && FACTORIES.contains(call.name())
        && (call.receiverType().name().startsWith("java.util.")
            || call.receiverType().name().startsWith("com.google.common.collect."));
  }

  /** A response that no browser takes for HTML cannot carry script. */
  private static void contentType(Value type, State state) {
    String text = String.valueOf(type.constant()).toLowerCase(java.util.Locale.ROOT);
    if (type.constant() == null
        || text.contains("html")
        || text.contains("xml")
        || text.contains("svg")) {
      state.uncheck(Execution.RESPONSE);
    } else {
      state.check(Execution.RESPONSE, SinkKind.XSS.bit());
    }
  }

  private static Object folded(Expr.Call call, Value target, List<Value> arguments) {
    Object constant = target.constant();
    if (constant == null || call.target() == null || target.isTainted()) {
      return null;
    }
    List<Object> values = new ArrayList<>();
    for (Value each : arguments) {
      if (each.constant() == null) {
        return null;
      }
      values.add(each.constant());
    }
    return Folding.call(constant, call.name(), values);
  }

  private Value withFunctions(
      Expr.Call call, Value target, List<Value> arguments, List<Site> passed, State state) {
    boolean isSequence = execution.types().isSequence(call.receiverType());
    boolean isMap = execution.types().isKeyed(call.receiverType());
    Value element =
        isSequence || isMap ? execution.containers().element(target, state) : target.asTaint();
    boolean isGiven = call.target() != null && !(call.target() instanceof Expr.TypeName);
    Value given = isGiven ? element : Value.UNKNOWN;
    boolean isByKey = isMap && !call.name().equals("merge");
    boolean isComputed = isByKey && COMPUTING.contains(call.name()) && arguments.size() > 1;
    Value keys = isByKey ? execution.containers().maps().keys(target, state) : given;
    Value first = isComputed ? arguments.get(0) : keys;
    Value results = Value.NOTHING;
    for (Site each : passed) {
      State copy = state.copy();
      Value result = functions.apply(each, List.of(first, given), copy, call);
      results = result == null || !Functions.isHandedOn(each, call) ? results : results.or(result);
      state.or(copy);
    }
    if (isMap && COMPUTING.contains(call.name()) && arguments.size() > 1) {
      Object key = arguments.get(0).constant();
      execution
          .containers()
          .put(target, key, results.or(execution.containers().at(target, key, state)), state);
      Value there = execution.containers().at(target, key, state);
      // nothing keeps what is put into a map of which nothing is known
      return target.sites.isEmpty() ? there.or(results) : there;
    }
    Api api = execution.library().passing(call);
    if (isSequence && MAPPING.contains(call.name())) {
      return execution.containers().made(call, Obj.EMPTY.add(results.or(Value.UNKNOWN)), state);
    }
    boolean keepsElements =
        isSequence && !call.name().equals("forEach") && !MAPPING.contains(call.name());
    Value whole =
        keepsElements
            ? target
            : api == null ? Value.UNKNOWN : passing(api, target, arguments, state);
    return MAPPING.contains(call.name()) ? results.or(Value.UNKNOWN) : whole.or(results);
  }

  private Value passing(Api api, Value target, List<Value> arguments, State state) {
    List<Value> pieces = new ArrayList<>();
    String from = api.attributes().getOrDefault("from", "");
    for (String each : from.split(",")) {
      if (each.equals("this")) {
        pieces.add(execution.containers().content(target, state, 2));
      } else if (each.equals("all")) {
        arguments.forEach(it -> pieces.add(execution.containers().content(it, state, 2)));
      } else if (!each.isEmpty() && Integer.parseInt(each) < arguments.size()) {
        pieces.add(execution.containers().content(arguments.get(Integer.parseInt(each)), state, 2));
      }
    }
    boolean isSame = pieces.size() == 1 && !from.contains(",") && isHandedOn(api);
    Value result = isSame ? only(from, target, arguments, pieces) : joined(api, pieces);
    if (api.has("restores", "all")) {
      result = result.restored();
    }
    int cleaned = SinkKind.bits(api.attributes().get("cleans"));
    result.traces.keySet().forEach(each -> execution.checked(each, cleaned));
    result = result.cleaned(cleaned);
    String tag = api.attributes().get("tag");
    return tag == null ? result : result.with(new Trace(new Origin.Tag(tag), SinkKind.NONE, null));
  }

  /** Whether the result is the very object that is passed. */
  private static boolean isHandedOn(Api api) {
    return api.type().startsWith("java.util.") || api.has("same", "true");
  }

  private static Value only(String from, Value target, List<Value> arguments, List<Value> pieces) {
    Value given =
        from.equals("this")
            ? target
            : from.equals("all") ? arguments.get(0) : arguments.get(Integer.parseInt(from));
    return given.orTraces(pieces.get(0));
  }

  private static Value joined(Api api, List<Value> pieces) {
    boolean isString = api.type().equals("java.lang.String");
    if (isString && api.method().equals("concat") && pieces.size() == 2) {
      return Texts.concat(pieces.get(0), pieces.get(1));
    }
    if (isString && api.method().startsWith("format") && !pieces.isEmpty()) {
      boolean hasLocale = pieces.size() > 1 && pieces.get(0).constant() == null;
      return Formats.format(hasLocale ? pieces.subList(1, pieces.size()) : pieces);
    }
    Value all = Value.UNKNOWN;
    for (Value each : pieces) {
      all = all.orTraces(each);
    }
    return pieces.size() == 1 ? all.withShape(pieces.get(0).shape) : all;
  }

  /** A method of which nothing is known: what a getter reads from request data is request data. */
  private Value other(Expr.Call call, Value target, List<Value> arguments, State state) {
    Value read = read(call, target, arguments, state);
    if (!isOwn(call)) {
      loseWhatIsGiven(call, arguments, state);
      return read;
    }
    Value result = execution.passed(call, arguments, state);
    boolean isExact = read.constants != null || !read.sites.isEmpty();
    return isExact ? read : result.orTraces(Sources.accessed(read, call));
  }

  /** What a method that nothing resolves does with a text is not known. */
  private void loseWhatIsGiven(Invocation use, List<Value> arguments, State state) {
    boolean isUnknown = use.method() == null && execution.library().of(use).sinks().isEmpty();
    if (isUnknown
        && arguments.stream()
            .anyMatch(each -> execution.containers().content(each, state, 1).isTainted())) {
      execution.lose();
    }
  }

  /** Whether a method of another file of the project is called. */
  private boolean isOwn(Expr.Call call) {
    return execution.library().of(call).isOwn();
  }

  private Value read(Expr.Call call, Value target, List<Value> arguments, State state) {
    boolean isInstance = call.target() != null && !(call.target() instanceof Expr.TypeName);
    if (!isInstance) {
      return Value.UNKNOWN;
    }
    Value bean = bean(call, target, arguments, state);
    if (bean != null) {
      return bean;
    }
    boolean isRead =
        target.isTainted()
            && !NO_PROPERTY.contains(call.name())
            && arguments.stream().allMatch(each -> each.constant() != null);
    if (isRead && call.receiverType().isUnknown()) {
      Value same = target.asTaint();
      return NORMALIZING.contains(call.name()) ? same.with(normal()) : same;
    }
    return isRead ? Sources.part(target, call.name() + key(arguments)) : Value.UNKNOWN;
  }

  private static Trace normal() {
    return new Trace(Execution.NORMAL, SinkKind.NONE, null);
  }

  private static String key(List<Value> arguments) {
    return arguments.isEmpty() ? "" : "(" + arguments.get(0).constant() + ")";
  }

  /** Getters, setters and builders of objects made here. */
  private Value bean(Expr.Call call, Value target, List<Value> arguments, State state) {
    if (target.sites.isEmpty()) {
      return null;
    }
    if (arguments.size() == 1) {
      String name = Containers.property(call.name(), "set");
      String with = Containers.property(call.name(), "with");
      boolean isFluent = isFluent(call);
      if (name != null || isFluent) {
        String property = name != null ? name : with != null ? with : call.name();
        execution.containers().putField(target, property, arguments.get(0), state);
        return isFluent ? target : Value.UNKNOWN;
      }
    }
    if (!arguments.isEmpty()) {
      return null;
    }
    if (call.name().equals("build") || call.name().equals("create")) {
      return target;
    }
    String get = Containers.property(call.name(), "get");
    return execution.containers().field(target, call, get == null ? call.name() : get, state);
  }

  private static boolean isFluent(Expr.Call call) {
    TypeRef type = call.type();
    return !type.isUnknown() && type.name().equals(call.receiverType().name());
  }

  /** An object of a class that this file does not show. */
  Value created(Expr.New created, List<Value> arguments, State state) {
    TypeRef type = created.receiverType();
    if (execution.types().isBuilder(type)) {
      boolean isText =
          !arguments.isEmpty() && !execution.types().isInert(created.arguments().get(0).type());
      return execution
          .containers()
          .builders()
          .made(created, isText ? arguments.get(0) : Value.constant(""), state);
    }
    Api api = execution.library().passing(created);
    if (execution.types().isSequence(type) || execution.types().isKeyed(type)) {
      return container(created, arguments, type, state);
    }
    if (execution.types().isHolder(type)) {
      return execution.containers().holders().made(created, arguments, state);
    }
    if (api != null) {
      return passing(api, Value.UNKNOWN, arguments, state);
    }
    Value made = execution.containers().made(created, Obj.EMPTY, state);
    boolean isOwn = execution.library().isOwn(type) && !arguments.isEmpty();
    if (isOwn && created.method() != null) {
      return made.orTraces(execution.passed(created, arguments, state));
    }
    loseWhatIsGiven(created, arguments, state);
    for (Value each : isOwn ? arguments : List.<Value>of()) {
      made = made.orTraces(execution.containers().content(each, state, 1));
    }
    return made;
  }

  private Value container(Expr.New created, List<Value> arguments, TypeRef type, State state) {
    boolean isCopy =
        !arguments.isEmpty() && !execution.types().isInert(created.arguments().get(0).type());
    Obj empty = execution.types().isKeyed(type) ? Obj.EMPTY : Obj.EMPTY_LIST;
    if (!isCopy) {
      return execution.containers().made(created, empty, state);
    }
    Value copied = arguments.get(0);
    Obj copy = empty;
    for (Site each : copied.sites) {
      copy = copied.sites.size() == 1 ? state.get(each) : copy.or(state.get(each));
    }
    return execution.containers().made(created, copy, state).orTraces(copied);
  }
}
