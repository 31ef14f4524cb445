package dev.zonegate.provenance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/** Leads from the lines of a file as it lies in the checkout to those of the committed one. */
final class WorkingLines {
  private WorkingLines() {}

  /** The committed lines of a file, each with how it ends left open. */
  private static RawText withoutCarriageReturns(byte[] bytes) {
    byte[] kept = new byte[bytes.length];
    int length = 0;
    for (int i = 0; i < bytes.length; i++) {
      boolean isBeforeLineFeed = i + 1 < bytes.length && bytes[i + 1] == '\n';
      if (bytes[i] != '\r' || !isBeforeLineFeed) {
        kept[length++] = bytes[i];
      }
    }
    return new RawText(Arrays.copyOf(kept, length));
  }

  /** The origin of each line in the checkout; what is not committed has none. */
  static List<LineOrigin> origins(byte[] content, RawText committed, List<LineOrigin> origins) {
    RawText old = withoutCarriageReturns(committed.getRawContent());
    RawText now = withoutCarriageReturns(content);
    List<LineOrigin> lines = new ArrayList<>();
    int from = 0;
    for (Edit edit : new HistogramDiff().diff(RawTextComparator.DEFAULT, old, now)) {
      lines.addAll(origins.subList(from, edit.getBeginA()));
      for (int i = 0; i < edit.getLengthB(); i++) {
        lines.add(LineOrigin.UNCOMMITTED);
      }
      from = edit.getEndA();
    }
    lines.addAll(origins.subList(from, Math.min(origins.size(), old.size())));
    return lines;
  }
}
