package dev.zonegate.rules.authbypass;

import dev.zonegate.match.AccessChecks;
import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.Completion;
import dev.zonegate.match.Constants;
import dev.zonegate.match.TypeSet;
import dev.zonegate.match.Vocabulary;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Case;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Severity;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds decisions about access that rest on what the client says of itself. */
final class ClientAssertedRole {
  private static final Pattern ROLE_GETTER =
      Pattern.compile(
          "(get|is|has)?(Role|Roles|UserRole|Admin|Authorities|Permissions|Superuser|role|roles|admin|isAdmin|superuser)|isSuperAdmin");
  private static final ApiSet HEADERS = ApiSet.load("security/client-claims.api");
  private static final TypeSet HEADER_PARAMS = TypeSet.load("security/claim-parameters.types");
  private static final TypeSet BODIES =
      TypeSet.of(
          "org.springframework.web.bind.annotation.RequestBody",
          "org.springframework.web.bind.annotation.ModelAttribute",
          "jakarta.ws.rs.BeanParam");
  private static final TypeSet HEADER_ONLY = TypeSet.load("security/claim-headers.types");
  private static final Vocabulary NO_CLAIMS = Vocabulary.load("security/no-claims.words");
  private static final Vocabulary ROLES = Vocabulary.load("security/role-headers.words");
  private static final String DECIDES = "decides here who may pass";
  private static final String OWNS = "chooses here whose data it is";
  private static final String COPIED = "is stored as a right";

  private final SourceFile file;
  private final Reporter report;
  private final RoleComparison comparisons;

  ClientAssertedRole(SourceFile file, Reporter report) {
    this.file = file;
    this.report = report;
    this.comparisons = new RoleComparison(file);
  }

  void find() {
    for (Expr.Call call : file.all(Expr.Call.class)) {
      if (HEADERS.matches(call).isYes() && !call.arguments().isEmpty()) {
        Constants.of(file)
            .text(call.arguments().get(0))
            .ifPresent(name -> checkClaim(call, call, name));
      } else if (isBodyClaim(call)) {
        checkBody(call);
      }
    }
    for (Decl.Param param : file.all(Decl.Param.class)) {
      Annotation source = HEADER_PARAMS.annotationIn(param.annotations());
      if (source != null) {
        checkParam(param, claimed(source, param));
      }
    }
  }

  private String claimed(Annotation source, Decl.Param param) {
    for (String name : new String[] {"value", "name"}) {
      Expr value = source.argument(name);
      Optional<String> text = value == null ? Optional.empty() : Constants.of(file).text(value);
      if (text.isPresent()) {
        return text.get();
      }
    }
    return param.name();
  }

  private void checkClaim(Expr.Call call, Expr value, String name) {
    if (report.isOn("trustedProxy") && name.regionMatches(true, 0, "X-", 0, 2)) {
      return;
    }
    Variable held = file.parent(value) instanceof Variable variable ? variable : null;
    if (isClaim(name) && decides(value, held)) {
      report.at(call, AuthBypassRule.CLIENT_ASSERTED_ROLE, name, DECIDES);
    } else if (!call.name().equals("getParameter")
        && OwnerClaim.isNamed(name)
        && new OwnerClaim(file).chooses(value, held)) {
      reportOwner(call, name);
    }
  }

  /** Whether a name claims a right, and does not ask for a list of rights. */
  private static boolean isClaim(String name) {
    return ROLES.isIn(name) && !NO_CLAIMS.isIn(name);
  }

  private void reportOwner(Node at, String name) {
    report
        .at(at, AuthBypassRule.CLIENT_ASSERTED_ROLE, name, OWNS)
        .severity(Severity.WARNING)
        .confidence(Confidence.MEDIUM);
  }

  private void checkParam(Decl.Param param, String name) {
    if (report.isOn("trustedProxy") && name.regionMatches(true, 0, "X-", 0, 2)) {
      return;
    }
    if (isClaim(name) && decides(null, param)) {
      report.at(param, AuthBypassRule.CLIENT_ASSERTED_ROLE, name, DECIDES);
    } else if (HEADER_ONLY.annotationIn(param.annotations()) != null
        && OwnerClaim.isNamed(name)
        && new OwnerClaim(file).chooses(null, param)) {
      reportOwner(param, name);
    }
  }

  /** Whether a condition compares the value with the name of a role, and lets pass if it is. */
  private boolean decides(Expr value, Variable held) {
    if (value != null && isDecisive(value)) {
      return true;
    }
    return held != null && Bindings.of(file).uses(held).stream().anyMatch(this::isDecisive);
  }

  private boolean isDecisive(Expr claim) {
    Node test = comparisons.of(claim);
    if (test == null) {
      return isRefusedByDefault(comparisons.cases(claim));
    }
    boolean isNegated = RoleComparison.asksForNone(test);
    Node child = test;
    for (Node up = file.parent(test); up != null; child = up, up = file.parent(up)) {
      if (up instanceof Expr.Unary not && not.operator().equals("!")) {
        isNegated = !isNegated;
      } else if (up instanceof Stmt.If choice && choice.condition() == child) {
        return isNegated == leaves(choice.then());
      } else if (up instanceof Expr.Conditional
          || up instanceof Stmt.Return
          || up instanceof Stmt.Local) {
        return true;
      } else if (!(up instanceof Expr.Binary)) {
        return false;
      }
    }
    return false;
  }

  /** {@code switch (role) { case "ADMIN" -> ...; default -> throw ...; }}. */
  private boolean isRefusedByDefault(List<Case> cases) {
    return cases.stream()
        .filter(Case::isDefault)
        .flatMap(each -> each.body().stream())
        .anyMatch(each -> FailOpenFilter.rejects(file, each) || isRefusal(each));
  }

  private boolean leaves(Stmt branch) {
    return !Completion.isNormal(branch)
        && (FailOpenFilter.rejects(file, branch) || isRefusal(branch));
  }

  private boolean isRefusal(Stmt branch) {
    String text = file.text(branch);
    return text.matches(
        "(?s).*(FORBIDDEN|UNAUTHORIZED|forbidden|unauthorized|Forbidden|Denied|badRequest|return;|false|null|40[0134]).*");
  }

  /** {@code request.getRole()} of the body of a request. */
  private boolean isBodyClaim(Expr.Call call) {
    return call.arguments().isEmpty()
        && call.target() instanceof Expr.Name
        && isRoleGetter(call.name())
        && Bindings.of(file).declaration(call.target()).orElse(null) instanceof Decl.Param param
        && isBody(param);
  }

  private static boolean isRoleGetter(String name) {
    return ROLE_GETTER.matcher(name).matches();
  }

  private boolean isBody(Decl.Param param) {
    return BODIES.annotationIn(param.annotations()) != null
        || param.type() != null
            && file.parent(param) instanceof Decl.Method method
            && method
                .name()
                .matches(
                    "(register|signUp|signup|createAccount|registerUser|registerAccount|updateProfile).*")
            && param
                .type()
                .ref()
                .simpleName()
                .matches(".*(Request|Dto|DTO|Form|Command|Payload|Input|Body)");
  }

  private void checkBody(Expr.Call claim) {
    Decl.Method method = file.enclosing(claim, Decl.Method.class);
    if (method == null || isForAdministrators(claim, method)) {
      return;
    }
    Variable held = file.parent(claim) instanceof Variable variable ? variable : null;
    if (decides(claim, held)) {
      report.at(claim, AuthBypassRule.CLIENT_ASSERTED_ROLE, claim.shortName(), DECIDES);
    } else if (isCopied(claim)) {
      report
          .at(claim, AuthBypassRule.CLIENT_ASSERTED_ROLE, claim.shortName(), COPIED)
          .severity(Severity.WARNING)
          .confidence(Confidence.MEDIUM);
    }
  }

  private boolean isForAdministrators(Node node, Decl.Method method) {
    Decl.Type type = file.enclosing(node, Decl.Type.class);
    return AccessChecks.guardIn(method.annotations()) != null
        || type != null && AccessChecks.guardIn(type.annotations()) != null
        || isChecked(method);
  }

  /** Whether something else than claims such as {@code body.isAdmin()} is asked. */
  private boolean isChecked(Decl.Method method) {
    Invocation first = AccessChecks.in(file, method).map(AccessChecks.Check::call).orElse(null);
    if (!(first instanceof Expr.Call call) || !isBodyClaim(call)) {
      return first != null;
    }
    return file.allIn(method.body(), Invocation.class).stream()
        .filter(each -> !(each instanceof Expr.Call other) || !isBodyClaim(other))
        .anyMatch(each -> AccessChecks.isCheck(file, each));
  }

  /** {@code user.setRole(request.getRole())}, {@code .role(request.getRole())}. */
  private boolean isCopied(Expr.Call claim) {
    Node up = file.parent(claim);
    if (up instanceof Expr.Call wrapped
        && wrapped.name().matches("valueOf|of|singleton|toUpperCase")) {
      up = file.parent(wrapped);
    }
    return up instanceof Expr.Call call
        && call.target() != null
        && call.name()
            .matches(
                "(set|with|add)?(Role|Roles|UserRole|Admin|Authorities|role|roles|admin|authorities|isAdmin)");
  }
}
