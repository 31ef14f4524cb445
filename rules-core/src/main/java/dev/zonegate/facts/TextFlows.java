package dev.zonegate.facts;

import dev.zonegate.facts.TextFlow.Argument;
import dev.zonegate.facts.TextFlow.Feed;
import dev.zonegate.facts.TextFlow.Handed;
import dev.zonegate.facts.TextFlow.MethodKey;
import dev.zonegate.model.MethodRef;
import dev.zonegate.model.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which parameters and results of the project's methods carry request data, and how it got there.
 */
public final class TextFlows {
  private static final int MOST_ROUNDS = 8;
  private static final int DEEPEST = 4;
  private static final int MOST_OF_ONE_NAME = 3;
  private final Map<String, Set<String>> subtypes = new HashMap<>();
  private final Map<MethodKey, List<TextFlow>> byMethod = new HashMap<>();
  private final Map<InFile, TextFlow> byFile = new HashMap<>();
  private final Map<Parameter, Map<String, Way>> carried = new HashMap<>();
  private final Properties properties;

  /** What each method hands over, by the number of the call: a long one has hundreds. */
  private final Map<TextFlow, Map<Integer, List<Handed>>> passed = new IdentityHashMap<>();

  /** What each call can run, found once. */
  private final Map<Handed, List<Target>> targets = new IdentityHashMap<>();

  private record InFile(MethodKey method, String path) {}

  private record Parameter(MethodKey method, int index) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Parameter parameter
          && index == parameter.index
          && method.equals(parameter.method);
    }

    @Override
    public int hashCode() {
      return 31 * method.hashCode() + index;
    }
  }

  /** A method that a call can run, and what is known of it. */
  private record Target(MethodKey method, List<TextFlow> flows) {}

  /**
   * A way that request data takes.
   *
   * @param before the way up to here, or null
   * @param clean the kinds of sink that it cannot harm at its end, as bits
   * @param property what holds it in the object at its end; empty if that is all of it, or any
   */
  public record Way(Way before, String path, Span at, String text, int clean, String property) {
    /** The places on it, the first first. */
    public List<Way> places() {
      Deque<Way> places = new ArrayDeque<>();
      for (Way each = this; each != null; each = each.before) {
        places.addFirst(each);
      }
      return List.copyOf(places);
    }

    Way then(String file, Span place, String name, int kinds) {
      return new Way(this, file, place, name, clean | kinds, property);
    }

    Way in(String holder) {
      return new Way(before, path, at, text, clean, holder);
    }
  }

  private TextFlows(Project project) {
    properties = new Properties(project);
    for (DeclaredType type : project.all(DeclaredType.class)) {
      for (String above : type.supertypes()) {
        subtypes.computeIfAbsent(above, any -> new HashSet<>()).add(type.name());
      }
    }
    List<TextFlow> flows = project.all(TextFlow.class);
    for (TextFlow flow : flows) {
      byMethod.computeIfAbsent(flow.method(), any -> new ArrayList<>()).add(flow);
      byFile.putIfAbsent(new InFile(flow.method(), flow.path()), flow);
    }
    int rounds = 0;
    while (rounds < MOST_ROUNDS && spread(flows)) {
      rounds++;
    }
  }

  /** The flows of a project, computed once. */
  public static TextFlows of(Project project) {
    return project.derived(TextFlows.class, TextFlows::new);
  }

  /**
   * How request data gets to a place in a method, if it does.
   *
   * @param method the method
   * @param path its file
   * @param feed what the place is fed from
   * @param kind the bit of the kind of sink that it must be able to harm
   */
  public Optional<Way> way(MethodKey method, String path, Feed feed, int kind) {
    TextFlow flow = flow(method, path);
    Way way = way(method, path, flow, feed, 0);
    return way == null || (way.clean() & kind) != 0 ? Optional.empty() : Optional.of(way);
  }

  /** How request data gets to a place that is fed from several sides, if it does. */
  public Optional<Way> way(List<Fed> feeds, String path, int kind) {
    return feeds.stream()
        .map(each -> way(each.method(), path, each.feed(), kind))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private TextFlow flow(MethodKey method, String path) {
    return byFile.get(new InFile(method, path));
  }

  /** The methods of one name and owner, of which unrelated files may have many. */
  private List<TextFlow> called(MethodKey method, String from) {
    TextFlow own = flow(method, from);
    List<TextFlow> all = byMethod.getOrDefault(method, List.of());
    return own == null ? all.subList(0, Math.min(MOST_OF_ONE_NAME, all.size())) : List.of(own);
  }

  private boolean spread(List<TextFlow> flows) {
    boolean isMore = false;
    for (TextFlow flow : flows) {
      for (Handed handed : flow.passed()) {
        for (Argument argument : handed.arguments()) {
          isMore |= spread(flow, handed, argument);
        }
      }
    }
    return isMore;
  }

  private boolean spread(TextFlow flow, Handed handed, Argument argument) {
    boolean isMore = false;
    for (Feed feed : argument.feeds()) {
      Way way = way(flow.method(), flow.path(), flow, feed, 0);
      if (way != null) {
        Way on = way.then(flow.path(), handed.at(), handed.to().name(), 0);
        for (Target each : targets(flow, handed)) {
          isMore |= reached(new Parameter(each.method(), argument.index()), on);
        }
      }
    }
    return isMore;
  }

  private boolean reached(Parameter parameter, Way way) {
    Map<String, Way> ways = carried.computeIfAbsent(parameter, any -> new LinkedHashMap<>());
    Way known = ways.get(way.property());
    boolean isBetter = known == null || (known.clean() & ~way.clean()) != 0;
    if (isBetter) {
      ways.put(way.property(), way);
    }
    return isBetter;
  }

  private List<Target> targets(TextFlow caller, Handed handed) {
    List<Target> known = targets.get(handed);
    if (known == null) {
      known = new ArrayList<>();
      for (MethodKey each : meant(handed.to())) {
        known.add(new Target(each, called(each, caller.path())));
      }
      targets.put(handed, known);
    }
    return known;
  }

  /** The methods that a call of {@code called} can run: it and those that override it. */
  private Set<MethodKey> meant(MethodKey called) {
    Set<String> types = subtypes.getOrDefault(called.owner(), Set.of());
    if (types.isEmpty()) {
      return Set.of(called);
    }
    Set<MethodKey> meant = new HashSet<>();
    meant.add(called);
    for (String below : types) {
      meant.add(new MethodKey(below, called.name(), called.parameters()));
    }
    return meant;
  }

  private Way way(MethodKey method, String path, TextFlow flow, Feed feed, int depth) {
    Way way =
        switch (feed.from()) {
          case REQUEST -> new Way(null, path, feed.at(), feed.text(), feed.clean(), "");
          case PARAMETER -> parameter(new Parameter(method, feed.number()), path, feed);
          case RESULT -> flow == null || depth >= DEEPEST ? null : result(flow, feed, depth);
        };
    return way == null || feed.into().isEmpty() ? way : way.in(feed.into());
  }

  private Way parameter(Parameter parameter, String path, Feed feed) {
    for (Way each : carried.getOrDefault(parameter, Map.of()).values()) {
      Way read = read(each, feed.accessor());
      if (read != null) {
        return read.then(path, feed.at(), feed.text(), feed.clean());
      }
    }
    return null;
  }

  /** What an accessor reads from an object that carries something, or null if not that. */
  private Way read(Way way, String accessor) {
    if (way == null || accessor.isEmpty()) {
      return way;
    }
    if (properties.isOther(way.property(), accessor)) {
      return null;
    }
    return properties.property(accessor).isEmpty() ? way : way.in("");
  }

  /** How the result of a call comes to carry request data: by itself, or by what is passed. */
  private Way result(TextFlow flow, Feed feed, int depth) {
    for (Handed handed : passed(flow).getOrDefault(feed.number(), List.of())) {
      for (Target each : targets(flow, handed)) {
        Way way = returned(flow, handed, each, depth, feed.accessor());
        if (way != null) {
          return way.then(flow.path(), handed.at(), feed.text(), feed.clean());
        }
      }
    }
    return null;
  }

  private Map<Integer, List<Handed>> passed(TextFlow flow) {
    Map<Integer, List<Handed>> known = passed.get(flow);
    if (known == null) {
      known = new HashMap<>();
      for (Handed each : flow.passed()) {
        known.computeIfAbsent(each.number(), any -> new ArrayList<>(1)).add(each);
      }
      passed.put(flow, known);
    }
    return known;
  }

  private Way returned(TextFlow caller, Handed handed, Target called, int depth, String accessor) {
    for (TextFlow flow : called.flows()) {
      for (Feed feed : flow.returned()) {
        Way way =
            feed.from() == TextFlow.From.PARAMETER
                ? argument(caller, handed, feed, depth)
                : way(flow.method(), flow.path(), flow, feed, depth + 1);
        Way read = read(way, accessor);
        if (read != null) {
          return read;
        }
      }
    }
    boolean isHidden =
        called.flows().isEmpty() && called.method().name().equals(MethodRef.CONSTRUCTOR);
    return isHidden ? made(caller, handed, depth, accessor) : null;
  }

  /** What is read from an object whose constructor nobody wrote: a record's, or Lombok's. */
  private Way made(TextFlow caller, Handed handed, int depth, String accessor) {
    for (Argument argument : handed.arguments()) {
      String holder = properties.component(handed.to().owner(), argument.index());
      for (Feed feed : argument.feeds()) {
        Way way = way(caller.method(), caller.path(), caller, feed, depth + 1);
        Way read = read(way == null || holder.isEmpty() ? way : way.in(holder), accessor);
        if (read != null) {
          return read.then(caller.path(), handed.at(), handed.to().owner(), 0);
        }
      }
    }
    return null;
  }

  private Way argument(TextFlow caller, Handed handed, Feed returned, int depth) {
    for (Argument argument : handed.arguments()) {
      if (argument.index() == returned.number()) {
        for (Feed feed : argument.feeds()) {
          Way way =
              read(
                  way(caller.method(), caller.path(), caller, feed, depth + 1),
                  returned.accessor());
          if (way != null) {
            Way on = way.then(caller.path(), handed.at(), handed.to().name(), returned.clean());
            return returned.into().isEmpty() ? on : on.in(returned.into());
          }
        }
      }
    }
    return null;
  }
}
