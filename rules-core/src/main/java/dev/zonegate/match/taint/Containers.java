package dev.zonegate.match.taint;

import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Collections, maps, arrays, text builders and plain objects, and what they hold. */
final class Containers {
  /** Calls on a list or stream that show what is in it, or part of that. */
  private static final Set<String> VIEWS =
      Set.of(
          "iterator",
          "listIterator",
          "stream",
          "parallelStream",
          "subList",
          "reversed",
          "filter",
          "sorted",
          "distinct",
          "limit",
          "skip",
          "parallel",
          "sequential",
          "boxed",
          "toList",
          "toArray",
          "descendingIterator",
          "elements",
          "takeWhile",
          "dropWhile",
          "onClose",
          "unordered");

  private static final String TEXT = "text";
  private final Execution execution;
  private final Holders holders = new Holders(this);

  Containers(Execution execution) {
    this.execution = execution;
  }

  Holders holders() {
    return holders;
  }

  Value list(Node node, List<Value> elements, State state) {
    return made(node, Obj.list(elements), state);
  }

  /** What {@code List.of(...)}, {@code Map.of(...)} and the like make; null if it is none. */
  Value of(Expr.Call call, List<Value> arguments, State state) {
    TypeRef type = call.type().isUnknown() ? call.receiverType() : call.type();
    if (execution.types().isKeyed(type)) {
      Value map = made(call, Obj.EMPTY, state);
      for (int i = 0; i + 1 < arguments.size() && !call.name().equals("ofEntries"); i += 2) {
        put(map, arguments.get(i).constant(), arguments.get(i + 1), state);
      }
      return map;
    }
    if (!execution.types().isSequence(type) && !type.isNamed("java.util.Arrays")) {
      return null;
    }
    boolean isArray =
        call.arguments().size() == 1
            && execution.types().isSequence(call.arguments().get(0).type());
    if (!isArray) {
      return list(call, arguments, state);
    }
    return copy(call, arguments.get(0), state);
  }

  private Value copy(Expr.Call call, Value copied, State state) {
    Obj copy = copied.sites.isEmpty() ? Obj.EMPTY : null;
    for (Site each : copied.sites) {
      copy = copy == null ? state.get(each) : copy.or(state.get(each));
    }
    return made(call, copy, state).orTraces(copied);
  }

  Value newArray(Expr.NewArray created, State state) {
    Expr size = created.sizes().isEmpty() ? null : created.sizes().get(0);
    Object length = size == null ? null : execution.expressions().eval(size, state).constant();
    boolean isKnown = length instanceof Integer number && number >= 0 && number <= 32;
    List<Value> empty = new ArrayList<>();
    for (int i = 0; isKnown && i < (Integer) length; i++) {
      empty.add(Value.UNKNOWN);
    }
    return made(created, isKnown ? Obj.list(empty) : Obj.EMPTY, state);
  }

  /** A new object. */
  Value made(Node node, Obj obj, State state) {
    Site site = execution.site(node);
    state.allocate(site, obj);
    return Value.of(site);
  }

  /** A new text builder that holds {@code text}. */
  Value builder(Node node, Value text, State state) {
    return made(node, Obj.EMPTY.put(TEXT, text.asText()), state);
  }

  /** What an index or a constant key gives; any of it if {@code key} is null. */
  Value at(Value container, Object key, State state) {
    Value found = container.isTainted() ? container.asTaint() : Value.NOTHING;
    for (Site each : container.sites) {
      Obj obj = state.get(each);
      Value part = key == null ? obj.all() : obj.get(key);
      found = part == null ? found : found.or(part);
    }
    return found == Value.NOTHING ? Value.UNKNOWN : found;
  }

  void put(Value container, Object key, Value value, State state) {
    for (Site each : container.sites) {
      Obj obj = state.get(each);
      boolean isSure = container.sites.size() == 1 && key != null;
      state.put(each, isSure ? obj.put(key, value) : obj.add(value));
    }
  }

  void putField(Value owner, Object key, Value value, State state) {
    for (Site each : owner.sites) {
      Obj obj = state.get(each);
      Value before = owner.sites.size() == 1 ? null : obj.get(key);
      state.put(each, obj.put(key, before == null ? value : before.or(value)));
    }
  }

  /** A property of an object. */
  Value field(Value owner, Expr use, Object name, State state) {
    Value found = Value.NOTHING;
    for (Site each : owner.sites) {
      Value cell = state.get(each).get(name);
      found = cell == null ? found : found.or(cell);
    }
    if (owner.isTainted()) {
      found = found.or(Sources.part(owner, String.valueOf(name)));
    }
    return found == Value.NOTHING ? Value.UNKNOWN : found;
  }

  /** What a loop over it, or a function applied to each of it, is given. */
  Value element(Value sequence, State state) {
    return at(sequence, null, state);
  }

  /** Everything that can be read out of a value, as text. */
  Value content(Value value, State state, int depth) {
    Value all = value;
    if (depth > 0) {
      for (Site each : value.sites) {
        all = all.orTraces(content(state.get(each).all(), state, depth - 1));
      }
    }
    return all;
  }

  /** The text that a builder holds, or null if it is none. */
  Value text(Value builder, State state) {
    Value text = null;
    for (Site each : builder.sites) {
      Value cell = state.get(each).get(TEXT);
      if (cell != null) {
        text = text == null ? cell : text.or(cell);
      }
    }
    return text;
  }

  /** The result of a call of a method of a container, or null if it is none. */
  Value call(Expr.Call call, Value target, List<Value> arguments, State state) {
    if (call.target() == null || call.target() instanceof Expr.TypeName) {
      return null;
    }
    TypeRef type = call.receiverType();
    if (execution.types().isBuilder(type)) {
      return ofBuilder(call, located(call, target, state), arguments, state);
    }
    if (execution.types().isHolder(type)) {
      return holders.call(call, located(call, target, state), arguments, state);
    }
    if (execution.types().isKeyed(type)) {
      return ofMap(call, located(call, target, state), arguments, state);
    }
    return execution.types().isSequence(type)
        ? ofList(call, located(call, target, state), arguments, state)
        : null;
  }

  /** The container as an object: one that came from outside becomes one here. */
  private Value located(Expr.Call call, Value target, State state) {
    if (!target.sites.isEmpty()) {
      return target;
    }
    Site site = execution.site(call.target());
    boolean isName = call.target() instanceof Expr.Name;
    if (!isName && !(call.target() instanceof Expr.FieldAccess)) {
      return target;
    }
    state.put(
        site,
        execution.types().isBuilder(call.receiverType()) ? Obj.EMPTY.put(TEXT, target) : Obj.EMPTY);
    Value located = target.with(site);
    execution.expressions().keep(call.target(), located, state);
    return located;
  }

  private Value ofBuilder(Expr.Call call, Value target, List<Value> arguments, State state) {
    Value text = text(target, state);
    text = text == null ? target.asText() : text;
    int last = arguments.size() - 1;
    Value given = last < 0 ? null : content(arguments.get(last), state, 1);
    Object first = arguments.isEmpty() ? null : arguments.get(0).constant();
    switch (call.name()) {
      case "append", "add", "write" -> {
        Value more =
            call.name().equals("append") && last == 2 ? content(arguments.get(0), state, 1) : given;
        keepText(target, Texts.concat(text, more), state);
        return target;
      }
      case "insert" -> {
        boolean isFront = first instanceof Integer index && index == 0;
        Value whole = isFront ? Texts.concat(given, text) : text.orTraces(given);
        keepText(target, whole, state);
        return target;
      }
      case "replace" -> {
        keepText(target, text.orTraces(given).withoutConstants(), state);
        return target;
      }
      case "setLength", "delete" -> {
        boolean isAll =
            call.name().equals("setLength")
                ? Integer.valueOf(0).equals(first)
                : Integer.valueOf(0).equals(first) && isLength(call.arguments().get(1));
        keepText(target, isAll ? Value.constant("") : text.withoutConstants(), state);
        return target;
      }
      case "reverse", "deleteCharAt", "setCharAt", "appendCodePoint" -> {
        keepText(target, text.withoutConstants(), state);
        return target;
      }
      case "toString", "getBuffer" -> {
        return text.asText();
      }
      case "substring", "subSequence", "charAt", "chars" -> {
        return text.asTaint();
      }
      default -> {
        return Value.UNKNOWN;
      }
    }
  }

  private static boolean isLength(Expr expr) {
    return expr instanceof Expr.Call call && call.name().equals("length");
  }

  private void keepText(Value builder, Value text, State state) {
    putField(builder, TEXT, text.asText(), state);
  }

  private Value ofMap(Expr.Call call, Value target, List<Value> arguments, State state) {
    Object key = arguments.isEmpty() ? null : arguments.get(0).constant();
    Value second = arguments.size() < 2 ? Value.UNKNOWN : arguments.get(1);
    switch (call.name()) {
      case "put",
          "setProperty",
          "setAttribute",
          "putValue",
          "addAttribute",
          "replace",
          "add",
          "set" -> {
        put(target, key, second, state);
        return at(target, key, state);
      }
      case "putIfAbsent", "merge" -> {
        Value before = at(target, key, state);
        put(target, key, before.or(second), state);
        return before;
      }
      case "get", "getProperty", "getAttribute", "getValue", "getFirst" -> {
        return at(target, key, state).orDefault(second, arguments.size() > 1);
      }
      case "getOrDefault" -> {
        return at(target, key, state).or(second);
      }
      case "remove", "removeAttribute" -> {
        Value before = at(target, key, state);
        if (key != null && target.sites.size() == 1) {
          Site site = target.sites.iterator().next();
          state.put(site, state.get(site).remove(key));
        }
        return before;
      }
      case "putAll", "load", "loadFromXML" -> {
        put(target, null, content(arguments.get(0), state, 1).asTaint(), state);
        return Value.UNKNOWN;
      }
      case "clear" -> {
        clear(target, Obj.EMPTY, state);
        return Value.UNKNOWN;
      }
      case "values", "entrySet", "elements" -> {
        return target;
      }
      case "keySet" -> {
        return target.asTaint();
      }
      default -> {
        return null;
      }
    }
  }

  private static void clear(Value target, Obj empty, State state) {
    if (target.sites.size() == 1) {
      Site site = target.sites.iterator().next();
      state.put(site, state.get(site).isMany() ? state.get(site) : empty);
    }
  }

  private Value ofList(Expr.Call call, Value target, List<Value> arguments, State state) {
    Value last = arguments.isEmpty() ? Value.UNKNOWN : arguments.get(arguments.size() - 1);
    Object index = arguments.isEmpty() ? null : arguments.get(0).constant();
    if (VIEWS.contains(call.name())) {
      return unordered(call, target, arguments, state);
    }
    switch (call.name()) {
      case "add", "addLast", "offer", "offerLast", "addElement" -> {
        if (arguments.size() == 2) {
          insert(target, index, last, state);
        } else {
          edit(target, obj -> obj.append(last), state);
        }
        return Value.UNKNOWN;
      }
      case "push", "addFirst", "offerFirst" -> {
        if (isStack(call)) {
          edit(target, obj -> obj.append(last), state);
        } else {
          insert(target, 0, last, state);
        }
        return Value.UNKNOWN;
      }
      case "set" -> {
        put(target, index, last, state);
        return Value.UNKNOWN;
      }
      case "addAll" -> {
        addAll(target, arguments.get(arguments.size() - 1), state);
        return Value.UNKNOWN;
      }
      case "get", "elementAt" -> {
        return at(target, index, state);
      }
      case "getFirst", "element", "firstElement" -> {
        return at(target, isExact(target, state) ? (Object) 0 : null, state);
      }
      case "remove", "removeFirst", "poll", "pollFirst", "pop", "removeLast", "pollLast" -> {
        return remove(call, target, arguments, state);
      }
      case "peek", "getLast", "peekFirst", "peekLast", "next", "nextElement", "previous" -> {
        boolean isStream = !arguments.isEmpty();
        return isStream ? null : at(target, null, state);
      }
      case "clear" -> {
        clear(target, Obj.EMPTY_LIST, state);
        return Value.UNKNOWN;
      }
      case "clone" -> {
        return copy(call, target, state);
      }
      case "findFirst", "findAny", "min", "max", "reduce" -> {
        return at(target, null, state);
      }
      case "collect" -> {
        Value content = content(target, state, 2);
        return call.type().isNamed("java.lang.String") ? content.asTaint() : target;
      }
      default -> {
        return null;
      }
    }
  }

  /** What a view or copy of a list shows: the list itself, in an order that is not known. */
  private Value unordered(Expr.Call call, Value target, List<Value> arguments, State state) {
    boolean isSame =
        call.name().endsWith("terator") || call.name().contains("tream") || arguments.isEmpty();
    if (isSame && !call.name().equals("sorted") && !call.name().equals("reversed")) {
      return target;
    }
    return made(call, Obj.EMPTY.add(at(target, null, state)), state);
  }

  private static boolean isStack(Expr.Call call) {
    return Types.isA(call.receiverType(), "java.util.Vector");
  }

  private static boolean isExact(Value target, State state) {
    return target.sites.stream().allMatch(each -> state.get(each).isList());
  }

  private void addAll(Value target, Value added, State state) {
    Value content = content(added, state, 1);
    edit(target, obj -> obj.add(at(added, null, state).orTraces(content)), state);
  }

  private interface Edit {
    Obj apply(Obj obj);
  }

  private static void edit(Value target, Edit edit, State state) {
    for (Site each : target.sites) {
      Obj obj = state.get(each);
      Obj edited = edit.apply(obj);
      state.put(each, target.sites.size() == 1 ? edited : obj.or(edited));
    }
  }

  private void insert(Value target, Object index, Value value, State state) {
    edit(
        target,
        obj -> {
          boolean isKnown =
              obj.isList()
                  && !obj.isMany()
                  && index instanceof Integer at
                  && at >= 0
                  && at <= obj.size();
          if (!isKnown) {
            return obj.unordered().add(value);
          }
          List<Value> elements = new ArrayList<>(obj.elements());
          elements.add((Integer) index, value);
          return Obj.list(elements);
        },
        state);
  }

  private Value remove(Expr.Call call, Value target, List<Value> arguments, State state) {
    boolean byIndex = arguments.isEmpty() || call.arguments().get(0).type().isNamed("int");
    boolean isLast = call.name().endsWith("Last") || call.name().equals("pop") && isStack(call);
    Value removed = Value.NOTHING;
    for (Site each : target.sites) {
      Obj obj = state.get(each);
      Object index =
          arguments.isEmpty() ? (isLast ? obj.size() - 1 : 0) : arguments.get(0).constant();
      boolean isKnown =
          byIndex
              && obj.isList()
              && !obj.isMany()
              && target.sites.size() == 1
              && index instanceof Integer at
              && at >= 0
              && at < obj.size();
      if (isKnown) {
        List<Value> elements = new ArrayList<>(obj.elements());
        removed = removed.or(elements.remove((int) (Integer) index));
        state.put(each, Obj.list(elements));
      } else {
        removed = removed.or(obj.all());
        state.put(each, new Obj(java.util.Map.of(), obj.all(), -1, obj.isMany()));
      }
    }
    Value taint = target.isTainted() ? removed.or(target.asTaint()) : removed;
    return taint == Value.NOTHING ? Value.UNKNOWN : taint;
  }

  /** The property that a getter, setter or accessor means, or null. */
  static String property(String method, String prefix) {
    if (!method.startsWith(prefix) || method.length() == prefix.length()) {
      return null;
    }
    String rest = method.substring(prefix.length());
    return Character.isUpperCase(rest.charAt(0))
        ? rest.substring(0, 1).toLowerCase(Locale.ROOT) + rest.substring(1)
        : null;
  }
}
