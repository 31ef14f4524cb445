package dev.zonegate.rules.missingownershipcheck;

import dev.zonegate.facts.Endpoints;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.Callers;
import dev.zonegate.match.OwnerNames;
import dev.zonegate.match.RequestData;
import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Candidate;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Evidence;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Settler;
import java.util.Optional;

/** Finds fields in which one caller's data waits for the next. */
final class SharedFields {
  private static final TypeSet SET_UP = TypeSet.load("ownership/set-up.types");
  private static final TypeSet REQUESTS = TypeSet.load("ownership/requests.types");
  private static final TypeSet HOLDERS =
      TypeSet.of(
          "java.lang.ThreadLocal",
          "jakarta.enterprise.inject.Instance",
          "jakarta.inject.Provider",
          "org.springframework.beans.factory.ObjectProvider");
  private static final TypeSet CONFIGURATION =
      TypeSet.of("org.springframework.boot.context.properties.ConfigurationProperties");
  private final SourceFile file;
  private final Reporter report;

  SharedFields(SourceFile file, Reporter report) {
    this.file = file;
    this.report = report;
  }

  void find() {
    for (Expr.Assign assign : file.all(Expr.Assign.class)) {
      if (assign.operator().equals("=")
          && Bindings.of(file).declaration(assign.assigned()).orElse(null)
              instanceof Decl.Field field
          && isShared(field)
          && isAtRunTime(assign)) {
        what(field, plain(assign.value())).ifPresent(what -> found(assign, field, what));
      }
    }
    new LeftOnThread(file, report).find();
  }

  private void found(Expr.Assign assign, Decl.Field field, String what) {
    Decl.Type type = file.enclosing(field, Decl.Type.class);
    if (type != null && Singletons.is(type)) {
      report.at(assign, MissingOwnershipCheckRule.USER_DATA_IN_SINGLETON, field.name(), what);
    } else {
      report.candidate(
          assign,
          MissingOwnershipCheckRule.USER_DATA_IN_SINGLETON,
          new InProgram(field.name()),
          field.name(),
          what);
    }
  }

  /** A static field that all share if the program has callers. */
  record InProgram(String field) implements Evidence {}

  static void settle(Candidate candidate, Settler settler) {
    boolean isServer =
        Endpoints.of(settler.project()).stream().anyMatch(each -> each.kind().isRemote());
    if (isServer || !settler.project().isWhole()) {
      settler.report(candidate).confidence(isServer ? Confidence.HIGH : Confidence.MEDIUM);
    }
  }

  private boolean isShared(Decl.Field field) {
    if (field.modifiers().contains(Modifier.FINAL)
        || HOLDERS.contains(field.type().ref()).isYes()
        || field.annotations().stream().anyMatch(each -> SET_UP.contains(each.type()).isYes())) {
      return false;
    }
    Decl.Type type = file.enclosing(field, Decl.Type.class);
    return type != null
        && CONFIGURATION.annotationIn(type.annotations()) == null
        && (field.modifiers().contains(Modifier.STATIC)
            ? Singletons.is(type) || isAsked(field)
            : Singletons.is(type));
  }

  /** Whether a static field is called after the caller. */
  private static boolean isAsked(Decl.Field field) {
    return Callers.isName(field.name()) && !HOLDERS.contains(field.type().ref()).isYes();
  }

  private boolean isAtRunTime(Expr.Assign assign) {
    Decl.Method method = file.enclosing(assign, Decl.Method.class);
    return method != null
        && !method.isConstructor()
        && !isSetUp(method.name(), assign.value())
        && SET_UP.annotationIn(method.annotations()) == null;
  }

  /** Whether a method is called so that sets things up, and what it sets is of no caller. */
  private boolean isSetUp(String name, Expr value) {
    return name.matches("init|main|afterPropertiesSet|start|contextInitialized")
        && !isPrincipal(value);
  }

  private static Expr plain(Expr value) {
    return value instanceof Expr.Cast cast ? plain(cast.operand()) : value;
  }

  private Optional<String> what(Decl.Field field, Expr value) {
    Variable given = Bindings.of(file).declaration(value).orElse(null);
    if (value instanceof Expr.Literal) {
      return Optional.empty();
    }
    if (REQUESTS.contains(value.type()).isYes()) {
      return Optional.of("a request");
    }
    boolean isNamed = Callers.isName(field.name()) || OwnerNames.isOwner(field.name());
    boolean isGiven = given instanceof Decl.Param && isCallers(field, value);
    if (isGiven || isNamed && (isRequested(value) || isFound(value)) || isPrincipal(value)) {
      return Optional.of("who is calling");
    }
    return isRequested(value) && (isServlet(field) || isNamed)
        ? Optional.of("what a client sent")
        : Optional.empty();
  }

  /** Whether a field that is given a value is for who is calling, and no setting. */
  private boolean isCallers(Decl.Field field, Expr value) {
    Decl.Method method = file.enclosing(value, Decl.Method.class);
    boolean isSetter =
        method != null && OwnerNames.property(method.name()).equalsIgnoreCase(field.name());
    return Callers.isName(field.name())
        || !isSetter && OwnerNames.isStrong(field.name()) && !field.name().contains("name");
  }

  private boolean isFound(Expr value) {
    return value instanceof Expr.Call call
        && (Callers.isOf(file, call) || call.arguments().stream().anyMatch(this::isFromParameter));
  }

  private boolean isFromParameter(Expr argument) {
    return file.allIn(argument, Expr.Name.class).stream()
        .anyMatch(
            each ->
                Bindings.of(file).declaration(each).orElse(null) instanceof Decl.Param param
                    && file.parent(param) instanceof Decl.Method);
  }

  private boolean isPrincipal(Expr value) {
    return value instanceof Expr.Call && Callers.isOf(file, value)
        || Bindings.of(file)
            .declaration(value)
            .filter(each -> !(each instanceof Decl.Field) && Callers.isOf(file, value))
            .isPresent();
  }

  private boolean isRequested(Expr value) {
    return file.allIn(value, Expr.Call.class).stream().anyMatch(RequestData::isReturnedBy)
        || Bindings.of(file)
            .declaration(value)
            .filter(
                each ->
                    RequestData.isHeldBy(each, file)
                        || each.initializer() != null
                            && file.allIn(each.initializer(), Expr.Call.class).stream()
                                .anyMatch(RequestData::isReturnedBy))
            .isPresent();
  }

  private boolean isServlet(Decl.Field field) {
    Decl.Type type = file.enclosing(field, Decl.Type.class);
    return type != null && type.ref().isA("jakarta.servlet.Servlet").isYes();
  }
}
