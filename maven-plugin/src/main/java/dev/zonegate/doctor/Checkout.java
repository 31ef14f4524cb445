package dev.zonegate.doctor;

import dev.zonegate.baseline.BaselineException;
import dev.zonegate.baseline.BaselineFile;
import dev.zonegate.files.SmallFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is wrong with the folder that a build stands in. */
public final class Checkout {
  private static final int LONGEST = 1 << 20;
  private static final int LONGEST_REFS = 64 << 20;
  private static final String NOTES = " refs/notes/";
  private static final String CACHE = ".mvn/maven-build-cache-config.xml";

  private Checkout() {}

  /** The symptoms of a folder. */
  public static List<Symptom> symptoms(Path root) {
    List<Symptom> symptoms = new ArrayList<>();
    shallow(root).ifPresent(symptoms::add);
    cache(root).ifPresent(symptoms::add);
    try {
      BaselineFile.read(root, root.resolve(BaselineFile.NAME));
    } catch (BaselineException e) {
      symptoms.add(new Symptom("baseline", e.getMessage(), "until then `check` fails"));
    }
    return symptoms;
  }

  private static Optional<Symptom> shallow(Path root) {
    return git(root)
        .filter(each -> Files.exists(each.resolve("shallow")))
        .map(
            each ->
                new Symptom(
                    "git",
                    "the clone is shallow, so who wrote a line is not known",
                    "run `git fetch --unshallow`"));
  }

  /**
   * What to say where notes that tell who wrote and reviewed the code stay on the server, since git
   * does not fetch them by itself.
   */
  public static Optional<Symptom> notes(Path root) {
    return git(root)
        .filter(Checkout::hasRemote)
        .filter(each -> !isFolderWithFiles(each.resolve("refs/notes")))
        .filter(each -> !mayHoldNotes(each.resolve("packed-refs")))
        .map(
            each ->
                new Symptom(
                    "git",
                    "notes of git-ai or Gerrit are not fetched, so what they tell of authors and"
                        + " reviews is not known",
                    "run `git config --add remote.origin.fetch '+refs/notes/*:refs/notes/*'` and"
                        + " `git fetch`"));
  }

  /** Whether a list of refs names notes, or is too long to say. */
  private static boolean mayHoldNotes(Path refs) {
    return Files.exists(refs)
        && text(refs, LONGEST_REFS).map(it -> it.contains(NOTES)).orElse(true);
  }

  private static boolean hasRemote(Path git) {
    String settings = text(git.resolve("config"));
    return settings.contains("[remote ") && !settings.contains("refs/notes/");
  }

  private static boolean isFolderWithFiles(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isPresent();
    } catch (IOException e) {
      return false;
    }
  }

  /** The folder that holds what git knows of a checkout; empty if it is none. */
  private static Optional<Path> git(Path root) {
    for (Path each = root; each != null; each = each.getParent()) {
      Path git = each.resolve(".git");
      if (Files.exists(git)) {
        return Optional.of(common(git));
      }
    }
    return Optional.empty();
  }

  /** Where a linked worktree keeps what it shares with the others. */
  private static Path common(Path git) {
    if (Files.isDirectory(git)) {
      return git;
    }
    Path folder = git.resolveSibling(text(git).replaceFirst("^gitdir:", "").strip());
    String shared = text(folder.resolve("commondir")).strip();
    return shared.isEmpty() ? folder : folder.resolve(shared);
  }

  private static Optional<Symptom> cache(Path root) {
    if (!text(root.resolve(".mvn/extensions.xml")).contains("maven-build-cache-extension")) {
      return Optional.empty();
    }
    String settings = text(root.resolve(CACHE)).replaceAll("(?s)<!--.*?-->", "");
    int start = settings.indexOf("<runAlways>");
    int end = settings.indexOf("</runAlways>");
    boolean isRun =
        start >= 0 && end > start && settings.substring(start, end).contains("zonegate");
    return isRun
        ? Optional.empty()
        : Optional.of(
            new Symptom(
                CACHE,
                "the build cache skips `check` of a module that did not change, even if the policy did",
                "list `check` of zonegate-maven-plugin under <runAlways>"));
  }

  /**
   * The text of a settings file.
   *
   * @return its text; empty if there is none of a sane size or it cannot be read
   */
  static String text(Path file) {
    return text(file, LONGEST).orElse("");
  }

  /**
   * As above.
   *
   * @return its text; empty if there is none of up to {@code longest} bytes or it cannot be read
   */
  private static Optional<String> text(Path file, int longest) {
    try {
      return SmallFile.read(file, longest).map(it -> new String(it, StandardCharsets.UTF_8));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The flags that Maven itself runs with. */
  public static String jvmConfig(Path root) {
    return text(root.resolve(".mvn/jvm.config"));
  }
}
