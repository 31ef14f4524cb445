package dev.zonegate.match.taint;

import dev.zonegate.model.Case;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Methods of a file that go through a text and write its dangerous characters in another way. */
final class Escapes {
  private static final Pattern NAMED =
      Pattern.compile("(?is).*(escape|encode|sanitiz|quote|neutrali[sz]e|clean|strip).*");
  private static final Map<SinkKind, Set<String>> CHARACTERS =
      Map.of(
          SinkKind.XSS, Set.of("<"),
          SinkKind.LDAP, Set.of("(", "*"),
          SinkKind.XPATH, Set.of("'"),
          SinkKind.LOG, Set.of("\n"));

  private final SourceFile file;
  private final Map<Decl.Method, Integer> kinds = new IdentityHashMap<>();

  private Escapes(SourceFile file) {
    this.file = file;
  }

  static Escapes of(SourceFile file) {
    return file.derived(Escapes.class, Escapes::new);
  }

  /** The kinds of sink that what {@code method} returns can no longer harm. */
  int by(Decl.Method method) {
    return kinds.computeIfAbsent(method, this::find);
  }

  private int find(Decl.Method method) {
    if (!NAMED.matcher(method.name()).matches() || method.body() == null) {
      return SinkKind.NONE;
    }
    Set<String> told = new HashSet<>();
    for (Stmt.If each : file.allIn(method.body(), Stmt.If.class)) {
      characters(each.condition(), told);
    }
    for (Expr.Conditional each : file.allIn(method.body(), Expr.Conditional.class)) {
      characters(each.condition(), told);
    }
    for (Case each : file.allIn(method.body(), Case.class)) {
      each.labels().forEach(label -> literal(label, told));
    }
    int cleaned = SinkKind.NONE;
    for (Map.Entry<SinkKind, Set<String>> each : CHARACTERS.entrySet()) {
      cleaned |= told.containsAll(each.getValue()) ? each.getKey().bit() : SinkKind.NONE;
    }
    return cleaned;
  }

  private void characters(Expr test, Set<String> told) {
    for (Expr.Binary each : file.allIn(test, Expr.Binary.class)) {
      if (each.operator().equals("==")) {
        literal(each.left(), told);
        literal(each.right(), told);
      }
    }
  }

  private static void literal(Object node, Set<String> told) {
    if (node instanceof Expr.Literal literal && literal.value() instanceof Character character) {
      told.add(String.valueOf(character));
    }
  }
}
