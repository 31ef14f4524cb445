package dev.zonegate.gate;

import dev.zonegate.frontend.resource.ResourceReader;
import dev.zonegate.model.Notification;
import dev.zonegate.model.SourceFile.Role;
import dev.zonegate.model.Span;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The Java and resource files of a build or folder.
 *
 * @param entries sorted by path, each file once
 * @param notifications what could not be listed; sorted
 */
public record SourceListing(List<SourceEntry> entries, List<Notification> notifications) {
  /** Builds copy resources there. */
  private static final Pattern IS_COPY =
      Pattern.compile("/(?:target|build|out|bin|dist|node_modules)/");

  private static final Pattern IS_TEST = Pattern.compile("/src/test/(?:java|resources)/");

  public SourceListing {
    entries = List.copyOf(entries);
    notifications = List.copyOf(notifications);
  }

  /**
   * Which files are wanted. A pattern may be relative to the source root or to the build.
   *
   * @param includes none means all
   * @param includeTests whether test code is
   */
  public record Filter(List<Glob> includes, List<Glob> excludes, boolean includeTests) {
    public static final Filter ALL = new Filter(List.of(), List.of(), true);

    public Filter {
      includes = List.copyOf(includes);
      excludes = List.copyOf(excludes);
    }

    boolean accepts(String path, String inRoot) {
      boolean isIncluded = includes.isEmpty() || isAny(includes, path, inRoot);
      return isIncluded && !isAny(excludes, path, inRoot);
    }

    private static boolean isAny(List<Glob> globs, String path, String inRoot) {
      return globs.stream().anyMatch(each -> each.matches(path) || each.matches(inRoot));
    }
  }

  /** Whether there is nothing to judge and nothing to say. */
  public boolean isEmpty() {
    return entries.isEmpty() && notifications.isEmpty();
  }

  /**
   * Lists the files of roots; those that do not exist have none. Paths are relative to {@code
   * base}.
   */
  public static SourceListing of(List<SourceRoot> roots, Path base, Filter filter) {
    Walk walk = new Walk(base, filter);
    for (SourceRoot root : roots) {
      if (Files.exists(root.path())) {
        walk.add(root);
      }
    }
    walk.entries.sort(Comparator.comparing(SourceEntry::path));
    walk.notifications.sort(null);
    return new SourceListing(walk.entries, walk.notifications);
  }

  /** A path relative to a folder, with {@code /}; as it is if it lies elsewhere. */
  public static String relative(Path base, Path file) {
    String text = file.toString();
    String start = base + base.getFileSystem().getSeparator();
    if (text.startsWith(start) && start.length() > 1) {
      // of thousands of files in a cold machine, several times as fast as paths are
      return text.substring(start.length()).replace('\\', '/');
    }
    Path relative = file.startsWith(base) ? base.relativize(file) : file;
    return relative.toString().replace('\\', '/');
  }

  private static final class Walk {
    private final Path base;
    private final Filter filter;
    private final List<SourceEntry> entries = new ArrayList<>();
    private final List<Notification> notifications = new ArrayList<>();
    private final Set<Path> seen = new HashSet<>();

    Walk(Path base, Filter filter) {
      this.base = base;
      this.filter = filter;
    }

    void add(SourceRoot root) {
      try {
        Files.walkFileTree(root.path(), new Visitor(root));
      } catch (IOException e) {
        report(root.path(), "cannot be listed: " + e.getClass().getSimpleName());
      }
    }

    private void report(Path where, String what) {
      notifications.add(
          new Notification(relative(base, where), Span.NONE, Notification.Kind.FILE, what));
    }

    private final class Visitor extends SimpleFileVisitor<Path> {
      private final SourceRoot root;

      Visitor(SourceRoot root) {
        this.root = root;
      }

      @Override
      public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        boolean isHidden =
            folder.getFileName() != null && folder.getFileName().toString().startsWith(".");
        return isHidden && !folder.equals(root.path())
            ? FileVisitResult.SKIP_SUBTREE
            : FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (attributes.isSymbolicLink() && Files.isDirectory(file)) {
          report(file, "is a link to a folder and is not followed; name the folder itself");
        } else if (isWanted(file)) {
          addFile(file);
        }
        return FileVisitResult.CONTINUE;
      }

      private boolean isWanted(Path file) {
        if (file.getFileName().toString().endsWith(".java")) {
          return root.holds().sources();
        }
        String path = "/" + inRoot(file);
        return root.holds().resources()
            && !IS_COPY.matcher(path).find()
            && ResourceReader.format(path, () -> SourceBytes.head(file)).isPresent();
      }

      @Override
      public FileVisitResult visitFileFailed(Path file, IOException failure) {
        report(file, "cannot be opened: " + failure.getClass().getSimpleName());
        return FileVisitResult.CONTINUE;
      }

      private void addFile(Path file) {
        String path = relative(base, file);
        String inRoot = inRoot(file);
        if (!filter.accepts(path, inRoot) || !seen.add(file)) {
          return;
        }
        Role role = role(inRoot);
        if (role != Role.TEST || filter.includeTests()) {
          entries.add(new SourceEntry(path, file, role));
        }
      }

      /** A root may be a single file. */
      private String inRoot(Path file) {
        return file.equals(root.path())
            ? file.getFileName().toString()
            : relative(root.path(), file);
      }

      /** A folder without a build tells by its layout what is test and what is generated. */
      private Role role(String inRoot) {
        if (root.role() != Role.MAIN) {
          return root.role();
        }
        String path = "/" + inRoot;
        if (IS_TEST.matcher(path).find()) {
          return Role.TEST;
        }
        boolean isGenerated =
            path.contains("/target/generated-") || path.contains("/build/generated/");
        return isGenerated ? Role.GENERATED : Role.MAIN;
      }
    }
  }
}
