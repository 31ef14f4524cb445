package dev.zonegate.rules.weakcrypto;

import dev.zonegate.match.Constants;
import dev.zonegate.match.LogCall;
import dev.zonegate.match.Methods;
import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.TypeRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The checks of certificates that this file writes itself, and those of them that check nothing.
 */
final class CertificateCheck {
  private static final TypeSet MANAGERS = TypeSet.of("javax.net.ssl.X509TrustManager");
  private static final TypeSet DECIDERS =
      TypeSet.of(
          "javax.net.ssl.HostnameVerifier",
          "org.apache.http.ssl.TrustStrategy",
          "org.apache.http.conn.ssl.TrustStrategy",
          "org.apache.hc.core5.ssl.TrustStrategy");
  private static final Map<String, String> TAKING_DECIDERS =
      Map.of(
          "hostnameVerifier", "host",
          "setHostnameVerifier", "host",
          "setSSLHostnameVerifier", "host",
          "setDefaultHostnameVerifier", "host",
          "loadTrustMaterial", "any");
  private final SourceFile file;
  private final Map<Node, String> found = new LinkedHashMap<>();
  private final Set<Node> types = Collections.newSetFromMap(new IdentityHashMap<>());

  private CertificateCheck(SourceFile file) {
    this.file = file;
  }

  /** Methods and lambdas that accept whatever comes, and whose certificate they accept. */
  static Map<Node, String> thatAcceptAll(SourceFile file) {
    CertificateCheck search = new CertificateCheck(file);
    file.all(Decl.Method.class).forEach(search::method);
    file.all(Expr.Lambda.class).forEach(search::lambda);
    return search.found;
  }

  private void method(Decl.Method method) {
    if (method.body() == null || method.isConstructor()) {
      return;
    }
    boolean isDecision =
        (method.name().equals("verify") || method.name().equals("isTrusted"))
            && method.params().size() == 2;
    if (method.name().equals("checkServerTrusted")) {
      boolean isManager = owners(method).stream().anyMatch(it -> MANAGERS.contains(it).isYes());
      if (isManager && checksNothing(method.body()) && types.add(file.parent(method))) {
        found.put(method, "any");
      }
    } else if (isDecision && isAlwaysTrue(Methods.of(file).returned(method))) {
      owners(method).stream()
          .filter(it -> DECIDERS.contains(it).isYes())
          .findFirst()
          .ifPresent(it -> found.put(method, accepted(it)));
    }
  }

  /** The type that declares a method, and those it says it extends. */
  private List<TypeRef> owners(Decl.Method method) {
    Node around = file.parent(method);
    List<TypeRef> owners = new ArrayList<>();
    if (around instanceof Decl.Type type) {
      owners.add(type.ref());
      type.implementsTypes().forEach(it -> owners.add(it.ref()));
      type.extendsTypes().forEach(it -> owners.add(it.ref()));
    } else if (around instanceof Decl.Body && file.parent(around) instanceof Expr.New made) {
      owners.add(made.created().ref());
    }
    return owners;
  }

  private static String accepted(TypeRef decider) {
    return decider.isA("javax.net.ssl.HostnameVerifier").isYes() ? "host" : "any";
  }

  /** No statement can throw but one whose exception is caught and forgotten. */
  private boolean checksNothing(Stmt.Block body) {
    for (Stmt each : body.statements()) {
      boolean isSwallowed =
          each instanceof Stmt.Try attempt
              && !attempt.catches().isEmpty()
              && attempt.catches().stream().allMatch(it -> isSilent(it.body()));
      if (!isSwallowed && !isSilent(each)) {
        return false;
      }
    }
    return true;
  }

  private boolean isSilent(Stmt statement) {
    return file.allIn(statement, Stmt.Throw.class).isEmpty()
        && file.allIn(statement, Invocation.class).stream().allMatch(this::isHarmless);
  }

  private boolean isHarmless(Invocation use) {
    if (!(use instanceof Expr.Call call)) {
      return false;
    }
    boolean isGetter = call.arguments().isEmpty() && call.name().matches("(get|to|is)[A-Z].*");
    boolean isPrint = call.name().startsWith("print");
    return isGetter || isPrint || LogCall.of(file, call).isPresent();
  }

  private void lambda(Expr.Lambda lambda) {
    boolean isDecider = DECIDERS.contains(lambda.type()).isYes();
    String accepted = isDecider ? accepted(lambda.type()) : decided(lambda);
    if (accepted != null && isAlwaysTrue(Methods.of(file).returned(lambda))) {
      found.put(lambda, accepted);
    }
  }

  /** What a lambda decides that is handed to a call which says so by its name, or null. */
  private String decided(Expr.Lambda lambda) {
    return lambda.type().isUnknown()
            && lambda.params().size() == 2
            && file.parent(lambda) instanceof Expr.Call call
        ? TAKING_DECIDERS.get(call.name())
        : null;
  }

  private boolean isAlwaysTrue(List<Expr> returned) {
    return !returned.isEmpty()
        && returned.stream()
            .allMatch(it -> Constants.of(file).value(it).filter(Boolean.TRUE::equals).isPresent());
  }
}
