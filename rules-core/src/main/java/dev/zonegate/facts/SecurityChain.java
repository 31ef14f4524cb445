package dev.zonegate.facts;

import dev.zonegate.match.AccessRule;
import dev.zonegate.match.Constants;
import dev.zonegate.match.FilterChain;
import dev.zonegate.match.FilterChains;
import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A chain of Spring Security's filters.
 *
 * @param at the name of the method that makes it
 * @param name {@code SecurityConfig.api}
 * @param order the smaller goes first; the largest number if none is said
 * @param scope the paths it is for; empty for all, or if they are not known
 * @param isScoped whether it is for some requests only
 * @param isKnown false if something out of sight takes part in the configuration
 * @param isUnrestricted whether it is built without any rule about requests
 * @param rules in their order
 */
public record SecurityChain(
    String path,
    Span at,
    String name,
    int order,
    List<String> scope,
    boolean isScoped,
    boolean isKnown,
    boolean isUnrestricted,
    List<Rule> rules)
    implements Fact {
  private static final TypeSet ORDER = TypeSet.of("=org.springframework.core.annotation.Order");

  /**
   * One rule.
   *
   * @param patterns paths; empty if they are not known
   * @param verbs HTTP methods; empty for all
   * @param text the decision as typed: {@code hasRole("ADMIN")}
   */
  public record Rule(
      List<String> patterns, List<String> verbs, AccessRule.Access access, String text) {}

  static void collect(SourceFile file, Consumer<Fact> facts) {
    for (FilterChain chain : FilterChains.of(file)) {
      Decl.Type type = file.enclosing(chain.method(), Decl.Type.class);
      facts.accept(
          new SecurityChain(
              file.path(),
              chain.method().nameSpan(),
              (type == null ? "" : type.name() + ".") + chain.method().name(),
              order(file, chain.method(), type),
              chain.scope(),
              chain.isScoped(),
              chain.isKnown(),
              chain.authorization().isEmpty(),
              chain.rules().stream().map(each -> rule(file, each)).toList()));
    }
    List<AccessRule> ignored = FilterChains.ignored(file);
    for (AccessRule each : ignored) {
      facts.accept(
          new SecurityChain(
              file.path(),
              each.matcher().nameSpan(),
              "ignoring()",
              Integer.MIN_VALUE,
              each.patterns(),
              true,
              true,
              false,
              List.of(new Rule(List.of("/**"), List.of(), AccessRule.Access.OPEN, "ignoring()"))));
    }
  }

  private static Rule rule(SourceFile file, AccessRule rule) {
    List<String> arguments = new ArrayList<>();
    rule.decision()
        .arguments()
        .forEach(each -> arguments.add(file.text(each).replaceAll("\\s+", " ")));
    String text = rule.decision().name() + "(" + String.join(", ", arguments) + ")";
    return new Rule(rule.patterns(), rule.verbs(), rule.access(), text);
  }

  private static int order(SourceFile file, Decl.Method method, Decl.Type type) {
    Annotation order = ORDER.annotationIn(method.annotations());
    if (order == null && type != null) {
      order = ORDER.annotationIn(type.annotations());
    }
    Expr value = order == null ? null : order.argument("value");
    if (value instanceof Expr.FieldAccess access && access.name().equals("HIGHEST_PRECEDENCE")) {
      return Integer.MIN_VALUE + 1;
    }
    return value != null && Constants.of(file).value(value).orElse(null) instanceof Integer number
        ? number
        : Integer.MAX_VALUE;
  }
}
