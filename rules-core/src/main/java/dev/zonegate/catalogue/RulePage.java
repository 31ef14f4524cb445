package dev.zonegate.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The prose of a rule: Markdown below {@code zonegate/rules} with a section for why it bites, one
 * for each pattern, and one for the evidence.
 *
 * @param rule the name of the rule
 * @param markdown the whole page
 * @param sections its second-level sections in order
 */
public record RulePage(String rule, String markdown, List<Section> sections) {
  private static final Pattern HEADING = Pattern.compile("## (.+)");
  private static final Pattern FENCE = Pattern.compile("```(\\S*)\\s*(.*)");

  /** The heading of the section that says why the rule exists. */
  public static final String WHY = "Why it bites";

  /** The heading of the section that says what is known about it. */
  public static final String EVIDENCE = "Evidence";

  /**
   * A second-level section.
   *
   * @param heading the id of a pattern, {@link #WHY} or {@link #EVIDENCE}
   * @param markdown its text without the heading
   * @param line of the heading in the page
   * @param blocks its fenced blocks
   */
  public record Section(String heading, String markdown, int line, List<Block> blocks) {}

  /**
   * A fenced block.
   *
   * @param language the first word after the fence, perhaps empty
   * @param info the other words: {@code bad=implicitNow on=TimeZone.strict}, {@code good}; {@code
   *     file=application.yml} for a resource file
   * @param code its lines
   * @param line of its fence in the page
   */
  public record Block(String language, List<String> info, String code, int line) {
    /** The value of {@code name=value} after the fence. */
    public Optional<String> value(String name) {
      return info.stream()
          .filter(each -> each.startsWith(name + "="))
          .map(each -> each.substring(name.length() + 1))
          .findFirst();
    }

    /** Whether this shows something that a rule reports. */
    public boolean isBad() {
      return isRun() && value("bad").isPresent();
    }

    /** Whether this shows something that no rule reports. */
    public boolean isGood() {
      return isRun() && info.contains("good");
    }

    /** Whether this is a resource file; {@code file=} gives its name. */
    public boolean isResource() {
      return value("file").isPresent();
    }

    private boolean isRun() {
      return language.equals("java") || isResource();
    }
  }

  /** Whether a rule has a page; what is no rule of the catalogue has none. */
  public static boolean isThere(String rule) {
    return RulePage.class.getResource("/zonegate/rules/" + rule + ".md") != null;
  }

  /**
   * Reads the page of a rule.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static RulePage of(String rule) {
    String resource = "/zonegate/rules/" + rule + ".md";
    try (InputStream in = RulePage.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalArgumentException("no rule page " + resource);
      }
      return parse(rule, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
  }

  /** The page that {@code markdown} makes. */
  public static RulePage parse(String rule, String markdown) {
    List<String> lines = markdown.lines().toList();
    List<Section> sections = new ArrayList<>();
    int start = -1;
    boolean isCode = false;
    for (int i = 0; i <= lines.size(); i++) {
      boolean isEnd = i == lines.size();
      isCode = !isEnd && (lines.get(i).startsWith("```") != isCode);
      if (isEnd || !isCode && HEADING.matcher(lines.get(i)).matches()) {
        if (start >= 0) {
          sections.add(section(lines, start, i));
        }
        start = i;
      }
    }
    return new RulePage(rule, markdown, List.copyOf(sections));
  }

  /** The section with a heading. */
  public Optional<Section> section(String heading) {
    return sections.stream().filter(each -> each.heading().equals(heading)).findFirst();
  }

  private static Section section(List<String> lines, int start, int end) {
    Matcher heading = HEADING.matcher(lines.get(start));
    if (!heading.matches()) {
      throw new IllegalStateException("not a heading: " + lines.get(start));
    }
    String text = String.join("\n", lines.subList(start + 1, end)).strip();
    return new Section(heading.group(1).strip(), text, start + 1, blocks(lines, start, end));
  }

  private static List<Block> blocks(List<String> lines, int start, int end) {
    List<Block> blocks = new ArrayList<>();
    int open = -1;
    for (int i = start; i < end; i++) {
      Matcher fence = FENCE.matcher(lines.get(i));
      if (!fence.matches()) {
        continue;
      }
      if (open < 0) {
        open = i;
      } else {
        blocks.add(block(lines, open, i));
        open = -1;
      }
    }
    return List.copyOf(blocks);
  }

  private static Block block(List<String> lines, int open, int close) {
    Matcher fence = FENCE.matcher(lines.get(open));
    if (!fence.matches()) {
      throw new IllegalStateException("not a fence: " + lines.get(open));
    }
    List<String> info =
        fence.group(2).isBlank() ? List.of() : List.of(fence.group(2).split("\\s+"));
    return new Block(
        fence.group(1), info, String.join("\n", lines.subList(open + 1, close)) + "\n", open + 1);
  }
}
