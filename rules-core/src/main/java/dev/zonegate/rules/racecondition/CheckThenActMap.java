package dev.zonegate.rules.racecondition;

import dev.zonegate.match.Bindings;
import dev.zonegate.match.Condition;
import dev.zonegate.match.Guards;
import dev.zonegate.match.Same;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Report;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Severity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds a look into a shared collection and then a change that relies on what was seen. */
final class CheckThenActMap {
  private static final Set<String> LOOKS = Set.of("containsKey", "contains", "get");
  private static final Set<String> ACTS = Set.of("put", "add", "addLast", "offer", "remove");

  private record Pair(SharedField field, Expr.Call look, Expr.Call act) {}

  private record Pairs(List<Pair> all) {}

  private CheckThenActMap() {}

  static void find(SourceFile file, Reporter report) {
    for (Pair each : pairs(file).all()) {
      Report found =
          report.at(
              each.look(),
              RaceConditionRule.CHECK_THEN_ACT_MAP,
              each.look().shortName(),
              each.act().name());
      if (isHarmless(file, each.act())) {
        found.severity(Severity.NOTE).confidence(Confidence.LOW);
      }
    }
  }

  /** Whether it is found in this use of the field, so that nothing else need be said of that. */
  static boolean covers(SourceFile file, Decl.Field field) {
    return pairs(file).all().stream().anyMatch(each -> each.field().field() == field);
  }

  private static Pairs pairs(SourceFile file) {
    return file.derived(Pairs.class, CheckThenActMap::search);
  }

  private static Pairs search(SourceFile file) {
    Set<Expr.Call> looks = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Pair> pairs = new ArrayList<>();
    for (Expr.Call act : file.all(Expr.Call.class)) {
      SharedField field = ACTS.contains(act.name()) ? shared(file, act) : null;
      Expr.Call look = field == null ? null : lookBefore(file, act).orElse(null);
      if (look != null && looks.add(look) && field.isInTheOpen(act)) {
        pairs.add(new Pair(field, look, act));
      }
    }
    return new Pairs(List.copyOf(pairs));
  }

  private static SharedField shared(SourceFile file, Expr.Call act) {
    if (act.target() == null || act.arguments().isEmpty()) {
      return null;
    }
    return SharedField.named(file, act.target())
        .filter(
            field ->
                field.isConcurrentCollection()
                    || field.isPlainCollection() && field.isOfSingleton())
        .orElse(null);
  }

  /** The call whose outcome decides that {@code act} runs, on the same collection and key. */
  private static Optional<Expr.Call> lookBefore(SourceFile file, Expr.Call act) {
    for (Condition each : Guards.of(file).holdingAt(act)) {
      Expr.Call look = look(file, each.test(), act);
      boolean isFound = look != null && isFound(each, look);
      if (look != null && isFound == act.name().equals("remove")) {
        return Optional.of(look);
      }
    }
    return Optional.empty();
  }

  private static Expr.Call look(SourceFile file, Expr test, Expr.Call act) {
    Expr seen = test instanceof Expr.Binary binary && isNull(binary.right()) ? binary.left() : test;
    if (seen instanceof Expr.Name name
        && Bindings.of(file).declaration(name).orElse(null) instanceof Stmt.Local local
        && local.initializer() != null) {
      seen = local.initializer();
    }
    return seen instanceof Expr.Call call
            && LOOKS.contains(call.name())
            && call.arguments().size() == 1
            && Same.are(call.target(), act.target())
            && Same.are(call.arguments().get(0), act.arguments().get(0))
        ? call
        : null;
  }

  private static boolean isFound(Condition condition, Expr.Call look) {
    boolean isNullTest = condition.test() instanceof Expr.Binary;
    if (!isNullTest) {
      return condition.holds() || look.name().equals("get");
    }
    return ((Expr.Binary) condition.test()).operator().equals("!=") == condition.holds();
  }

  private static boolean isNull(Expr expr) {
    return expr instanceof Expr.Literal literal && literal.isNull();
  }

  /** Whether the act is all that the check decides, and doing it twice is like doing it once. */
  private static boolean isHarmless(SourceFile file, Expr.Call act) {
    if (!act.name().equals("remove") || !(file.parent(act) instanceof Stmt.Expression statement)) {
      return false;
    }
    Node around = file.parent(statement);
    return around instanceof Stmt.If
        || around instanceof Stmt.Block block
            && block.statements().size() == 1
            && file.parent(block) instanceof Stmt.If;
  }
}
