package dev.zonegate.rules.sensitivedataexposure;

import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.Constants;
import dev.zonegate.match.TypeSet;
import dev.zonegate.match.Vocabulary;
import dev.zonegate.match.Words;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Related;
import dev.zonegate.rule.Report;
import dev.zonegate.rule.Reporter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds logins and resets that answer differently for an unknown user and a wrong password. */
final class UserEnumeration {
  private static final ApiSet SWITCHES = ApiSet.load("exposure/enumeration-switches.api");
  private static final TypeSet HANDLERS = TypeSet.load("exposure/handlers.types");
  private static final Vocabulary LOGIN = Vocabulary.load("exposure/login.words");
  private static final Vocabulary RESET = Vocabulary.load("exposure/reset.words");
  private static final Vocabulary CHECKING = Vocabulary.load("exposure/password-checks.words");
  private static final Set<String> SEARCHING =
      Set.of("find", "get", "load", "exists", "select", "lookup", "by", "fetch", "search");
  private static final Set<String> USER_WORDS =
      Set.of("email", "mail", "username", "user", "login", "name", "account", "phone");
  private static final String USER = "\\b(user|username|account|e-?mail|login|customer|member)\\b";
  private static final Pattern UNKNOWN_USER =
      Pattern.compile(
          "(?is)(?:(?!"
              + USER
              + ").)*+"
              + USER
              + ".*\\b(not (be )?found"
              + "|does(n't| not) exist|not exist|unknown|not registered|not recognized|invalid)\\b.*"
              + "|.*\\b(unknown|no|no such|invalid) (user|username|account|e-?mail|customer|member)\\b.*");
  private static final Pattern EITHER =
      Pattern.compile("(?is).*(\\bor\\b|/|\\band\\b|credential|\\bif\\b).*");
  private final SourceFile file;
  private final Reporter report;

  private UserEnumeration(SourceFile file, Reporter report) {
    this.file = file;
    this.report = report;
  }

  static void find(SourceFile file, Reporter report) {
    UserEnumeration search = new UserEnumeration(file, report);
    for (Decl.Method method : file.all(Decl.Method.class)) {
      if (method.body() != null && !method.isConstructor()) {
        search.method(method);
      }
    }
    for (Expr.Call call : file.all(Expr.Call.class)) {
      boolean isShown =
          SWITCHES.matches(call).isYes()
              && call.arguments().size() == 1
              && Constants.of(file)
                  .value(call.arguments().get(0))
                  .filter(Boolean.FALSE::equals)
                  .isPresent();
      if (isShown) {
        report.at(call, SensitiveDataExposureRule.USER_ENUMERATION, call.name() + "(false)");
      }
    }
  }

  private void method(Decl.Method method) {
    boolean isLogin = isCalled(method, LOGIN);
    boolean isReset = isCalled(method, RESET) || isHandlerOf(method, RESET);
    if (!isLogin && !isReset) {
      return;
    }
    Expr unknown = unknownUser(method).orElse(null);
    if (unknown == null) {
      return;
    }
    Expr wrong = isLogin ? wrongPassword(method).orElse(null) : null;
    boolean isTelling = isReset && !isLogin && isTelling(unknown);
    if (wrong != null && !isSame(unknown, wrong)) {
      report(method, unknown)
          .confidence(isTelling(unknown) ? Confidence.HIGH : Confidence.MEDIUM)
          .related(Related.at(file, wrong, "the answer to a wrong password"));
    } else if (isTelling) {
      report(method, unknown).confidence(Confidence.MEDIUM);
    }
  }

  private Report report(Decl.Method method, Expr unknown) {
    return report.at(unknown, SensitiveDataExposureRule.USER_ENUMERATION, method.name());
  }

  private boolean isCalled(Decl.Method method, Vocabulary words) {
    if (words.isIn(method.name())) {
      return true;
    }
    return method.annotations().stream()
        .filter(each -> each.name().endsWith("Mapping") || each.name().equals("Path"))
        .anyMatch(each -> isPath(each, words));
  }

  /** Whether it answers requests in a class that is called so: {@code PasswordResetController}. */
  private boolean isHandlerOf(Decl.Method method, Vocabulary words) {
    Decl.Type type = file.enclosing(method, Decl.Type.class);
    return type != null
        && HANDLERS.annotationIn(method.annotations()) != null
        && words.isIn(type.name());
  }

  private boolean isPath(Annotation mapping, Vocabulary words) {
    return file.allIn(mapping, Expr.Literal.class).stream()
        .anyMatch(each -> each.value() instanceof String path && words.isIn(path));
  }

  /** What is thrown or returned where no user was found. */
  private Optional<Expr> unknownUser(Decl.Method method) {
    for (Expr.Call call : file.allIn(method.body(), Expr.Call.class)) {
      if (call.name().equals("orElseThrow")
          && call.arguments().size() == 1
          && call.arguments().get(0) instanceof Expr.Lambda lambda
          && lambda.body() instanceof Expr thrown
          && isLookup(call.target())) {
        return Optional.of(thrown);
      }
    }
    for (Stmt.If choice : file.allIn(method.body(), Stmt.If.class)) {
      if (isAbsence(choice.condition())) {
        return outcome(choice.then());
      }
    }
    return Optional.empty();
  }

  private Optional<Expr> wrongPassword(Decl.Method method) {
    for (Stmt.If choice : file.allIn(method.body(), Stmt.If.class)) {
      boolean isNegated =
          choice.condition() instanceof Expr.Unary not && not.operator().equals("!");
      Expr test = isNegated ? ((Expr.Unary) choice.condition()).operand() : choice.condition();
      if (test instanceof Expr.Call check && isPasswordCheck(check)) {
        return isNegated
            ? outcome(choice.then())
            : choice.otherwise() == null ? Optional.empty() : outcome(choice.otherwise());
      }
    }
    return Optional.empty();
  }

  private boolean isPasswordCheck(Expr.Call check) {
    return CHECKING.isIn(check.name())
        && file.allIn(check, Expr.class).stream()
            .anyMatch(each -> Words.of(nameOf(each)).stream().anyMatch(this::isPassword));
  }

  private boolean isPassword(String word) {
    return word.startsWith("password") || word.equals("pwd") || word.equals("passwd");
  }

  private static String nameOf(Expr expr) {
    if (expr instanceof Expr.Name name) {
      return name.name();
    }
    if (expr instanceof Expr.FieldAccess access) {
      return access.name();
    }
    return expr instanceof Expr.Call call ? call.name() : "";
  }

  private boolean isAbsence(Expr condition) {
    if (condition instanceof Expr.Binary binary && binary.operator().equals("==")) {
      boolean isNull = binary.right() instanceof Expr.Literal literal && literal.isNull();
      return isNull && isUser(binary.left());
    }
    if (condition instanceof Expr.Unary not && not.operator().equals("!")) {
      return not.operand() instanceof Expr.Call call
          && (call.name().equals("isPresent") && isUser(call.target())
              || call.name().startsWith("existsBy") && isLookup(call));
    }
    return condition instanceof Expr.Call call
        && call.name().equals("isEmpty")
        && isUser(call.target());
  }

  /** A local that holds what a lookup found. */
  private boolean isUser(Expr value) {
    Variable variable = Bindings.of(file).declaration(value).orElse(null);
    return variable instanceof Stmt.Local
        && variable.initializer() != null
        && isLookup(variable.initializer());
  }

  private boolean isLookup(Expr value) {
    for (Expr each = value; each instanceof Expr.Call call; each = call.target()) {
      List<String> words = Words.of(call.name());
      boolean isSearch = !words.isEmpty() && SEARCHING.contains(words.get(0));
      boolean isByName = words.stream().anyMatch(USER_WORDS::contains);
      if (isSearch && isByName && !call.arguments().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private Optional<Expr> outcome(Stmt branch) {
    List<Expr> found = new ArrayList<>();
    file.allIn(branch, Stmt.Throw.class).forEach(each -> found.add(each.value()));
    file.allIn(branch, Stmt.Return.class).stream()
        .filter(each -> each.value() != null)
        .forEach(each -> found.add(each.value()));
    return found.stream().findFirst();
  }

  /** Whether both say the same, whatever they are told of the user. */
  private boolean isSame(Expr one, Expr other) {
    return file.text(one).replaceAll("\\s+", "").equals(file.text(other).replaceAll("\\s+", ""))
        || !isTelling(one) && texts(one).equals(texts(other)) && head(one).equals(head(other));
  }

  private String head(Expr outcome) {
    return file.text(outcome).replaceAll("\\s+", "").replaceAll("[(,].*", "");
  }

  private List<String> texts(Node outcome) {
    return file.allIn(outcome, Expr.Literal.class).stream()
        .map(each -> String.valueOf(each.value()))
        .toList();
  }

  private boolean isTelling(Expr outcome) {
    return texts(outcome).stream()
        .anyMatch(each -> UNKNOWN_USER.matcher(each).matches() && !EITHER.matcher(each).matches());
  }
}
