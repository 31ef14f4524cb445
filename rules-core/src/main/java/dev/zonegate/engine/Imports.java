package dev.zonegate.engine;

import dev.zonegate.frontend.JavaScanner;
import dev.zonegate.frontend.Tokens;
import dev.zonegate.model.SourceText;
import dev.zonegate.model.Span;
import dev.zonegate.rule.Fix;
import dev.zonegate.rule.TextEdit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The imports of a file, to add to them in alphabetical place.
 *
 * @param ofPackage the file's package, empty if it has none
 * @param afterPackage the end of the package declaration, or null
 * @param first the start of the first token that is not part of the package declaration, or null
 * @param known single-type imports with their places, in order
 */
record Imports(String ofPackage, Span afterPackage, Span first, List<Import> known) {
  /** A single-type import. */
  record Import(String name, Span span) {}

  static Imports of(SourceText source) {
    Tokens tokens = JavaScanner.scan(source);
    String ofPackage = "";
    Span afterPackage = null;
    Span first = null;
    List<Import> known = new ArrayList<>();
    int at = 0;
    while (at < tokens.size()) {
      int end = at;
      while (end + 1 < tokens.size() && !tokens.get(end).is(";")) {
        end++;
      }
      if (tokens.get(at).is("package")) {
        ofPackage = text(tokens, at + 1, end);
        afterPackage = tokens.span(at, end);
      } else {
        first = first == null ? tokens.span(at) : first;
        if (!tokens.get(at).is("import")) {
          break;
        }
        String name = text(tokens, at + 1, end);
        if (name.indexOf(' ') < 0 && !name.endsWith("*")) {
          known.add(new Import(name, tokens.span(at, end)));
        }
      }
      at = end + 1;
    }
    return new Imports(ofPackage, afterPackage, first, known);
  }

  private static String text(Tokens tokens, int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to; i++) {
      boolean isModifier = tokens.get(i).is("static") || tokens.get(i).is("module");
      text.append(tokens.get(i).text()).append(isModifier ? " " : "");
    }
    return text.toString();
  }

  /** Whether these types can be imported besides {@code others} without a clash of names. */
  boolean canAdd(Collection<String> types, Collection<String> others) {
    List<String> all = new ArrayList<>(others);
    known.forEach(each -> all.add(each.name()));
    for (String type : types) {
      if (all.stream().anyMatch(each -> simple(each).equals(simple(type)) && !each.equals(type))) {
        return false;
      }
    }
    return true;
  }

  /** A repair with what its imports come to here, and without those that are there already. */
  Fix completed(Fix fix) {
    List<String> missing = fix.imports().stream().filter(each -> !isVisible(each)).toList();
    boolean isPossible = canAdd(missing, List.of());
    return fix.importing(missing, isPossible ? edits(Set.copyOf(missing)) : List.of());
  }

  /** The edits that import these types where they are not yet visible. */
  List<TextEdit> edits(Set<String> types) {
    Map<Place, List<String>> lines = new LinkedHashMap<>();
    for (String type : types.stream().sorted().toList()) {
      if (!isVisible(type)) {
        lines.computeIfAbsent(place(type), each -> new ArrayList<>()).add("import " + type + ";");
      }
    }
    List<TextEdit> edits = new ArrayList<>();
    lines.forEach(
        (place, imports) ->
            edits.add(
                new TextEdit(
                    place.at(), place.before() + String.join("\n", imports) + place.after())));
    return edits;
  }

  private boolean isVisible(String type) {
    String owner = type.substring(0, Math.max(0, type.lastIndexOf('.')));
    return owner.equals("java.lang")
        || owner.equals(ofPackage)
        || known.stream().anyMatch(each -> each.name().equals(type));
  }

  /** Where lines go, with what separates them from their neighbours. */
  private record Place(Span at, String before, String after) {}

  private Place place(String type) {
    Span before = null;
    for (Import each : known) {
      if (each.name().compareTo(type) < 0) {
        before = each.span();
      }
    }
    if (before != null) {
      return new Place(end(before), "\n", "");
    }
    if (!known.isEmpty()) {
      return new Place(start(known.get(0).span()), "", "\n");
    }
    return afterPackage != null
        ? new Place(end(afterPackage), "\n\n", "")
        : new Place(start(first), "", "\n\n");
  }

  private static Span start(Span span) {
    return TextEdit.insertBefore(span, "").span();
  }

  private static Span end(Span span) {
    return TextEdit.insertAfter(span, "").span();
  }

  private static String simple(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
