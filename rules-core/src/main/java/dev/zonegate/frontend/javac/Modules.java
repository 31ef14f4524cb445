package dev.zonegate.frontend.javac;

import com.sun.source.tree.DirectiveTree;
import com.sun.source.tree.ExportsTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ModuleTree;
import com.sun.source.tree.OpensTree;
import com.sun.source.tree.ProvidesTree;
import com.sun.source.tree.RequiresTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UsesTree;
import dev.zonegate.frontend.Tokens;
import dev.zonegate.model.Decl;
import java.util.ArrayList;
import java.util.List;

/** Lowers module declarations. */
final class Modules {
  private final UnitLowering unit;
  private final UnitScope scope;

  Modules(UnitLowering unit) {
    this.unit = unit;
    this.scope = unit.scope;
  }

  Decl.Module lower(ModuleTree tree) {
    List<Decl.Directive> directives = new ArrayList<>();
    for (DirectiveTree each : tree.getDirectives()) {
      directives.add(directive(each));
    }
    Tokens tokens = scope.tokens();
    int last = tokens.lastTo(scope.end(tree)); // javac ends a module at the end of the file
    return new Decl.Module(
        scope.span(scope.start(tree), tokens.get(last).end()),
        tree.getName().toString(),
        tree.getModuleType() == ModuleTree.ModuleKind.OPEN,
        unit.annotations.all(tree.getAnnotations()),
        List.copyOf(directives));
  }

  private Decl.Directive directive(DirectiveTree tree) {
    return switch (tree.getKind()) {
      case REQUIRES -> directive(tree, ((RequiresTree) tree).getModuleName(), List.of());
      case EXPORTS -> {
        ExportsTree exports = (ExportsTree) tree;
        yield directive(tree, exports.getPackageName(), exports.getModuleNames());
      }
      case OPENS -> {
        OpensTree opens = (OpensTree) tree;
        yield directive(tree, opens.getPackageName(), opens.getModuleNames());
      }
      case USES -> directive(tree, ((UsesTree) tree).getServiceName(), List.of());
      case PROVIDES -> {
        ProvidesTree provides = (ProvidesTree) tree;
        yield directive(tree, provides.getServiceName(), provides.getImplementationNames());
      }
      default -> throw new IllegalArgumentException("unknown directive " + tree.getKind());
    };
  }

  private Decl.Directive directive(
      Tree tree, ExpressionTree name, List<? extends ExpressionTree> targets) {
    Tokens tokens = scope.tokens();
    StringBuilder keyword = new StringBuilder();
    for (int i = scope.firstToken(tree);
        i < tokens.size() && tokens.get(i).start() < scope.start(name);
        i++) {
      keyword.append(keyword.length() == 0 ? "" : " ").append(tokens.get(i).text());
    }
    List<String> names = new ArrayList<>();
    if (targets != null) {
      targets.forEach(each -> names.add(each.toString()));
    }
    return new Decl.Directive(
        scope.span(tree), keyword.toString(), name.toString(), List.copyOf(names));
  }
}
