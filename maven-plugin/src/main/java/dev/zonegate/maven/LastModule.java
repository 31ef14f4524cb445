package dev.zonegate.maven;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/** Tells when a goal that is called for every module of a build has seen the last of them. */
final class LastModule {
  private LastModule() {}

  /** Notes that a goal has done its part in a module; true once for a build. */
  @SuppressWarnings("unchecked")
  static boolean isReached(MavenSession session, String goal, MavenProject module) {
    Set<String> done =
        (Set<String>)
            session
                .getRequest()
                .getData()
                .computeIfAbsent(
                    LastModule.class.getName() + "." + goal, key -> ConcurrentHashMap.newKeySet());
    synchronized (done) {
      done.add(module.getId());
      return done.size() == session.getProjects().size();
    }
  }
}
