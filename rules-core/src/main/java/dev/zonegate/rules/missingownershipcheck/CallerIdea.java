package dev.zonegate.rules.missingownershipcheck;

import dev.zonegate.facts.DeclaredType;
import dev.zonegate.facts.Endpoint;
import dev.zonegate.facts.Endpoints;
import dev.zonegate.facts.MethodSecurity;
import dev.zonegate.facts.Project;
import dev.zonegate.facts.RequestGuard;
import dev.zonegate.facts.SecurityChain;
import java.util.Set;

/** Whether a project knows who is calling. */
final class CallerIdea {
  private static final Set<String> SECRETS =
      Set.of("password", "passwordHash", "hashedPassword", "encodedPassword", "encryptedPassword");
  private final boolean isThere;

  private CallerIdea(Project project) {
    isThere =
        !project.all(SecurityChain.class).isEmpty()
            || !project.all(RequestGuard.class).isEmpty()
            || !project.all(MethodSecurity.class).isEmpty()
            || Endpoints.of(project).stream().anyMatch(CallerIdea::isAware)
            || project.all(DeclaredType.class).stream().anyMatch(CallerIdea::isLogin);
  }

  static boolean isIn(Project project) {
    return project.derived(CallerIdea.class, CallerIdea::new).isThere;
  }

  /** Whether somebody of this type logs in. */
  static boolean isLogin(Project project, String type) {
    return project.all(DeclaredType.class).stream()
        .anyMatch(each -> each.name().equals(type) && isLogin(each));
  }

  private static boolean isAware(Endpoint endpoint) {
    return endpoint.isTakingPrincipal() || endpoint.isGuarded();
  }

  private static boolean isLogin(DeclaredType type) {
    return type.fields().stream().anyMatch(each -> SECRETS.contains(each.name()))
        || type.supertypes().contains("org.springframework.security.core.userdetails.UserDetails");
  }
}
