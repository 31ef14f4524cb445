package dev.zonegate.fork;

import dev.zonegate.gate.SourceEntry;
import dev.zonegate.model.SourceFile.Role;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Thousands of files in one text, which a cold machine writes and reads several times as fast as a
 * record of each. Of a file its role, its path and where it is stand there, each ended by the one
 * character that no path has in it.
 *
 * @param base what stands before the path of most of them
 */
record EntryList(String base, String text) {
  private static final char END = '\0';

  static EntryList of(List<SourceEntry> entries) {
    String base = entries.isEmpty() ? "" : base(entries.get(0));
    StringBuilder text = new StringBuilder();
    for (SourceEntry each : entries) {
      String file = each.file().toString();
      text.append((char) ('0' + each.role().ordinal())).append(each.path()).append(END);
      boolean isBelow =
          file.length() == base.length() + each.path().length()
              && file.startsWith(base)
              && file.endsWith(each.path());
      text.append(isBelow ? "" : file).append(END);
    }
    return new EntryList(base, text.toString());
  }

  private static String base(SourceEntry entry) {
    String file = entry.file().toString();
    return file.endsWith(entry.path())
        ? file.substring(0, file.length() - entry.path().length())
        : "";
  }

  List<SourceEntry> read() {
    Role[] roles = Role.values();
    List<SourceEntry> entries = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int endOfPath = text.indexOf(END, at);
      int end = text.indexOf(END, endOfPath + 1);
      String path = text.substring(at + 1, endOfPath);
      String file = end == endOfPath + 1 ? base + path : text.substring(endOfPath + 1, end);
      entries.add(new SourceEntry(path, Path.of(file), roles[text.charAt(at) - '0']));
      at = end + 1;
    }
    return entries;
  }
}
