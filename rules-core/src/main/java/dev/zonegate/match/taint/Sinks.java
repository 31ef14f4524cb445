package dev.zonegate.match.taint;

import dev.zonegate.match.Api;
import dev.zonegate.match.KnownResults;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects what reaches a sink that it can harm. */
final class Sinks {
  /** An object that was parsed from a request is no text that they would take over. */
  private static final Set<SinkKind> NEEDS_TEXT = Set.of(SinkKind.LOG, SinkKind.SESSION);

  private final Execution execution;
  private final Map<Node, Map<SinkKind, Hit>> hits = new IdentityHashMap<>();
  private final List<Hit> inOrder = new ArrayList<>();
  private final Set<Node> reached = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<Hit, Boolean> late = new IdentityHashMap<>();

  Sinks(Execution execution) {
    this.execution = execution;
  }

  /** Looks at one call. */
  void check(Invocation use, Value target, List<Value> arguments, State state) {
    if (execution.library().of(use).sinks().isEmpty()) {
      return;
    }
    reached.add(use);
    for (Api api : execution.library().of(use).sinks()) {
      // what takes a statement says which pattern of statements it is
      SinkKind kind = SinkKind.named(api.attributes().getOrDefault("kind", "sql"));
      if (isMeant(api, kind, target, state) && hasKey(api, use, arguments)) {
        check(api, kind, use, target, arguments, state);
      }
    }
  }

  /** Whether the first argument is the key that matters; a constant of a library by its name. */
  private static boolean hasKey(Api api, Invocation use, List<Value> arguments) {
    String key = api.attributes().get("key");
    if (key == null || arguments.isEmpty()) {
      return key == null;
    }
    Object constant = arguments.get(0).constant();
    if (constant == null && use.arguments().get(0) instanceof Expr.FieldAccess access) {
      return key.equalsIgnoreCase(access.name().replace('_', '-'));
    }
    return key.equalsIgnoreCase(String.valueOf(constant));
  }

  private static boolean isMeant(Api api, SinkKind kind, Value target, State state) {
    if (!api.has("on", "response")) {
      return true;
    }
    boolean isHarmless = (state.checked(Execution.RESPONSE) & kind.bit()) != 0;
    return target.has(Execution.RESPONSE) && !isHarmless;
  }

  private void check(
      Api api, SinkKind kind, Invocation use, Value target, List<Value> arguments, State state) {
    String which = api.attributes().getOrDefault("arg", "0");
    if (which.equals("this")) {
      reach(api, kind, use, use.target(), target, state);
      return;
    }
    if (api.has("when", "shell")) {
      Value command = Commands.line(use, arguments, execution, state);
      if (command != null && Commands.isDangerous(command, state)) {
        reach(api, kind, use, use.arguments().get(0), command, state);
      }
      return;
    }
    for (int i = 0; i < arguments.size(); i++) {
      Expr written = i < use.arguments().size() ? use.arguments().get(i) : use.target();
      boolean isText =
          which.startsWith("string") && written.type().name().startsWith("java.lang.String");
      if (isText || isArgument(which, i)) {
        boolean isHtml = !api.has("when", "html") || Responses.isHtml(arguments.get(i).shape);
        String entry = api.attributes().get("entry");
        if (entry != null) {
          Value held = execution.containers().under(arguments.get(i), entry, state);
          reach(api, kind, use, written, held, state);
        } else if (isHtml
            && (!NEEDS_TEXT.contains(kind) || Types.isText(KnownResults.type(written)))) {
          reach(api, kind, use, written, arguments.get(i), state);
        }
      }
    }
  }

  private static boolean isArgument(String which, int index) {
    if (which.equals("all")) {
      return true;
    }
    if (which.endsWith("+")) {
      return index >= Integer.parseInt(which.substring(0, which.length() - 1));
    }
    if (which.startsWith("string")) {
      return false;
    }
    for (String each : which.split(",")) {
      if (each.equals(String.valueOf(index))) {
        return true;
      }
    }
    return false;
  }

  private void reach(
      Api api, SinkKind kind, Invocation use, Expr written, Value value, State state) {
    Value content = execution.containers().content(value, state, 2);
    List<Trace> harmful = harmful(content, kind, state);
    if (!harmful.isEmpty()) {
      add(new Hit(kind, use, written, harmful, value.shape), api.has("late", "true"));
    }
  }

  static List<Trace> harmful(Value value, SinkKind kind, State state) {
    List<Trace> sources = new ArrayList<>();
    List<Trace> others = new ArrayList<>();
    for (Trace each : value.traces.values()) {
      int clean = each.clean() | state.checked(each.origin());
      if (each.origin().isText() && (clean & kind.bit()) == 0) {
        (each.origin() instanceof Origin.Source ? sources : others).add(each);
      }
    }
    sources.addAll(others);
    return sources;
  }

  /** The sinks that were looked at. */
  Set<Node> reached() {
    return reached;
  }

  private void add(Hit hit, boolean isLate) {
    Map<SinkKind, Hit> known = hits.computeIfAbsent(hit.sink(), any -> new LinkedHashMap<>());
    Hit before = known.get(hit.kind());
    if (before == null || before.source() == null && hit.source() != null) {
      known.put(hit.kind(), hit);
      inOrder.remove(before);
      inOrder.add(hit);
      if (isLate) {
        late.put(hit, true);
      }
    }
  }

  /** Looks at what a method returns to a framework, which sends it to the client. */
  void returned(Decl.Method method, Expr written, Value value, State state) {
    SinkKind kind = Responses.kind(method, value.shape, execution.file());
    List<Trace> harmful = kind == null ? List.of() : harmful(value, kind, state);
    if (!harmful.isEmpty()) {
      add(new Hit(kind, written, written, harmful, value.shape), false);
    }
  }

  /**
   * All hits. A path that is only named is left out if it is opened elsewhere, or checked in time.
   *
   * @param checked what was checked somewhere
   */
  List<Hit> hits(Map<Origin, Integer> checked) {
    List<Hit> wanted = new ArrayList<>();
    for (Hit each : inOrder) {
      if (!late.containsKey(each) || !isSettledLater(each, checked)) {
        wanted.add(each);
      }
    }
    return wanted;
  }

  private boolean isSettledLater(Hit hit, Map<Origin, Integer> checked) {
    for (Trace each : hit.traces()) {
      if ((checked.getOrDefault(each.origin(), 0) & hit.kind().bit()) != 0) {
        return true;
      }
      for (Hit other : inOrder) {
        boolean isSame =
            other.kind() == hit.kind()
                && !late.containsKey(other)
                && other.traces().stream().anyMatch(it -> it.origin().equals(each.origin()));
        if (isSame) {
          return true;
        }
      }
    }
    return false;
  }
}
