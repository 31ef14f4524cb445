package dev.zonegate.rules.rawsql;

import dev.zonegate.facts.DeclaredType;
import dev.zonegate.facts.DeclaredType.DeclaredField;
import dev.zonegate.facts.DeclaredTypes;
import dev.zonegate.facts.MapperMethod;
import dev.zonegate.facts.MapperMethod.Bound;
import dev.zonegate.facts.MapperMethod.Kind;
import dev.zonegate.facts.PassedText;
import dev.zonegate.facts.Project;
import dev.zonegate.facts.TextFlow.MethodKey;
import dev.zonegate.rule.Candidate;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Related;
import dev.zonegate.rule.Report;
import dev.zonegate.rule.Settler;
import dev.zonegate.rules.rawsql.PastedNames.Use;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the names in the XML of a project's mappers are bound to. */
final class BoundNames {
  private static final Set<String> ONLY =
      Set.of("value", "_parameter", "list", "collection", "array");
  private static final String WHOLE = "_parameter";
  private static final Set<String> TEXTS =
      Set.of("java.lang.String", "java.lang.String[]", "java.lang.CharSequence");

  /** The field in which the types that MyBatis Generator writes keep their conditions. */
  private static final String CONDITIONS = "oredCriteria";

  private final Project project;
  private final DeclaredTypes types;
  private final Inclusions inclusions;
  private final TypeAliases aliases;
  private final Map<String, List<MapperMethod>> methods = new HashMap<>();

  /**
   * Text behind a name.
   *
   * @param parameter through which it comes, or null if only the XML tells
   */
  private record Bind(Confidence confidence, MapperMethod method, Bound parameter) {}

  private BoundNames(Project project) {
    this.project = project;
    this.types = DeclaredTypes.of(project);
    this.inclusions = new Inclusions(project);
    this.aliases = new TypeAliases(project);
    for (MapperMethod each : project.all(MapperMethod.class)) {
      methods.computeIfAbsent(each.owner() + "#" + each.name(), any -> new ArrayList<>()).add(each);
    }
  }

  /** Reports a name that stands for text of a caller's choice in one of its statements. */
  static void settle(Candidate candidate, PastedNames names, Settler settler) {
    BoundNames bound = settler.project().derived(BoundNames.class, BoundNames::new);
    Bind surest = null;
    for (Use written : names.uses()) {
      for (Use each : bound.inclusions.inStatements(written)) {
        Bind bind = bound.of(each);
        if (bind != null
            && (surest == null || bind.confidence().compareTo(surest.confidence()) < 0)) {
          surest = bind;
        }
      }
    }
    if (surest != null) {
      Report made = settler.report(candidate);
      Grades.put(made, surest.confidence());
      if (surest.parameter() != null) {
        String path = surest.method().path();
        made.related(
            new Related(path, surest.parameter().at(), "any caller can pass it here").onPath());
      }
    }
  }

  private Bind of(Use use) {
    List<String> path = List.of(use.path().split("\\.", -1));
    MapperMethod method = method(use);
    if (method == null) {
      boolean isText = isText(aliases.type(use.parameterType()), path, use);
      return isText ? new Bind(Confidence.LOW, null, null) : null;
    }
    List<Bound> parameters = method.parameters();
    if (parameters.size() == 1 && !parameters.get(0).isNamed()) {
      return ofOnly(method, path, use);
    }
    for (Bound each : parameters) {
      String nth = "param" + (parameters.indexOf(each) + 1);
      if (path.get(0).equals(each.name()) || path.get(0).equals(nth)) {
        return of(method, each, path.subList(1, path.size()), use);
      }
    }
    return null;
  }

  /** The method of the statement, which another interface may declare. */
  private MapperMethod method(Use use) {
    Set<String> owners = new LinkedHashSet<>(List.of(use.namespace()));
    types.named(use.namespace()).forEach(each -> owners.addAll(each.supertypes()));
    for (String each : owners) {
      List<MapperMethod> known = methods.get(each + "#" + use.statement());
      if (known != null) {
        return known.get(0);
      }
    }
    return null;
  }

  /** An only parameter without a name: its properties are the names, if it has any. */
  private Bind ofOnly(MapperMethod method, List<String> path, Use use) {
    Bound only = method.parameters().get(0);
    boolean isWhole = path.get(0).equals(only.name()) || ONLY.contains(path.get(0));
    boolean hasProperties = only.kind() == Kind.MAP || only.kind() == Kind.OBJECT;
    boolean isProperty = hasProperties && !path.get(0).equals(WHOLE);
    boolean isElement = isWhole && path.size() > 1 && !isField(only.type(), path.get(0));
    if (isProperty && !isElement) {
      return of(method, only, path, use);
    }
    return isWhole ? of(method, only, path.subList(1, path.size()), use) : null;
  }

  private boolean isField(String type, String name) {
    return field(type, name) != null;
  }

  private Bind of(MapperMethod method, Bound parameter, List<String> rest, Use use) {
    boolean isText =
        switch (parameter.kind()) {
          case INERT -> false;
          case TEXT -> rest.isEmpty() && !isAlwaysFixed(method, parameter, use);
          case MAP -> !rest.isEmpty() && isChoice(use);
          case OBJECT -> !rest.isEmpty() && isText(parameter.type(), rest, use);
        };
    if (!isText) {
      return null;
    }
    boolean isValue = use.position() == Position.QUOTED || use.position() == Position.VALUE;
    Confidence direct = isValue ? Confidence.HIGH : Confidence.MEDIUM;
    boolean isDirect = parameter.kind() == Kind.TEXT;
    return new Bind(isDirect ? direct : Confidence.LOW, method, parameter);
  }

  private boolean isAlwaysFixed(MapperMethod method, Bound parameter, Use use) {
    List<MethodKey> names =
        List.of(method.key(), new MethodKey(use.namespace(), method.name(), method.count()));
    return PassedText.isAlwaysFixed(project, names, parameter.index());
  }

  /** Tables and pieces of statements are what code puts into an object, not what clients do. */
  private static boolean isChoice(Use use) {
    return switch (use.position()) {
      case QUOTED, VALUE, NAME -> true;
      case QUOTED_NAME, SCHEMA_NAME, FRAGMENT -> false;
    };
  }

  /** Whether a property certainly is text, and where it could be anything. */
  private boolean isText(String type, List<String> path, Use use) {
    String owner = type;
    DeclaredField field = null;
    for (String each : path) {
      field = owner.isEmpty() ? null : field(owner, each);
      if (field == null) {
        return false;
      }
      if (isCondition(owner, each)) {
        return false;
      }
      List<String> arguments = field.typeArguments();
      owner = arguments.isEmpty() ? field.type() : arguments.get(arguments.size() - 1);
    }
    return isChoice(use) && TEXTS.contains(owner);
  }

  /** Generated conditions hold what code says, unless some is seen to pass on what it got. */
  private boolean isCondition(String owner, String property) {
    if (field(owner, CONDITIONS) == null) {
      return false;
    }
    String setter =
        "set" + property.substring(0, 1).toUpperCase(Locale.ROOT) + property.substring(1);
    MethodKey key = new MethodKey(owner, setter, 1);
    return project.all(PassedText.class).stream()
        .noneMatch(each -> each.to().equals(key) && !each.isFixed());
  }

  private DeclaredField field(String type, String name) {
    for (DeclaredType declared : types.named(type)) {
      List<DeclaredType> all = new ArrayList<>(List.of(declared));
      declared.supertypes().forEach(each -> all.addAll(types.named(each)));
      for (DeclaredType each : all) {
        for (DeclaredField field : each.fields()) {
          if (field.name().equals(name)) {
            return field;
          }
        }
      }
    }
    return null;
  }
}
