package dev.zonegate.provenance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.ignore.FastIgnoreRule;

/**
 * Who is asked to review which files, as the code host reads it: the last line that matches wins,
 * in each section of its own.
 */
public final class CodeOwners {
  private static final List<String> PLACES =
      List.of(".github/CODEOWNERS", "CODEOWNERS", ".gitlab/CODEOWNERS", "docs/CODEOWNERS");
  private static final int LARGEST = 3 * 1024 * 1024;
  private static final int MOST_LINES = 10_000;
  private static final int LONGEST_PATTERN = 500;

  private final String file;
  private final List<Line> lines = new ArrayList<>();
  private boolean isCut;

  private record Line(String section, FastIgnoreRule rule, boolean isOneLevel, boolean hasOwner) {}

  private CodeOwners(String file) {
    this.file = file;
  }

  /** The owners of a checkout; empty if it names none. */
  static Optional<CodeOwners> in(Path root) throws IOException {
    for (String place : PLACES) {
      Path path = root.resolve(place);
      if (Files.isRegularFile(path)) {
        try (InputStream in = Files.newInputStream(path)) {
          CodeOwners owners = new CodeOwners(place);
          owners.read(in.readNBytes(LARGEST + 1));
          return Optional.of(owners);
        }
      }
    }
    return Optional.empty();
  }

  /** Where they are written, relative to the repository. */
  public String file() {
    return file;
  }

  /** What to say if not all of it is read; empty if it is. */
  Optional<String> cut() {
    return isCut
        ? Optional.of(
            file
                + " is read in part: "
                + LARGEST / 1024 / 1024
                + " MiB, "
                + MOST_LINES
                + " lines and patterns of "
                + LONGEST_PATTERN
                + " characters at most; who owns what is known of these alone")
        : Optional.empty();
  }

  private void read(byte[] bytes) {
    String text = new String(bytes, 0, Math.min(bytes.length, LARGEST), StandardCharsets.UTF_8);
    List<String> all = text.lines().limit(MOST_LINES + 1L).toList();
    isCut = bytes.length > LARGEST || all.size() > MOST_LINES;
    read(all.subList(0, Math.min(all.size(), MOST_LINES)));
  }

  private void read(List<String> text) {
    String section = "";
    boolean isOwned = false;
    for (String raw : text) {
      String line = raw.replaceFirst("(^|\\s)#.*", "").strip();
      if (line.matches("\\^?\\[[^\\]]*\\].*")) {
        section = line.substring(line.indexOf('['), line.indexOf(']'));
        isOwned = line.substring(line.indexOf(']')).contains("@");
      } else if (!line.isEmpty() && !line.startsWith("!")) {
        add(line, section, isOwned);
      }
    }
  }

  private void add(String line, String section, boolean isOwned) {
    String[] parts = line.split("(?<!\\\\)\\s+");
    if (parts[0].length() > LONGEST_PATTERN) {
      isCut = true;
    } else {
      boolean isOneLevel = parts[0].endsWith("/*");
      FastIgnoreRule rule = new FastIgnoreRule(parts[0]);
      lines.add(new Line(section, rule, isOneLevel, parts.length > 1 || isOwned));
    }
  }

  /** Whether somebody is asked about a file of the repository. */
  boolean isOwned(String path) {
    Map<String, Boolean> bySection = new LinkedHashMap<>();
    for (Line each : lines) {
      if (each.rule().isMatch(path, false, each.isOneLevel())) {
        bySection.put(each.section(), each.hasOwner());
      }
    }
    return bySection.containsValue(true);
  }
}
