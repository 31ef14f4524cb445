package dev.zonegate.rules.missingtimeout;

import dev.zonegate.match.Bindings;
import dev.zonegate.match.ClientTimeouts;
import dev.zonegate.match.ObjectFlow;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.TypeRef;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.RulePattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds builders of Spring that are injected and built as they came. */
final class GivenBuilders {
  private static final Map<String, String> FAMILIES =
      Map.of(
          "org.springframework.boot.web.client.RestTemplateBuilder", "restTemplate",
          "org.springframework.web.client.RestClient.Builder", "restClient",
          "org.springframework.web.reactive.function.client.WebClient.Builder", "webClient");
  private final SourceFile file;

  private GivenBuilders(SourceFile file) {
    this.file = file;
  }

  static void find(SourceFile file, Reporter report) {
    GivenBuilders search = new GivenBuilders(file);
    for (Variable each : search.given()) {
      String family = family(each.type().ref());
      if (family != null) {
        search.check(each, family, report);
      }
    }
  }

  private static String family(TypeRef type) {
    return FAMILIES.entrySet().stream()
        .filter(each -> type.isNamed(each.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  /** Parameters and fields that this file gives no value. */
  private List<Variable> given() {
    List<Variable> found = new ArrayList<>();
    for (Decl.Param each : file.all(Decl.Param.class)) {
      if (each.type() != null
          && file.parent(each) instanceof Decl.Method method
          && !method.modifiers().contains(Modifier.PRIVATE)) {
        found.add(each);
      }
    }
    for (Decl.Field each : file.all(Decl.Field.class)) {
      boolean isUnset = each.initializer() == null && Bindings.of(file).assignments(each).isEmpty();
      if (isUnset) {
        found.add(each);
      }
    }
    return found;
  }

  private void check(Variable builder, String family, Reporter report) {
    ObjectFlow flow = ObjectFlow.of(file, builder);
    boolean isWeb = family.equals("webClient");
    boolean isBounded = ClientTimeouts.of(file).missing(flow, List.of("read")).isEmpty();
    if (isBounded || isCustomizer(builder)) {
      return;
    }
    flow.calls().stream()
        .filter(each -> each.name().equals("build") && isOn(each, builder))
        .findFirst()
        .ifPresent(build -> leave(build, isWeb, family, report));
  }

  private static void leave(Expr.Call build, boolean isWeb, String family, Reporter report) {
    RulePattern pattern =
        isWeb ? MissingTimeoutRule.WEB_CLIENT_NO_TIMEOUT : MissingTimeoutRule.REST_TEMPLATE_DEFAULT;
    report.candidate(
        build,
        pattern,
        new Excuse(family, Excuse.Origin.INJECTED),
        build.shortName(),
        "connect or read");
  }

  /** Whether {@code build} builds what {@code builder} or its copies were made into. */
  private static boolean isOn(Expr.Call build, Variable builder) {
    return build.method() == null || build.method().owner().isNamed(builder.type().ref().name());
  }

  private boolean isCustomizer(Variable builder) {
    Node method = file.parent(builder);
    return method instanceof Decl.Method declared && declared.name().startsWith("customi");
  }
}
