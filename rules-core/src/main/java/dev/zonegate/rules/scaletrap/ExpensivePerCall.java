package dev.zonegate.rules.scaletrap;

import dev.zonegate.match.Api;
import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.Constants;
import dev.zonegate.match.OneTime;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Report;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Severity;
import java.util.Optional;

/** Finds objects that are dear to build and are built again for each request or element. */
final class ExpensivePerCall {
  private static final ApiSet EXPENSIVE = ApiSet.load("scale/expensive.api");
  private final SourceFile file;
  private final Reporter report;
  private final Loops loops;

  private ExpensivePerCall(SourceFile file, Reporter report) {
    this.file = file;
    this.report = report;
    this.loops = new Loops(file);
  }

  static void find(SourceFile file, Reporter report) {
    ExpensivePerCall search = new ExpensivePerCall(file, report);
    for (Invocation use : EXPENSIVE.usesIn(file)) {
      if (use instanceof Expr && !(use instanceof Expr.MethodReference)) {
        EXPENSIVE.find(use).ifPresent(api -> search.look(api, use));
      }
    }
  }

  private void look(Api api, Invocation use) {
    Node node = (Node) use;
    boolean isLooped = loops.around(node).isPresent();
    boolean isWanted = isLooped || !api.has("in", "loop") && isPerCall(api, node);
    if (isWanted
        && !OneTime.isPartOf(file, node)
        && isAlwaysTheSame(api, use)
        && (api.has("regex", "true") || isUsedUp(node))) {
      Report found =
          report.at(
              node,
              ScaleTrapRule.EXPENSIVE_PER_CALL,
              use.shortName(),
              isLooped ? "for each element" : "in each call");
      boolean isCheap = api.has("regex", "true") || api.has("weight", "light") && !isLooped;
      if (isCheap) {
        found.severity(Severity.NOTE).confidence(Confidence.MEDIUM).preview();
      } else if (api.has("in", "loop")) {
        found.confidence(Confidence.MEDIUM);
      }
    }
  }

  /** Light things matter only where requests come in. */
  private boolean isPerCall(Api api, Node node) {
    return file.enclosing(node, Decl.Method.class) != null
        && (!api.has("weight", "light") || Serving.isPartOf(file, node));
  }

  /** Whether a pattern is a constant, and not one that {@code String} treats without a regex. */
  private boolean isAlwaysTheSame(Api api, Invocation use) {
    if (!api.attributes().containsKey("pattern")) {
      return true;
    }
    int at = api.number("pattern", 0);
    if (use.arguments().size() <= at) {
      return false;
    }
    Optional<String> pattern = Constants.of(file).text(use.arguments().get(at));
    return pattern.isPresent()
        && !(use.name().equals("split") && isPlain(pattern.get()))
        && !(api.has("regex", "true") && use.name().equals("replaceAll") && isEmptyRegex(pattern));
  }

  /** One character, or an escaped one: {@code split} does not compile these. */
  private static boolean isPlain(String pattern) {
    return pattern.length() == 1 && ".$|()[{^?*+\\".indexOf(pattern.charAt(0)) < 0
        || pattern.length() == 2
            && pattern.charAt(0) == '\\'
            && !Character.isLetterOrDigit(pattern.charAt(1));
  }

  private static boolean isEmptyRegex(Optional<String> pattern) {
    return pattern.filter(String::isEmpty).isPresent();
  }

  /** Whether it is neither kept, nor what the method is there to build. */
  private boolean isUsedUp(Node made) {
    Node child = made;
    Node up = file.parent(made);
    while (up instanceof Expr.Call link && link.target() == child && isSetUp(link)) {
      child = up;
      up = file.parent(up);
    }
    if (up instanceof Expr.Assign assign) {
      return isLocal(assign.assigned());
    }
    if (up instanceof Stmt.Local local) {
      return !isGivenAway(local);
    }
    return !(up instanceof Stmt.Return
        || up instanceof Expr.Lambda
        || up instanceof Expr.New
        || isFactory(made));
  }

  private static boolean isSetUp(Expr.Call link) {
    return link.name()
        .matches("(set|with|enable|disable|configure|register|add|build|find|create|default)\\w*");
  }

  private boolean isLocal(Expr assigned) {
    return Bindings.of(file).declaration(assigned).orElse(null) instanceof Stmt.Local local
        && !isGivenAway(local);
  }

  /** Whether a local is returned or put into a field. */
  private boolean isGivenAway(Stmt.Local local) {
    return Bindings.of(file).uses(local).stream()
        .map(file::parent)
        .anyMatch(
            up ->
                up instanceof Stmt.Return
                    || up instanceof Expr.New
                    || up instanceof Expr.Assign assign
                        && !(assign.assigned() instanceof Expr.Name name
                            && name.variable() != null
                            && !name.variable().isField()
                            && assign.value() != null));
  }

  /** Whether the method is called for making such things. */
  private boolean isFactory(Node made) {
    Decl.Method method = file.enclosing(made, Decl.Method.class);
    return method != null
        && method.name().matches("(create|new|build|make)[A-Z]?\\w*(Mapper|Factory)");
  }
}
