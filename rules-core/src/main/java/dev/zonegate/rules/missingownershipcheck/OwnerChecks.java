package dev.zonegate.rules.missingownershipcheck;

import dev.zonegate.match.AccessChecks;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.OwnerNames;
import dev.zonegate.match.Words;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Variable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Tests of whose something is, and of what somebody may do. */
final class OwnerChecks {
  private static final Set<String> COMPARISONS =
      Set.of("equals", "equalsIgnoreCase", "contentEquals", "compareTo", "contains");
  private static final Set<String> CHECKING =
      Set.of("check", "require", "assert", "verify", "ensure", "enforce", "validate", "authorize");
  private static final Set<String> IDENTITIES =
      Set.of("getName", "name", "getUsername", "username", "getId", "id", "getEmail", "email");
  private static final Pattern OWNER_OF =
      Pattern.compile("((get|find|load|read|fetch)O|o)wner(Id|Name)?(Of|By\\w+)?");
  private final SourceFile file;

  OwnerChecks(SourceFile file) {
    this.file = file;
  }

  /** Whether {@code part} compares {@code caller} with an owner, or decides what it may do. */
  boolean areIn(Node part, Expr caller) {
    return file.allIn(part, Expr.class).stream().anyMatch(each -> isTest(each, caller));
  }

  /** As {@link #areIn}, for a condition. */
  boolean isOn(Expr condition, Expr caller) {
    return areIn(condition, caller);
  }

  private boolean isTest(Expr test, Expr caller) {
    if (test instanceof Expr.Binary binary
        && (binary.operator().equals("==") || binary.operator().equals("!="))) {
      return isPair(binary.left(), binary.right(), caller);
    }
    if (!(test instanceof Expr.Call call)) {
      return false;
    }
    if (COMPARISONS.contains(call.name())) {
      return call.arguments().size() == 1 && call.target() != null
          ? isPair(call.target(), call.arguments().get(0), caller)
          : call.arguments().size() == 2
              && isPair(call.arguments().get(0), call.arguments().get(1), caller);
    }
    return isDecisionName(call.name()) && mentions(call, caller);
  }

  private boolean isPair(Expr one, Expr other, Expr caller) {
    return mentions(one, caller) && isOwner(other, caller)
        || mentions(other, caller) && isOwner(one, caller);
  }

  /** Whether {@code condition} compares who {@code caller} is with a property of a thing. */
  boolean compares(Expr condition, Expr caller) {
    return file.allIn(condition, Expr.Call.class).stream()
        .anyMatch(
            each ->
                each.name().startsWith("equals")
                    && each.arguments().size() == 1
                    && each.target() != null
                    && (isWith(each.target(), each.arguments().get(0), caller)
                        || isWith(each.arguments().get(0), each.target(), caller)));
  }

  private boolean isWith(Expr property, Expr identity, Expr caller) {
    boolean isRead =
        property instanceof Expr.Call call
            && call.target() != null
            && call.arguments().isEmpty()
            && !IDENTITIES.contains(call.name()); // one user and another, not a thing and its owner
    Expr who =
        identity instanceof Expr.Call call && IDENTITIES.contains(call.name())
            ? call.target()
            : identity;
    return isRead
        && who != null
        && !mentions(property, caller)
        && file.text(who).equals(file.text(caller));
  }

  private boolean isOwner(Expr value, Expr caller) {
    return !mentions(value, caller)
        && (isOwnerName(value)
            || file.allIn(value, Expr.class).stream()
                .anyMatch(each -> isProperty(each) || isOwnersVariable(each) || isLookedUp(each)));
  }

  /** {@code files.ownerOf(id)}. */
  private static boolean isLookedUp(Expr value) {
    return value instanceof Expr.Call call
        && call.arguments().size() == 1
        && OWNER_OF.matcher(call.name()).matches();
  }

  /** {@code order.getUser()} in {@code order.getUser().getId()}. */
  private static boolean isProperty(Expr value) {
    return value instanceof Expr.Call call
            && call.target() != null
            && call.arguments().isEmpty()
            && OwnerNames.isOwner(OwnerNames.property(call.name()))
        || value instanceof Expr.FieldAccess access && OwnerNames.isOwner(access.name());
  }

  /** {@code owner} in {@code owner.getId()}; a {@code user} may be anybody. */
  private static boolean isOwnersVariable(Expr value) {
    return value instanceof Expr.Name name
        && name.name().matches("(?is).*(owner|creator|author|tenant).*");
  }

  private static boolean isOwnerName(Expr value) {
    return isProperty(value)
        || value instanceof Expr.Call call
            && call.arguments().isEmpty()
            && OwnerNames.isOwner(OwnerNames.property(call.name()))
        || value instanceof Expr.Name name && OwnerNames.isOwner(name.name());
  }

  private boolean mentions(Node part, Expr caller) {
    Optional<Variable> declared = Bindings.of(file).declaration(caller);
    String text = file.text(caller);
    return file.allIn(part, Expr.class).stream()
        .anyMatch(
            each ->
                declared.isPresent()
                    ? declared.equals(Bindings.of(file).declaration(each))
                    : file.text(each).equals(text));
  }

  /** {@code isOwner}, {@code canAccess}, {@code belongsTo}: a method that answers yes or no. */
  boolean isDecisionName(String name) {
    List<String> words = Words.of(name);
    return Decisions.isName(name)
        || words.size() > 1 && words.get(0).equals("is") && AccessChecks.isDecision(name);
  }

  boolean isCheckCall(Expr.Call call) {
    return isCheckName(call.name());
  }

  /** {@code checkOwnership}, {@code requireAccess}: a method that throws. */
  boolean isCheckName(String name) {
    List<String> words = Words.of(name);
    return words.size() > 1
        && CHECKING.contains(words.get(0))
        && (AccessChecks.isDecision(name)
            || words.contains("owner")
            || words.contains("ownership")
            || words.contains("belongs"));
  }
}
