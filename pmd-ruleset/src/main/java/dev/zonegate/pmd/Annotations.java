package dev.zonegate.pmd;

import dev.zonegate.model.Annotation;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Span;
import dev.zonegate.model.TypeNode;
import dev.zonegate.model.TypeRef;
import java.util.ArrayList;
import java.util.List;
import net.sourceforge.pmd.lang.java.ast.ASTAnnotation;
import net.sourceforge.pmd.lang.java.ast.ASTExpression;
import net.sourceforge.pmd.lang.java.ast.ASTMemberValue;
import net.sourceforge.pmd.lang.java.ast.ASTMemberValueArrayInitializer;
import net.sourceforge.pmd.lang.java.ast.ASTMemberValuePair;
import net.sourceforge.pmd.lang.java.ast.Annotatable;
import net.sourceforge.pmd.lang.java.symbols.JClassSymbol;
import net.sourceforge.pmd.lang.java.symbols.JMethodSymbol;
import net.sourceforge.pmd.lang.java.types.Substitution;

/** Lowers annotations. */
final class Annotations {
  private final UnitLowering unit;
  private final Places places;

  Annotations(UnitLowering unit) {
    this.unit = unit;
    this.places = unit.places;
  }

  List<Annotation> all(Annotatable annotated) {
    List<Annotation> lowered = new ArrayList<>();
    for (ASTAnnotation each : annotated.getDeclaredAnnotations()) {
      lowered.add(lower(each));
    }
    return List.copyOf(lowered);
  }

  Annotation lower(ASTAnnotation node) {
    TypeNode type = unit.types.lower(node.getTypeNode());
    String name = type instanceof TypeNode.Named named ? named.name() : node.getSimpleName();
    List<Annotation.Argument> arguments = new ArrayList<>();
    for (ASTMemberValuePair each : node.getMembers()) {
      arguments.add(argument(node, each));
    }
    return new Annotation(places.span(node), name, type.ref(), List.copyOf(arguments));
  }

  private Annotation.Argument argument(ASTAnnotation annotation, ASTMemberValuePair node) {
    Expr value = value(node.getValue(), elementType(annotation, node.getName()));
    Span span =
        node.isShorthand()
            ? value.span()
            : places.tokens().span(places.first(node)).to(places.span(node.getValue()));
    return new Annotation.Argument(span, node.getName(), !node.isShorthand(), value);
  }

  private TypeRef elementType(ASTAnnotation annotation, String element) {
    return unit.resolve(
        annotation,
        TypeRef.UNKNOWN,
        () -> {
          JClassSymbol type = annotation.getTypeMirror().getSymbol();
          if (type == null || type.isUnresolved()) {
            return TypeRef.UNKNOWN;
          }
          for (JMethodSymbol each : type.getDeclaredMethods()) {
            if (each.nameEquals(element)) {
              return unit.meaning.of(each.getReturnType(Substitution.EMPTY));
            }
          }
          return TypeRef.UNKNOWN;
        });
  }

  /** The value of an argument, or the default of an annotation's element. */
  Expr value(ASTMemberValue node, TypeRef type) {
    if (node instanceof ASTAnnotation annotation) {
      return lower(annotation);
    }
    if (node instanceof ASTMemberValueArrayInitializer array) {
      List<Expr> elements = new ArrayList<>();
      for (ASTMemberValue each : array) {
        elements.add(value(each, TypeRef.UNKNOWN));
      }
      return new Expr.ArrayInitializer(places.span(node), List.copyOf(elements), type);
    }
    return unit.expressions.lower((ASTExpression) node);
  }
}
