package dev.zonegate.facts;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The path below which a program serves JAX-RS. */
final class JaxRsRoot {
  private static final Set<String> SETTINGS =
      Set.of("quarkus.rest.path", "quarkus.resteasy.path", "quarkus.resteasyreactive.path");

  private JaxRsRoot() {}

  /** Of the one application class that names it, else of the settings; empty for none. */
  static String of(Project project) {
    Set<String> named =
        project.all(DeclaredType.class).stream()
            .filter(
                each ->
                    each.annotations().stream()
                        .anyMatch(annotation -> annotation.endsWith(".ws.rs.ApplicationPath")))
            .map(DeclaredType::name)
            .collect(Collectors.toSet());
    List<WebType> applications =
        project.all(WebType.class).stream()
            .filter(each -> named.contains(each.name()) && !each.prefixes().isEmpty())
            .toList();
    if (!applications.isEmpty()) {
      return applications.size() == 1 ? applications.get(0).prefixes().get(0) : "";
    }
    Optional<String> setting =
        project.all(ConfigSetting.class).stream()
            .filter(each -> SETTINGS.contains(each.relaxedKey()) && each.profile().isEmpty())
            .map(ConfigSetting::value)
            .findFirst();
    return setting.orElse("");
  }
}
