package dev.zonegate.match.taint;

import dev.zonegate.match.Bindings;
import dev.zonegate.match.Checks;
import dev.zonegate.match.Constants;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The texts that the tests of a file read, each test looked through once. */
final class TestedTexts {
  private static final Set<String> HOST_NAMES =
      Set.of("getHost", "host", "getAuthority", "authority", "getRawAuthority");
  private static final Set<String> NOWHERE = Set.of("<0", "==-1", "<=-1");
  private static final Set<String> SOMEWHERE = Set.of(">=0", "!=-1", ">-1");
  private final SourceFile file;
  private final Constants constants;
  private final Bindings bindings;
  private final Checks checks;
  private final Map<Expr, List<Tested>> known = new IdentityHashMap<>();

  /** A text in a test. */
  final class Tested {
    private final Expr test;
    private final Expr text;
    private final Expr.Call host;
    private final Boolean[] passes = new Boolean[2];

    private Tested(Expr test, Expr text, Expr.Call host) {
      this.test = test;
      this.text = text;
      this.host = host;
    }

    /** What holds the text that the outcome of the test says something of. */
    Expr read() {
      return host == null ? text : host.target();
    }

    /** Whether only the host of what is read is tested. */
    boolean isHost() {
      return host != null;
    }

    /** Whether the text is harmless when the test comes out so. */
    boolean passes(boolean holds) {
      int outcome = holds ? 1 : 0;
      if (passes[outcome] == null) {
        passes[outcome] = checks.passes(test, holds, text);
      }
      return passes[outcome];
    }

    /** The call of the text that is the test, or null if it is none that depends on a value. */
    Expr.Call called() {
      return host == null
              && test instanceof Expr.Call call
              && call.target() == text
              && !call.arguments().isEmpty()
          ? call
          : null;
    }

    /** What the text does not contain when the test comes out so, or null if it says nothing. */
    Expr absent(boolean holds) {
      Expr.Call call = called();
      if (call != null) {
        return !holds && call.name().equals("contains") ? call.arguments().get(0) : null;
      }
      boolean isPlace =
          host == null
              && test instanceof Expr.Binary compared
              && compared.left() instanceof Expr.Call place
              && place.target() == text
              && place.name().equals("indexOf")
              && place.arguments().size() == 1
              && isNowhere(compared, holds);
      return isPlace ? ((Expr.Call) ((Expr.Binary) test).left()).arguments().get(0) : null;
    }

    private boolean isNowhere(Expr.Binary compared, boolean holds) {
      Set<Object> bounds = constants.values(compared.right());
      String form = compared.operator() + (bounds.size() == 1 ? bounds.iterator().next() : "");
      return (holds ? NOWHERE : SOMEWHERE).contains(form);
    }

    /** Whether this outcome is known to say nothing, whatever the text is. */
    boolean isSilent(boolean holds) {
      return Boolean.FALSE.equals(passes[holds ? 1 : 0])
          && called() == null
          && absent(holds) == null;
    }
  }

  private TestedTexts(SourceFile file) {
    this.file = file;
    this.constants = Constants.of(file);
    this.bindings = Bindings.of(file);
    this.checks = Checks.of(file);
  }

  static TestedTexts of(SourceFile file) {
    return file.derived(TestedTexts.class, TestedTexts::new);
  }

  /** The names and calls in a test, in source order. */
  List<Tested> in(Expr test) {
    List<Tested> found = known.get(test);
    if (found == null) {
      found = new ArrayList<>();
      for (Expr each : file.allIn(test, Expr.class)) {
        if (each instanceof Expr.Name
            || each instanceof Expr.FieldAccess
            || each instanceof Expr.Call) {
          found.add(new Tested(test, each, host(each)));
        }
      }
      known.put(test, found);
    }
    return found;
  }

  /** The call that reads the host which {@code expr} is, or null if it is none. */
  private Expr.Call host(Expr expr) {
    if (expr instanceof Expr.Call call) {
      return call.target() != null && HOST_NAMES.contains(call.name()) ? call : null;
    }
    return bindings
        .declaration(expr)
        .filter(it -> it.initializer() instanceof Expr.Call)
        .filter(it -> bindings.assignments(it).isEmpty())
        .map(it -> host(it.initializer()))
        .orElse(null);
  }
}
