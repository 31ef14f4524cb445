package dev.zonegate.rules.untrustedinput;

import dev.zonegate.match.ApiSet;
import dev.zonegate.match.TypeNames;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.SourceFile;
import dev.zonegate.rule.Reporter;

/** Bodies that handlers of functional routes read, which no annotation can have validated. */
final class RoutedBodies {
  private static final ApiSet BODIES = ApiSet.load("validation/bodies.api");

  private RoutedBodies() {}

  static void find(SourceFile file, Reporter report) {
    for (Expr.Call call : file.all(Expr.Call.class)) {
      if (BODIES.matches(call).isYes()
          && call.arguments().get(0) instanceof Expr.ClassLiteral read
          && !isNearValidation(file, call)) {
        report.candidate(
            call,
            UntrustedInputRule.MISSING_VALID,
            new MissingValid.Taken(TypeNames.in(file, read.named()), call.shortName()),
            read.named().ref().simpleName(),
            call.shortName());
      }
    }
  }

  /** Whether the class calls something by which it may validate what it reads. */
  private static boolean isNearValidation(SourceFile file, Expr.Call call) {
    Decl.Type around = file.enclosing(call, Decl.Type.class);
    return around != null
        && file.allIn(around, Invocation.class).stream()
            .anyMatch(each -> each.name().contains("alid"));
  }
}
