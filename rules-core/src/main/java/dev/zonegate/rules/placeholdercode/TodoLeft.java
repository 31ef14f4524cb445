package dev.zonegate.rules.placeholdercode;

import dev.zonegate.match.FixedTexts;
import dev.zonegate.model.SourceFile;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Reporter;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A comment that puts work off. */
final class TodoLeft {
  /** Looked for first, which costs less than the pattern. */
  private static final FixedTexts MARKS = new FixedTexts(List.of("TODO", "FIXME", "XXX", "HACK"));

  private static final String BEFORE = "(?:^|(?<=[\\s(@/*]))";
  private static final Pattern MARK =
      Pattern.compile(BEFORE + "(TODO|FIXME|XXX|HACK)(?=[:\\s(\\[,.!-]|$)(?!-X|-\\d)");

  private static final Pattern TICKET =
      Pattern.compile("\\b[A-Z][A-Z0-9]+-\\d+\\b|#\\d+|https?://\\S+|\\bgh-\\d+");

  private TodoLeft() {}

  static void find(SourceFile file, Reporter report) {
    if (file.comments().stream().allMatch(each -> MARKS.in(each.text()).isEmpty())) {
      return;
    }
    for (Remark each : Remarks.of(file)) {
      String text = each.subject() == null ? "" : each.text();
      if (MARKS.in(text).isEmpty()) {
        continue;
      }
      Matcher mark = MARK.matcher(text);
      if (mark.find()) {
        boolean hasTicket = TICKET.matcher(text).find();
        report
            .at(
                each.subject(),
                PlaceholderCodeRule.TODO_LEFT,
                mark.group(1),
                each.span().startLine())
            .confidence(hasTicket ? Confidence.LOW : Confidence.HIGH);
      }
    }
  }
}
