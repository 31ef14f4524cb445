package dev.zonegate.match;

import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.Variable;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What does not complete unless a text is harmless: parsers, assertions, loops and methods that
 * throw. One whose body this file does not show counts if its name says that it is one.
 */
final class Demands {
  private static final ApiSet PARSERS = ApiSet.load("text/parsers.api");

  /** As they are commanded: {@code check}, but neither {@code checked} nor {@code checksum}. */
  private static final Set<String> COMMANDS =
      Set.of(
          "validate",
          "check",
          "verify",
          "assert",
          "ensure",
          "require",
          "sanitize",
          "sanitise",
          "guard",
          "reject",
          "filter",
          "prevent",
          "forbid");

  /** What makes another word of {@code check}. */
  private static final Set<String> SECOND_PARTS = Set.of("in", "out", "box", "point", "sum");

  private static final Pattern DEMANDS_VALUE_ONLY =
      Pattern.compile("(?is).*(null|empty|blank|text|length|size|permission|access|auth|role).*");

  private final SourceFile file;
  private final AllowList tests;
  private final SameText texts;
  private final Guards guards;
  private final Methods methods;
  private final Bindings bindings;
  private final Map<String, Boolean> namedDemands = new HashMap<>();
  private final Map<Decl.Param, Boolean[]> demanded = new IdentityHashMap<>();

  /** The demands of a file whose tests are {@code tests}. */
  Demands(SourceFile file, AllowList tests, SameText texts) {
    this.file = file;
    this.tests = tests;
    this.texts = texts;
    this.guards = Guards.of(file);
    this.methods = Methods.of(file);
    this.bindings = Bindings.of(file);
  }

  /** A statement that does not complete unless the text is fine. */
  boolean isDemand(Stmt statement, Expr text, int depth) {
    if (statement instanceof Stmt.ForEach loop) {
      return texts.same(loop.iterable(), text) && isDemandOnElement(loop, depth);
    }
    Expr root =
        statement instanceof Stmt.Expression done
            ? done.expression()
            : statement instanceof Stmt.Local local ? local.initializer() : null;
    if (root == null) {
      return false;
    }
    for (Expr.Call call : file.allIn(root, Expr.Call.class)) {
      if (isDemand(call, text, depth)) {
        return true;
      }
    }
    return false;
  }

  private boolean isDemandOnElement(Stmt.ForEach loop, int depth) {
    return loop.body() instanceof Stmt.Block body
        && depth < AllowList.DEEPEST
        && isDemanded(body, loop.variable(), depth + 1);
  }

  boolean isDemand(Expr.Call call, Expr text, int depth) {
    if (PARSERS.isAny(call, api -> texts.isChecked(api, call, text))) {
      return true;
    }
    boolean isAssertion = call.name().equals("isTrue") || call.name().equals("checkArgument");
    if (isAssertion && !call.arguments().isEmpty()) {
      return tests.isCheck(call.arguments().get(0), true, text, depth);
    }
    Decl.Method method = methods.declaration(call).orElse(null);
    if (method == null || method.body() == null) {
      return namedDemands.computeIfAbsent(call.name(), Demands::isNamedDemand)
          && texts.passes(call, text);
    }
    Decl.Param param = texts.paramFor(method, call, text).orElse(null);
    if (param == null || depth >= AllowList.DEEPEST) {
      return false;
    }
    // a parameter is demanded or not whoever calls its method
    Boolean[] known = demanded.computeIfAbsent(param, any -> new Boolean[AllowList.DEEPEST]);
    if (known[depth] == null) {
      known[depth] = isDemanded(method.body(), param, depth + 1);
    }
    return known[depth];
  }

  private boolean isDemanded(Stmt.Block body, Variable value, int depth) {
    List<Condition> after = guards.holdingAfter(body);
    for (Expr use : bindings.uses(value)) {
      if (after.stream().anyMatch(it -> tests.isCheck(it.test(), it.holds(), use, depth))
          || body.statements().stream().anyMatch(it -> isDemand(it, use, depth))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNamedDemand(String name) {
    return COMMANDS.contains(Words.first(name))
        && !isCompound(name)
        && !DEMANDS_VALUE_ONLY.matcher(name).matches();
  }

  /** {@code checkOut(cart)}, {@code checkIn(guest)}, {@code isCheckBox}: words of their own. */
  static boolean isCompound(String name) {
    List<String> words = Words.of(name);
    int at = words.indexOf("check");
    return at >= 0 && at + 1 < words.size() && SECOND_PARTS.contains(words.get(at + 1));
  }
}
