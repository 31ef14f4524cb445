package dev.zonegate.frontend.resource;

import dev.zonegate.model.Comment;
import dev.zonegate.model.Notification;
import dev.zonegate.model.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads YAML from the parser's events. An alias of a scalar is its value; one of a collection says
 * nothing that is not said where the collection stands, and is not expanded.
 */
final class YamlText {
  /** Maven replaces {@code @name@}, with which no YAML scalar can start. */
  private static final Pattern FILTERED = Pattern.compile("@(?=[\\w.-]+@)");

  private static final char STAND_IN = '\uE000';

  private final ResourceDraft draft;
  private final String text;
  private final int[] offsets;
  private final Deque<Level> levels = new ArrayDeque<>();
  private final Map<String, String> anchors = new HashMap<>();
  private final List<int[]> scalars = new ArrayList<>();

  /** A collection that is open; {@code key} is null where a key is expected. */
  private static final class Level {
    final String prefix;
    final boolean isMapping;
    String key;
    int keyStart;
    int keyEnd;
    int index;

    Level(String prefix, boolean isMapping) {
      this.prefix = prefix;
      this.isMapping = isMapping;
    }

    String path() {
      if (!isMapping) {
        return prefix + "[" + index + "]";
      }
      return prefix.isEmpty() ? key : prefix + "." + key;
    }
  }

  private YamlText(ResourceDraft draft) {
    this.draft = draft;
    this.text = FILTERED.matcher(draft.text().content()).replaceAll(String.valueOf(STAND_IN));
    this.offsets = offsets(text);
  }

  static void read(ResourceDraft draft) {
    YamlText reader = new YamlText(draft);
    try {
      LoadSettings settings =
          LoadSettings.builder()
              .setUseMarks(true)
              .setCodePointLimit(ResourceReader.LONGEST)
              .build();
      for (Event each : new Parse(settings).parseString(reader.text)) {
        reader.take(each);
      }
    } catch (MarkedYamlEngineException e) {
      Span at = e.getProblemMark().map(reader::at).orElse(Span.NONE);
      reader.fault(at, "is not YAML here; what follows is not judged");
    } catch (YamlEngineException e) {
      reader.fault(Span.NONE, "is not YAML; it is not judged");
    }
    reader.comments();
  }

  private void fault(Span at, String what) {
    draft.notify(Notification.Kind.SYNTAX, at, what);
  }

  private void take(Event event) {
    if (event instanceof DocumentStartEvent) {
      levels.clear();
    } else if (event instanceof DocumentEndEvent) {
      draft.endDocument();
    } else if (event instanceof CollectionStartEvent start) {
      open(start);
    } else if (event instanceof CollectionEndEvent) {
      levels.pop();
      valueEnds();
    } else if (event instanceof ScalarEvent scalar) {
      int from = offset(scalar.getStartMark());
      int to = offset(scalar.getEndMark());
      scalars.add(new int[] {from, to});
      String value = scalar.getValue().replace(STAND_IN, '@');
      scalar.getAnchor().ifPresent(name -> anchors.put(name.getValue(), value));
      boolean isNull = scalar.isPlain() && value.matches("~|null|Null|NULL");
      scalar(isNull ? "" : value, from, to);
    } else if (event instanceof AliasEvent alias) {
      String value = anchors.getOrDefault(alias.getAlias().getValue(), "");
      scalar(value, offset(alias.getStartMark()), offset(alias.getEndMark()));
    }
  }

  private void open(CollectionStartEvent start) {
    if (levels.size() == ResourceReader.DEEPEST) {
      throw new YamlEngineException("too deep");
    }
    Level outer = levels.peek();
    if (outer != null && outer.isMapping && outer.key == null) {
      outer.key = "?";
    }
    String prefix = outer == null ? "" : outer.path();
    levels.push(new Level(prefix, start instanceof MappingStartEvent));
  }

  private void scalar(String value, int from, int to) {
    Level level = levels.peek();
    if (level == null) {
      return;
    }
    if (level.isMapping && level.key == null) {
      level.key = value;
      level.keyStart = from;
      level.keyEnd = to;
      return;
    }
    // an element of a list is shown where it stands
    int keyStart = level.isMapping ? level.keyStart : from;
    int keyEnd = level.isMapping ? level.keyEnd : to;
    draft.setting(level.path(), value, keyStart, keyEnd, from, to);
    valueEnds();
  }

  private void valueEnds() {
    Level level = levels.peek();
    if (level != null) {
      level.index++;
      level.key = null;
    }
  }

  /** A comment starts with a {@code #} behind a blank that is in no scalar. */
  private void comments() {
    int next = 0;
    for (int i = 0; i < text.length(); i++) {
      while (next < scalars.size() && scalars.get(next)[1] <= i) {
        next++;
      }
      boolean isInScalar = next < scalars.size() && scalars.get(next)[0] <= i;
      boolean isFree = i == 0 || Character.isWhitespace(text.charAt(i - 1));
      if (text.charAt(i) == '#' && isFree && !isInScalar) {
        int start = i;
        while (i < text.length() && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
          i++;
        }
        draft.comment(start, i, Comment.Kind.LINE);
      }
    }
  }

  private int offset(Optional<Mark> mark) {
    return mark.map(each -> offsets == null ? each.getIndex() : offsets[each.getIndex()]).orElse(0);
  }

  private Span at(Mark mark) {
    int start = offset(Optional.of(mark));
    return draft.text().span(start, start);
  }

  /** Where each code point starts; null if each is one unit. */
  private static int[] offsets(String text) {
    if (text.chars().noneMatch(each -> Character.isSurrogate((char) each))) {
      return null;
    }
    int[] starts = new int[text.length() + 1];
    int count = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      starts[count++] = i;
    }
    starts[count] = text.length();
    return starts;
  }
}
