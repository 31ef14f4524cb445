package dev.zonegate.provenance;

import dev.zonegate.files.SmallFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;

/**
 * The files of a repository that JGit reads whole, whatever they are: a link to what never ends
 * would take all memory, a pipe would be waited for.
 */
final class GitFiles {
  private static final int MIB = 1 << 20;
  private static final int LONGEST_LINK = 1 << 16;

  /** How large they may be. */
  private static final Map<String, Integer> LARGEST =
      Map.of(
          "HEAD", MIB,
          "commondir", MIB,
          "config", 4 * MIB,
          "config.worktree", 4 * MIB,
          "shallow", 64 * MIB,
          "packed-refs", 256 * MIB,
          "objects/info/alternates", MIB);

  private GitFiles() {}

  /** Refuses a repository with a file that is none or too large. */
  static void check(Path folder) throws ProvenanceException {
    checkAll(folder);
    try {
      byte[] link = SmallFile.read(folder.resolve("commondir"), LONGEST_LINK).orElse(new byte[0]);
      String shared = new String(link, StandardCharsets.UTF_8).strip();
      if (!shared.isEmpty() && shared.indexOf(0) < 0) {
        checkAll(folder.resolve(shared));
      }
    } catch (IOException e) {
      throw new ProvenanceException(folder + " cannot be read: " + e, e);
    }
  }

  private static void checkAll(Path folder) throws ProvenanceException {
    for (Map.Entry<String, Integer> each : LARGEST.entrySet()) {
      Path file = folder.resolve(each.getKey());
      if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !isBearable(file, each.getValue())) {
        throw new ProvenanceException(
            file
                + " is no file, or larger than "
                + each.getValue() / MIB
                + " MiB; remove it, or clone anew");
      }
    }
  }

  private static boolean isBearable(Path file, int largest) throws ProvenanceException {
    try {
      return Files.isRegularFile(file) && Files.size(file) <= largest;
    } catch (IOException e) {
      throw new ProvenanceException(file + " cannot be read: " + e, e);
    }
  }
}
