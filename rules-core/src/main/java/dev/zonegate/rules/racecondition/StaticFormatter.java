package dev.zonegate.rules.racecondition;

import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.rule.Reporter;
import java.util.Set;

/** Finds formatters and calendars that several threads use. */
final class StaticFormatter {
  private static final TypeSet FORMATTERS = TypeSet.load("concurrency/formatters.types");
  private static final Set<String> SAFE = Set.of("clone", "toPattern", "hashCode", "equals");

  private StaticFormatter() {}

  static void find(SourceFile file, Reporter report) {
    for (Decl.Field each : file.all(Decl.Field.class)) {
      SharedField field = new SharedField(file, each);
      boolean isShared = field.isStatic() || field.isOfSingleton();
      if (isShared && isFormatter(field) && isUsedInTheOpen(field)) {
        report.at(
            each, RaceConditionRule.STATIC_FORMATTER, each.name(), each.type().ref().simpleName());
      }
    }
  }

  static boolean isFormatter(SharedField field) {
    return FORMATTERS.contains(field.field().type().ref()).isYes();
  }

  private static boolean isUsedInTheOpen(SharedField field) {
    boolean isPrivate = field.field().modifiers().contains(dev.zonegate.model.Modifier.PRIVATE);
    return !isPrivate && field.isStatic()
        || field.uses().stream().anyMatch(use -> isUse(field, use) && field.isInTheOpen(use));
  }

  private static boolean isUse(SharedField field, Expr use) {
    Expr.Call call = field.callOn(use);
    if (field.file().parent(use) instanceof Stmt.Synchronized) {
      return false;
    }
    return call == null || !SAFE.contains(call.name());
  }
}
