package dev.zonegate.pmd;

import dev.zonegate.model.Pattern;
import java.util.ArrayList;
import java.util.List;
import net.sourceforge.pmd.lang.java.ast.ASTPattern;
import net.sourceforge.pmd.lang.java.ast.ASTRecordPattern;
import net.sourceforge.pmd.lang.java.ast.ASTTypePattern;
import net.sourceforge.pmd.lang.java.ast.ASTUnnamedPattern;

/** Lowers patterns. */
final class Patterns {
  private final UnitLowering unit;

  Patterns(UnitLowering unit) {
    this.unit = unit;
  }

  Pattern lower(ASTPattern node) {
    if (node instanceof ASTTypePattern typed) {
      return unit.variables.pattern(typed);
    }
    if (node instanceof ASTRecordPattern taken) {
      List<Pattern> components = new ArrayList<>();
      for (ASTPattern each : taken.getComponentPatterns()) {
        components.add(lower(each));
      }
      return new Pattern.Deconstruction(
          unit.places.span(node), unit.types.lower(taken.getTypeNode()), List.copyOf(components));
    }
    if (node instanceof ASTUnnamedPattern) {
      return new Pattern.Any(unit.places.span(node));
    }
    throw new IllegalArgumentException("unknown pattern");
  }
}
