package dev.zonegate.match;

import dev.zonegate.model.Answer;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.MethodRef;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.TypeRef;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A set of library methods. Library knowledge is data: a table below {@code zonegate/apis}, one
 * {@link Api} a line, empty lines and lines that start with {@code //} left out.
 */
public final class ApiSet {
  private final Map<String, List<Api>> byName = new HashMap<>();

  /** Those of constructors, which are no subtype's, by the type under each of its names. */
  private final Map<String, List<Api>> constructors = new HashMap<>();

  /** Those with a prefix for a name, by the first letter that such a name has. */
  private final Map<Character, List<Api>> byPrefix = new HashMap<>();

  private final List<Api> anyName = new ArrayList<>();

  /** Turns most names of a program away, of which a set has none. */
  private final NameFilter names;

  private ApiSet(List<Api> apis) {
    names = new NameFilter(apis.size());
    for (Api api : apis) {
      if (api.method().equals("*")) {
        anyName.add(api);
        names.addAll();
      } else if (api.method().endsWith("*")) {
        names.addPrefix(api.method());
        byPrefix.computeIfAbsent(api.method().charAt(0), any -> new ArrayList<>()).add(api);
      } else {
        names.add(api.method());
        byName.computeIfAbsent(api.method(), name -> new ArrayList<>()).add(api);
      }
    }
    for (Api each : byName.getOrDefault(MethodRef.CONSTRUCTOR, List.of())) {
      constructors.computeIfAbsent(each.type(), type -> new ArrayList<>()).add(each);
      String other = TypeRef.otherName(each.type());
      if (other != null) {
        constructors.computeIfAbsent(other, type -> new ArrayList<>()).add(each);
      }
    }
  }

  /** The methods with these signatures, in the form of {@link Api}. */
  public static ApiSet of(String... signatures) {
    List<Api> apis = new ArrayList<>();
    for (String signature : signatures) {
      apis.add(Api.parse(signature));
    }
    return new ApiSet(apis);
  }

  /**
   * Reads tables.
   *
   * @param tables paths below {@code zonegate/apis}, such as {@code time/implicit-now.api}
   * @throws IllegalArgumentException if a table is missing or a line is wrong, with its number
   */
  public static ApiSet load(String... tables) {
    List<Api> apis = new ArrayList<>();
    for (String table : tables) {
      lines(table).forEach(line -> apis.add(parse(line.text(), table, line.number())));
    }
    return new ApiSet(apis);
  }

  /** The uses in a file of methods that are called as one of them, in source order. */
  public List<Invocation> usesIn(SourceFile file) {
    return UsesByName.of(file).uses(names::mayHave);
  }

  /** The calls in a file of methods that are called as one of them, in source order. */
  public List<Expr.Call> callsIn(SourceFile file) {
    return UsesByName.of(file).calls(names::mayHave);
  }

  /** As {@link #usesIn(SourceFile)}, for several sets. */
  public static List<Invocation> usesIn(SourceFile file, ApiSet... sets) {
    return UsesByName.of(file).uses(name -> mayHave(name, sets));
  }

  /** As {@link #callsIn(SourceFile)}, for several sets. */
  public static List<Expr.Call> callsIn(SourceFile file, ApiSet... sets) {
    return UsesByName.of(file).calls(name -> mayHave(name, sets));
  }

  private static boolean mayHave(String name, ApiSet... sets) {
    for (ApiSet each : sets) {
      if (each.names.mayHave(name)) {
        return true;
      }
    }
    return false;
  }

  /** Whether {@code use} is a use of one of them. */
  public Answer matches(Invocation use) {
    List<Api> candidates = candidates(use);
    if (candidates.isEmpty()) {
      return Answer.NO;
    }
    Answer any = Answer.NO;
    for (Api api : candidates) {
      any = any.or(api.matches(use));
      if (any.isYes()) {
        return any;
      }
    }
    return any;
  }

  /** The first of them that {@code use} certainly is a use of. */
  public Optional<Api> find(Invocation use) {
    List<Api> candidates = candidates(use);
    if (candidates.isEmpty()) {
      return Optional.empty();
    }
    for (Api api : candidates) {
      if (api.matches(use).isYes()) {
        return Optional.of(api);
      }
    }
    return Optional.empty();
  }

  /**
   * The first of them that certainly is the element {@code name} of the annotation {@code type}; a
   * table lists it as {@code a.b.Scheduled#cron}.
   */
  public Optional<Api> find(TypeRef type, String name) {
    for (Api api : candidates(name)) {
      if (type.isNamed(api.type())) {
        return Optional.of(api);
      }
    }
    return Optional.empty();
  }

  /** Whether {@code use} certainly is a use of one of them that passes. */
  public boolean isAny(Invocation use, Predicate<Api> passes) {
    for (Api api : candidates(use)) {
      if (api.matches(use).isYes() && passes.test(api)) {
        return true;
      }
    }
    return false;
  }

  /** Those of them that {@code use} certainly is a use of. */
  public Stream<Api> all(Invocation use) {
    return candidates(use).stream().filter(api -> api.matches(use).isYes());
  }

  /** Those of them that {@code use} may be a use of, for all that is known of it. */
  public Stream<Api> mayBe(Invocation use) {
    return candidates(use).stream().filter(api -> !api.matches(use).isNo());
  }

  private List<Api> candidates(Invocation use) {
    String name = use.name();
    if (!names.mayHave(name)) {
      return List.of();
    }
    boolean isConstructor = name.equals(MethodRef.CONSTRUCTOR);
    return isConstructor && !use.receiverType().isUnknown()
        ? withPrefixed(constructors.get(use.receiverType().name()), name)
        : withPrefixed(byName.get(name), name);
  }

  private List<Api> candidates(String name) {
    return names.mayHave(name) ? withPrefixed(byName.get(name), name) : List.of();
  }

  private List<Api> withPrefixed(List<Api> named, String name) {
    List<Api> exact = named == null ? List.of() : named;
    List<Api> all = anyName.isEmpty() ? exact : joined(exact, anyName);
    if (byPrefix.isEmpty() || name.isEmpty()) {
      return all;
    }
    List<Api> prefixed = null;
    for (Api each : byPrefix.getOrDefault(name.charAt(0), List.of())) {
      if (each.isCalled(name)) {
        prefixed = prefixed == null ? new ArrayList<>(exact) : prefixed;
        prefixed.add(each);
      }
    }
    return prefixed == null ? all : joined(prefixed, anyName);
  }

  private static List<Api> joined(List<Api> some, List<Api> others) {
    List<Api> all = new ArrayList<>(some);
    all.addAll(others);
    return all;
  }

  /** A line of a table that says something. */
  record Line(int number, String text) {}

  /** The lines of a table without comments and empty ones. */
  static List<Line> lines(String table) {
    List<Line> said = new ArrayList<>();
    int number = 0;
    for (Iterator<String> lines = read(table).lines().iterator(); lines.hasNext(); ) {
      String line = lines.next().strip();
      number++;
      if (!line.isEmpty() && !line.startsWith("//")) {
        said.add(new Line(number, line));
      }
    }
    return said;
  }

  private static Api parse(String line, String table, int number) {
    try {
      return Api.parse(line);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(table + ":" + number + ": " + e.getMessage(), e);
    }
  }

  private static String read(String table) {
    try (InputStream in = ApiSet.class.getResourceAsStream("/zonegate/apis/" + table)) {
      if (in == null) {
        throw new IllegalArgumentException("no table zonegate/apis/" + table);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read zonegate/apis/" + table, e);
    }
  }
}
