package dev.zonegate.rules.rawsql;

import dev.zonegate.model.ResourceFile;
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
 * A statement of a mapper's XML as if all its conditions held, with the fragments it includes. As
 * fragments can include each other many times over, what all statements of a file may add up to is
 * limited.
 */
final class MapperText {
  private static final Pattern DOLLAR = Pattern.compile("\\$\\{\\s*([\\w.\\[\\]]+)\\s*\\}");
  private static final Pattern JOINED =
      Pattern.compile("\\G(?:'[^']*+'|\"[^\"]*+\"|([A-Za-z_][\\w.]*+)|[+\\s]|\\d++)");
  private static final Pattern INDEX = Pattern.compile("\\[\\w*\\]");

  /** Of a kind that is compared with a fixed text: {@code sort == 'name'}. */
  private static final Pattern COMPARED =
      Pattern.compile("(?<![\\w.])([A-Za-z_][\\w.]*+)\\s?(?:==|\\beq\\b)\\s?(?:'\\w|\"\\w)");

  private static final Pattern EQUALS =
      Pattern.compile("(?:'\\w++'|\"\\w++\")\\.equals(?:IgnoreCase)?\\(([\\w.]+)\\)");

  /** As much as two of the longest files: what the statements of one may cost together. */
  static final int ROOM = 4 * 1024 * 1024;

  private static final int LONGEST = 64 * 1024;

  /** Fragments in fragments. */
  private static final int DEEPEST = 50;

  /** Of the text before and behind a name, what tells its position. */
  private static final int WINDOW = 2000;

  private final ResourceFile file;
  private final Map<String, XmlElement> fragments;
  private final StringBuilder text = new StringBuilder();
  private final List<Dollar> dollars = new ArrayList<>();
  private final Map<String, List<String>> binds = new HashMap<>();
  private final Deque<XmlElement> open = new ArrayDeque<>();
  private int room;
  private int cost;

  /**
   * A name in the statement.
   *
   * @param holder the statement or fragment in which it is written
   * @param paths from parameters; none if it stands for something fixed
   */
  record Dollar(String name, XmlElement holder, Span at, int start, int end, List<String> paths) {}

  /**
   * What names mean where one stands.
   *
   * @param items the collections behind the variables of loops; empty for a loop's index
   * @param fixed names that stand for what the XML says
   */
  private record Scope(XmlElement holder, Map<String, String> items, Set<String> fixed) {
    Scope with(Map<String, String> more) {
      Map<String, String> all = new HashMap<>(items);
      all.putAll(more);
      return new Scope(holder, all, fixed);
    }

    Scope fixing(Set<String> more) {
      Set<String> all = new HashSet<>(fixed);
      all.addAll(more);
      return new Scope(holder, items, all);
    }
  }

  private MapperText(ResourceFile file, Map<String, XmlElement> fragments, int room) {
    this.file = file;
    this.fragments = fragments;
    this.room = Math.min(room, LONGEST);
  }

  /**
   * Reads a statement.
   *
   * @param room what it may cost, about as many as the characters that are read
   */
  static MapperText of(
      ResourceFile file, XmlElement statement, Map<String, XmlElement> fragments, int room) {
    MapperText made = new MapperText(file, fragments, room);
    made.contents(statement, new Scope(statement, Map.of(), Set.of()));
    return made;
  }

  int cost() {
    return cost;
  }

  List<Dollar> dollars() {
    return dollars;
  }

  /** What the text around says that a name is. */
  Position position(Dollar dollar) {
    int start = Math.max(0, dollar.start() - WINDOW);
    long quotes = text.chars().limit(start).filter(c -> c == '\'').count();
    String before = (quotes % 2 == 0 ? "" : "'") + text.substring(start, dollar.start());
    int end = Math.min(text.length(), dollar.end() + WINDOW);
    return Position.of(before, text.substring(dollar.end(), end));
  }

  private void contents(XmlElement around, Scope scope) {
    for (XmlElement.Content each : around.contents()) {
      if (each instanceof XmlElement.Child child) {
        element(child.element(), scope);
      } else if (each instanceof XmlElement.Text written) {
        written(written, scope);
      }
    }
  }

  private void element(XmlElement element, Scope scope) {
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

  private static String value(XmlElement element, String attribute) {
    return element.attribute(attribute).map(XmlElement.Attribute::value).orElse("");
  }

  private static Map<String, String> items(XmlElement loop, Scope scope) {
    Map<String, String> items = new HashMap<>();
    items.put(value(loop, "index"), "");
    items.put(value(loop, "item"), behind(value(loop, "collection"), scope));
    return items;
  }

  private static String behind(String name, Scope scope) {
    String[] parts = name.split("\\.", 2);
    String collection = scope.items().get(parts[0]);
    if (collection == null || collection.isEmpty()) {
      return collection == null ? name : "";
    }
    return parts.length == 1 ? collection : collection + "." + parts[1];
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

  private void include(XmlElement include, Scope scope) {
    String id = value(include, "refid");
    XmlElement fragment = fragments.get(id);
    text.append(' ');
    if (fragment == null || open.size() == DEEPEST || open.contains(fragment)) {
      return;
    }
    Set<String> given = new HashSet<>();
    Map<String, String> passed = new HashMap<>();
    for (XmlElement each : include.children()) {
      if (each.name().equals("property")) {
        Matcher dollar = DOLLAR.matcher(value(each, "value"));
        List<String> paths = dollar.matches() ? paths(dollar.group(1), scope) : List.of();
        if (paths.size() == 1) {
          passed.put(value(each, "name"), paths.get(0));
        } else {
          given.add(value(each, "name"));
        }
      }
    }
    open.push(fragment);
    Scope within = scope.with(passed).fixing(given);
    contents(fragment, new Scope(fragment, within.items(), within.fixed()));
    open.pop();
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

  private void written(XmlElement.Text written, Scope scope) {
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
  private List<String> paths(String name, Scope scope) {
    String root = name.split("\\.", 2)[0];
    if (scope.fixed().contains(root) || scope.fixed().contains(name)) {
      return List.of();
    }
    if (binds.containsKey(root) && !scope.items().containsKey(root)) {
      return binds.get(root);
    }
    String path = behind(name, scope);
    return path.isEmpty() ? List.of() : List.of(path);
  }

  /** What is joined to a text by an expression; nothing if anything else is done with it. */
  private List<String> joined(String expression, Scope scope) {
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
