package dev.zonegate.rules.placeholdercode;

import dev.zonegate.facts.DeclaredType;
import dev.zonegate.facts.DeclaredTypes;
import dev.zonegate.match.Vocabulary;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.rule.Candidate;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Evidence;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Settler;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A method that says yes to everything, or says that it has done what it never does. */
final class HardcodedSuccess {
  private static final Set<String> VERDICTS =
      Set.copyOf(Vocabulary.lines("placeholder/verdict-verbs.words"));
  private static final Set<String> ACTIONS =
      Set.copyOf(Vocabulary.lines("placeholder/action-verbs.words"));
  private static final Pattern CLAIM =
      Pattern.compile(
          "(?s)is.*(Valid|Authorized|Authorised|Authenticated|Allowed|Permitted|Eligible|Verified"
              + "|Approved|Correct|Trusted).*|has.*(Permission|Access|Role|Authority|Rights?).*"
              + "|can[A-Z].*");
  private static final Pattern PERMISSIVE =
      Pattern.compile(
          "(NoOp|Noop|Nop|Null|Always|AllowAll|PermitAll|Permissive|AcceptAll|TrustAll|Empty|Disabled"
              + "|Any|Unrestricted|Lenient|Pass)[A-Z]?.*|Default.*Voter|.*(Voter|Enabled)");
  private static final String[] DECISIONS = {
    "jakarta.validation.ConstraintValidator",
    "org.springframework.security.access.PermissionEvaluator",
    "org.springframework.security.authorization.AuthorizationManager"
  };

  private HardcodedSuccess() {}

  static void find(SourceFile file, Reporter report) {
    for (Routine each : Routine.of(file)) {
      answer(each).ifPresent(answer -> report(each, answer, report));
    }
  }

  private static void report(Routine routine, String answer, Reporter report) {
    if (routine.isOverride()) {
      List<String> interfaces =
          routine.type().implementsTypes().stream().map(each -> each.ref().name()).toList();
      report
          .candidate(
              routine.method(),
              PlaceholderCodeRule.HARDCODED_SUCCESS,
              new Implementation(routine.type().qualifiedName(), interfaces),
              routine.name(),
              answer)
          .confidence(Confidence.MEDIUM);
    } else {
      report.at(routine.method(), PlaceholderCodeRule.HARDCODED_SUCCESS, routine.name(), answer);
    }
  }

  /** A type that answers for interfaces. */
  record Implementation(String type, List<String> interfaces) implements Evidence {}

  /** Where others implement the same interface, one of them may have nothing to refuse. */
  static void settle(Candidate candidate, Implementation of, Settler settler) {
    List<DeclaredType> implementing =
        of.interfaces().stream()
            .flatMap(each -> DeclaredTypes.of(settler.project()).below(each).stream())
            .toList();
    if (implementing.stream().allMatch(each -> each.name().equals(of.type()))
        && !implementing.isEmpty()) {
      settler.report(candidate);
    }
  }

  /** The success that every path of it returns, where nothing earns it. */
  private static Optional<String> answer(Routine routine) {
    if (!isAsked(routine) || isOnPurpose(routine)) {
      return Optional.empty();
    }
    List<Expr> returned = routine.returned();
    Set<String> answers = returned.stream().map(routine.file()::text).collect(Collectors.toSet());
    if (answers.size() != 1 || routine.doesWork()) {
      return Optional.empty();
    }
    boolean isAction = routine.isVerbIn(ACTIONS);
    return isAction || !routine.usesParameters()
        ? Success.describe(routine.file(), returned.get(0)).filter(any -> !throwsVerdict(routine))
        : Optional.empty();
  }

  /**
   * Refusing some arguments is what a verdict consists of; what is done after it is another thing.
   */
  private static boolean throwsVerdict(Routine routine) {
    return !routine.isVerbIn(ACTIONS)
        && !routine.file().allIn(routine.method(), Stmt.Throw.class).isEmpty();
  }

  private static boolean isAsked(Routine routine) {
    return !routine.method().params().isEmpty()
        && (routine.isVerbIn(VERDICTS)
            || routine.isVerbIn(ACTIONS)
            || CLAIM.matcher(routine.name()).matches());
  }

  private static boolean isOnPurpose(Routine routine) {
    return routine.isTemplate()
        || PERMISSIVE.matcher(routine.typeName()).matches()
        || routine.isConditional()
        || StandIns.isAround(routine.file(), routine.method())
        || routine.isOverride() && !isOwnDecision(routine);
  }

  private static boolean isOwnDecision(Routine routine) {
    return routine.type() != null
        && (routine.implementsOwnTypes() || routine.type().ref().isAnyOf(DECISIONS).isYes());
  }
}
