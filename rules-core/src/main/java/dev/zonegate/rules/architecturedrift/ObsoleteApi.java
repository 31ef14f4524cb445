package dev.zonegate.rules.architecturedrift;

import dev.zonegate.match.Api;
import dev.zonegate.match.ApiSet;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.TypeNode;
import dev.zonegate.model.TypeRef;
import dev.zonegate.rule.Candidate;
import dev.zonegate.rule.Evidence;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Settler;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is of an older generation than the code around it. */
final class ObsoleteApi {
  private static final ApiSet OBSOLETE = ApiSet.load("drift/obsolete.api");
  private static final ApiSet OLD_CHAIN =
      ApiSet.of(
          "org.springframework.security.config.annotation.web.builders.HttpSecurity#authorizeRequests",
          "org.springframework.security.config.annotation.web.AbstractRequestMatcherRegistry#antMatchers",
          "org.springframework.security.config.annotation.web.AbstractRequestMatcherRegistry#mvcMatchers");
  private static final String CHAIN = "org.springframework.security.web.SecurityFilterChain";

  private ObsoleteApi() {}

  /**
   * The first use of an older library in a file.
   *
   * @param type its qualified name
   */
  record Older(String path, boolean isTest, String type) implements Evidence {}

  static void find(SourceFile file, Reporter report) {
    List<Node> firstUses = firstUses(file);
    for (Generation each : Generation.ALL) {
      // what supports both generations may be among tests
      if (!each.isForTests() || file.isTest()) {
        older(each, firstUses).ifPresent(use -> leave(file, each, use, report));
      }
    }
    if (!file.isTest()) {
      findCalls(file, report);
      OldClasses.find(file, report);
      findFinalizers(file, report);
    }
  }

  private static void leave(SourceFile file, Generation generation, Node use, Reporter report) {
    report.candidate(
        use,
        ArchitectureDriftRule.OBSOLETE_API,
        new Older(file.path(), file.isTest(), type(use).name()),
        type(use).simpleName(),
        generation.newerName());
  }

  private static Optional<Node> older(Generation generation, List<Node> uses) {
    for (Node each : uses) {
      if (generation.isOlder(type(each).name())) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  /** Where a file first names each type, in source order. */
  private static List<Node> firstUses(SourceFile file) {
    Map<String, Node> first = new HashMap<>();
    file.all(TypeNode.Named.class).forEach(each -> keepFirst(each, first));
    file.all(Annotation.class).forEach(each -> keepFirst(each, first));
    return first.values().stream().sorted(Comparator.comparing(Node::span)).toList();
  }

  private static void keepFirst(Node use, Map<String, Node> first) {
    TypeRef type = type(use);
    if (type != null) {
      first.merge(
          type.name(),
          use,
          (known, next) -> next.span().compareTo(known.span()) < 0 ? next : known);
    }
  }

  private static TypeRef type(Node node) {
    TypeRef type = node instanceof TypeNode.Named named ? named.ref() : ((Annotation) node).type();
    return type.isUnknown() ? null : type;
  }

  private static void findCalls(SourceFile file, Reporter report) {
    boolean isChain =
        file.all(TypeNode.Named.class).stream().anyMatch(each -> each.ref().isNamed(CHAIN));
    for (Invocation use : file.all(Invocation.class)) {
      Optional<Api> old = OBSOLETE.find(use);
      if (old.isPresent()) {
        report.at(
            use,
            ArchitectureDriftRule.OBSOLETE_API,
            use.shortName(),
            old.get().attributes().get("new"));
      } else if (isChain && OLD_CHAIN.matches(use).isYes()) {
        boolean isHead = use.name().equals("authorizeRequests");
        report.at(
            use,
            ArchitectureDriftRule.OBSOLETE_API,
            use.name() + "(...)",
            isHead ? "authorizeHttpRequests" : "requestMatchers");
      }
    }
  }

  private static void findFinalizers(SourceFile file, Reporter report) {
    for (Decl.Method each : file.all(Decl.Method.class)) {
      boolean isFinalizer =
          each.name().equals("finalize")
              && each.params().isEmpty()
              && each.body() != null
              && !each.body().statements().isEmpty()
              && !each.modifiers().contains(Modifier.STATIC);
      if (isFinalizer) {
        report.at(each, ArchitectureDriftRule.OBSOLETE_API, "finalize()", "Cleaner");
      }
    }
  }

  static void settle(Candidate candidate, Older older, Settler settler) {
    Generation generation =
        Generation.ALL.stream()
            .filter(each -> each.isOlder(older.type()))
            .findFirst()
            .orElseThrow();
    Habit habit =
        Generations.of(settler.project()).others(older.path(), older.isTest(), generation);
    if (habit.isRule()) {
      settler.report(candidate);
    }
  }
}
