package dev.zonegate.rule;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What a project has decided for itself, by its policy.
 *
 * @param sanctioned what to use instead, by what is not to be used: a type, {@code Type#method}, or
 *     a package and those below it, {@code org.joda.time..}
 * @param dependencies the libraries that may be used, as {@code group:artifact} or {@code group:*};
 *     empty if there is no list
 * @param layers the layers that each layer may use, both as packages, {@code com.acme.web..}; empty
 *     if nothing is said
 */
public record Conventions(
    Map<String, String> sanctioned, Set<String> dependencies, Map<String, Set<String>> layers) {
  public static final Conventions NONE = new Conventions(Map.of(), Set.of(), Map.of());

  /**
   * Conventions as options write them: {@code java.net.http.HttpClient=com.acme.Http}, or a text
   * instead of the class to use.
   */
  public static Conventions banning(Collection<String> options) {
    Map<String, String> sanctioned = new HashMap<>();
    for (String each : options) {
      int equals = each.indexOf('=');
      if (equals > 0) {
        String instead = each.substring(equals + 1).strip();
        boolean isType = !instead.contains(" ");
        sanctioned.put(each.substring(0, equals).strip(), isType ? "use " + instead : instead);
      }
    }
    return new Conventions(sanctioned, Set.of(), Map.of());
  }

  public Conventions {
    sanctioned = Map.copyOf(sanctioned);
    dependencies = Set.copyOf(dependencies);
    layers = Map.copyOf(layers);
  }
}
