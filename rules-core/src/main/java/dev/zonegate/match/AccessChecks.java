package dev.zonegate.match;

import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.TypeRef;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What checks in code whether the caller may do something: calls, annotations, and decisions by
 * name.
 */
public final class AccessChecks {
  private static final ApiSet CALLS = ApiSet.load("security/checks.api");
  private static final TypeSet OPEN = TypeSet.load("security/open.types");
  private static final Vocabulary OPEN_NAMES = Vocabulary.load("security/open.words");
  private static final TypeSet GUARDS = TypeSet.load("security/guards.types");
  private static final Vocabulary SUBJECTS = Vocabulary.load("security/check-subjects.words");
  private static final Vocabulary NO_CHECKS = Vocabulary.load("security/no-checks.words");
  private static final Vocabulary GUARD_NAMES = Vocabulary.load("security/guard-annotations.words");
  private static final Set<String> KINDS =
      Set.of("allowed", "permitted", "authentication", "authorization", "login");

  /** What asks how something is, and says nothing of a caller by itself. */
  private static final Set<String> STATES = Set.of("is", "has");

  /** What somebody logs in with. */
  private static final Set<String> LOGINS = Set.of("credential", "credentials", "password");

  /** What says of something else that it may be done: {@code policy.allowFrames(origin)}. */
  private static final Set<String> OFFERS = Set.of("allow", "allows", "permit");

  /** What a program is set to do. */
  private static final Set<String> DEEDS =
      Set.of("add", "store", "use", "show", "send", "enable", "include", "update", "link", "trust");

  /** What those that check access are called after it. */
  private static final List<String> EVALUATORS =
      List.of(
          "Evaluator",
          "Checker",
          "Manager",
          "Service",
          "Verifier",
          "Validator",
          "Provider",
          "Context",
          "Guard",
          "Handler",
          "Utils",
          "Util",
          "Support",
          "Component",
          "Interceptor");

  private static final Set<String> OPEN_TEXTS =
      Set.of("permitAll", "permitAll()", "isAnonymous()", "IS_AUTHENTICATED_ANONYMOUSLY");
  private static final Set<String> VERBS =
      Set.of(
          "check",
          "require",
          "assert",
          "verify",
          "ensure",
          "enforce",
          "validate",
          "authorize",
          "authorise",
          "authenticate",
          "is",
          "has",
          "can",
          "may",
          "must",
          "need",
          "guard",
          "allow",
          "allows",
          "permit",
          "evaluate",
          "demand");
  private static final Set<String> OPPOSITES =
      Set.of(
          "not",
          "no",
          "expired",
          "invalid",
          "blocked",
          "revoked",
          "blacklisted",
          "denied",
          "locked",
          "required",
          "missing",
          "disabled",
          "anonymous",
          "public",
          "empty",
          "null",
          "forbidden",
          "unauthorized",
          "present",
          "enabled",
          "configured",
          "supported");

  private static final int HAND_ON = 1;
  private static final int CALL = 4;
  private static final int REACH = 3 * CALL;

  private AccessChecks() {}

  /**
   * The annotation among these that guards what carries it, or null. One that says that everybody
   * may pass guards too: somebody has decided.
   */
  public static Annotation guardIn(List<Annotation> annotations) {
    Annotation known = GUARDS.annotationIn(annotations);
    if (known != null) {
      return known;
    }
    return annotations.stream().filter(AccessChecks::isCalledGuard).findFirst().orElse(null);
  }

  /** Whether an annotation of this type guards what carries it. */
  public static boolean isGuard(TypeRef annotation) {
    return GUARDS.contains(annotation).isYes();
  }

  private static boolean isCalledGuard(Annotation annotation) {
    String name = annotation.name().substring(annotation.name().lastIndexOf('.') + 1);
    return !annotation.type().name().startsWith("io.swagger.")
        && !annotation.type().name().startsWith("org.eclipse.microprofile.openapi.")
        && GUARD_NAMES.isIn(name);
  }

  /** Whether a guard says that everybody may pass. */
  public static boolean isOpen(Annotation guard) {
    return OPEN.contains(guard.type()).isYes()
        || OPEN_NAMES.isIn(guard.name())
        || guard.arguments().stream().anyMatch(each -> isOpen(each.value()));
  }

  /** {@code @PreAuthorize("permitAll()")}, {@code @Secured(SecurityRule.IS_ANONYMOUS)}. */
  private static boolean isOpen(Expr said) {
    if (said instanceof Expr.FieldAccess access) {
      return access.name().equals("IS_ANONYMOUS");
    }
    if (said instanceof Expr.ArrayInitializer list) {
      return list.elements().stream().anyMatch(AccessChecks::isOpen);
    }
    return said instanceof Expr.Literal literal
            && literal.value() instanceof String text
            && OPEN_TEXTS.contains(text.strip())
        || said instanceof Expr.Name name && name.name().equals("IS_ANONYMOUS");
  }

  /**
   * A check, and the method in which it stands.
   *
   * @param call what asks
   */
  public record Check(Invocation call, Decl.Method method) {}

  /**
   * The first call in {@code method}, or in a method of the file that it calls, that checks access.
   */
  public static Optional<Check> in(SourceFile file, Decl.Method method) {
    return within(file, method, REACH);
  }

  /** The same, found once for each method and reach, since methods call the same ones. */
  private static Optional<Check> within(SourceFile file, Decl.Method method, int reach) {
    Map<Integer, Optional<Check>> known =
        Known.of(file).found().computeIfAbsent(method, any -> new HashMap<>());
    Optional<Check> check = known.get(reach);
    if (check == null) {
      check = in(file, method, reach, any -> true);
      known.put(reach, check);
    }
    return check;
  }

  /** The same, on the ways through {@code method} that start with a call that {@code isMeant}. */
  public static Optional<Check> in(
      SourceFile file, Decl.Method method, Predicate<Invocation> isMeant) {
    return in(file, method, REACH, isMeant);
  }

  private static Optional<Check> in(
      SourceFile file, Decl.Method method, int reach, Predicate<Invocation> isMeant) {
    if (method.body() == null || reach <= 0) {
      return Optional.empty();
    }
    // what only hands on is as near as what it hands on to
    boolean isOnward = reach < REACH && isHandingOn(method.body());
    int beyond = reach - (isOnward ? HAND_ON : CALL);
    Deciding deciding = new Deciding(file);
    for (Invocation use : file.allIn(method.body(), Invocation.class)) {
      if (!isMeant.test(use)) {
        continue;
      }
      Optional<Decl.Method> own = Methods.of(file).declaration(use);
      // what has the handler's own name does its work
      boolean isNamesake =
          own.isEmpty() && use instanceof Expr.Call call && isNamesake(call, method);
      if (isCheck(file, use)
          && !isNamesake
          && deciding.decides(use)
          && own.filter(each -> isNoCheck(each, method)).isEmpty()) {
        return Optional.of(new Check(use, method));
      }
      if (own.isPresent() && own.get() != method) {
        Optional<Check> behind = within(file, own.get(), beyond);
        if (behind.isPresent()) {
          return behind;
        }
      }
    }
    return Optional.empty();
  }

  /** What only asks one that may be there, or another form of the same method. */
  private static boolean isNoCheck(Decl.Method called, Decl.Method caller) {
    return asksWhoMayBeThere(called) || called.name().equals(caller.name());
  }

  /** {@code void checkAccess() { if (interceptor != null) interceptor.access(); }}. */
  private static boolean asksWhoMayBeThere(Decl.Method method) {
    return method.body() != null
        && method.body().statements().size() == 1
        && method.body().statements().get(0) instanceof Stmt.If choice
        && choice.otherwise() == null
        && choice.condition() instanceof Expr.Binary test
        && test.operator().equals("!=")
        && test.right() instanceof Expr.Literal none
        && none.isNull();
  }

  /** {@code { return show("orders", ORDERS); }}: one call, and nothing else happens. */
  private static boolean isHandingOn(Stmt.Block body) {
    if (body.statements().size() != 1) {
      return false;
    }
    Stmt only = body.statements().get(0);
    Expr value =
        only instanceof Stmt.Return end
            ? end.value()
            : only instanceof Stmt.Expression statement ? statement.expression() : null;
    return value instanceof Expr.Call call
        && call.arguments().stream()
            .allMatch(
                each ->
                    each instanceof Expr.Name
                        || each instanceof Expr.Literal
                        || each instanceof Expr.FieldAccess);
  }

  private static boolean isNamesake(Expr.Call call, Decl.Method method) {
    return call.name().equals(method.name()) && call.target() != null;
  }

  /** What was found out of a file, which several rules and facts ask about. */
  private record Known(
      Map<Invocation, Boolean> areChecks, Map<Decl.Method, Map<Integer, Optional<Check>>> found) {
    static Known of(SourceFile file) {
      return file.derived(
          Known.class, any -> new Known(new IdentityHashMap<>(), new IdentityHashMap<>()));
    }
  }

  /** Whether {@code use} checks the caller's right to something, or asks who the caller is. */
  public static boolean isCheck(SourceFile file, Invocation use) {
    return Known.of(file).areChecks().computeIfAbsent(use, AccessChecks::isCheck);
  }

  private static boolean isCheck(Invocation use) {
    if (CALLS.matches(use).isYes()) {
      return true;
    }
    return use instanceof Expr.Call call && isCheckName(call);
  }

  private static boolean isCheckName(Expr.Call call) {
    return VERBS.contains(Words.first(call.name()))
        && !NO_CHECKS.isIn(call.name())
        && !isSetting(call)
        && !isOfItself(call)
        && isAboutAccess(call);
  }

  /** Whether a question is asked of who is calling, of what decides about callers, or here. */
  static boolean isAskedOfCaller(SourceFile file, Expr.Call question) {
    return CALLS.matches(question).isYes()
        || question.target() == null
        || question.target() instanceof Expr.This
        || isAboutAccess(question.target())
        || Callers.isOn(file, question.target());
  }

  /** {@code users().verifyCredentials()}: those with which a client itself logs in elsewhere. */
  private static boolean isOfItself(Expr.Call call) {
    List<String> words = Words.of(call.name());
    return call.arguments().isEmpty()
        && words.size() == 2
        && LOGINS.contains(words.get(1))
        && call.target() != null
        && !(call.target() instanceof Expr.This)
        && !isAboutAccess(call.target())
        && !Callers.isByName(call.target());
  }

  /** By its own words, or by what is asked, which says nothing of {@code token.isPending()}. */
  private static boolean isAboutAccess(Expr.Call check) {
    String verb = Words.first(check.name());
    String name = OFFERS.contains(verb) ? Words.withoutVerb(check.name(), verb) : check.name();
    return SUBJECTS.isIn(name)
        || !STATES.contains(verb) && check.target() != null && isAboutAccess(check.target());
  }

  /** {@code realm.isResetPasswordAllowed()}: what is so for everybody, and asks for nobody. */
  private static boolean isSetting(Expr.Call call) {
    List<String> words = Words.of(call.name());
    return call.arguments().isEmpty()
        && words.size() > 2
        && words.get(0).equals("is")
        && (KINDS.contains(words.get(words.size() - 1)) || isDeed(words.get(1)))
        && call.target() != null
        && !isAboutAccess(call.target())
        && !Callers.isByName(call.target());
  }

  /** {@code config.isValidateSignature()}: a switch for what is done. */
  private static boolean isDeed(String word) {
    return VERBS.contains(word) || DEEDS.contains(word);
  }

  /** {@code auth.users().requireManage()}. */
  private static boolean isAboutAccess(Expr target) {
    if (target instanceof Expr.Call call) {
      return SUBJECTS.isIn(call.name()) || call.target() != null && isAboutAccess(call.target());
    }
    String name =
        target instanceof Expr.Name simple
            ? simple.name()
            : target instanceof Expr.FieldAccess access ? access.name() : "";
    return isEvaluator(name) || isEvaluator(target.type().simpleName());
  }

  /** {@code permissionEvaluator}, {@code auth}, but not {@code PermissionTicketStore}. */
  private static boolean isEvaluator(String name) {
    String core = name;
    for (String role : EVALUATORS) {
      boolean isRole = core.length() > role.length() && core.endsWith(role);
      core = isRole ? core.substring(0, core.length() - role.length()) : core;
    }
    return SUBJECTS.isNamed(core);
  }

  /** Whether a method of this name says with {@code true} that somebody may pass. */
  public static boolean isDecision(String name) {
    List<String> words = Words.of(name);
    return words.size() > 1
        && VERBS.contains(words.get(0))
        && words.stream().noneMatch(OPPOSITES::contains)
        && SUBJECTS.isIn(name);
  }
}
