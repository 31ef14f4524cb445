package dev.zonegate.maven;

import dev.zonegate.model.Notification;
import dev.zonegate.model.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/** Which modules of a project a build has. */
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

  /**
   * What to say if not every module is known.
   *
   * @param known the ids of those that are
   * @param path of what is judged
   */
  static Optional<Notification> notification(MavenSession session, Set<String> known, String path) {
    List<String> names =
        session.getProjects().stream()
            .filter(each -> known.contains(each.getId()) && hasCode(each))
            .map(MavenProject::getArtifactId)
            .toList();
    boolean isAll =
        session.getProjects().stream()
            .allMatch(each -> known.contains(each.getId()) || !hasCode(each));
    if (isAll && !isPart(session)) {
      return Optional.empty();
    }
    String shown = String.join(", ", names.subList(0, Math.min(3, names.size())));
    return Optional.of(
        new Notification(
            path,
            Span.NONE,
            Notification.Kind.PROJECT,
            "only a part of the project is known ("
                + shown
                + (names.size() > 3 ? " and " + (names.size() - 3) + " more modules" : "")
                + "); what hangs on other modules is said with less confidence or not at all"));
  }

  private static boolean hasCode(MavenProject module) {
    return !module.getPackaging().equals("pom");
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
