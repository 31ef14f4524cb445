package dev.zonegate.engine;

import dev.zonegate.model.Comment;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Span;
import dev.zonegate.rule.Finding;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code // NOPMD - the batch runs in UTC (until 2027-01-31)}, which hides whatever is found
 * on its line, as in PMD.
 */
final class NopmdSuppressions {
  private static final Pattern MARK =
      Pattern.compile("//\\s*NOPMD\\b[\\s:,-]*(?:zonegate:\\s*)?(.*)");

  private final SourceFile file;

  NopmdSuppressions(SourceFile file) {
    this.file = file;
  }

  void read(List<Suppression> suppressions, List<Finding> notes) {
    for (Comment each : file.comments()) {
      Matcher mark = MARK.matcher(each.text());
      if (each.kind() == Comment.Kind.LINE && mark.matches()) {
        read(each.span(), Reason.parse(mark.group(1)), suppressions, notes);
      }
    }
  }

  private void read(Span at, Reason reason, List<Suppression> suppressions, List<Finding> notes) {
    String member = Fingerprints.member(file, at);
    if (!reason.fault().isEmpty()) {
      notes.add(
          SuppressionNotes.note(
              file.path(), at, member, reason.text(), SuppressionNotes.MALFORMED, reason.fault()));
      return;
    }
    int line = at.startLine();
    suppressions.add(
        new Suppression(
            file.path(),
            at,
            new Span(line, 1, line, file.text().lineText(line).length() + 1),
            Suppression.Origin.NOPMD,
            Suppression.EVERYTHING,
            member,
            reason.text(),
            reason.until()));
  }
}
