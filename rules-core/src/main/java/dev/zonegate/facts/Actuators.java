package dev.zonegate.facts;

import dev.zonegate.match.UrlPattern;
import java.util.ArrayList;
import java.util.List;

/** The management endpoints that the settings of Spring Boot put on the web. */
final class Actuators {
  private static final String EXPOSED = "management.endpoints.web.exposure.include";
  private static final String BASE = "management.endpoints.web.basepath";

  private Actuators() {}

  static List<Endpoint> of(Project project) {
    List<ConfigSetting> settings = project.all(ConfigSetting.class);
    String base =
        settings.stream()
            .filter(each -> each.relaxedKey().equals(BASE))
            .map(ConfigSetting::value)
            .findFirst()
            .orElse("/actuator");
    List<Endpoint> endpoints = new ArrayList<>();
    for (ConfigSetting each : settings) {
      if (each.relaxedKey().replaceAll("\\[\\d+]$", "").equals(EXPOSED)) {
        for (String id : each.value().split(",")) {
          if (!id.isBlank()) {
            endpoints.add(endpoint(each, base, id.strip()));
          }
        }
      }
    }
    return endpoints;
  }

  private static Endpoint endpoint(ConfigSetting setting, String base, String id) {
    return new Endpoint(
        setting.path(),
        setting.at(),
        Endpoint.Kind.ACTUATOR,
        List.of(),
        List.of(UrlPattern.join(base, id.equals("*") ? "**" : id)),
        "management.Actuator",
        id.equals("*") ? "" : id,
        List.of(),
        List.of(),
        false,
        false,
        List.of());
  }
}
