package dev.zonegate.facts;

import dev.zonegate.facts.LogLayout.Breaks;
import dev.zonegate.match.Profiles;
import dev.zonegate.match.Vocabulary;
import dev.zonegate.model.ResourceFile;
import dev.zonegate.model.Setting;
import dev.zonegate.model.Span;
import dev.zonegate.model.XmlElement;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what the configuration of the logs does to line breaks in messages. */
public final class LogLayouts {
  private static final Set<String> ESCAPING =
      Set.copyOf(Vocabulary.lines("logging/escaping-layouts.words"));
  private static final Set<String> PROPERTIES = Set.of("property", "variable");
  private static final Set<String> FORMATS = Set.of("encoder", "layout");
  private static final Pattern REFERENCE = Pattern.compile("\\s*\\$\\{([\\w.-]+?)(?::-(.*))?}\\s*");
  private static final Pattern PROPERTY =
      Pattern.compile("(?i)(.+\\.property(?:\\[\\d+])?)\\.name");
  private static final Pattern INCLUDED =
      Pattern.compile("(?:.*/)?(?:base|defaults|(structured-)?(?:console|file)-appender)\\.xml");

  private final ResourceFile file;
  private final Consumer<Fact> facts;
  private final Map<String, String> properties = new HashMap<>();

  private LogLayouts(ResourceFile file, Consumer<Fact> facts) {
    this.file = file;
    this.facts = facts;
  }

  static void collect(ResourceFile file, Consumer<Fact> facts) {
    LogLayouts reader = new LogLayouts(file, facts);
    String name = file.name().toLowerCase(Locale.ROOT);
    if (name.matches("(?:logback|log4j)[^/]*")) {
      file.settings().forEach(reader::keep);
      file.settings().forEach(reader::read);
      if (file.root() != null) {
        file.root().all().forEach(reader::keep);
        reader.read(file.root());
      }
    }
  }

  /** {@code appender.console.layout.type = JsonTemplateLayout}, and patterns. */
  private void read(Setting setting) {
    String key = setting.key().toLowerCase(Locale.ROOT);
    if (key.endsWith(".pattern") || key.endsWith(".conversionpattern")) {
      pattern(setting.value(), setting.anchor());
    } else if (key.endsWith("layout.type") && isEscaping(setting.value())
        || Arrays.stream(setting.key().split("\\.")).anyMatch(LogLayouts::isEscaping)) {
      add(setting.anchor(), Breaks.ESCAPED);
    }
  }

  /** {@code Property: [{name: layout, value: "%m%n"}]} in YAML and JSON. */
  private void keep(Setting setting) {
    Matcher property = PROPERTY.matcher(setting.key());
    if (property.matches()) {
      file.settings().stream()
          .filter(each -> each.key().equals(property.group(1) + ".value"))
          .forEach(each -> properties.put(setting.value(), each.value()));
    }
  }

  private void keep(XmlElement element) {
    if (PROPERTIES.contains(element.name().toLowerCase(Locale.ROOT))) {
      String value = attribute(element, "value").orElse(element.text());
      attribute(element, "name").ifPresent(name -> properties.put(name, value));
    }
  }

  private void read(XmlElement element) {
    String name = element.name().toLowerCase(Locale.ROOT);
    if (name.equals("springprofile")
        && attribute(element, "name").filter(Profiles::isForTests).isPresent()) {
      return;
    }
    String type =
        attribute(element, "class").or(() -> attribute(element, "type")).orElse(element.name());
    boolean isFormat = FORMATS.contains(name) || name.endsWith("layout");
    if (isFormat && isEscaping(type)) {
      add(element.anchor(), Breaks.ESCAPED);
      return;
    }
    if (isFormat) {
      attribute(element, "pattern").ifPresent(text -> pattern(text, element.anchor()));
    } else if (name.equals("pattern")) {
      pattern(element.text(), element.anchor());
    } else if (name.equals("include")) {
      attribute(element, "resource").ifPresent(it -> included(it, element.anchor()));
    }
    element.children().forEach(this::read);
  }

  /** Spring Boot's own parts of a configuration, which take the pattern from the settings. */
  private void included(String resource, Span at) {
    Matcher part = INCLUDED.matcher(resource);
    if (resource.startsWith("org/springframework/boot/logging/") && part.matches()) {
      if (part.group(1) != null) {
        add(at, Breaks.ESCAPED);
      } else if (!resource.endsWith("/defaults.xml")) {
        add(at, Breaks.BY_SETTINGS);
      }
    }
  }

  private void pattern(String text, Span at) {
    Matcher reference = REFERENCE.matcher(text);
    if (!reference.matches()) {
      LogPattern.escapes(text).ifPresent(it -> add(at, Breaks.of(it)));
      return;
    }
    String named = properties.getOrDefault(reference.group(1), reference.group(2));
    if (named != null && !REFERENCE.matcher(named).matches()) {
      LogPattern.escapes(named).ifPresent(it -> add(at, Breaks.of(it)));
    } else {
      add(at, Breaks.BY_SETTINGS);
    }
  }

  private void add(Span at, Breaks breaks) {
    facts.accept(new LogLayout(file.path(), at, breaks));
  }

  private static boolean isEscaping(String type) {
    return ESCAPING.contains(type.substring(type.lastIndexOf('.') + 1));
  }

  private static Optional<String> attribute(XmlElement element, String name) {
    return element.attribute(name).map(XmlElement.Attribute::value);
  }

  /**
   * Whether all that the project says of its logs escapes line breaks; false if it says nothing.
   */
  public static boolean escapeBreaks(Project project) {
    return project.derived(Answer.class, Answer::of).isYes();
  }

  /** What all settings and configurations together come to, found once. */
  private record Answer(boolean isYes) {
    static Answer of(Project project) {
      return new Answer(areEscaped(project));
    }
  }

  private static boolean areEscaped(Project project) {
    boolean bySettings = escapeBreaks(project.all(ConfigSetting.class));
    List<LogLayout> layouts = project.all(LogLayout.class);
    return layouts.isEmpty()
        ? bySettings
        : layouts.stream()
            .allMatch(
                each ->
                    each.breaks() == Breaks.ESCAPED
                        || each.breaks() == Breaks.BY_SETTINGS && bySettings);
  }

  private static boolean escapeBreaks(List<ConfigSetting> all) {
    List<ConfigSetting> settings =
        all.stream()
            .filter(each -> !Profiles.isForTests(each.profile()))
            .filter(each -> each.relaxedKey().matches("(?:quarkus\\.log|logging)\\..*"))
            .toList();
    boolean hasFile = isSet(settings, "logging.file.name") || isSet(settings, "logging.file.path");
    Optional<Boolean> console = escapes(settings, "console");
    Optional<Boolean> file = escapes(settings, "file");
    return console.or(() -> file).orElse(false) && file.orElse(!hasFile);
  }

  /** What the settings make of what one of the places gets; empty if they do not say it. */
  private static Optional<Boolean> escapes(List<ConfigSetting> settings, String place) {
    if (isSet(settings, "logging.structured.format." + place)
        || hasValue(settings, "quarkus.log." + place + ".json", "true")
        || hasValue(settings, "quarkus.log." + place + ".json.enabled", "true")) {
      return Optional.of(true);
    }
    List<Boolean> patterns =
        settings.stream()
            .filter(each -> each.relaxedKey().equals("logging.pattern." + place))
            .flatMap(each -> LogPattern.escapes(each.value()).stream())
            .toList();
    return patterns.isEmpty() ? Optional.empty() : Optional.of(!patterns.contains(false));
  }

  private static boolean isSet(List<ConfigSetting> settings, String key) {
    return settings.stream()
        .anyMatch(
            each ->
                each.relaxedKey().equals(key)
                    && each.profile().isEmpty()
                    && each.kind() != ConfigSetting.Kind.EMPTY);
  }

  private static boolean hasValue(List<ConfigSetting> settings, String key, String value) {
    return settings.stream()
        .anyMatch(
            each ->
                each.relaxedKey().equals(key)
                    && each.profile().isEmpty()
                    && each.value().equals(value));
  }
}
