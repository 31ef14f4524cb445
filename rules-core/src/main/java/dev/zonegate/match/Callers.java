package dev.zonegate.match;

import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.TypeNode;
import dev.zonegate.model.Variable;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What in a file says who is calling: principals, security contexts, sessions, and what is read off
 * them.
 */
public final class Callers {
  private static final TypeSet TYPES = TypeSet.load("security/principals.types");
  private static final ApiSet READS = ApiSet.load("security/principal-reads.api");
  private static final Vocabulary NAMES = Vocabulary.load("security/caller-names.words");
  private static final Set<String> PARTS =
      new HashSet<>(Vocabulary.lines("security/machinery.words"));
  private static final Set<String> SUMS =
      new HashSet<>(Vocabulary.lines("security/principal-sums.words"));
  private static final int DEEPEST = 6;

  private Callers() {}

  /** Whether {@code variable} is declared to hold who is calling. */
  public static boolean isHeldBy(Variable variable) {
    TypeNode type = variable.type();
    return TYPES.annotationIn(variable.annotations()) != null
        || variable.annotations().stream().anyMatch(each -> NAMES.isIn(each.name()))
        || type != null && TYPES.contains(type.ref()).isYes()
        || isName(variable.name());
  }

  /** Whether {@code name} is one for who is calling, and not for something about it. */
  public static boolean isName(String name) {
    if (!isNamed(name)) {
      return false;
    }
    List<String> words = Words.of(name);
    return !PARTS.contains(words.get(words.size() - 1));
  }

  /** Whether {@code name} speaks of who is calling; the principal of a loan is a sum. */
  private static boolean isNamed(String name) {
    return NAMES.isIn(name) && Words.of(name).stream().noneMatch(SUMS::contains);
  }

  /** Whether {@code use} returns who is calling, or something of the caller's. */
  public static boolean isRead(Invocation use) {
    return READS.matches(use).isYes()
        || use instanceof Expr.Call call
            && (isNamed(call.name()) || call.target() != null && isNamed(call.target()))
            && !isConversion(call);
  }

  /** {@code AuthenticationType.valueOf(text)} says what the text says. */
  private static boolean isConversion(Expr.Call call) {
    return call.name().equals("valueOf") && call.target() instanceof Expr.TypeName;
  }

  /** Whether the name of a variable, method or type says that {@code value} is who is calling. */
  static boolean isByName(Expr value) {
    return value instanceof Expr.Call call ? isNamed(call.name()) : isNamed(value);
  }

  private static boolean isNamed(Expr target) {
    if (target instanceof Expr.TypeName type) {
      return isNamed(type.named().simpleName());
    }
    return target instanceof Expr.Name name && isNamed(name.name())
        || target instanceof Expr.FieldAccess access && isNamed(access.name());
  }

  /** Whether {@code value} is who is calling, or was found by way of it. */
  public static boolean isOf(SourceFile file, Expr value) {
    return isOf(file, value, DEEPEST);
  }

  /** Whether {@code value} is who is calling or something of theirs, not what was found by it. */
  static boolean isOn(SourceFile file, Expr value) {
    return isOn(file, value, DEEPEST);
  }

  private static boolean isOn(SourceFile file, Expr value, int depth) {
    if (depth == 0) {
      return false;
    }
    if (value instanceof Expr.Call call) {
      return isRead(call) || call.target() != null && isOn(file, call.target(), depth - 1);
    }
    Optional<Variable> variable = Bindings.of(file).declaration(value);
    return variable.isEmpty()
        ? isNamed(value)
        : isHeldBy(variable.get())
            || variable.get().initializer() != null
                && isOn(file, variable.get().initializer(), depth - 1);
  }

  private static boolean isOf(SourceFile file, Expr value, int depth) {
    if (depth == 0) {
      return false;
    }
    if (value instanceof Expr.Call call) {
      return isRead(call)
          || call.target() != null && isOf(file, call.target(), depth - 1)
          || call.arguments().stream().anyMatch(each -> isOf(file, each, depth - 1));
    }
    if (value instanceof Expr.Name || value instanceof Expr.FieldAccess) {
      return isVariableOf(file, value, depth);
    }
    if (value instanceof Expr.Cast cast) {
      return isOf(file, cast.operand(), depth - 1);
    }
    return value instanceof Expr.Conditional either
        && (isOf(file, either.then(), depth - 1) || isOf(file, either.otherwise(), depth - 1));
  }

  private static boolean isVariableOf(SourceFile file, Expr use, int depth) {
    Bindings bindings = Bindings.of(file);
    Optional<Variable> declared = bindings.declaration(use);
    if (declared.isEmpty()) {
      return isNamed(use)
          || use instanceof Expr.FieldAccess access && isOf(file, access.target(), depth - 1);
    }
    Variable variable = declared.get();
    if (isHeldBy(variable)) {
      return true;
    }
    Expr initial = variable.initializer();
    return initial != null && isOf(file, initial, depth - 1)
        || bindings.assignments(variable).stream()
            .anyMatch(each -> isOf(file, each.value(), depth - 1))
        || isTakenFrom(file, variable, depth);
  }

  /** {@code currentUser().map(user -> ...)}. */
  private static boolean isTakenFrom(SourceFile file, Variable variable, int depth) {
    return variable instanceof Decl.Param param
        && file.parent(param) instanceof Expr.Lambda lambda
        && file.parent(lambda) instanceof Expr.Call call
        && call.target() != null
        && isOf(file, call.target(), depth - 1);
  }

  /** Whether a method is told who is calling, or asks, in {@code part} of it. */
  public static boolean areAskedIn(SourceFile file, Node part) {
    return file.allIn(part, Invocation.class).stream().anyMatch(Callers::isRead)
        || file.allIn(part, Expr.Name.class).stream()
            .anyMatch(each -> isVariableOf(file, each, DEEPEST));
  }
}
