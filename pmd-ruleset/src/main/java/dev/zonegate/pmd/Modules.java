package dev.zonegate.pmd;

import dev.zonegate.frontend.WrittenModifiers;
import dev.zonegate.model.Decl;
import java.util.ArrayList;
import java.util.List;
import net.sourceforge.pmd.lang.java.ast.ASTModuleDeclaration;
import net.sourceforge.pmd.lang.java.ast.ASTModuleDirective;

/** Lowers a module declaration; its directives are read from their tokens. */
final class Modules {
  private final UnitLowering unit;
  private final Places places;

  Modules(UnitLowering unit) {
    this.unit = unit;
    this.places = unit.places;
  }

  Decl.Module lower(ASTModuleDeclaration node) {
    int first = WrittenModifiers.at(places.tokens(), places.first(node)).next();
    int name = first + (places.is(first, "open") ? 2 : 1);
    List<Decl.Directive> directives = new ArrayList<>();
    for (ASTModuleDirective each : node.getDirectives()) {
      directives.add(directive(each));
    }
    return new Decl.Module(
        places.span(node),
        name(name),
        node.isOpen(),
        unit.annotations.all(node),
        List.copyOf(directives));
  }

  private Decl.Directive directive(ASTModuleDirective node) {
    int i = places.first(node);
    int last = places.last(node);
    StringBuilder keyword = new StringBuilder(places.token(i++).text());
    while (isModifier(i)) {
      keyword.append(' ').append(places.token(i++).text());
    }
    String name = name(i);
    List<String> targets = new ArrayList<>();
    i = afterName(i);
    while (i < last && !places.is(i, ";")) {
      targets.add(name(i + 1));
      i = afterName(i + 1);
    }
    return new Decl.Directive(places.span(node), keyword.toString(), name, List.copyOf(targets));
  }

  /** Whether {@code static} or {@code transitive} stands here, the latter not as a name. */
  private boolean isModifier(int index) {
    return places.is(index, "static")
        || places.is(index, "transitive")
            && !places.is(index + 1, ";")
            && !places.is(index + 1, ".");
  }

  private String name(int first) {
    StringBuilder name = new StringBuilder();
    for (int i = first; i < afterName(first); i++) {
      name.append(places.token(i).text());
    }
    return name.toString();
  }

  private int afterName(int first) {
    int i = first + 1;
    while (places.is(i, ".")) {
      i += 2;
    }
    return i;
  }
}
