package dev.zonegate.fix;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import dev.zonegate.files.WholeFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes repairs as a unified diff, which {@code git apply} takes; each file in its encoding. */
public final class PatchFile {
  private static final int CONTEXT = 3;
  private static final String NO_END = "\n\\ No newline at end of file";

  private PatchFile() {}

  /** Whether a patch can speak of a file. */
  public static boolean canHold(FixedFile file) {
    return file.before().isOfSingleBytes() && file.path().matches("[^\\p{Cntrl}\"\\\\]+");
  }

  /** Writes a patch; paths are relative to the root. */
  public static void write(List<FixedFile> files, Path patch) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (FixedFile each : files) {
      for (String line : diff(each)) {
        bytes.write((line + "\n").getBytes(each.after().charset()));
      }
    }
    WholeFile.write(patch, draft -> Files.write(draft, bytes.toByteArray()));
  }

  private static List<String> diff(FixedFile file) {
    List<String> before = lines(file.before());
    List<String> after = lines(file.after());
    // a name with a blank ends at a tab
    String end = file.path().contains(" ") ? "\t" : "";
    return UnifiedDiffUtils.generateUnifiedDiff(
        "a/" + file.path() + end,
        "b/" + file.path() + end,
        before,
        DiffUtils.diff(before, after),
        CONTEXT);
  }

  /** The lines without LF; a CR stays part of its line. */
  private static List<String> lines(EncodedText encoded) {
    String mark = encoded.mark() == ByteOrderMark.UTF_8 ? "\uFEFF" : "";
    List<String> lines = new ArrayList<>(List.of((mark + encoded.text()).split("\n", -1)));
    int last = lines.size() - 1;
    if (lines.get(last).isEmpty()) {
      lines.remove(last);
    } else {
      lines.set(last, lines.get(last) + NO_END);
    }
    return lines;
  }
}
