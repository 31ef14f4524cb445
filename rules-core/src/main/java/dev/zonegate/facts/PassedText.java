package dev.zonegate.facts;

import dev.zonegate.facts.TextFlow.MethodKey;
import dev.zonegate.match.TextComposition;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Span;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * What the calls of a file pass for one text parameter of a method of its project.
 *
 * @param at the first of the calls
 * @param to the method, as the calls name it
 * @param index of the parameter
 * @param isFixed whether all of them pass what the program itself says
 */
public record PassedText(String path, Span at, MethodKey to, int index, boolean isFixed)
    implements Fact {
  private static final String TEXT = "java.lang.String";

  private record Parameter(MethodKey method, int index) {}

  /** Of each parameter that the project passes something for whether that is always fixed. */
  private record Calls(Map<Parameter, Boolean> areFixed) {
    static Calls of(Project project) {
      Map<Parameter, Boolean> areFixed = new HashMap<>();
      project
          .all(PassedText.class)
          .forEach(
              each ->
                  areFixed.merge(
                      new Parameter(each.to, each.index), each.isFixed, Boolean::logicalAnd));
      return new Calls(areFixed);
    }
  }

  static void collect(SourceFile file, Consumer<Fact> facts) {
    Map<Parameter, PassedText> passed = new LinkedHashMap<>();
    for (Invocation use : file.all(Invocation.class)) {
      MethodKey to = key(file, use);
      if (to != null && Packages.isSameProject(to.owner(), file.unit().packageName())) {
        for (int i = 0; i < to.parameters(); i++) {
          if (mayBeText(use, i)) {
            Parameter parameter = new Parameter(to, i);
            PassedText known = passed.get(parameter);
            if (known == null) {
              passed.put(parameter, of(file, use, parameter));
            } else if (known.isFixed && !isFixed(file, use, i)) {
              passed.put(parameter, known.chosen());
            }
          }
        }
      }
    }
    passed.values().forEach(facts);
  }

  /** What {@code use} calls, by the names that stand there where nothing resolves it. */
  private static MethodKey key(SourceFile file, Invocation use) {
    if (use.method() != null) {
      return MethodKey.of(use.method());
    }
    if (use instanceof Expr.MethodReference) {
      return null;
    }
    Decl.Type own = file.enclosing(use, Decl.Type.class);
    String owner = use.receiverType().name();
    if (use.target() instanceof Expr.TypeName type) {
      String named = type.named().ref().name();
      owner = named.isEmpty() ? file.text(type) : named;
    } else if (use.target() == null && own != null) {
      owner = own.qualifiedName();
    }
    boolean isBare = !owner.isEmpty() && owner.indexOf('.') < 0;
    String home = isBare ? file.unit().packageName() + "." : "";
    return new MethodKey(home + owner, use.name(), use.arguments().size());
  }

  private static boolean mayBeText(Invocation use, int index) {
    return use.method() == null || use.method().parameters().get(index).isNamed(TEXT);
  }

  private static PassedText of(SourceFile file, Invocation use, Parameter to) {
    boolean isFixed = isFixed(file, use, to.index());
    return new PassedText(file.path(), use.anchor(), to.method(), to.index(), isFixed);
  }

  private PassedText chosen() {
    return new PassedText(path, at, to, index, false);
  }

  private static boolean isFixed(SourceFile file, Invocation use, int index) {
    Expr text = use.argument(index).orElse(null);
    return text instanceof Expr.Literal
        || text != null && TextComposition.of(file).of(text).parts().isEmpty();
  }

  /**
   * Whether the project is known to call a method, and never with a text of somebody's choice.
   *
   * @param names the method under the names of its own class and of those above it
   */
  public static boolean isAlwaysFixed(Project project, List<MethodKey> names, int index) {
    Map<Parameter, Boolean> known = project.derived(Calls.class, Calls::of).areFixed();
    List<Boolean> calls =
        names.stream()
            .map(each -> known.get(new Parameter(each, index)))
            .filter(Objects::nonNull)
            .toList();
    return project.isWhole() && !calls.isEmpty() && !calls.contains(false);
  }
}
