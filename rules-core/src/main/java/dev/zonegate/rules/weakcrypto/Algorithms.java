package dev.zonegate.rules.weakcrypto;

import dev.zonegate.match.Constants;
import dev.zonegate.match.PossibleTexts;
import dev.zonegate.match.PossibleTexts.Possible;
import dev.zonegate.match.Vocabulary;
import dev.zonegate.match.taint.FixedArguments;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the arguments of cryptographic calls are. */
final class Algorithms {
  private static final Vocabulary PROTOCOLS = Vocabulary.load("crypto/protocols-of-others.words");

  private Algorithms() {}

  /**
   * The first weak algorithm that {@code name} may be; what is written as the default of a setting
   * counts only if {@code withDefaults}.
   */
  static Optional<String> weak(
      SourceFile file, Expr name, boolean withDefaults, Predicate<String> isWeak) {
    Optional<String> always = Constants.of(file).text(name);
    return always.isPresent()
        ? always.filter(isWeak)
        : possible(file, name, withDefaults).filter(isWeak).findFirst();
  }

  /** What the method around it leaves possible; what the file shows if that is not known. */
  private static Stream<String> possible(SourceFile file, Expr name, boolean withDefaults) {
    Set<Possible> possible = PossibleTexts.of(file, name);
    boolean isSetting = possible.stream().anyMatch(Possible::isDefault);
    Set<Object> given = isSetting ? Set.of() : FixedArguments.of(file).values(name);
    return given.isEmpty()
        ? possible.stream().filter(each -> withDefaults || !each.isDefault()).map(Possible::text)
        : given.stream().filter(String.class::isInstance).map(String.class::cast);
  }

  /** Whether the code speaks a protocol of others, which prescribes its algorithms. */
  static boolean arePrescribed(SourceFile file, Node use) {
    return Names.around(file, use).stream().anyMatch(PROTOCOLS::isIn);
  }

  /** The whole number that {@code expr}, an argument of a call, always is. */
  static OptionalLong number(SourceFile file, Expr expr) {
    Object always = Constants.of(file).value(expr).orElse(null);
    Set<Object> given = always != null ? Set.of(always) : FixedArguments.of(file).values(expr);
    Object value = given.size() == 1 ? given.iterator().next() : null;
    return value instanceof Integer || value instanceof Long
        ? OptionalLong.of(((Number) value).longValue())
        : OptionalLong.empty();
  }
}
