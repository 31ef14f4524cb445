package dev.zonegate.rules.scaletrap;

import dev.zonegate.match.Bindings;
import dev.zonegate.match.OneTime;
import dev.zonegate.match.Repetition;
import dev.zonegate.match.SmallSources;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.TypeNode;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Report;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Severity;
import java.util.Optional;
import java.util.Set;

/** Finds lists that are searched, shifted or sorted again for each element of another one. */
final class ListInLoop {
  private static final Set<String> SEARCHES =
      Set.of("contains", "indexOf", "lastIndexOf", "containsAll");
  private final SourceFile file;
  private final Loops loops;

  private ListInLoop(SourceFile file) {
    this.file = file;
    this.loops = new Loops(file);
  }

  static void find(SourceFile file, Reporter report) {
    ListInLoop search = new ListInLoop(file);
    for (Invocation use : file.all(Invocation.class)) {
      String what = search.what(use);
      if (what != null && !OneTime.isPartOf(file, (Node) use)) {
        Report found =
            report
                .at((Node) use, ScaleTrapRule.QUADRATIC, use.shortName(), what)
                .confidence(Confidence.MEDIUM);
        boolean isMany = Serving.isPartOf(file, (Node) use) && search.isKnownToGrow(use.target());
        if (what.startsWith("searches") && !isMany) {
          found.severity(Severity.NOTE).preview();
        }
      }
    }
  }

  private String what(Invocation use) {
    Expr list = list(use);
    if (list == null || !isLong(list)) {
      return null;
    }
    Optional<Repetition> around = loops.around((Node) use);
    if (around.isEmpty() || !isFromOutside(list, around.get())) {
      return null;
    }
    if (isSort(use)) {
      return isAddedTo(list, around.get()) ? "sorts the whole list" : null;
    }
    return use.name().equals("remove") ? "shifts the whole list" : "searches the whole list";
  }

  /** Whether the list holds what was found or kept for other data, and not a few given names. */
  private boolean isKnownToGrow(Expr list) {
    Variable variable = Bindings.of(file).variable(list).orElse(null);
    if (!(variable instanceof Stmt.Local local)) {
      return variable != null && !isOfTexts(variable);
    }
    boolean isFound = local.initializer() instanceof Expr.Call;
    return isFound
        || Bindings.of(file).uses(local).stream()
            .anyMatch(
                use ->
                    file.parent(use) instanceof Expr.Call call
                        && call.target() == use
                        && call.name().startsWith("add")
                        && Repetition.around(file, use).isPresent());
  }

  private static boolean isOfTexts(Variable variable) {
    return variable.type() instanceof TypeNode.Named named
        && (named.arguments().isEmpty()
            || named.arguments().get(0).ref().isNamed("java.lang.String"));
  }

  /** The list that is searched, shifted or sorted; null if the call does none of these. */
  private Expr list(Invocation use) {
    boolean isOfLibrary = use.name().equals("sort") && isCollections(use);
    if (isOfLibrary && !use.arguments().isEmpty()) {
      return use.arguments().get(0);
    }
    boolean isSearch = SEARCHES.contains(use.name());
    boolean isShift = use.name().equals("remove") && isFirst(use);
    boolean isAny = isSearch || isShift || use.name().equals("sort");
    return isAny && use.target() != null && isList(use.target()) ? use.target() : null;
  }

  private static boolean isSort(Invocation use) {
    return use.name().equals("sort");
  }

  private static boolean isCollections(Invocation use) {
    return use.receiverType().isNamed("java.util.Collections");
  }

  private static boolean isFirst(Invocation use) {
    return use.arguments().size() == 1
        && use.arguments().get(0) instanceof Expr.Literal literal
        && Integer.valueOf(0).equals(literal.value())
        && !use.receiverType().isA("java.util.Deque").isYes();
  }

  private static boolean isList(Expr target) {
    return target.type().isA("java.util.List").isYes()
        && !target.type().isA("java.util.Deque").isYes();
  }

  /** Whether nothing says that it is short: constants, enums, names of a few. */
  private boolean isLong(Expr list) {
    if (SmallSources.of(file).isSmall(list)) {
      return false;
    }
    Variable variable = Bindings.of(file).variable(list).orElse(null);
    return variable instanceof Stmt.Local local && !isFilledByHand(local)
        || variable instanceof Decl.Param;
  }

  /** {@code List<String> allowed = new ArrayList<>(); allowed.add("a");} outside of any loop. */
  private boolean isFilledByHand(Stmt.Local local) {
    boolean isNew = local.initializer() instanceof Expr.New made && made.arguments().isEmpty();
    return isNew
        && Bindings.of(file).uses(local).stream()
            .filter(
                use -> file.parent(use) instanceof Expr.Call call && call.name().startsWith("add"))
            .allMatch(
                use ->
                    ((Expr.Call) file.parent(use)).name().equals("add")
                        && Repetition.around(file, use).isEmpty());
  }

  /** Whether the list is the same for all elements. */
  private boolean isFromOutside(Expr list, Repetition each) {
    Variable variable = Bindings.of(file).variable(list).orElse(null);
    return variable != null && variable != each.element() && !isIn(variable, each.at());
  }

  private static boolean isIn(Node node, Node around) {
    return around.span().contains(node.span());
  }

  /** Whether an expression names nothing that is declared in the repetition. */
  static boolean isIndependent(SourceFile file, Expr value, Repetition each) {
    return file.allIn(value, Expr.Name.class).stream()
        .map(name -> Bindings.of(file).declaration(name).orElse(null))
        .filter(variable -> variable != null && !isIn(variable, value))
        .noneMatch(
            variable ->
                variable == each.element()
                    || isIn(variable, each.at())
                    || Bindings.of(file).assignments(variable).stream()
                        .anyMatch(assign -> isIn(assign, each.at())));
  }

  private boolean isAddedTo(Expr list, Repetition each) {
    Variable variable = Bindings.of(file).variable(list).orElse(null);
    return variable != null
        && Bindings.of(file).uses(variable).stream()
            .filter(use -> isIn(use, each.at()))
            .anyMatch(
                use -> file.parent(use) instanceof Expr.Call call && call.name().startsWith("add"));
  }
}
