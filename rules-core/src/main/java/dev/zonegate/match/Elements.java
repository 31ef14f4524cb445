package dev.zonegate.match;

import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.Variable;
import java.util.List;
import java.util.Set;

/** The elements of an array, list or set that is written out. */
public final class Elements {
  private static final Set<String> FACTORIES = Set.of("of", "asList", "copyOf", "unmodifiableList");

  private Elements() {}

  /** Its elements as written; empty if it is not written out in full. */
  public static List<Expr> listed(Expr collection, Bindings bindings) {
    if (collection instanceof Expr.ArrayInitializer written) {
      return written.elements();
    }
    if (collection instanceof Expr.NewArray created && created.initializer() != null) {
      return created.initializer().elements();
    }
    if (collection instanceof Expr.Call call
        && FACTORIES.contains(call.name())
        && isCollection(call)) {
      return call.name().equals("of") || call.name().equals("asList")
          ? call.arguments()
          : listed(call.arguments().get(0), bindings);
    }
    Variable variable = bindings.declaration(collection).orElse(null);
    boolean isFinal =
        variable instanceof Decl.Field && variable.modifiers().contains(Modifier.FINAL);
    return isFinal && variable.initializer() != null
        ? listed(variable.initializer(), bindings)
        : List.of();
  }

  private static boolean isCollection(Expr.Call call) {
    return KnownSupertypes.isA(call.receiverType(), "java.util.Collection").isYes()
        || call.receiverType()
            .isAnyOf(
                "java.util.Arrays",
                "java.util.Collections",
                "java.util.stream.Stream",
                "com.google.common.collect.ImmutableCollection")
            .isYes();
  }
}
