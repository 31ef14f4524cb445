package dev.zonegate.facts;

import dev.zonegate.match.AccessRule;
import dev.zonegate.match.AccessRule.Access;
import dev.zonegate.match.UrlPattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What settings say about paths: permissions of Quarkus, the URL map of Micronaut, constraints of
 * {@code web.xml}. The pattern that says most of a path has it.
 */
final class PathPolicies {
  private static final Pattern QUARKUS =
      Pattern.compile(
          "quarkus\\.http\\.auth\\.permission\\.(\"[^\"]+\"|[^.]+)\\."
              + "(paths|policy|methods|enabled)(?:\\[\\d+])?");
  private static final Pattern MICRONAUT =
      Pattern.compile(
          "micronaut\\.security\\.intercept-url-map\\[(\\d+)]\\."
              + "(pattern|access|http-method)(?:\\[\\d+])?");

  private final List<Policy> policies = new ArrayList<>();

  private record Policy(String pattern, List<String> verbs, Access access, Guard guard) {
    boolean isFor(String path, String verb) {
      return new UrlPattern(pattern).covers(new UrlPattern(path))
          && (verbs.isEmpty() || verbs.contains(verb));
    }
  }

  private PathPolicies(Project project) {
    Map<String, Map<String, String>> quarkus = groups(project, QUARKUS);
    quarkus.forEach((name, group) -> addQuarkus(group));
    groups(project, MICRONAUT).forEach((name, group) -> addMicronaut(group));
    for (UrlConstraint each : project.all(UrlConstraint.class)) {
      for (String pattern : each.patterns()) {
        add(prefixed(pattern), each.verbs(), each.access(), each.text(), each.path());
      }
    }
    policies.sort(
        Comparator.comparingInt((Policy each) -> new UrlPattern(each.pattern()).fixedPart().size())
            .thenComparing(each -> !new UrlPattern(each.pattern()).isOpenEnded())
            .reversed());
  }

  static PathPolicies of(Project project) {
    return project.derived(PathPolicies.class, PathPolicies::new);
  }

  boolean isAny() {
    return !policies.isEmpty();
  }

  /** What they say of a request; empty if nothing. */
  Optional<Guarding.Decision> decision(String path, String verb) {
    return policies.stream()
        .filter(each -> each.isFor(path, verb))
        .findFirst()
        .map(
            each ->
                new Guarding.Decision(
                    each.access(),
                    Optional.of(each.guard()),
                    !new UrlPattern(each.pattern()).isEverything()));
  }

  /** Settings that name one group, by the group's file and name: what they say of it. */
  private static Map<String, Map<String, String>> groups(Project project, Pattern keys) {
    Map<String, Map<String, String>> groups = new TreeMap<>();
    for (ConfigSetting each : project.all(ConfigSetting.class)) {
      Matcher key = keys.matcher(each.key());
      if (key.matches() && each.profile().isEmpty()) {
        Map<String, String> group =
            groups.computeIfAbsent(each.path() + " " + key.group(1), k -> new HashMap<>());
        group.merge(key.group(2), each.value(), (one, other) -> one + "," + other);
        group.put("file", each.path());
      }
    }
    return groups;
  }

  private void addQuarkus(Map<String, String> group) {
    String policy = group.getOrDefault("policy", "");
    if (group.getOrDefault("enabled", "true").equals("false") || policy.isEmpty()) {
      return;
    }
    Access access =
        switch (policy) {
          case "permit" -> Access.OPEN;
          case "deny" -> Access.DENIED;
          case "authenticated" -> Access.AUTHENTICATED;
          default -> Access.RESTRICTED;
        };
    for (String path : values(group, "paths")) {
      add(prefixed(path), verbs(group, "methods"), access, "policy " + policy, group.get("file"));
    }
  }

  private void addMicronaut(Map<String, String> group) {
    String access = group.getOrDefault("access", "");
    Access kind =
        access.contains("isAnonymous()")
            ? Access.OPEN
            : access.equals("isAuthenticated()")
                ? Access.AUTHENTICATED
                : access.equals("denyAll()") ? Access.DENIED : Access.RESTRICTED;
    for (String pattern : values(group, "pattern")) {
      add(pattern, verbs(group, "http-method"), kind, "access " + access, group.get("file"));
    }
  }

  private void add(String pattern, List<String> verbs, Access access, String text, String from) {
    boolean isOpen = access == AccessRule.Access.OPEN;
    policies.add(
        new Policy(pattern, verbs, access, new Guard(Guard.Source.SETTINGS, text, from, isOpen)));
  }

  private static List<String> verbs(Map<String, String> group, String name) {
    return values(group, name).stream().map(each -> each.toUpperCase(Locale.ROOT)).toList();
  }

  private static List<String> values(Map<String, String> group, String name) {
    return Arrays.stream(group.getOrDefault(name, "").split(","))
        .map(String::strip)
        .filter(each -> !each.isEmpty())
        .toList();
  }

  /** {@code /admin/*} means all below there, {@code *.do} all that ends so. */
  private static String prefixed(String pattern) {
    if (pattern.startsWith("*.")) {
      return "/**/" + pattern;
    }
    return pattern.endsWith("/*") ? pattern + "*" : pattern;
  }
}
