package dev.zonegate.pmd;

import dev.zonegate.model.Span;
import dev.zonegate.rule.Finding;
import net.sourceforge.pmd.lang.document.FileLocation;
import net.sourceforge.pmd.lang.document.TextDocument;
import net.sourceforge.pmd.lang.document.TextPos2d;
import net.sourceforge.pmd.lang.document.TextRange2d;
import net.sourceforge.pmd.lang.java.ast.ASTCompilationUnit;
import net.sourceforge.pmd.lang.java.ast.JavaNode;
import net.sourceforge.pmd.reporting.RuleContext;

/** Reports findings to the column; the only place that uses PMD's experimental call for it. */
final class Placement {
  private Placement() {}

  /** Reports on the innermost node at the place, from which PMD reads its own suppressions. */
  static void report(Finding finding, ASTCompilationUnit root, RuleContext context) {
    Span at = finding.at();
    TextRange2d range =
        TextRange2d.range2d(at.startLine(), at.startColumn(), at.endLine(), at.endColumn());
    context.addViolationWithPosition(
        innermost(root, range.getStartPos()),
        root.getAstInfo(),
        FileLocation.range(root.getTextDocument().getFileId(), range),
        "{0}",
        finding.message() + " (" + finding.pattern() + ")");
  }

  private static JavaNode innermost(JavaNode node, TextPos2d at) {
    for (int i = 0; i < node.getNumChildren(); i++) {
      if (contains(node.getChild(i), at)) {
        return innermost(node.getChild(i), at);
      }
    }
    return node;
  }

  private static boolean contains(JavaNode node, TextPos2d at) {
    TextDocument document = node.getTextDocument();
    FileLocation location = document.toLocation(node.getTextRegion());
    return location.getStartPos().compareTo(at) <= 0 && at.compareTo(location.getEndPos()) < 0;
  }
}
