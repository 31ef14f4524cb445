package dev.zonegate.gate;

import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Reads YAML that may be hostile: one document, without aliases, a few levels deep. No object is
 * ever made from a tag.
 */
final class YamlDocument {
  private static final int DEEPEST = 8;

  private static final Set<String> SAYS_NO_TEXT =
      Set.of(
          "could not find expected ':'",
          "found unexpected document separator",
          "found unexpected end of stream",
          "mapping keys are not allowed here",
          "mapping values are not allowed here",
          "sequence entries are not allowed here");

  private YamlDocument() {}

  /** The root node; empty if the text says nothing. */
  static Optional<Node> read(String text, Problems problems) {
    LoadSettings settings =
        LoadSettings.builder()
            .setUseMarks(true)
            .setCodePointLimit(StrictText.LONGEST)
            .setAllowNonScalarKeys(true)
            .build();
    if (!isPrintable(text, problems)) {
      return Optional.empty();
    }
    try {
      if (!isHarmless(text, settings, problems)) {
        return Optional.empty();
      }
      return new Compose(settings).composeString(text);
    } catch (MarkedYamlEngineException e) {
      problems.add(e.getProblemMark(), "is not YAML" + fault(e) + "; correct it");
    } catch (YamlEngineException e) {
      problems.add("is not YAML, or longer than " + StrictText.LONGEST + " characters; correct it");
    }
    return Optional.empty();
  }

  private static boolean isPrintable(String text, Problems problems) {
    int line = 1;
    int start = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      if (!StreamReader.isPrintable(text.codePointAt(i))) {
        problems.add(line, i - start + 1, "holds a character that YAML does not allow; remove it");
        return false;
      }
      if (text.charAt(i) == '\n') {
        line++;
        start = i + 1;
      }
    }
    return true;
  }

  private static boolean isHarmless(String text, LoadSettings settings, Problems problems) {
    int depth = 0;
    int documents = 0;
    for (Event event : new Parse(settings).parseString(text)) {
      if (event instanceof DocumentStartEvent && ++documents > 1) {
        problems.add(event.getStartMark(), "starts a second document; keep one");
        return false;
      }
      boolean isNamed = event instanceof NodeEvent node && node.getAnchor().isPresent();
      if (event instanceof AliasEvent || isNamed) {
        problems.add(event.getStartMark(), "uses an anchor or alias; write the value out");
        return false;
      }
      depth += event instanceof CollectionStartEvent ? 1 : 0;
      depth -= event instanceof CollectionEndEvent ? 1 : 0;
      if (depth > DEEPEST) {
        problems.add(
            event.getStartMark(), "nests too deeply; a policy has " + DEEPEST + " levels at most");
        return false;
      }
    }
    return true;
  }

  /** What the parser says, as far as it holds nothing of the text, which may be a secret. */
  private static String fault(MarkedYamlEngineException e) {
    String problem = String.valueOf(e.getProblem());
    int found = problem.indexOf(", but ");
    if (problem.startsWith("expected ") && found > 0) {
      return ": " + problem.substring(0, found);
    }
    return SAYS_NO_TEXT.contains(problem) ? ": " + problem : " here";
  }
}
