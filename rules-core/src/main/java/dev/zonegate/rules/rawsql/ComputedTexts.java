package dev.zonegate.rules.rawsql;

import dev.zonegate.match.Bindings;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.SourceFile;
import java.util.Set;

/** Texts that a map of this file holds, all of which are computed where they are asked for. */
final class ComputedTexts {
  private static final Set<String> HARMLESS =
      Set.of("get", "containsKey", "remove", "clear", "size", "isEmpty");

  private ComputedTexts() {}

  /**
   * Whether a call reads such a map: a private field that starts empty, and into which nothing
   * comes but what {@code computeIfAbsent} is given a function of this file for.
   */
  static boolean isRead(Expr.Call call, SourceFile file) {
    if (!call.name().equals("computeIfAbsent") || call.target() == null) {
      return false;
    }
    return Bindings.of(file).declaration(call.target()).orElse(null) instanceof Decl.Field map
        && map.modifiers().containsAll(Set.of(Modifier.PRIVATE, Modifier.FINAL))
        && map.initializer() instanceof Expr.New made
        && made.arguments().isEmpty()
        && made.body() == null
        && Bindings.of(file).uses(map).stream().allMatch(each -> isKept(each, file));
  }

  private static boolean isKept(Expr use, SourceFile file) {
    if (!(file.parent(use) instanceof Expr.Call call) || call.target() != use) {
      return false;
    }
    boolean isComputed =
        call.name().equals("computeIfAbsent")
            && call.arguments().size() == 2
            && call.arguments().get(1) instanceof Expr.Lambda;
    return isComputed || HARMLESS.contains(call.name());
  }
}
