package dev.zonegate.gate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds and loads the one policy of a build. */
public final class PolicyFile {
  public static final String NAME = "zonegate.yml";

  private PolicyFile() {}

  /**
   * The policy of a folder: the nearest {@code zonegate.yml} in it or above, no further than the
   * folder that holds {@code .mvn} or {@code .git}.
   */
  public static Optional<Path> find(Path start) {
    for (Path each = start; each != null; each = each.getParent()) {
      if (Files.exists(each.resolve(NAME))) {
        return Optional.of(each.resolve(NAME));
      }
      if (isRoot(each)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /**
   * The folder that paths are relative to: that of the policy, else the nearest that holds {@code
   * .mvn} or {@code .git}, else {@code start}.
   */
  public static Path rootOf(Path start) {
    Optional<Path> policy = find(start);
    if (policy.isPresent()) {
      return policy.get().getParent();
    }
    for (Path each = start; each != null; each = each.getParent()) {
      if (isRoot(each)) {
        return each;
      }
    }
    return start;
  }

  private static boolean isRoot(Path folder) {
    return Files.isDirectory(folder.resolve(".mvn")) || Files.exists(folder.resolve(".git"));
  }

  /** Loads a policy. */
  public static Policy load(Path file, RuleNames names) throws PolicyException {
    return PolicyReader.read(text(file), file, names);
  }

  private static String text(Path file) throws PolicyException {
    if (!Files.isRegularFile(file)) {
      throw problem(file, "is not a file; write a policy there or name another");
    }
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(YamlDocument.LONGEST + 1);
    } catch (IOException e) {
      throw problem(file, "cannot be read: " + e.getClass().getSimpleName());
    }
    if (bytes.length > YamlDocument.LONGEST) {
      throw problem(
          place(file, bytes, YamlDocument.LONGEST),
          "is larger than " + YamlDocument.LONGEST / 1024 + " KiB; shorten it");
    }
    ByteBuffer left = ByteBuffer.wrap(bytes);
    CharBuffer text = CharBuffer.allocate(bytes.length + 1);
    if (StandardCharsets.UTF_8.newDecoder().decode(left, text, true).isError()) {
      throw problem(place(file, bytes, left.position()), "is not UTF-8; save it as UTF-8");
    }
    return text.flip().toString();
  }

  /** The file with the line and column of a byte. */
  private static String place(Path file, byte[] bytes, int at) {
    int line = 1;
    int start = 0;
    for (int i = 0; i < at; i++) {
      if (bytes[i] == '\n') {
        line++;
        start = i + 1;
      }
    }
    return file + ":" + line + ":" + (at - start + 1) + ":";
  }

  private static PolicyException problem(Object where, String what) {
    return new PolicyException(List.of(where + " " + what));
  }
}
