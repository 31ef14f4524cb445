package dev.zonegate.rules.nullhandling;

import dev.zonegate.facts.OptionalProperty;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.flow.Nullness;
import dev.zonegate.match.flow.Unboxing;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.MethodRef;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Candidate;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Evidence;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Settler;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A property read from stored or received data whose value is used as if it were always set; its
 * declaration in another file says whether it is.
 *
 * @param type the declaring type
 * @param name the property
 * @param isText whether it is a text, of which requests may have none
 */
record AbsentProperty(String type, String name, boolean isText) implements Evidence {
  private static final Set<String> UNBOXING_STAGES =
      Set.of(
          "mapToInt",
          "mapToLong",
          "mapToDouble",
          "comparingInt",
          "comparingLong",
          "comparingDouble",
          "summingInt",
          "summingLong",
          "averagingInt",
          "averagingDouble",
          "averagingLong");

  static void find(SourceFile file, Reporter report) {
    for (Expr each : file.all(Expr.class)) {
      if (each instanceof Expr.MethodReference reference) {
        reference(file, reference, report);
      } else if (each instanceof Expr.Call || each instanceof Expr.Name) {
        unboxed(file, each, report);
      }
    }
    for (Expr.Call each : file.all(Expr.Call.class)) {
      if (NullableUse.isComparisonWithFixed(file, each)
          && each.target() instanceof Expr.Call read
          && read.type().isNamed("java.lang.String")
          && !isKnown(file, read, read)) {
        candidate(read)
            .ifPresent(
                found ->
                    report
                        .candidate(
                            each,
                            NullHandlingRule.EQUALS_ON_NULLABLE,
                            found,
                            read.shortName(),
                            each.name())
                        .confidence(Confidence.MEDIUM));
      }
    }
  }

  private static void unboxed(SourceFile file, Expr value, Reporter report) {
    if (!Unboxing.isUnboxed(file, value)) {
      return;
    }
    Expr.Call read = read(file, value);
    if (read != null && !isKnown(file, read, value)) {
      candidate(read)
          .ifPresent(
              found ->
                  report
                      .candidate(value, NullHandlingRule.UNBOX_NULLABLE, found, read.shortName())
                      .confidence(Confidence.MEDIUM));
    }
  }

  /** The getter that {@code value} comes from, at once or by way of a local variable. */
  private static Expr.Call read(SourceFile file, Expr value) {
    Variable held = Bindings.of(file).variable(value).orElse(null);
    boolean isHeld = held instanceof Stmt.Local && Bindings.of(file).isAssignedOnce(held);
    Expr source = isHeld ? held.initializer() : value;
    return source instanceof Expr.Call call ? call : null;
  }

  private static boolean isKnown(SourceFile file, Expr.Call read, Expr value) {
    Nullness nullness = Nullness.of(file);
    return nullness.isLookedAt(read, value)
        || read != value && nullness.isLookedAt(value, value)
        || NullableUse.expectsFailure(file, value);
  }

  private static void reference(SourceFile file, Expr.MethodReference use, Reporter report) {
    boolean isUnboxed =
        file.parent(use) instanceof Expr.Call stage
            && UNBOXING_STAGES.contains(stage.name())
            && use.method() != null
            && Unboxing.isWrapper(use.method().returns());
    if (isUnboxed && !Nullness.of(file).isFiltered(use)) {
      candidate(use)
          .ifPresent(
              found ->
                  report
                      .candidate(use, NullHandlingRule.UNBOX_NULLABLE, found, use.shortName())
                      .confidence(Confidence.MEDIUM));
    }
  }

  private static Optional<AbsentProperty> candidate(Invocation use) {
    MethodRef method = use.method();
    boolean isGetter =
        method != null
            && !method.isStatic()
            && use.target() != null
            && !(use.target() instanceof Expr.This)
            && method.parameters().isEmpty()
            && !method.owner().name().startsWith("java.");
    return isGetter
        ? Optional.of(
            new AbsentProperty(
                method.owner().name(),
                property(use.name()),
                method.returns().isNamed("java.lang.String")))
        : Optional.empty();
  }

  private static String property(String getter) {
    for (String prefix : Set.of("get", "is")) {
      if (getter.startsWith(prefix)
          && getter.length() > prefix.length()
          && Character.isUpperCase(getter.charAt(prefix.length()))) {
        String rest = getter.substring(prefix.length());
        return rest.substring(0, 1).toLowerCase(Locale.ROOT) + rest.substring(1);
      }
    }
    return getter;
  }

  void settle(Candidate candidate, Settler settler) {
    settler.project().all(OptionalProperty.class).stream()
        .filter(each -> each.type().equals(type) && each.name().equals(name))
        .filter(each -> !isText || !each.isStored())
        .findFirst()
        .ifPresent(each -> settler.report(candidate));
  }
}
