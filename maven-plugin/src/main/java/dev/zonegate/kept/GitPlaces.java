package dev.zonegate.kept;

import dev.zonegate.files.SmallFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files by which a checkout says which commits its names mean. Commits never change. */
final class GitPlaces {
  private static final List<String> OF_CHECKOUT =
      List.of("HEAD", "FETCH_HEAD", "ORIG_HEAD", "MERGE_HEAD", "refs", "commondir");
  private static final List<String> OF_REPOSITORY =
      List.of("config", "packed-refs", "shallow", "refs", "reftable", "objects/info/alternates");
  private static final List<String> OF_WORK_TREE =
      List.of(
          ".github/CODEOWNERS",
          "CODEOWNERS",
          ".gitlab/CODEOWNERS",
          "docs/CODEOWNERS",
          ".agent-trace/traces.jsonl");
  private static final String LINK = "gitdir:";
  private static final int LONGEST_LINK = 1 << 16;

  private GitPlaces() {}

  /** Those of the repository that a folder is in, the places where one might be among them. */
  static List<Path> names(Path folder) throws IOException {
    List<Path> places = new ArrayList<>();
    for (Path each = folder; each != null; each = each.getParent()) {
      Path git = each.resolve(".git");
      places.add(Files.isDirectory(git) ? git.resolve("HEAD") : git);
      if (Files.exists(git)) {
        addRepository(git, places);
        Path workTree = each;
        OF_WORK_TREE.forEach(name -> places.add(workTree.resolve(name)));
        break;
      }
    }
    return places;
  }

  /** Where a name of a commit may stand that is no ref. */
  static List<Path> ofName(Path folder, String name) throws IOException {
    return names(folder).stream()
        .filter(each -> each.endsWith("HEAD"))
        .map(each -> each.resolveSibling(name).normalize())
        .toList();
  }

  private static void addRepository(Path git, List<Path> places) throws IOException {
    Path own = Files.isDirectory(git) ? git : linked(git, LINK);
    Path commonFile = own.resolve("commondir");
    Path common = Files.isRegularFile(commonFile) ? linked(commonFile, "") : own;
    OF_CHECKOUT.forEach(each -> places.add(own.resolve(each)));
    OF_REPOSITORY.forEach(each -> places.add(common.resolve(each)));
  }

  /** The folder that a file names. */
  private static Path linked(Path file, String start) throws IOException {
    byte[] bytes = SmallFile.read(file, LONGEST_LINK).orElse(new byte[0]);
    String text = new String(bytes, StandardCharsets.UTF_8).strip();
    String name = text.startsWith(start) ? text.substring(start.length()).strip() : text;
    return file.resolveSibling(name).normalize();
  }
}
