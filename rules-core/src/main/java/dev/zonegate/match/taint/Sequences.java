package dev.zonegate.match.taint;

import dev.zonegate.model.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Lists, queues, streams and the like: what holds values one after the other. */
final class Sequences {
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

  private final Containers containers;

  Sequences(Containers containers) {
    this.containers = containers;
  }

  /** The result of a call of a method of one, or null if it is none that is known. */
  Value call(Expr.Call call, Value target, List<Value> arguments, State state) {
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
        containers.put(target, index, last, state);
        return Value.UNKNOWN;
      }
      case "addAll" -> {
        addAll(target, arguments.get(arguments.size() - 1), state);
        return Value.UNKNOWN;
      }
      case "get", "elementAt" -> {
        return containers.at(target, index, state);
      }
      case "getFirst", "element", "firstElement" -> {
        return containers.at(target, isExact(target, state) ? (Object) 0 : null, state);
      }
      case "remove", "removeFirst", "poll", "pollFirst", "pop", "removeLast", "pollLast" -> {
        return remove(call, target, arguments, state);
      }
      case "peek", "getLast", "peekFirst", "peekLast", "next", "nextElement", "previous" -> {
        boolean isStream = !arguments.isEmpty();
        return isStream ? null : containers.at(target, null, state);
      }
      case "clear" -> {
        Containers.clear(target, Obj.EMPTY_LIST, state);
        return Value.UNKNOWN;
      }
      case "clone" -> {
        return containers.copy(call, target, state);
      }
      case "findFirst", "findAny", "min", "max", "reduce" -> {
        return containers.at(target, null, state);
      }
      case "collect" -> {
        Value content = containers.content(target, state, 2);
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
    return containers.made(call, Obj.EMPTY.add(containers.at(target, null, state)), state);
  }

  private static boolean isStack(Expr.Call call) {
    return Types.isA(call.receiverType(), "java.util.Vector");
  }

  private static boolean isExact(Value target, State state) {
    return target.sites.stream().allMatch(each -> state.get(each).isList());
  }

  private void addAll(Value target, Value added, State state) {
    Value content = containers.content(added, state, 1);
    edit(target, obj -> obj.add(containers.at(added, null, state).orTraces(content)), state);
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
        state.put(each, obj.unordered());
      }
    }
    Value taint = target.isTainted() ? removed.or(target.asTaint()) : removed;
    return taint == Value.NOTHING ? Value.UNKNOWN : taint;
  }
}
