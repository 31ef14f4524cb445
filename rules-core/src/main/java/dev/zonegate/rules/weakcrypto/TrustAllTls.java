package dev.zonegate.rules.weakcrypto;

import dev.zonegate.match.Api;
import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Constants;
import dev.zonegate.match.Profiles;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.TypeRef;
import dev.zonegate.model.VarRef;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Report;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Severity;
import java.util.Map;

/** Finds TLS connections that accept the certificate of anybody. */
final class TrustAllTls {
  private static final ApiSet CALLS = ApiSet.load("crypto/trust-all.api");
  private static final ApiSet FIELDS = ApiSet.load("crypto/trust-all.fields");
  private static final ApiSet SETTINGS = ApiSet.load("crypto/trust-all.settings");
  private static final ApiSet SETTERS =
      ApiSet.of(
          "java.lang.System#setProperty(String,String)",
          "java.util.Properties#setProperty(String,String)",
          "java.util.Map#put");
  private static final Map<String, String> ACCEPTS =
      Map.of(
          "any", "accepts any certificate",
          "self-signed", "accepts any self-signed certificate",
          "host", "accepts any host's certificate");
  private final SourceFile file;
  private final Reporter report;

  private TrustAllTls(SourceFile file, Reporter report) {
    this.file = file;
    this.report = report;
  }

  static void find(SourceFile file, Reporter report) {
    TrustAllTls search = new TrustAllTls(file, report);
    CertificateCheck.thatAcceptAll(file)
        .forEach((check, accepts) -> search.at(check, shown(check), accepts));
    file.all(Expr.FieldAccess.class).forEach(search::field);
    file.all(Expr.Name.class).forEach(search::imported);
    for (Invocation use : ApiSet.usesIn(file, CALLS, SETTERS)) {
      CALLS.find(use).ifPresent(api -> search.call(use, api));
      if (SETTERS.matches(use).isYes() && use.arguments().size() == 2) {
        search.setting(use);
      }
    }
  }

  private static String shown(Node check) {
    return check instanceof Decl.Method method ? method.name() : "-> true";
  }

  private void field(Expr.FieldAccess access) {
    FIELDS
        .find(access.target().type(), access.name())
        .ifPresent(
            api ->
                at(
                    access,
                    access.target().type().simpleName() + "." + access.name(),
                    api.attributes().get("accepts")));
  }

  private void imported(Expr.Name name) {
    VarRef variable = name.variable();
    if (variable != null && variable.isField() && variable.isStatic()) {
      FIELDS
          .find(TypeRef.named(variable.owner()), name.name())
          .ifPresent(api -> at(name, name.name(), api.attributes().get("accepts")));
    }
  }

  private void call(Invocation use, Api api) {
    String wanted = api.attributes().get("is");
    if (wanted == null || isGiven(use.arguments().get(api.number("arg", 0)), wanted)) {
      at(use, use.shortName(), api.attributes().get("accepts"));
    }
  }

  private boolean isGiven(Expr argument, String wanted) {
    if (wanted.equals("empty")) {
      return argument instanceof Expr.Literal literal && literal.isNull()
          || Constants.of(file).text(argument).filter(String::isEmpty).isPresent();
    }
    return Constants.of(file)
        .value(argument)
        .filter(it -> wanted.equals(it.toString()))
        .isPresent();
  }

  private void setting(Invocation use) {
    String name = Constants.of(file).text(use.arguments().get(0)).orElse("");
    int dot = name.lastIndexOf('.');
    if (dot < 0) {
      return;
    }
    SETTINGS
        .find(TypeRef.named(name.substring(0, dot)), name.substring(dot + 1))
        .filter(api -> isGiven(use.arguments().get(1), api.attributes().get("is")))
        .ifPresent(api -> at(use, name, api.attributes().get("accepts")));
  }

  private void at(Node place, String shown, String accepts) {
    Report made = report.at(place, WeakCryptoRule.TRUST_ALL_TLS, shown, ACCEPTS.get(accepts));
    if (Profiles.isForTests(file, place)) {
      made.severity(Severity.NOTE).confidence(Confidence.LOW);
    } else if (Circumstances.isChosen(file, place)) {
      made.severity(Severity.NOTE).confidence(Confidence.MEDIUM);
    }
  }
}
