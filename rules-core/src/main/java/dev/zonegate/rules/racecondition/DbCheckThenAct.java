package dev.zonegate.rules.racecondition;

import dev.zonegate.match.Bindings;
import dev.zonegate.match.Condition;
import dev.zonegate.match.Constants;
import dev.zonegate.match.Guards;
import dev.zonegate.match.Methods;
import dev.zonegate.match.Operands;
import dev.zonegate.match.Same;
import dev.zonegate.match.Words;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.TypeRef;
import dev.zonegate.rule.Reporter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds rows that are created because a query did not find them. */
final class DbCheckThenAct {
  private static final Pattern CREATES =
      Pattern.compile("(save|saveAndFlush|insert|insertSelective|persist|create|add)");
  private static final Pattern FINDS =
      Pattern.compile(
          "(exists|find|get|load|select|read|query|lookup|search|fetch)[A-Z]\\w*|exists"
              + "|create(Named)?Query");
  private static final Pattern COUNTS =
      Pattern.compile("(count|selectCount)([A-Z]\\w*)?|queryForObject|create(Named)?Query");
  private static final Pattern BY_ID = Pattern.compile("(?s).*(ById|ByPrimaryKey)([A-Z].*)?");
  private static final Set<String> NEGATIVE = Set.of("==", "<", "<=");

  private DbCheckThenAct() {}

  static void find(SourceFile file, Reporter report) {
    Set<Expr.Call> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Expr.Call act : file.all(Expr.Call.class)) {
      if (!act.arguments().isEmpty() && creates(file, act) && Stores.isOn(act)) {
        Expr.Call check = checkBefore(file, act);
        if (check != null && seen.add(check) && isOpen(file, check, act)) {
          report.candidate(
              check,
              RaceConditionRule.DB_CHECK_THEN_ACT,
              new StoredEntity(stored(act), false, properties(check)),
              "pass",
              check.shortName(),
              act.shortName());
        }
      }
    }
  }

  private static boolean creates(SourceFile file, Expr.Call act) {
    return CREATES.matcher(act.name()).matches()
        || act.name().equals("update")
            && Constants.of(file)
                .text(act.arguments().get(0))
                .filter(it -> it.matches("(?is)\\s*insert\\s.*"))
                .isPresent();
  }

  private static boolean isOpen(SourceFile file, Expr.Call check, Expr.Call act) {
    return !Stores.locksRow(file, check)
        && !Stores.isGuarded(file, act)
        && !Stores.isSetup(file, act);
  }

  private static String stored(Expr.Call act) {
    TypeRef type = act.arguments().get(0).type();
    return type.isUnknown() ? "" : type.name();
  }

  private static List<String> properties(Expr.Call check) {
    return Words.of(check.name());
  }

  /** The query on the same store that found nothing, and therefore {@code act} runs; or null. */
  private static Expr.Call checkBefore(SourceFile file, Expr.Call act) {
    List<Condition> conditions = new ArrayList<>(Guards.of(file).holdingAt(act));
    for (Stmt before : Guards.of(file).completedBefore(act)) {
      conditions.addAll(demandedBy(file, before));
    }
    for (Condition each : conditions) {
      Expr.Call query = absent(file, each);
      if (query != null && isSameStore(query, act)) {
        return query;
      }
    }
    return otherwise(file, act);
  }

  private static boolean isSameStore(Expr.Call query, Expr.Call act) {
    return Same.are(query.target(), act.target()) && !BY_ID.matcher(query.name()).matches();
  }

  /** What holds after {@code requireNewEmail(email);}, and after {@code found.ifPresent(throw)}. */
  private static List<Condition> demandedBy(SourceFile file, Stmt statement) {
    if (!(statement instanceof Stmt.Expression one)
        || !(one.expression() instanceof Expr.Call call)) {
      return List.of();
    }
    boolean isRefusal =
        call.name().equals("ifPresent") && !file.allIn(call, Stmt.Throw.class).isEmpty();
    if (isRefusal) {
      return List.of(new Condition(call, false));
    }
    return Methods.of(file)
        .declaration(call)
        .map(Decl.Method::body)
        .map(body -> Guards.of(file).holdingAfter(body))
        .orElse(List.of());
  }

  /** The query that a condition says to have found nothing, or too few; or null. */
  private static Expr.Call absent(SourceFile file, Condition condition) {
    Expr test = initial(file, condition.test());
    if (test instanceof Expr.Binary binary) {
      return absent(file, binary, condition.holds());
    }
    if (!(test instanceof Expr.Call call)) {
      return null;
    }
    if (Stores.isOn(call)) {
      return call.name().startsWith("exists") && !condition.holds() ? call : null;
    }
    boolean isAbsent =
        switch (call.name()) {
          case "isPresent", "ifPresent", "booleanValue" -> !condition.holds();
          case "isEmpty" -> condition.holds();
          default -> false;
        };
    return isAbsent ? query(file, call.target(), FINDS) : null;
  }

  private static Expr.Call absent(SourceFile file, Expr.Binary test, boolean holds) {
    if (test.operator().equals(holds ? "||" : "&&")) {
      return Operands.of(test, test.operator()).stream()
          .map(each -> absent(file, new Condition(each, holds)))
          .filter(Objects::nonNull)
          .findFirst()
          .orElse(null);
    }
    boolean isNull = test.right() instanceof Expr.Literal literal && literal.isNull();
    boolean isAbsent = NEGATIVE.contains(test.operator()) == holds;
    return isAbsent ? query(file, test.left(), isNull ? FINDS : COUNTS) : null;
  }

  private static Expr.Call query(SourceFile file, Expr expr, Pattern names) {
    Expr.Call query = expr == null ? null : Stores.asked(file, expr);
    return query != null && names.matcher(query.name()).matches() ? query : null;
  }

  /** {@code users.findByEmail(email).orElseGet(() -> users.save(...))}. */
  private static Expr.Call otherwise(SourceFile file, Expr.Call act) {
    for (Node up = file.parent(act); up != null; up = file.parent(up)) {
      if (up instanceof Decl) {
        return null;
      }
      if (up instanceof Expr.Lambda && file.parent(up) instanceof Expr.Call call) {
        Expr source = call.target();
        while (source instanceof Expr.Call map && map.name().equals("map")) {
          source = map.target();
        }
        Expr.Call query =
            call.name().equals("orElseGet") && source != null ? query(file, source, FINDS) : null;
        return query != null && isSameStore(query, act) ? query : null;
      }
    }
    return null;
  }

  private static Expr initial(SourceFile file, Expr expr) {
    return expr instanceof Expr.Name name
            && Bindings.of(file).declaration(name).orElse(null) instanceof Stmt.Local local
            && local.initializer() != null
        ? local.initializer()
        : expr;
  }
}
