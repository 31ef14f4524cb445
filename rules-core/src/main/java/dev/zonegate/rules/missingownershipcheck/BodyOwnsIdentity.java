package dev.zonegate.rules.missingownershipcheck;

import dev.zonegate.facts.DataStore;
import dev.zonegate.facts.Endpoint;
import dev.zonegate.facts.Project;
import dev.zonegate.match.AccessChecks;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.Callers;
import dev.zonegate.match.OwnerNames;
import dev.zonegate.match.Ownership;
import dev.zonegate.match.RequestData;
import dev.zonegate.match.TypeSet;
import dev.zonegate.match.Vocabulary;
import dev.zonegate.match.Words;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Candidate;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Evidence;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Settler;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds handlers that take who the caller is from what the caller sends. */
final class BodyOwnsIdentity {
  private static final TypeSet HANDLERS = TypeSet.load("exposure/handlers.types");
  private static final TypeSet NAMED_VALUES = TypeSet.load("ownership/named-values.types");
  private static final TypeSet IN_PATH = TypeSet.load("ownership/in-path.types");
  private static final Vocabulary OTHERS = Vocabulary.load("ownership/other-people.words");
  private static final Vocabulary OTHER_CLASSES =
      Vocabulary.load("ownership/other-people-classes.words");
  private static final Vocabulary PUBLISHED = Vocabulary.load("ownership/published.words");
  private final SourceFile file;
  private final Reporter report;
  private final IdentityUse uses;

  /**
   * An identity that the client claims.
   *
   * @param given qualified name of what it is set on; empty if something is looked up by it
   * @param from the parameter that it comes in; {@link #OF_HANDLER} if the method is a handler
   * @param isInPath whether it is a part of the path, which may as well name a thing
   */
  record Claimed(InHandler where, String given, int from, boolean isInPath) implements Evidence {
    static final int OF_HANDLER = -1;
  }

  BodyOwnsIdentity(SourceFile file, Reporter report) {
    this.file = file;
    this.report = report;
    this.uses = new IdentityUse(file);
  }

  void find() {
    for (Decl.Method method : file.all(Decl.Method.class)) {
      boolean isHandler = method.body() != null && isHandler(method);
      boolean mayClaim = isHandler || method.body() != null && readsOwner(method);
      if (mayClaim && !isAboutOthers(method)) {
        if (isHandler) {
          findBodies(method);
          findNamed(method);
        } else if (!method.isConstructor()) {
          findBodies(method);
        }
      }
    }
  }

  private boolean readsOwner(Decl.Method method) {
    return file.allIn(method.body(), Expr.Call.class).stream().anyMatch(this::isOwner);
  }

  private boolean isOwner(Expr.Call call) {
    return call.arguments().isEmpty() && OwnerNames.isStrong(OwnerNames.property(call.name()));
  }

  private boolean isAboutOthers(Decl.Method method) {
    Decl.Type type = file.enclosing(method, Decl.Type.class);
    return OTHERS.isIn(method.name())
        || type == null
        || OTHER_CLASSES.isIn(type.name())
        || AccessChecks.in(file, method).isPresent();
  }

  private void findBodies(Decl.Method method) {
    for (Expr.Call call : file.allIn(method.body(), Expr.Call.class)) {
      if (isOwner(call) && isBody(method, call.target())) {
        Optional<Expr.Call> use = uses.of(call);
        int from = isHandler(method) ? Claimed.OF_HANDLER : from(method, call.target());
        if (use.isPresent() && !Ownership.of(file).ties(method)) {
          Claimed claimed = new Claimed(InHandler.of(file, method), given(use.get()), from, false);
          found(call, claimed, call.shortName(), use.get());
        }
      }
    }
  }

  private void findNamed(Decl.Method method) {
    for (Decl.Param param : method.params()) {
      Annotation source = NAMED_VALUES.annotationIn(param.annotations());
      if (source != null && OwnerNames.isStrong(param.name()) && !isOptional(source)) {
        boolean isInPath = IN_PATH.annotationIn(List.of(source)) != null;
        Optional<Expr.Call> use = named(method, param, isInPath);
        if (use.isPresent() && !Ownership.of(file).ties(method)) {
          InHandler where = InHandler.of(file, method);
          Claimed claimed = new Claimed(where, given(use.get()), Claimed.OF_HANDLER, isInPath);
          found(use.get(), claimed, param.name(), use.get());
        }
      }
    }
  }

  private Optional<Expr.Call> named(Decl.Method method, Decl.Param param, boolean isInPath) {
    return Bindings.of(file).uses(param).stream()
        .map(uses::of)
        .flatMap(Optional::stream)
        .filter(use -> !isInPath || !isPublished(method, use))
        .findFirst();
  }

  private static boolean isPublished(Decl.Method method, Expr.Call use) {
    return PUBLISHED.isIn(method.name())
        || PUBLISHED.isIn(use.name())
        || use.target() != null && PUBLISHED.isIn(use.target().type().simpleName());
  }

  private static boolean isHandler(Decl.Method method) {
    return HANDLERS.annotationIn(method.annotations()) != null;
  }

  private int from(Decl.Method method, Expr target) {
    return Bindings.of(file)
        .declaration(target)
        .filter(Decl.Param.class::isInstance)
        .map(each -> method.params().indexOf(each))
        .orElse(Claimed.OF_HANDLER);
  }

  private void found(Node at, Claimed claimed, String shown, Expr.Call use) {
    report.candidate(at, MissingOwnershipCheckRule.BODY_OWNS_IDENTITY, claimed, shown, use.name());
  }

  private static String given(Expr.Call use) {
    boolean isSetter = Words.of(use.name()).get(0).equals("set");
    return isSetter && use.target() != null ? use.target().type().name() : "";
  }

  /** A filter of a search may be left out. */
  private static boolean isOptional(Annotation source) {
    return source.argument("required") instanceof Expr.Literal literal
            && Boolean.FALSE.equals(literal.value())
        || source.argument("defaultValue") != null;
  }

  private boolean isBody(Decl.Method method, Expr target) {
    Variable variable = target == null ? null : Bindings.of(file).declaration(target).orElse(null);
    if (!(variable instanceof Decl.Param) || Callers.isHeldBy(variable)) {
      return false;
    }
    return isHandler(method)
        ? RequestData.isHeldBy(variable, file)
            && NAMED_VALUES.annotationIn(variable.annotations()) == null
        : file.parent(variable) == method && isSent(variable);
  }

  /** Whether a type is called after what is sent. */
  private static boolean isSent(Variable variable) {
    return variable
        .type()
        .ref()
        .simpleName()
        .matches("(?s).*(Request|Dto|DTO|Command|Form|Payload|Input|Body|Params?|Create.+|New.+)");
  }

  static void settle(Candidate candidate, Claimed claimed, Settler settler) {
    Project project = settler.project();
    Optional<Endpoint> endpoint =
        handlers(project, candidate, claimed).stream()
            .filter(each -> Admission.isForEveryUser(project, each))
            .filter(each -> !Admission.isOpen(project, each))
            .filter(each -> !OTHERS.isIn(each.method()))
            .findFirst();
    if (endpoint.isEmpty()
        || claimed.isInPath() && !AccessPaths.of(project).hasTied(endpoint.get().type())
        || project.isWhole() && !isOfCallers(project, claimed)) {
      return;
    }
    boolean isSure = project.isWhole() && !claimed.isInPath();
    settler.report(candidate).confidence(isSure ? Confidence.HIGH : Confidence.MEDIUM);
  }

  private static Collection<Endpoint> handlers(
      Project project, Candidate candidate, Claimed claimed) {
    String path = candidate.finding().path();
    if (claimed.from() == Claimed.OF_HANDLER) {
      return Admission.endpoint(project, path, claimed.where()).stream().toList();
    }
    AccessPaths paths = AccessPaths.of(project);
    return paths
        .method(path, claimed.where().line())
        .map(each -> paths.untied(each, claimed.from()))
        .orElse(Set.of());
  }

  /** Whether the project knows its callers, and keeps what the claim is written on. */
  private static boolean isOfCallers(Project project, Claimed claimed) {
    return CallerIdea.isIn(project)
        && (claimed.given().isEmpty()
            || !Stored.withSupertypes(project, claimed.given()).isEmpty()
            || project.all(DataStore.class).stream()
                .anyMatch(each -> each.entity().equals(claimed.given())));
  }
}
