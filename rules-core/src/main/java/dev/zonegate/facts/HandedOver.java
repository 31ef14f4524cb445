package dev.zonegate.facts;

import dev.zonegate.match.Methods;
import dev.zonegate.match.TypeNames;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.TypeNode;
import dev.zonegate.model.TypeRef;
import java.util.List;
import java.util.Set;

/**
 * What a handler hands to what makes its response. What it hands to a mapper is not sent: {@code
 * OrderView.of(order)} sends the view.
 */
final class HandedOver {
  private static final List<String> ENVELOPES =
      List.of(
          "java.", "org.springframework.", "jakarta.ws.rs.", "javax.ws.rs.", "io.micronaut.http.");
  private final SourceFile file;
  private final TypeNode declared;

  HandedOver(SourceFile file, TypeNode declared) {
    this.file = file;
    this.declared = declared;
  }

  void add(Stmt.Block body, Set<String> found) {
    for (Expr each : Methods.of(file).returnedBy(body)) {
      add(each, found);
      Expr value = each;
      while (value instanceof Expr.Call call) {
        addAll(call.type(), call.arguments(), found);
        value = call.target();
      }
      if (value instanceof Expr.New made) {
        addAll(made.type(), made.arguments(), found);
      }
    }
  }

  private void addAll(TypeRef made, List<Expr> arguments, Set<String> found) {
    if (isEnvelope(made)) {
      arguments.forEach(each -> add(each, found));
    }
  }

  /** Whether a type carries something else: one of the framework's, or a generic one. */
  private boolean isEnvelope(TypeRef type) {
    return ENVELOPES.stream().anyMatch(type.name()::startsWith)
        || file.allIn(declared, TypeNode.Named.class).stream()
            .anyMatch(each -> !each.arguments().isEmpty() && each.ref().isNamed(type.name()))
        || declared.ref().isNamed("java.lang.Object");
  }

  private void add(Expr value, Set<String> found) {
    TypeNames.of(file, value).stream().filter(WebPayload::isForeign).forEach(found::add);
  }
}
