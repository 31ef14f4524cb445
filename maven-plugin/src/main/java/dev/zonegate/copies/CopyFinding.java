package dev.zonegate.copies;

import dev.zonegate.gate.Sha256;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Span;
import dev.zonegate.model.Stmt;
import dev.zonegate.rule.Finding;
import dev.zonegate.rule.Related;
import dev.zonegate.rule.RuleInfo;
import dev.zonegate.rule.RulePattern;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells copies as findings of a pattern. */
final class CopyFinding {
  static final String PATTERN = "clone";
  static final String KEY = "ArchitectureDrift." + PATTERN;

  private final RuleInfo rule;
  private final RulePattern pattern;
  private final Map<String, Integer> equals = new HashMap<>();

  CopyFinding(RuleInfo rule) {
    this.rule = rule;
    this.pattern =
        rule.patterns().stream()
            .filter(each -> each.id().equals(PATTERN))
            .findFirst()
            .orElseThrow();
  }

  /**
   * A copy with the code that it is one of.
   *
   * @param first the statement to show
   */
  Finding of(CopiedCode copy, Stmt first, CopiedCode original) {
    String path = copy.file().path();
    int lines = copy.span().endLine() - copy.span().startLine() + 1;
    String message =
        "`%s` has %d lines of `%s` once more; %s"
            .formatted(copy.name(), lines, original.name(), pattern.action());
    return new Finding(
        rule.id(),
        rule.name(),
        PATTERN,
        path,
        firstWord(copy.file(), first),
        copy.span(),
        message,
        fingerprint(path, copy.text()),
        pattern.severity(),
        pattern.confidence(),
        pattern.isPreview(),
        List.of(new Related(original.file().path(), original.span(), "the same code")),
        List.of());
  }

  /** A comment that allows it covers the head of a statement only. */
  private static Span firstWord(SourceFile file, Stmt statement) {
    String code = file.text(statement);
    int length = 1;
    while (length < code.length() && Character.isJavaIdentifierPart(code.charAt(length))) {
      length++;
    }
    Span all = statement.span();
    int start = all.startColumn();
    return new Span(all.startLine(), start, all.startLine(), start + length);
  }

  /** The same while the code is, wherever in the file it stands. */
  private String fingerprint(String path, String code) {
    String text = KEY + '\n' + path + '\n' + code;
    return Sha256.of(text + equals.merge(text, 1, Integer::sum)).substring(0, 16);
  }
}
