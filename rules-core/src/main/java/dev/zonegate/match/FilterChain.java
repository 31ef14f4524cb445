package dev.zonegate.match;

import dev.zonegate.model.Answer;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import java.util.List;
import java.util.Optional;

/**
 * A chain of Spring Security's filters as a method configures it, in any of its styles.
 *
 * @param method the method that configures it
 * @param calls what is called for it, in order, methods of the same file included
 * @param rules who may do what; the first that matches a request counts
 * @param scope the paths it is for; empty for all
 * @param isScoped whether it is for some requests only
 * @param isKnown false if something out of sight takes part in the configuration
 */
public record FilterChain(
    Decl.Method method,
    List<Expr.Call> calls,
    List<AccessRule> rules,
    List<String> scope,
    boolean isScoped,
    boolean isKnown) {
  /** The first call of this name. */
  public Optional<Expr.Call> call(String name) {
    return calls.stream().filter(each -> each.name().equals(name)).findFirst();
  }

  /** The first call that states rules about requests. */
  public Optional<Expr.Call> authorization() {
    return calls.stream()
        .filter(
            each ->
                each.name().equals("authorizeHttpRequests")
                    || each.name().equals("authorizeRequests")
                    || each.name().equals("authorizeExchange"))
        .findFirst();
  }

  /** Whether some rule selects every request. */
  public boolean hasRuleForAll() {
    return rules.stream().anyMatch(AccessRule::isForAll);
  }

  /** Whether it has a configurer of this name that is not switched off. */
  public boolean uses(String configurer) {
    return calls.stream().anyMatch(each -> each.name().equals(configurer) && !isSwitchedOff(each));
  }

  /** Whether the configurer that {@code call} hands out or takes is disabled. */
  public boolean isSwitchedOff(Expr.Call call) {
    for (Expr each : call.arguments()) {
      if (each instanceof Expr.MethodReference reference && reference.name().equals("disable")
          || each instanceof Expr.Lambda lambda && disables(lambda)) {
        return true;
      }
    }
    return calls.stream().anyMatch(each -> each.name().equals("disable") && each.target() == call);
  }

  private boolean disables(Expr.Lambda lambda) {
    return calls.stream()
        .anyMatch(each -> each.name().equals("disable") && lambda.span().contains(each.span()));
  }

  /** Whether it keeps no session; unknown where nothing is said about it. */
  public Answer isStateless() {
    Optional<Expr.Call> policy = call("sessionCreationPolicy");
    if (policy.isPresent()) {
      String name =
          policy.get().arguments().isEmpty() ? "" : lastName(policy.get().arguments().get(0));
      return Answer.of(name.equals("STATELESS") || name.equals("NEVER"));
    }
    boolean keepsNone =
        call("securityContextRepository")
            .filter(each -> each.arguments().stream().anyMatch(FilterChain::keepsNothing))
            .isPresent();
    return keepsNone ? Answer.YES : Answer.UNKNOWN;
  }

  /** {@code NoOpServerSecurityContextRepository} and {@code NullSecurityContextRepository}. */
  private static boolean keepsNothing(Expr repository) {
    String type = repository instanceof Invocation use ? use.receiverType().simpleName() : "";
    return type.startsWith("NoOp") || type.startsWith("Null");
  }

  private static String lastName(Expr expr) {
    if (expr instanceof Expr.FieldAccess access) {
      return access.name();
    }
    return expr instanceof Expr.Name name ? name.name() : "";
  }
}
