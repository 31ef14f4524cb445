package dev.zonegate.rules.untrustedinput;

import dev.zonegate.match.Api;
import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Constants;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.ResourceFile;
import dev.zonegate.model.Setting;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.ResourceReporter;
import java.util.Set;

/** Deserialisers that make whatever class a document names. */
final class OpenDeserialisers {
  private static final ApiSet OPENERS = ApiSet.load("taint/open-deserialisers.api");
  private static final String TYPE_INFO = "com.fasterxml.jackson.annotation.JsonTypeInfo";
  private static final String TRUSTED_PACKAGES = "spring.json.trusted.packages";
  private static final Set<String> BY_CLASS = Set.of("CLASS", "MINIMAL_CLASS");

  private OpenDeserialisers() {}

  static void find(SourceFile file, Reporter report) {
    for (Expr.Call call : OPENERS.callsIn(file)) {
      if (OPENERS.all(call).anyMatch(api -> isOpening(api, call, file))) {
        report.at(call, UntrustedInputRule.UNSAFE_DESERIALISE, call.shortName(), "it");
      }
    }
    for (Annotation each : file.all(Annotation.class)) {
      if (each.type().isNamed(TYPE_INFO) && isByClass(each) && isOnObject(each, file)) {
        report.at(each, UntrustedInputRule.UNSAFE_DESERIALISE, "@JsonTypeInfo", "it");
      }
    }
    for (Invocation use : file.all(Invocation.class)) {
      if (trustsAll(use, file)) {
        report.at(use, UntrustedInputRule.UNSAFE_DESERIALISE, use.shortName(), "it");
      }
    }
  }

  private static boolean isOpening(Api api, Expr.Call call, SourceFile file) {
    String holds = api.attributes().get("holds");
    return holds == null || call.arguments().stream().anyMatch(it -> file.text(it).contains(holds));
  }

  private static boolean isByClass(Annotation annotation) {
    Expr use = annotation.argument("use");
    return use instanceof Expr.FieldAccess access && BY_CLASS.contains(access.name())
        || use instanceof Expr.Name name && BY_CLASS.contains(name.name());
  }

  private static boolean isOnObject(Annotation annotation, SourceFile file) {
    Node owner = file.parent(annotation);
    return owner instanceof Variable variable
        && variable.type() != null
        && variable.type().ref().isNamed("java.lang.Object");
  }

  /** Kafka's consumers are told by a property which packages a message may name. */
  private static boolean trustsAll(Invocation use, SourceFile file) {
    boolean isPut = use.name().equals("put") || use.name().equals("setProperty");
    return isPut
        && use.arguments().size() == 2
        && isTrustedPackages(use.arguments().get(0), file)
        && Constants.of(file).text(use.arguments().get(1)).filter("*"::equals).isPresent();
  }

  private static boolean isTrustedPackages(Expr key, SourceFile file) {
    return Constants.of(file).text(key).orElse("").equals(TRUSTED_PACKAGES);
  }

  static void find(ResourceFile file, ResourceReporter report) {
    for (Setting each : file.settings()) {
      if (each.value().strip().equals("*") && each.relaxedKey().endsWith(TRUSTED_PACKAGES)) {
        report.at(each, UntrustedInputRule.UNSAFE_DESERIALISE, TRUSTED_PACKAGES + "=*", "it");
      }
    }
  }
}
