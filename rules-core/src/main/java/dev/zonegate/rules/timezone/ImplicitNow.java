package dev.zonegate.rules.timezone;

import dev.zonegate.match.Api;
import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.Desktop;
import dev.zonegate.match.Printed;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.rule.Reporter;
import java.util.List;

/** Finds {@code LocalDate.now()} and its like. */
final class ImplicitNow {
  private static final ApiSet NOW = ApiSet.load("time/implicit-now.api");
  private static final ApiSet SAME_INSTANT = ApiSet.load("time/same-instant.api");

  private ImplicitNow() {}

  static void find(SourceFile file, Reporter report) {
    if (report.isOn("pinnedZone") || report.isOn("desktop") || Desktop.isDesktop(file)) {
      return;
    }
    for (Invocation use : NOW.usesIn(file)) {
      NOW.find(use)
          .filter(now -> !isHarmless(file, use, now))
          .ifPresent(now -> report.at(use, TimeZoneRule.IMPLICIT_NOW, use.shortName()));
    }
  }

  private static boolean isHarmless(SourceFile file, Invocation use, Api now) {
    return Printed.isPrinted(file, use)
        || Printed.isDescription(file, use)
        || Surroundings.isShownWithZone(file, use)
        || Surroundings.isOffered(file, use)
        || Surroundings.isDocumented(file, use)
        || now.has("keeps", "instant")
            && (isReadAsInstant(file, use) || isHeldForItsInstant(file, use));
  }

  private static boolean isHeldForItsInstant(SourceFile file, Invocation use) {
    if (!(Surroundings.holder(file, use) instanceof Stmt.Local local)) {
      return false;
    }
    List<Expr> uses = Bindings.of(file).uses(local);
    return !uses.isEmpty() && uses.stream().allMatch(each -> isReadAsInstant(file, each));
  }

  /** Whether only the instant of {@code value} is read, which is the same in any zone. */
  static boolean isReadAsInstant(SourceFile file, Node value) {
    Node child = value;
    while (file.parent(child) instanceof Expr.Call call) {
      Api api = SAME_INSTANT.find(call).orElse(null);
      if (api == null) {
        // of a value whose type is unknown, a method called like these may be one of these
        return !SAME_INSTANT.matches(call).isNo();
      }
      if (api.has("role", "moves") && call.target() != child) {
        return false;
      }
      if (api.has("role", "reads")) {
        return true;
      }
      child = call;
    }
    return false;
  }
}
