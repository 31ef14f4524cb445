package dev.zonegate.maven;

import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/** Whether a build has all modules of its project. */
final class ReactorPart {
  private ReactorPart() {}

  /**
   * Whether modules are left out, by {@code -pl} and the like, or because the build runs in the
   * folder of one.
   */
  static boolean isPart(MavenSession session) {
    List<MavenProject> all = session.getProjects();
    return session.getAllProjects().size() > all.size()
        || all.stream().anyMatch(each -> hasOutsideParent(each, all));
  }

  /** A parent beside the sources that lists modules, and is not built. */
  private static boolean hasOutsideParent(MavenProject module, List<MavenProject> all) {
    MavenProject parent = module.getParent();
    return parent != null
        && parent.getFile() != null
        && !parent.getModules().isEmpty()
        && !all.contains(parent);
  }
}
