package dev.zonegate.match;

import dev.zonegate.model.Annotation;
import dev.zonegate.model.Catch;
import dev.zonegate.model.Expr;
import dev.zonegate.model.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The failures that a retry names as those it is for. */
public final class RetriedFailures {
  /** Attributes of annotations that name them. */
  public static final Set<String> ATTRIBUTES = Set.of("value", "include", "includes", "retryFor");

  private static final TypeSet CONFLICTS = TypeSet.load("retries/conflicts.types");

  private RetriedFailures() {}

  /** What an annotation names. */
  public static List<TypeRef> of(Annotation retry) {
    List<TypeRef> types = new ArrayList<>();
    for (String each : ATTRIBUTES) {
      add(retry.argument(each), types);
    }
    return types;
  }

  /** What the clauses of a loop catch before they go round again. */
  public static List<TypeRef> of(List<Catch> retried) {
    return retried.stream().flatMap(each -> each.types().stream()).map(each -> each.ref()).toList();
  }

  /** Whether they are what optimistic locks throw, and nothing else. */
  public static boolean areConflicts(List<TypeRef> failures) {
    return !failures.isEmpty()
        && failures.stream().allMatch(each -> CONFLICTS.contains(each).isYes());
  }

  private static void add(Expr value, List<TypeRef> types) {
    if (value instanceof Expr.ClassLiteral type) {
      types.add(type.named().ref());
    } else if (value instanceof Expr.ArrayInitializer list) {
      list.elements().forEach(each -> add(each, types));
    }
  }
}
