package dev.zonegate.frontend.javac;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.Tree;
import dev.zonegate.frontend.Tokens;
import dev.zonegate.model.Node;
import dev.zonegate.model.Pattern;
import java.util.ArrayList;
import java.util.List;

/** Lowers patterns. */
final class Patterns {
  private final UnitLowering unit;
  private final UnitScope scope;

  Patterns(UnitLowering unit) {
    this.unit = unit;
    this.scope = unit.scope;
  }

  /** Whether a label of a case is a pattern rather than a constant. */
  static boolean isPattern(Tree tree) {
    return tree instanceof BindingPatternTree
        || NewerTrees.isDeconstruction(tree)
        || NewerTrees.isAny(tree);
  }

  /** A pattern, or the type of a plain {@code instanceof}. */
  Node testedBy(Tree tree) {
    Tree bare = NewerTrees.unwrapped(tree);
    return isPattern(bare) ? lower(bare) : unit.types.lower(bare);
  }

  Pattern lower(Tree tree) {
    Tree bare = NewerTrees.unwrapped(tree);
    if (bare instanceof BindingPatternTree binding) {
      return unit.variables.pattern(binding.getVariable());
    }
    if (NewerTrees.isDeconstruction(bare)) {
      List<Pattern> components = new ArrayList<>();
      for (Tree each : NewerTrees.nestedPatterns(bare)) {
        components.add(lower(each));
      }
      return new Pattern.Deconstruction(
          scope.span(bare),
          unit.types.lower(NewerTrees.deconstructor(bare)),
          List.copyOf(components));
    }
    if (NewerTrees.isAny(bare)) {
      Tokens tokens = scope.tokens();
      // javac gives it no width and puts it after its token
      int at = tokens.lastTo(scope.start(bare));
      int first = scope.firstToken(bare);
      return new Pattern.Any(tokens.span(tokens.get(first).is("_") ? first : at));
    }
    throw new IllegalArgumentException("not a pattern: " + bare.getKind());
  }
}
