package dev.zonegate.rules.missingownershipcheck;

import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.OwnerNames;
import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.TypeRef;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Evidence;
import dev.zonegate.rule.Reporter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds requests that are read straight into what is stored. */
final class MassAssignment {
  private static final TypeSet HANDLERS = TypeSet.load("exposure/handlers.types");
  private static final TypeSet BODIES = TypeSet.load("ownership/bodies.types");
  private static final TypeSet JAX_RS =
      TypeSet.of("jakarta.ws.rs.POST", "jakarta.ws.rs.PUT", "jakarta.ws.rs.PATCH");
  private static final TypeSet OTHERWISE = TypeSet.load("ownership/not-bodies.types");
  private static final TypeSet STORED = TypeSet.load("ownership/stored.types");
  private static final ApiSet COPIES = ApiSet.load("ownership/copies.api");
  private final SourceFile file;
  private final Reporter report;

  MassAssignment(SourceFile file, Reporter report) {
    this.file = file;
    this.report = report;
  }

  /**
   * What is filled, and from what.
   *
   * @param entity qualified name of what is filled
   * @param source qualified name of what it is filled from; empty if a client writes it as it likes
   * @param reset properties that are set afterwards
   */
  record Filled(InHandler where, String entity, String source, List<String> reset)
      implements Evidence {}

  void find() {
    for (Decl.Method method : file.all(Decl.Method.class)) {
      if (method.body() != null && HANDLERS.annotationIn(method.annotations()) != null) {
        method.params().stream()
            .filter(each -> isBody(method, each) && isStored(each.type().ref()))
            .filter(this::isHandedOn)
            .forEach(each -> leave(each, method, each.name(), each.type().ref(), "", each));
      }
    }
    for (Expr.Call call : COPIES.callsIn(file)) {
      COPIES.find(call).ifPresent(api -> findCopy(call, api.attributes()));
    }
  }

  private boolean isBody(Decl.Method method, Decl.Param param) {
    if (BODIES.annotationIn(param.annotations()) != null) {
      return BODIES.annotationIn(param.annotations()).name().endsWith("Body") || !isBinderSet();
    }
    if (OTHERWISE.annotationIn(param.annotations()) != null) {
      return false;
    }
    boolean isJaxRs = JAX_RS.annotationIn(method.annotations()) != null;
    return isJaxRs || changes(method) && !isBinderSet();
  }

  /** Of Spring's handlers, one that a form is posted to. */
  private static boolean changes(Decl.Method method) {
    return method.annotations().stream()
        .map(Annotation::name)
        .anyMatch(each -> each.matches("(.*\\.)?(Post|Put|Patch)Mapping"));
  }

  private boolean isBinderSet() {
    return file.all(Expr.Call.class).stream()
        .anyMatch(each -> each.name().matches("setAllowedFields|setDisallowedFields"));
  }

  private static boolean isStored(TypeRef type) {
    return STORED.isOnType(type) || STORED.contains(type).isYes();
  }

  /** Whether the whole object goes on, not only what is read off it. */
  private boolean isHandedOn(Decl.Param param) {
    return Bindings.of(file).uses(param).stream()
        .anyMatch(
            each ->
                file.parent(each) instanceof Expr.Call call && call.arguments().contains(each)
                    || file.parent(each) instanceof Stmt.Return);
  }

  private void findCopy(Expr.Call call, Map<String, String> attributes) {
    int to = Integer.parseInt(attributes.get("to"));
    int from = Integer.parseInt(attributes.get("from"));
    int most = Integer.parseInt(attributes.getOrDefault("most", "9"));
    Expr target = to < 0 ? call.target() : argument(call, to);
    Expr source = from < 0 ? null : argument(call, from);
    Decl.Method method = file.enclosing(call, Decl.Method.class);
    if (method == null || target == null || call.arguments().size() > most) {
      return;
    }
    TypeRef entity = filled(target);
    Variable held = Bindings.of(file).declaration(target).orElse(null);
    if (isStored(entity) && (source == null || !isStoredCopy(source, held))) {
      String given = source == null || isOpen(source.type()) ? "" : source.type().name();
      leave(call, method, call.shortName(), entity, given, held);
    }
  }

  /** A copy of what is stored is not a client's. */
  private boolean isStoredCopy(Expr source, Variable target) {
    Variable from = Bindings.of(file).declaration(source).orElse(null);
    boolean isSent =
        from instanceof Decl.Param param
            && file.parent(param) instanceof Decl.Method
            && param != target;
    return isStored(source.type()) && !isSent;
  }

  private static Expr argument(Expr.Call call, int index) {
    return index < call.arguments().size() ? call.arguments().get(index) : null;
  }

  private static TypeRef filled(Expr target) {
    return target instanceof Expr.ClassLiteral literal ? literal.named().ref() : target.type();
  }

  private static boolean isOpen(TypeRef source) {
    return source.isAnyOf("java.util.Map", "java.lang.String", "java.io.InputStream").isYes()
        || source.simpleName().endsWith("JsonNode");
  }

  private void leave(
      Node at, Decl.Method method, String shown, TypeRef entity, String source, Variable held) {
    Filled filled = new Filled(InHandler.of(file, method), entity.name(), source, reset(held));
    report.candidate(
        at,
        MissingOwnershipCheckRule.MASS_ASSIGNMENT,
        filled,
        shown,
        entity.simpleName(),
        "every field");
  }

  private List<String> reset(Variable held) {
    if (held == null) {
      return List.of();
    }
    List<String> reset = new ArrayList<>();
    for (Expr use : Bindings.of(file).uses(held)) {
      if (file.parent(use) instanceof Expr.Call call
          && call.target() == use
          && call.name().startsWith("set")
          && call.arguments().size() == 1) {
        reset.add(OwnerNames.property(call.name()));
      } else if (file.parent(use) instanceof Expr.FieldAccess access
          && file.parent(access) instanceof Expr.Assign assign
          && assign.assigned() == access) {
        reset.add(access.name());
      }
    }
    return reset;
  }
}
