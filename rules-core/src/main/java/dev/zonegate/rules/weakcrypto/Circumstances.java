package dev.zonegate.rules.weakcrypto;

import dev.zonegate.match.Words;
import dev.zonegate.model.Case;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Whether code runs only if somebody asks for it. */
final class Circumstances {
  private static final Set<String> OPTIONAL =
      Set.of(
          "insecure",
          "policy",
          "trust",
          "verify",
          "skip",
          "verification",
          "unsafe",
          "disable",
          "ignore");

  private Circumstances() {}

  /** Whether somebody has to ask for it: {@code if (settings.isInsecure())}. */
  static boolean isChosen(SourceFile file, Node place) {
    return isChosen(file, place, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  /**
   * @param seen types that are being asked about: two may make each other, or one itself, and
   *     nobody has chosen them for that
   */
  private static boolean isChosen(SourceFile file, Node place, Set<Decl.Type> seen) {
    Node child = place;
    for (Node up = file.parent(child); up != null; child = up, up = file.parent(up)) {
      Expr condition =
          up instanceof Stmt.If choice
              ? choice.condition()
              : up instanceof Expr.Conditional either ? either.condition() : null;
      boolean isOption = condition != null && condition != child && names(file, condition);
      boolean isCase = up instanceof Case choice && !choice.isDefault();
      if (isOption || isCase) {
        return true;
      }
      if (up instanceof Decl.Type type && seen.add(type) && isMadeByChoice(file, type, seen)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isMadeByChoice(SourceFile file, Decl.Type type, Set<Decl.Type> seen) {
    List<Expr.New> made =
        file.all(Expr.New.class).stream()
            .filter(each -> each.created().ref().isNamed(type.qualifiedName()))
            .toList();
    return !made.isEmpty() && made.stream().allMatch(each -> isChosen(file, each, seen));
  }

  private static boolean names(SourceFile file, Expr condition) {
    return file.allIn(condition, Expr.class).stream()
        .flatMap(each -> Words.of(Names.of(each)).stream())
        .anyMatch(OPTIONAL::contains);
  }
}
