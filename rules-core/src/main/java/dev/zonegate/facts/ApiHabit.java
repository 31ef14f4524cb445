package dev.zonegate.facts;

import dev.zonegate.match.ApiSet;
import dev.zonegate.match.TypeSet;
import dev.zonegate.match.Vocabulary;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.SourceFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How a class comes by something that several classes need: a client, a mapper, a clock.
 *
 * @param type qualified name of the class
 * @param capability what it needs: {@code http}, {@code json}
 * @param isGiven whether it is handed the shared one
 * @param isOwn whether it makes one for itself
 */
public record ApiHabit(String path, String type, String capability, boolean isGiven, boolean isOwn)
    implements Fact {
  private static final Pattern LOG_NAME =
      Pattern.compile(".*(Log|Logger|LoggerFactory|LogFactory|Logging)");
  private static final ApiSet RAW = ApiSet.load("drift/raw.api");
  private static final Map<String, TypeSet> INJECTED = injected();
  private static final TypeSet SETTINGS =
      TypeSet.of("org.springframework.boot.context.properties.ConfigurationProperties");
  private static final TypeSet VALUE =
      TypeSet.of(
          "org.springframework.beans.factory.annotation.Value",
          "org.eclipse.microprofile.config.inject.ConfigProperty");
  private static final String LOG = "log";

  static void collect(SourceFile file, Consumer<Fact> facts) {
    for (Decl.Type type : file.unit().types()) {
      Set<String> given = given(file, type);
      Set<String> own = new TreeSet<>();
      file.allIn(type, Invocation.class).forEach(each -> own(file, each).ifPresent(own::add));
      Set<String> all = new TreeSet<>(given);
      all.addAll(own);
      for (String each : all) {
        facts.accept(
            new ApiHabit(
                file.path(), type.qualifiedName(), each, given.contains(each), own.contains(each)));
      }
    }
  }

  /** What a class that a container hands things to makes for itself by {@code use}. */
  public static Optional<String> own(SourceFile file, Invocation use) {
    Optional<String> capability = RAW.find(use).map(each -> each.attributes().get("of"));
    Decl.Type type = outermost(file, use);
    if (type == null || capability.isEmpty()) {
      return Optional.empty();
    }
    boolean isLog = capability.get().equals(LOG);
    Decl.Method method = file.enclosing(use, Decl.Method.class);
    boolean isStatic = method != null && method.modifiers().contains(Modifier.STATIC);
    boolean mayBeGiven =
        !isStatic && Component.isBean(type) && Component.layer(type) != Component.Layer.SET_UP;
    return isLog
        ? capability.filter(any -> !isLogName(type.name()))
        : capability.filter(any -> mayBeGiven);
  }

  /** What a thing of this kind is for; empty for what is handed over for one purpose only. */
  public static Optional<String> capability(Injection injection) {
    return INJECTED.entrySet().stream()
        .filter(each -> each.getValue().contains(injection.variable().type().ref()).isYes())
        .map(Map.Entry::getKey)
        .findFirst()
        .or(() -> isSetting(injection) ? Optional.of("settings") : Optional.empty());
  }

  /** The class of the file that something stands in. */
  public static Decl.Type outermost(SourceFile file, Invocation use) {
    return file.unit().types().stream()
        .filter(each -> each.span().contains(use.span()))
        .findFirst()
        .orElse(null);
  }

  private static Set<String> given(SourceFile file, Decl.Type type) {
    Set<String> given = new TreeSet<>();
    if (Component.isBean(type) && Component.layer(type) != Component.Layer.SET_UP) {
      Injection.into(file, type).forEach(each -> capability(each).ifPresent(given::add));
    }
    boolean hasLog =
        type.members().stream()
            .anyMatch(each -> each instanceof Decl.Field field && isOwnLog(file, field));
    if (hasLog) {
      given.add(LOG);
    }
    return given;
  }

  private static boolean isSetting(Injection injection) {
    return VALUE.annotationIn(injection.variable().annotations()) != null
        || SETTINGS.isOnType(injection.variable().type().ref());
  }

  /** A logger of the project itself. */
  private static boolean isOwnLog(SourceFile file, Decl.Field field) {
    return field.type() != null
        && isLogName(field.type().ref().simpleName())
        && Packages.isSameProject(field.type().ref().name(), file.unit().packageName());
  }

  private static boolean isLogName(String name) {
    return LOG_NAME.matcher(name).matches();
  }

  private static Map<String, TypeSet> injected() {
    return Vocabulary.lines("drift/injected.table").stream()
        .map(each -> each.split(" "))
        .collect(
            Collectors.collectingAndThen(
                Collectors.groupingBy(
                    each -> each[0],
                    TreeMap::new,
                    Collectors.mapping(each -> each[1], Collectors.toList())),
                ApiHabit::sets));
  }

  private static Map<String, TypeSet> sets(Map<String, List<String>> names) {
    Map<String, TypeSet> sets = new LinkedHashMap<>();
    names.forEach((each, types) -> sets.put(each, TypeSet.of(types.toArray(String[]::new))));
    return sets;
  }
}
