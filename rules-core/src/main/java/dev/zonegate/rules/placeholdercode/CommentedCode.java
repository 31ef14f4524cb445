package dev.zonegate.rules.placeholdercode;

import dev.zonegate.model.Comment;
import dev.zonegate.model.SourceFile;
import dev.zonegate.rule.Reporter;
import java.util.List;
import java.util.regex.Pattern;

/** Statements in a comment, two or more in a row. */
final class CommentedCode {
  private static final int FEWEST = 2;

  /**
   * A line that is Java and no sentence: it ends like a statement and has a call or a value in it.
   */
  private static final Pattern STATEMENT =
      Pattern.compile(
          "\\s*+((@?[\\w.<>\\[\\], ]+ )?[\\w.]+\\s*([-+*/|&]?=[^=].*|\\((?=.*\\)).*)[;{]"
              + "|return\\b.*;|throw new .*;|import [\\w.*]+;"
              + "|(\\} ?)?(if|for|while|switch|else if|catch|try)\\b ?\\(.*\\) ?\\{?"
              + "|(public|private|protected)\\b.*[;{])\\s*");

  private static final Pattern BRACE =
      Pattern.compile("\\s*+[})\\];]*+\\s*+|\\s*+\\} ?else ?\\{\\s*+");
  private static final Pattern EXAMPLE =
      Pattern.compile(
          "(?is).*(e\\.g\\.|example|usage|for instance|like this|i\\.e\\.|such as|becomes|generated"
              + "|equivalent|pseudo|same as|copyright|licen[sc]e|finds ).*");

  private CommentedCode() {}

  static void find(SourceFile file, Reporter report) {
    if (StandIns.isPackage(file)) {
      return;
    }
    for (Remark each : Remarks.of(file)) {
      if (each.kind() != Comment.Kind.JAVADOC && each.subject() != null && isCode(each)) {
        report.at(
            each.subject(),
            PlaceholderCodeRule.DEAD_CODE,
            "The comment on line " + each.span().startLine() + " is code");
      }
    }
  }

  /** Enough statements, and nothing else: prose around them makes an explanation of it. */
  private static boolean isCode(Remark remark) {
    List<String> lines = remark.lines().stream().filter(each -> !each.isBlank()).toList();
    if (lines.stream().filter(CommentedCode::endsLikeCode).count() < FEWEST) {
      return false;
    }
    List<String> others = lines.stream().filter(each -> !isStatement(each)).toList();
    int statements = lines.size() - others.size();
    return statements >= FEWEST
        && others.stream().filter(each -> !BRACE.matcher(each).matches()).count() * 4 <= statements
        && lines.stream().noneMatch(each -> EXAMPLE.matcher(each).matches());
  }

  private static boolean isStatement(String line) {
    return endsLikeCode(line) && STATEMENT.matcher(line).matches();
  }

  private static boolean endsLikeCode(String line) {
    String code = line.stripTrailing();
    return code.endsWith(";") || code.endsWith("{") || code.endsWith(")");
  }
}
