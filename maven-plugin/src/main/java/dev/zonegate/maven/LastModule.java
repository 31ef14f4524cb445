package dev.zonegate.maven;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/** Tells when a goal that is called for every module of a build has seen the last of them. */
final class LastModule {
  private LastModule() {}

  /** Whether a goal has done its part in some modules of a build, and others are to come. */
  static boolean isAwaited(MavenSession session, String goal) {
    Set<String> done = done(session, goal);
    return !done.isEmpty() && done.size() < session.getProjects().size();
  }

  /** Notes that a goal has done its part in a module; true once for a build. */
  static boolean isReached(MavenSession session, String goal, MavenProject module) {
    Set<String> done = done(session, goal);
    synchronized (done) {
      done.add(module.getId());
      return done.size() == session.getProjects().size();
    }
  }

  @SuppressWarnings("unchecked")
  private static Set<String> done(MavenSession session, String goal) {
    return (Set<String>)
        session
            .getRequest()
            .getData()
            .computeIfAbsent(
                LastModule.class.getName() + "." + goal, key -> ConcurrentHashMap.newKeySet());
  }
}
