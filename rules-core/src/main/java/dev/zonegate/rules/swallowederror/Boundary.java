package dev.zonegate.rules.swallowederror;

import dev.zonegate.match.Following;
import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import java.util.Set;

/** Whether a {@code try} keeps one task's failure from the next: the end of a stack. */
final class Boundary {
  private static final TypeSet SCHEDULED = TypeSet.load("errors/scheduled.types");
  private static final TypeSet LISTENERS = TypeSet.load("errors/listeners.types");
  private static final TypeSet WORKERS = TypeSet.load("errors/workers.types");
  private static final Set<String> WORK = Set.of("run", "call", "execute", "doRun", "main");

  private Boundary() {}

  static boolean is(Handling handling) {
    return handling.routine() instanceof Expr.Lambda
        || handling.routine() instanceof Decl.Initializer
        || Following.after(handling.file(), handling.attempt()).isInLoop()
        || handling.method() != null && isEntry(handling);
  }

  /** Whether a container, scheduler or thread calls the method and nobody waits for its outcome. */
  static boolean isEntry(Handling handling) {
    Decl.Method method = handling.method();
    return WORK.contains(method.name())
        || method.name().matches("(safe|quietly|try)[A-Z].*|.*(Quietly|Safely|Silently)")
        || method.name().matches("on[A-Z].*|handle.*(Error|Exception|Failure)|uncaughtException")
        || SCHEDULED.annotationIn(method.annotations()) != null
        || LISTENERS.annotationIn(method.annotations()) != null
        || isWorkOf(handling, method);
  }

  private static boolean isWorkOf(Handling handling, Decl.Method method) {
    Decl.Type type = handling.file().enclosing(method, Decl.Type.class);
    return type != null
        && method.name().startsWith("execute")
        && WORKERS.contains(type.ref()).isYes();
  }
}
