package dev.zonegate.report;

import java.util.ArrayList;
import java.util.List;

/** A rule's page for the terminal: Markdown without its marks, code indented. */
public final class PageText {
  private static final int WIDTH = 100;

  private PageText() {}

  /** The lines of a page. */
  public static List<String> lines(String markdown, Screen screen) {
    List<String> lines = new ArrayList<>();
    StringBuilder paragraph = new StringBuilder();
    boolean isCode = false;
    for (String line : (Iterable<String>) markdown.lines()::iterator) {
      boolean isFence = line.startsWith("```");
      boolean isHeading = !isCode && line.startsWith("#");
      boolean startsBlock =
          line.isBlank() || isHeading || isFence || isCode || line.matches("\\s*[-*|>] ?.*");
      if (startsBlock) {
        flush(paragraph, lines);
      }
      if (isFence) {
        lines.addAll(caption(line, isCode));
        isCode = !isCode;
      } else if (isCode) {
        lines.add("    " + line);
      } else if (isHeading) {
        lines.add(screen.bold(line.replaceFirst("^#+ *", "")));
      } else if (line.isBlank()) {
        lines.add("");
      } else {
        String plain = line.stripTrailing().replace("**", "");
        paragraph.append(paragraph.isEmpty() ? "" : " ").append(plain);
      }
    }
    flush(paragraph, lines);
    return lines;
  }

  /** Says of a code block whether it is to be copied. */
  private static List<String> caption(String fence, boolean isEnd) {
    if (isEnd) {
      return List.of();
    }
    if (fence.contains("bad=")) {
      return List.of("    // reported");
    }
    return fence.contains(" good") ? List.of("    // fine") : List.of();
  }

  private static void flush(StringBuilder paragraph, List<String> lines) {
    String text = paragraph.toString();
    paragraph.setLength(0);
    String indent = text.matches("\\s*[-*] .*") ? "  " : "";
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ")) {
      if (line.length() + 1 + word.length() > WIDTH && !line.isEmpty()) {
        lines.add(line.toString());
        line.setLength(0);
        line.append(indent);
      }
      line.append(line.isEmpty() || line.toString().equals(indent) ? "" : " ").append(word);
    }
    if (!line.isEmpty()) {
      lines.add(line.toString());
    }
  }
}
