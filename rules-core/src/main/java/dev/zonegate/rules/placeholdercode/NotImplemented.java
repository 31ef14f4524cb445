package dev.zonegate.rules.placeholdercode;

import dev.zonegate.match.Constants;
import dev.zonegate.match.Vocabulary;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.TypeRef;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Reporter;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A method that was never written: it throws, or answers nothing with a promise in a comment. */
final class NotImplemented {
  private static final List<String> WORDS = Vocabulary.lines("placeholder/not-implemented.words");
  private static final Pattern PROMISE =
      Pattern.compile(
          "\\b(TODO|FIXME)\\b|(?i)\\b(implement|not (yet )?implemented|coming soon)\\b");
  private static final Pattern REFUSES =
      Pattern.compile(
          "(?s).*(Unmodifiable|Immutable|ReadOnly|Unsupported|Disabled|Null|NoOp|Noop|Empty|Wrapper"
              + "|Adapter|Adaptor|Delegat|Decorator|Iterator|Proxy|Forwarding).*");

  private NotImplemented() {}

  static void find(SourceFile file, Reporter report) {
    for (Routine each : Routine.of(file)) {
      thrown(each)
          .or(() -> promised(each))
          .filter(what -> !isOnPurpose(each))
          .ifPresent(
              what ->
                  report
                      .at(each.method(), PlaceholderCodeRule.NOT_IMPLEMENTED, each.name(), what)
                      .confidence(
                          each.isService() || !each.isOverride()
                              ? Confidence.HIGH
                              : Confidence.MEDIUM));
    }
  }

  private static boolean isOnPurpose(Routine routine) {
    return routine.isTemplate()
        || REFUSES.matcher(routine.typeName()).matches()
        || StandIns.isAround(routine.file(), routine.method());
  }

  /** What the method throws instead of doing anything. */
  private static Optional<String> thrown(Routine routine) {
    List<Stmt> statements = routine.statements();
    if (statements.size() != 1
        || !(statements.get(0) instanceof Stmt.Throw end)
        || !(end.value() instanceof Expr.New created)) {
      return Optional.empty();
    }
    TypeRef type = created.created().ref();
    boolean isSaid = saysSo(routine.file(), created) || hasPromise(routine);
    boolean isMeant =
        isSaid
            ? isCallable(routine)
            : isUnsupported(type)
                && routine.isBean()
                && created.arguments().isEmpty()
                && isOwn(routine);
    return isMeant ? Optional.of("throws `" + type.simpleName() + "`") : Optional.empty();
  }

  /** An operation that an interface of a library has and this class cannot have is left out. */
  private static boolean isCallable(Routine routine) {
    return isOwn(routine) || routine.isBean();
  }

  private static boolean isOwn(Routine routine) {
    return !routine.isOverride() || routine.implementsOwnTypes();
  }

  private static boolean isUnsupported(TypeRef type) {
    return type.isNamed("java.lang.UnsupportedOperationException");
  }

  private static boolean saysSo(SourceFile file, Expr.New created) {
    if (created.created().ref().simpleName().matches("Not(Yet)?Implemented(Exception|Error)?")) {
      return true;
    }
    return created.arguments().stream()
        .flatMap(each -> Constants.of(file).text(each).stream())
        .map(each -> each.toLowerCase(Locale.ROOT))
        .anyMatch(text -> WORDS.stream().anyMatch(text::contains));
  }

  /** What it answers, where a comment says that the work is still to be done. */
  private static Optional<String> promised(Routine routine) {
    if (!hasPromise(routine)) {
      return Optional.empty();
    }
    List<Stmt> statements = routine.statements();
    if (statements.isEmpty()) {
      return isOwn(routine) ? Optional.of("does nothing") : Optional.empty();
    }
    return statements.size() == 1
            && statements.get(0) instanceof Stmt.Return end
            && end.value() != null
            && isNothing(end.value())
        ? Optional.of("returns `" + routine.file().text(end.value()) + "`")
        : Optional.empty();
  }

  private static boolean isNothing(Expr value) {
    if (value instanceof Expr.Literal literal) {
      return literal.isNull()
          || literal.value() instanceof Boolean
          || literal.value() instanceof Number number && Math.abs(number.doubleValue()) < 1
          || Integer.valueOf(-1).equals(literal.value())
          || "".equals(literal.value());
    }
    return value instanceof Expr.Call call
        && call.arguments().isEmpty()
        && call.target() instanceof Expr.TypeName
        && call.name().matches("of|empty|empty[A-Z]\\w*");
  }

  private static boolean hasPromise(Routine routine) {
    return routine.file().derived(Promises.class, Promises::of).in().contains(routine.method());
  }

  /** The methods in which a comment says that work is still to be done. */
  private record Promises(Set<Decl.Method> in) {
    static Promises of(SourceFile file) {
      Set<Decl.Method> in = Collections.newSetFromMap(new IdentityHashMap<>());
      for (Remark each : Remarks.of(file)) {
        if (each.method() != null && PROMISE.matcher(each.text()).find()) {
          in.add(each.method());
        }
      }
      return new Promises(in);
    }
  }
}
