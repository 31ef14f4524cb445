package dev.zonegate.maven;

import dev.zonegate.gate.PolicyFile;
import dev.zonegate.gate.SourceListing;
import dev.zonegate.gate.SourceRoot;
import dev.zonegate.model.SourceFile.Role;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * The files of a build, or of a folder without one.
 *
 * @param base what their paths are relative to
 */
record BuildFiles(Path base, SourceListing listing) {
  /**
   * Lists them.
   *
   * @param dir the folder; the modules of the build if null, the current folder if there is none
   */
  static BuildFiles of(MavenSession session, File dir, SourceListing.Filter filter)
      throws MojoExecutionException {
    if (dir == null && session.getTopLevelProject().getFile() != null) {
      Path start = Path.of(session.getExecutionRootDirectory()).toAbsolutePath().normalize();
      List<SourceRoot> roots =
          session.getProjects().stream()
              .flatMap(each -> ModuleRoots.of(each, filter.includeTests()).stream())
              .toList();
      Path base = PolicyFile.rootOf(start);
      return new BuildFiles(base, SourceListing.of(roots, base, filter));
    }
    Path folder = folder(dir == null ? new File(session.getExecutionRootDirectory()) : dir);
    List<SourceRoot> roots = List.of(new SourceRoot(folder, Role.MAIN, SourceRoot.Holds.BOTH));
    return new BuildFiles(folder, SourceListing.of(roots, folder, filter));
  }

  private static Path folder(File dir) throws MojoExecutionException {
    try {
      Path folder = dir.toPath().toRealPath();
      if (Files.isDirectory(folder)) {
        return folder;
      }
    } catch (IOException e) {
      throw new MojoExecutionException(problem(dir), e);
    }
    throw new MojoExecutionException(problem(dir));
  }

  private static String problem(File dir) {
    return "zonegate.dir: " + dir + " is no folder; name one that holds code";
  }
}
