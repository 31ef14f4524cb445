package dev.zonegate.match;

import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The uses of methods in a file by their names: a pattern looks at those that it wants, at no cost
 * where there are none.
 */
final class UsesByName {
  private final SourceFile file;
  private final List<String> names = new ArrayList<>();

  /** Of each use the number of its name. */
  private final int[] named;

  private UsesByName(SourceFile file) {
    this.file = file;
    Map<String, Integer> numbers = new HashMap<>();
    List<Invocation> uses = file.all(Invocation.class);
    named = new int[uses.size()];
    for (int i = 0; i < named.length; i++) {
      String name = uses.get(i).name();
      Integer known = numbers.putIfAbsent(name, names.size());
      named[i] = known == null ? names.size() : known;
      if (known == null) {
        names.add(name);
      }
    }
  }

  static UsesByName of(SourceFile file) {
    return file.derived(UsesByName.class, UsesByName::new);
  }

  /** Those with a wanted name, in source order. */
  List<Invocation> uses(Predicate<String> isWanted) {
    boolean[] wanted = wanted(isWanted);
    return wanted == null ? List.of() : uses(wanted);
  }

  /** The calls among them. */
  List<Expr.Call> calls(Predicate<String> isWanted) {
    List<Expr.Call> calls = new ArrayList<>();
    for (Invocation each : uses(isWanted)) {
      if (each instanceof Expr.Call call) {
        calls.add(call);
      }
    }
    return calls;
  }

  private List<Invocation> uses(boolean[] wanted) {
    List<Invocation> all = file.all(Invocation.class);
    List<Invocation> uses = new ArrayList<>();
    for (int i = 0; i < named.length; i++) {
      if (wanted[named[i]]) {
        uses.add(all.get(i));
      }
    }
    return uses;
  }

  /** Which of the names are wanted; null for none. */
  private boolean[] wanted(Predicate<String> isWanted) {
    boolean[] wanted = null;
    for (int i = 0; i < names.size(); i++) {
      if (isWanted.test(names.get(i))) {
        wanted = wanted == null ? new boolean[names.size()] : wanted;
        wanted[i] = true;
      }
    }
    return wanted;
  }
}
