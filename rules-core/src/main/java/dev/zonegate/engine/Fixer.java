package dev.zonegate.engine;

import dev.zonegate.model.SourceText;
import dev.zonegate.model.Span;
import dev.zonegate.rule.Fix;
import dev.zonegate.rule.TextEdit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Applies fixes to the text of a file, each whole or not at all. */
public final class Fixer {
  private Fixer() {}

  /**
   * A repaired text.
   *
   * @param text the new content, with the line ends of the old
   * @param applied in the order given
   * @param rejected those whose edits overlap each other's or an earlier fix's, or that need a type
   *     whose simple name the file gives to another one
   */
  public record Fixed(String text, List<Fix> applied, List<Fix> rejected) {}

  /** Applies what can be applied of {@code fixes}; earlier ones win. */
  public static Fixed apply(SourceText source, List<Fix> fixes) {
    List<TextEdit> edits = new ArrayList<>();
    List<Fix> applied = new ArrayList<>();
    List<Fix> rejected = new ArrayList<>();
    Imports imports = Imports.of(source);
    Set<String> wanted = new LinkedHashSet<>();
    for (Fix fix : fixes) {
      List<TextEdit> more = new ArrayList<>(edits);
      more.addAll(fix.edits());
      if (isDisjoint(more) && imports.canAdd(fix.imports(), wanted)) {
        edits = more;
        wanted.addAll(fix.imports());
        applied.add(fix);
      } else {
        rejected.add(fix);
      }
    }
    edits.addAll(imports.edits(wanted));
    return new Fixed(edited(source, edits), applied, rejected);
  }

  private static boolean isDisjoint(List<TextEdit> edits) {
    List<Span> spans = edits.stream().map(TextEdit::span).sorted().toList();
    for (int i = 1; i < spans.size(); i++) {
      boolean isSame = spans.get(i).equals(spans.get(i - 1));
      if (isSame || !spans.get(i - 1).isBefore(spans.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static String edited(SourceText source, List<TextEdit> edits) {
    List<TextEdit> sorted = new ArrayList<>(edits);
    sorted.sort(Comparator.comparing(TextEdit::span));
    StringBuilder text = new StringBuilder();
    String lineEnd = lineEnd(source.content());
    int copied = 0;
    for (TextEdit edit : sorted) {
      int start = source.offset(edit.span().startLine(), edit.span().startColumn());
      text.append(source.content(), copied, start).append(edit.text().replace("\n", lineEnd));
      copied = source.offset(edit.span().endLine(), edit.span().endColumn());
    }
    return text.append(source.content().substring(copied)).toString();
  }

  private static String lineEnd(String content) {
    int end = content.indexOf('\n');
    if (end < 0) {
      return content.indexOf('\r') < 0 ? "\n" : "\r";
    }
    return end > 0 && content.charAt(end - 1) == '\r' ? "\r\n" : "\n";
  }
}
