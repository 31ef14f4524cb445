package dev.zonegate.match.taint;

import dev.zonegate.match.Methods;
import dev.zonegate.match.RequestData;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.SourceFile;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * How far a method is executed.
 *
 * @param calls the deepest nesting of calls that is entered
 * @param steps expressions that are evaluated before the rest is done roughly
 * @param rounds of a loop
 */
record Effort(int calls, int steps, int rounds) {
  /** For methods that themselves, or by what they call, meet request data or a sink. */
  static final Effort FULL = new Effort(8, 40_000, 4);

  /** For methods that only hand on what they are given: what they return is all that counts. */
  private static final Effort SUMMARY = new Effort(2, 2_000, 2);

  /** What each method of a file is worth. */
  static final class Plan {
    private final Set<Decl.Method> reaching = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Those that themselves, or by what they call, hand something to the project's methods. */
    private final Set<Decl.Method> handing = Collections.newSetFromMap(new IdentityHashMap<>());

    private final SourceFile file;

    private Plan(SourceFile file) {
      this.file = file;
      Deque<Decl.Method> open = new ArrayDeque<>();
      for (Decl.Method each : file.all(Decl.Method.class)) {
        if (isGiven(each) && reaching.add(each)) {
          open.push(each);
        }
      }
      Deque<Decl.Method> openHanding = new ArrayDeque<>();
      Library library = Library.of(file);
      for (Invocation each : file.all(Invocation.class)) {
        Library.Use use = library.of(each);
        if (use.matters()) {
          addAround(each, reaching, open);
        }
        if (use.isOwn()) {
          addAround(each, handing, openHanding);
        }
      }
      addCallers(reaching, open);
      addCallers(handing, openHanding);
    }

    private void addCallers(Set<Decl.Method> methods, Deque<Decl.Method> open) {
      while (!open.isEmpty()) {
        for (Invocation call : Methods.of(file).calls(open.pop())) {
          addAround(call, methods, open);
        }
      }
    }

    static Plan of(SourceFile file) {
      return file.derived(Plan.class, Plan::new);
    }

    Effort effort(Decl.Method method) {
      return reaching.contains(method) ? FULL : SUMMARY;
    }

    /** Whether executing a method can tell anything to those who look at sinks or call it. */
    boolean canTell(Decl.Method method) {
      return reaching.contains(method)
          || handing.contains(method)
          || keepsText(method)
          || method.returnType() != null && !KnownTypes.of(file).isInert(method.returnType().ref());
    }

    /** Whether what it makes may hold text that it is given. */
    private static boolean keepsText(Decl.Method method) {
      return method.isConstructor()
          && method.params().stream()
              .anyMatch(each -> each.symbol() != null && Types.isText(each.symbol().type()));
    }

    private boolean isGiven(Decl.Method method) {
      return Responses.isOne(method, file)
          || method.params().stream().anyMatch(each -> RequestData.isHeldBy(each, file));
    }

    /** A local class can run wherever the method around it does. */
    private void addAround(Invocation use, Set<Decl.Method> methods, Deque<Decl.Method> open) {
      Decl.Method around = file.enclosing(use, Decl.Method.class);
      while (around != null) {
        if (methods.add(around)) {
          open.push(around);
        }
        around = file.enclosing(around, Expr.class) == null ? null : outer(around);
      }
    }

    private Decl.Method outer(Decl.Method method) {
      Expr holder = file.enclosing(method, Expr.class);
      return holder == null ? null : file.enclosing(holder, Decl.Method.class);
    }
  }
}
