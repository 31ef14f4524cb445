package dev.zonegate.errorprone;

import com.google.errorprone.BugPattern.SeverityLevel;
import com.google.errorprone.VisitorState;
import com.google.errorprone.bugpatterns.BugChecker;
import com.google.errorprone.bugpatterns.BugChecker.CompilationUnitTreeMatcher;
import com.google.errorprone.fixes.SuggestedFix;
import com.google.errorprone.matchers.Description;
import com.sun.source.tree.CompilationUnitTree;
import dev.zonegate.catalogue.Catalogue;
import dev.zonegate.model.SourceText;
import dev.zonegate.model.Span;
import dev.zonegate.rule.Finding;
import dev.zonegate.rule.Fix;
import dev.zonegate.rule.Rule;
import dev.zonegate.rule.Severity;
import dev.zonegate.rule.TextEdit;
import java.util.List;

/**
 * Reports what one rule finds. The file is lowered and checked once, by whichever check comes
 * first; the others take their share.
 */
public abstract class ZonegateChecker extends BugChecker implements CompilationUnitTreeMatcher {
  private static final long serialVersionUID = 1L;

  private final String rule;
  private final transient List<Rule> all;
  private final transient Lowering lowering = new Lowering();

  /** A check for a rule of the catalogue, by name. */
  protected ZonegateChecker(String rule) {
    this(rule, Catalogue.rules());
  }

  /** A check for one of these rules, by name. All checks of a compilation have the same rules. */
  ZonegateChecker(String rule, List<Rule> all) {
    this.rule = rule;
    this.all = all;
  }

  @Override
  public Description matchCompilationUnit(CompilationUnitTree tree, VisitorState state) {
    CheckedFile file = CheckedFile.of(tree, all, lowering, state);
    for (Finding finding : file.findings()) {
      if (finding.rule().equals(rule)) {
        report(finding, file.text(), tree, state);
      }
    }
    return Description.NO_MATCH;
  }

  private void report(
      Finding finding, SourceText text, CompilationUnitTree tree, VisitorState state) {
    int offset = text.offset(finding.at().startLine(), finding.at().startColumn());
    if (Enclosing.of(tree, offset, state).allows(this)) {
      return;
    }
    Description.Builder description =
        Placement.buildDescription(this, tree, offset)
            .setMessage(finding.message() + " (" + finding.pattern() + ")");
    boolean isError = state.severityMap().get(canonicalName()) == SeverityLevel.ERROR;
    if (finding.isPreview() || finding.severity() == Severity.NOTE && !isError) {
      Suggestion.make(description);
    }
    for (Fix fix : finding.fixes()) {
      description.addFix(fix(fix, text));
    }
    state.reportMatch(description.build());
  }

  private static SuggestedFix fix(Fix fix, SourceText text) {
    SuggestedFix.Builder suggested = SuggestedFix.builder().setShortDescription(fix.title());
    for (TextEdit edit : fix.edits()) {
      Span span = edit.span();
      suggested.replace(
          text.offset(span.startLine(), span.startColumn()),
          text.offset(span.endLine(), span.endColumn()),
          edit.text());
    }
    fix.imports().forEach(suggested::addImport);
    return suggested.build();
  }
}
