package dev.zonegate.facts;

import dev.zonegate.model.ResourceFile;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.SourceText;
import dev.zonegate.model.Span;
import dev.zonegate.model.XmlElement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement or fragment of a mapper's XML as if all its conditions held, with the fragments it
 * includes. As fragments can include each other many times over, what all statements of a file may
 * add up to is limited.
 */
public final class MapperText {
  private static final Set<String> STATEMENTS =
      Set.of("select", "insert", "update", "delete", "selectKey");
  static final String FRAGMENT = "sql";
  static final Pattern DOLLAR = Pattern.compile("\\$\\{\\s*([\\w.\\[\\]]+)\\s*\\}");
  private static final Pattern JOINED =
      Pattern.compile("\\G(?:'[^']*+'|\"[^\"]*+\"|([A-Za-z_][\\w.]*+)|[+\\s]|\\d++)");
  private static final Pattern INDEX = Pattern.compile("\\[\\w*\\]");

  /** Of a kind that is compared with a fixed text: {@code sort == 'name'}. */
  private static final Pattern COMPARED =
      Pattern.compile("(?<![\\w.])([A-Za-z_][\\w.]*+)\\s?(?:==|\\beq\\b)\\s?(?:'\\w|\"\\w)");

  private static final Pattern EQUALS =
      Pattern.compile("(?:'\\w++'|\"\\w++\")\\.equals(?:IgnoreCase)?\\(([\\w.]+)\\)");

  /** As much as two of the longest files: what the statements of one may cost together. */
  private static final int ROOM = 4 * 1024 * 1024;

  private static final int LONGEST = 64 * 1024;

  /** MapperFragments in fragments. */
  private static final int DEEPEST = 50;

  /** Of the text before and behind a name, what tells its position. */
  private static final int WINDOW = 2000;

  private final ResourceFile file;
  private final XmlElement element;
  private final MapperFragments fragments;
  private final StringBuilder text = new StringBuilder();
  private final List<Dollar> dollars = new ArrayList<>();
  private final Map<String, List<String>> binds = new HashMap<>();
  private final Deque<XmlElement> open = new ArrayDeque<>();
  private final List<Outside> outside = new ArrayList<>();
  private int room;
  private int cost;

  /**
   * A name in the statement.
   *
   * @param holder the statement or fragment in which it is written
   * @param paths from parameters; none if it stands for something fixed
   */
  public record Dollar(
      String name, XmlElement holder, Span at, int start, int end, List<String> paths) {}

  /**
   * An {@code include} of what another file has.
   *
   * @param fragment its name with the namespace
   * @param names what names mean there; none behind one that stands for something fixed
   */
  public record Outside(String fragment, Span at, Map<String, List<String>> names) {}

  private MapperText(ResourceFile file, XmlElement element, MapperFragments fragments, int room) {
    this.file = file;
    this.element = element;
    this.fragments = fragments;
    this.room = Math.min(room, LONGEST);
  }

  /** The statements of a mapper of main code, and then its fragments; none of any other file. */
  public static List<MapperText> of(ResourceFile file) {
    XmlElement root = file.root();
    boolean isMapper = root != null && root.name().equals("mapper");
    if (!isMapper || value(root, "namespace").isEmpty() || file.role() != SourceFile.Role.MAIN) {
      return List.of();
    }
    MapperFragments fragments = MapperFragments.of(root);
    List<MapperText> texts = new ArrayList<>();
    int room = ROOM;
    for (XmlElement each : root.children()) {
      if (STATEMENTS.contains(each.name())) {
        for (XmlElement part : each.all()) {
          if (STATEMENTS.contains(part.name())) {
            texts.add(new MapperText(file, each, fragments, room).read(part));
            room -= texts.get(texts.size() - 1).cost;
          }
        }
      }
    }
    room = ROOM;
    for (XmlElement each : fragments.named().values()) {
      texts.add(new MapperText(file, each, fragments, room).read(each));
      room -= texts.get(texts.size() - 1).cost;
    }
    return texts;
  }

  private MapperText read(XmlElement part) {
    contents(part, new MapperScope(part, Map.of(), Set.of(), Map.of()));
    return this;
  }

  /** The namespace of its mapper. */
  public String namespace() {
    return fragments.namespace();
  }

  /** Its name in the namespace. */
  public String id() {
    return value(element, "id");
  }

  /** Whether it is a fragment, which is for statements to include. */
  public boolean isFragment() {
    return element.name().equals(FRAGMENT);
  }

  /** The type of its parameter as it says it; empty if it does not. */
  public String parameterType() {
    return value(element, "parameterType");
  }

  public List<Dollar> dollars() {
    return dollars;
  }

  /** What it includes of other files. */
  public List<Outside> outside() {
    return outside;
  }

  /** The text before a name, as much as tells what the name is: with a quote if one is open. */
  public String before(Dollar dollar) {
    int start = Math.max(0, dollar.start() - WINDOW);
    long quotes = text.chars().limit(start).filter(c -> c == '\'').count();
    return (quotes % 2 == 0 ? "" : "'") + text.substring(start, dollar.start());
  }

  /** The text behind it. */
  public String after(Dollar dollar) {
    return text.substring(dollar.end(), Math.min(text.length(), dollar.end() + WINDOW));
  }

  private void contents(XmlElement around, MapperScope scope) {
    for (XmlElement.Content each : around.contents()) {
      if (each instanceof XmlElement.Child child) {
        element(child.element(), scope);
      } else if (each instanceof XmlElement.Text written) {
        written(written, scope);
      }
    }
  }

  private void element(XmlElement element, MapperScope scope) {
    int attributes = element.attributes().stream().mapToInt(each -> each.value().length()).sum();
    if (!isAffordable(attributes + 1)) {
      return;
    }
    switch (element.name()) {
      case "include" -> include(element, scope);
      case "selectKey" -> {}
      case "bind" -> binds.put(value(element, "name"), joined(value(element, "value"), scope));
      case "foreach" -> {
        add(" " + value(element, "open"));
        contents(element, scope.with(items(element, scope)));
        add(value(element, "close") + " ");
      }
      case "where", "set" -> {
        add(" " + element.name() + " ");
        contents(element, scope);
      }
      case "if", "when" -> contents(element, scope.fixing(compared(value(element, "test"))));
      default -> {
        add(" " + value(element, "prefix") + " ");
        contents(element, scope);
        add(" " + value(element, "suffix") + " ");
      }
    }
  }

  static String value(XmlElement element, String attribute) {
    return element.attribute(attribute).map(XmlElement.Attribute::value).orElse("");
  }

  private Map<String, List<String>> items(XmlElement loop, MapperScope scope) {
    Map<String, List<String>> items = new HashMap<>();
    items.put(value(loop, "index"), List.of());
    items.put(value(loop, "item"), behind(scope.filled(value(loop, "collection")), scope));
    return items;
  }

  private static List<String> behind(String name, MapperScope scope) {
    String[] parts = name.split("\\.", 2);
    List<String> known = scope.items().get(parts[0]);
    if (known == null || parts.length == 1) {
      return known == null ? List.of(name) : known;
    }
    return known.stream().map(each -> each + "." + parts[1]).toList();
  }

  private static Set<String> compared(String test) {
    Set<String> names = new HashSet<>();
    String plain = test.replaceAll("\\s++", " ");
    for (Pattern pattern : List.of(COMPARED, EQUALS)) {
      Matcher found = pattern.matcher(plain);
      while (found.find()) {
        names.add(found.group(1));
      }
    }
    return names;
  }

  private void include(XmlElement include, MapperScope scope) {
    String id = fragments.qualified(scope.filled(value(include, "refid")));
    XmlElement fragment = fragments.named().get(id);
    text.append(' ');
    if (open.size() == DEEPEST || fragment != null && open.contains(fragment)) {
      return;
    }
    Map<String, List<String>> passed = new HashMap<>();
    Map<String, String> written = new HashMap<>();
    for (XmlElement each : include.children()) {
      if (each.name().equals("property")) {
        String given = scope.filled(value(each, "value"));
        List<String> paths = named(given, scope);
        if (paths.isEmpty()) {
          written.put(value(each, "name"), given);
        } else {
          passed.put(value(each, "name"), paths);
        }
      }
    }
    MapperScope within = scope.in(fragment, passed, written);
    if (fragment == null) {
      outside.add(new Outside(id, include.anchor(), names(within)));
      return;
    }
    open.push(fragment);
    contents(fragment, within);
    open.pop();
  }

  /** What the names in a text stand for. */
  private List<String> named(String text, MapperScope scope) {
    Set<String> paths = new LinkedHashSet<>();
    Matcher dollar = DOLLAR.matcher(text);
    while (dollar.find()) {
      paths.addAll(paths(dollar.group(1), scope));
    }
    return List.copyOf(paths);
  }

  private Map<String, List<String>> names(MapperScope scope) {
    Map<String, List<String>> names = new HashMap<>(binds);
    names.putAll(scope.items());
    scope.fixed().forEach(each -> names.put(each, List.of()));
    names.remove("");
    return names;
  }

  private void add(String more) {
    text.append(more);
  }

  private boolean isAffordable(int length) {
    cost += Math.min(length, room);
    boolean isAffordable = length <= room;
    room = isAffordable ? room - length : 0;
    return isAffordable;
  }

  private void written(XmlElement.Text written, MapperScope scope) {
    if (!isAffordable(written.value().length())) {
      return;
    }
    int start = text.length();
    add(written.value());
    Matcher dollar = DOLLAR.matcher(written.value());
    List<Span> places = null;
    for (int i = 0; dollar.find(); i++) {
      places = places == null ? places(written) : places;
      Span at = i < places.size() ? places.get(i) : scope.holder().anchor();
      List<String> paths = paths(INDEX.matcher(dollar.group(1)).replaceAll(""), scope);
      dollars.add(
          new Dollar(
              dollar.group(1),
              scope.holder(),
              at,
              start + dollar.start(),
              start + dollar.end(),
              paths));
    }
  }

  private List<Span> places(XmlElement.Text written) {
    SourceText source = file.text();
    int start = source.offset(written.span().startLine(), written.span().startColumn());
    List<Span> places = new ArrayList<>();
    Matcher dollar = DOLLAR.matcher(source.slice(written.span()));
    while (dollar.find()) {
      places.add(source.span(start + dollar.start(), start + dollar.end()));
    }
    return places;
  }

  /** What a name stands for. */
  private List<String> paths(String name, MapperScope scope) {
    String root = name.split("\\.", 2)[0];
    if (scope.fixed().contains(root) || scope.fixed().contains(name)) {
      return List.of();
    }
    if (binds.containsKey(root) && !scope.items().containsKey(root)) {
      return binds.get(root);
    }
    return behind(name, scope);
  }

  /** What is joined to a text by an expression; nothing if anything else is done with it. */
  private List<String> joined(String expression, MapperScope scope) {
    Set<String> paths = new LinkedHashSet<>();
    Matcher part = JOINED.matcher(expression);
    int end = 0;
    while (end < expression.length() && part.find()) {
      end = part.end();
      if (part.group(1) != null) {
        paths.addAll(paths(part.group(1), scope));
      }
    }
    return end == expression.length() ? List.copyOf(paths) : List.of();
  }
}
