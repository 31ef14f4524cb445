package dev.zonegate.rules.architecturedrift;

import dev.zonegate.facts.DeclaredType;
import dev.zonegate.facts.MethodShape;
import dev.zonegate.facts.Project;
import dev.zonegate.match.Words;
import dev.zonegate.model.Decl;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Span;
import dev.zonegate.rule.Candidate;
import dev.zonegate.rule.Evidence;
import dev.zonegate.rule.Related;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Settler;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Methods and classes that are there twice under different names. */
final class Duplicate {
  private static final int FEWEST_FIELDS = 3;

  /** Names of classes that there may be a plainer one of. */
  private static final Pattern SECOND =
      Pattern.compile(".*(\\d|New|Old|Copy|Alt|Legacy|Tmp|Temp|DTO|VO|Dto)");

  private static final Pattern VERSION = Pattern.compile("\\.v\\d+\\.");

  private Duplicate() {}

  /** A method with its shape. */
  record Copy(String path, Span at, String name, int tokens, String shape) implements Evidence {}

  /** The methods of a project by what they do. */
  private record Shapes(Map<String, List<MethodShape>> all) {
    static Shapes of(Project project) {
      return new Shapes(
          project.all(MethodShape.class).stream()
              .collect(Collectors.groupingBy(MethodShape::shape)));
    }

    List<MethodShape> like(String shape) {
      return all.getOrDefault(shape, List.of());
    }
  }

  /** A class that holds data, with what it holds. */
  private record Held(DeclaredType type, Set<String> fields) {
    static Held of(DeclaredType type) {
      return new Held(
          type,
          type.fields().stream()
              .map(each -> each.name() + " " + each.type())
              .collect(Collectors.toUnmodifiableSet()));
    }

    boolean isAlike(Held other) {
      int least = Math.max(fields.size(), other.fields.size()) * 4;
      if (Math.min(fields.size(), other.fields.size()) * 5 < least) {
        return false;
      }
      long shared = fields.stream().filter(other.fields::contains).count();
      return shared >= FEWEST_FIELDS && shared * 5 >= least;
    }
  }

  /** The types of a project by name, and those that hold data by the stem of theirs. */
  private record Types(Map<String, DeclaredType> byName, Map<List<String>, List<Held>> byStem) {
    static Types of(Project project) {
      Map<String, DeclaredType> byName = new TreeMap<>();
      project.all(DeclaredType.class).forEach(each -> byName.putIfAbsent(each.name(), each));
      Map<List<String>, List<Held>> byStem = new HashMap<>();
      Set<List<Object>> known = new HashSet<>();
      for (DeclaredType each : byName.values()) {
        Held held = Held.of(each);
        // of many of one name that hold the same, the first says it all
        if (held.fields().size() >= FEWEST_FIELDS
            && !isVersioned(each.name())
            && known.add(List.of(LayerSkip.simple(each.name()), held.fields()))) {
          byStem.computeIfAbsent(stem(each.name()), key -> new ArrayList<>()).add(held);
        }
      }
      return new Types(byName, byStem);
    }

    List<Held> like(DeclaredType type) {
      List<String> stem = stem(type.name());
      return stem.isEmpty() ? List.of() : byStem.getOrDefault(stem, List.of());
    }
  }

  /** A class that holds data. */
  record Holder(String path, String type) implements Evidence {}

  static void find(SourceFile file, Reporter report) {
    for (Decl.Method each : file.all(Decl.Method.class)) {
      MethodShape.of(file, each)
          .ifPresent(
              shape ->
                  report.candidate(
                      each,
                      ArchitectureDriftRule.CLONE,
                      new Copy(
                          shape.path(), shape.at(), shape.name(), shape.tokens(), shape.shape()),
                      shape.name(),
                      shape.name()));
    }
    for (Decl.Type each : file.unit().types()) {
      if (SECOND.matcher(each.name()).matches()) {
        report.candidate(
            each,
            ArchitectureDriftRule.CLONE,
            new Holder(file.path(), each.qualifiedName()),
            each.name(),
            each.name());
      }
    }
  }

  static void settle(Candidate candidate, Copy copy, Settler settler) {
    settler.project().derived(Shapes.class, Shapes::of).like(copy.shape()).stream()
        .filter(each -> isBefore(each, copy))
        .findFirst()
        .ifPresent(
            first ->
                settler
                    .report(candidate, copy.name(), first.name())
                    .related(new Related(first.path(), first.at(), "the same code")));
  }

  /** The first one stays; the others are copies of it. */
  private static boolean isBefore(MethodShape other, Copy copy) {
    int order = other.path().compareTo(copy.path());
    return order < 0 || order == 0 && other.at().isBefore(copy.at());
  }

  static void settle(Candidate candidate, Holder holder, Settler settler) {
    Project project = settler.project();
    Types types = project.derived(Types.class, Types::of);
    Optional.ofNullable(types.byName().get(holder.type()))
        .flatMap(type -> twin(types, type))
        .ifPresent(
            twin ->
                settler
                    .report(
                        candidate, LayerSkip.simple(holder.type()), LayerSkip.simple(twin.name()))
                    .related(new Related(twin.path(), twin.at(), "the same fields")));
  }

  /** The first class, by name, of the same stem and fields with a plainer name. */
  private static Optional<DeclaredType> twin(Types types, DeclaredType type) {
    if (type.fields().size() < FEWEST_FIELDS || isVersioned(type.name())) {
      return Optional.empty();
    }
    Held held = Held.of(type);
    return types.like(type).stream()
        .filter(each -> isPlainer(each.type().name(), type.name()) && each.isAlike(held))
        .map(Held::type)
        .findFirst();
  }

  /** What {@code UserDto}, {@code UserDTO2} and {@code UserDtoNew} have in common. */
  private static List<String> stem(String name) {
    return Words.of(LayerSkip.simple(name).replaceAll("V?(?<!\\d)\\d++$", "")).stream()
        .filter(each -> !each.matches("new|old|copy|alt|legacy|v|tmp|temp"))
        .toList();
  }

  /** Whether it is a version of an API on purpose. */
  private static boolean isVersioned(String name) {
    return VERSION.matcher(name).find();
  }

  /** Which of the two is the later one: the longer name, or the later in the alphabet. */
  private static boolean isPlainer(String one, String other) {
    String first = LayerSkip.simple(one);
    String second = LayerSkip.simple(other);
    return !first.equals(second)
        && (first.length() < second.length()
            || first.length() == second.length() && first.compareTo(second) > 0);
  }
}
