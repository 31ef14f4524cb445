package dev.zonegate.rules.authbypass;

import dev.zonegate.match.AccessRule;
import dev.zonegate.match.FilterChain;
import dev.zonegate.match.FilterChains;
import dev.zonegate.match.Profiles;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Severity;
import java.util.List;

/** Finds {@code anyRequest().permitAll()} and patterns that are as wide. */
final class PermitAllCatchAll {
  private PermitAllCatchAll() {}

  static void find(SourceFile file, Reporter report) {
    if (report.isOn("relay")) {
      return;
    }
    List<FilterChain> chains = FilterChains.of(file);
    for (FilterChain chain : chains) {
      if (!isForPublicPaths(chain)
          && !isBehindStricterChain(chain, chains)
          && !Profiles.isForTests(file, chain.method())) {
        chain.rules().stream()
            .filter(PermitAllCatchAll::isWideOpen)
            .forEach(rule -> report(file, chain, rule, report));
      }
    }
    for (AccessRule ignored : FilterChains.ignored(file)) {
      boolean isOfApi =
          !ignored.verbs().equals(List.of("OPTIONS"))
              && ignored.patterns().stream().anyMatch(PublicPaths::isOfApi);
      if ((isWideOpen(ignored) || isOfApi) && !Profiles.isForTests(file, ignored.matcher())) {
        String text = "ignoring()." + ignored.matcher().name() + arguments(file, ignored.matcher());
        report.at(ignored.matcher(), AuthBypassRule.PERMIT_ALL_CATCH_ALL, text, paths(ignored));
      }
    }
  }

  private static void report(SourceFile file, FilterChain chain, AccessRule rule, Reporter report) {
    String text =
        rule.matcher().name()
            + arguments(file, rule.matcher())
            + "."
            + rule.decision().name()
            + "()";
    var found = report.at(rule.decision(), AuthBypassRule.PERMIT_ALL_CATCH_ALL, text, paths(rule));
    if (isLastResort(chain, rule) || hasMethodSecurity(file, chain)) {
      found.severity(Severity.WARNING).confidence(Confidence.MEDIUM);
    } else if (!rule.verbs().isEmpty()) {
      found.confidence(Confidence.MEDIUM);
    }
  }

  private static String arguments(SourceFile file, Expr.Call matcher) {
    String text = String.join(", ", matcher.arguments().stream().map(file::text).toList());
    return text.length() > 14 || text.contains("\n") ? "(...)" : "(" + text + ")";
  }

  private static String paths(AccessRule rule) {
    return rule.isForAllPaths()
        ? rule.verbs().isEmpty() ? "every other path" : "every path"
        : "all of `"
            + rule.patterns().stream()
                .filter(each -> PublicPaths.isBroad(each) || PublicPaths.isOfApi(each))
                .findFirst()
                .orElse("")
            + "`";
  }

  private static boolean isWideOpen(AccessRule rule) {
    return rule.access() == AccessRule.Access.OPEN
        && !rule.verbs().equals(List.of("OPTIONS"))
        && rule.patterns().stream().anyMatch(PublicPaths::isBroad);
  }

  /** Whether wide patterns above it ask for a login already, so that what is left is the pages. */
  private static boolean isLastResort(FilterChain chain, AccessRule rule) {
    return chain.rules().subList(0, chain.rules().indexOf(rule)).stream()
        .anyMatch(
            each ->
                each.access() != AccessRule.Access.OPEN
                    && each.patterns().stream().anyMatch(p -> p.endsWith("/**")));
  }

  private static boolean hasMethodSecurity(SourceFile file, FilterChain chain) {
    Decl.Type type = file.enclosing(chain.method(), Decl.Type.class);
    return type != null
        && type.annotations().stream()
            .map(Annotation::name)
            .anyMatch(each -> each.endsWith("MethodSecurity"));
  }

  private static boolean isForPublicPaths(FilterChain chain) {
    return chain.isScoped() && chain.scope().stream().noneMatch(PublicPaths::isBroad);
  }

  /** Whether another chain of the file that asks for something may take requests first. */
  private static boolean isBehindStricterChain(FilterChain chain, List<FilterChain> chains) {
    return chains.stream()
        .anyMatch(
            each ->
                each != chain
                    && each.isScoped()
                    && each.scope().stream().anyMatch(PublicPaths::isBroad)
                    && each.rules().stream().anyMatch(PermitAllCatchAll::asks));
  }

  private static boolean asks(AccessRule rule) {
    return rule.access() != AccessRule.Access.OPEN && rule.isForAllPaths();
  }
}
