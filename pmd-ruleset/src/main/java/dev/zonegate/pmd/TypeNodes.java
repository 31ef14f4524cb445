package dev.zonegate.pmd;

import dev.zonegate.frontend.Token;
import dev.zonegate.frontend.WrittenModifiers;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Span;
import dev.zonegate.model.TypeNode;
import dev.zonegate.model.TypeNode.Wildcard.Bound;
import dev.zonegate.model.TypeRef;
import java.util.ArrayList;
import java.util.List;
import net.sourceforge.pmd.lang.java.ast.ASTAmbiguousName;
import net.sourceforge.pmd.lang.java.ast.ASTArrayDimensions;
import net.sourceforge.pmd.lang.java.ast.ASTArrayType;
import net.sourceforge.pmd.lang.java.ast.ASTArrayTypeDim;
import net.sourceforge.pmd.lang.java.ast.ASTClassType;
import net.sourceforge.pmd.lang.java.ast.ASTIntersectionType;
import net.sourceforge.pmd.lang.java.ast.ASTPrimitiveType;
import net.sourceforge.pmd.lang.java.ast.ASTType;
import net.sourceforge.pmd.lang.java.ast.ASTTypeArguments;
import net.sourceforge.pmd.lang.java.ast.ASTUnionType;
import net.sourceforge.pmd.lang.java.ast.ASTVoidType;
import net.sourceforge.pmd.lang.java.ast.ASTWildcardType;
import net.sourceforge.pmd.lang.java.symbols.JTypeDeclSymbol;

/** Lowers types as written. */
final class TypeNodes {
  private final UnitLowering unit;
  private final Places places;

  TypeNodes(UnitLowering unit) {
    this.unit = unit;
    this.places = unit.places;
  }

  List<TypeNode> all(Iterable<? extends ASTType> nodes) {
    if (nodes == null) {
      return List.of();
    }
    List<TypeNode> lowered = new ArrayList<>();
    nodes.forEach(each -> lowered.add(lower(each)));
    return List.copyOf(lowered);
  }

  TypeNode lower(ASTType node) {
    try {
      return lowered(node);
    } catch (RuntimeException e) {
      unit.notifyOpaque(node, e);
      return new TypeNode.Opaque(places.safeSpan(node), unit.salvage(node));
    }
  }

  /** A type of which {@code dimensions} more are written after the declared name. */
  TypeNode withDimensions(TypeNode type, ASTArrayDimensions dimensions) {
    TypeNode whole = type;
    for (int i = 0; dimensions != null && i < dimensions.size(); i++) {
      List<Annotation> annotations = unit.annotations.all(dimensions.get(i));
      whole = new TypeNode.Array(Span.NONE, whole, annotations);
    }
    return whole;
  }

  /** The type of one element of a variable-arity parameter. */
  TypeNode varargsElement(ASTArrayType node) {
    return array(node, node.getDimensions().size() - 1);
  }

  private TypeNode lowered(ASTType node) {
    if (node instanceof ASTClassType named) {
      return named(named);
    }
    if (node instanceof ASTPrimitiveType || node instanceof ASTVoidType) {
      String name = places.token(places.last(node)).text();
      return new TypeNode.Primitive(places.span(node), name, unit.annotations.all(node));
    }
    if (node instanceof ASTArrayType array) {
      return array(array, array.getDimensions().size());
    }
    if (node instanceof ASTWildcardType wildcard) {
      return wildcard(wildcard);
    }
    if (node instanceof ASTUnionType union) {
      return new TypeNode.Union(places.span(node), all(union.getComponents()));
    }
    if (node instanceof ASTIntersectionType both) {
      return new TypeNode.Intersection(places.span(node), all(both));
    }
    if (node instanceof ASTAmbiguousName name) {
      String written = written(places.first(name), places.last(name));
      TypeRef ref = unit.meaning.imports().name(written);
      return new TypeNode.Named(places.span(node), written, List.of(), false, List.of(), ref);
    }
    throw new IllegalArgumentException("unknown type");
  }

  private TypeNode named(ASTClassType node) {
    List<TypeNode> arguments = new ArrayList<>();
    List<Annotation> annotations = new ArrayList<>();
    boolean isDiamond = false;
    for (ASTClassType each : outerFirst(node)) {
      annotations.addAll(unit.annotations.all(each));
      ASTTypeArguments given = each.getTypeArguments();
      if (given != null) {
        isDiamond = given.isDiamond();
        arguments.addAll(all(given));
      }
    }
    String written = written(places.first(node), places.last(node));
    TypeRef ref = ref(node, written);
    return new TypeNode.Named(
        places.span(node),
        written,
        List.copyOf(arguments),
        isDiamond,
        List.copyOf(annotations),
        isDiamond ? withoutArguments(ref) : ref);
  }

  private TypeRef ref(ASTClassType node, String written) {
    return isUnresolved(node) ? unit.meaning.imports().name(written) : unit.type(node);
  }

  /** Whether PMD does not know the class that a type names. */
  boolean isUnresolved(ASTClassType node) {
    return unit.resolve(
        node,
        true,
        () -> {
          if (unit.meaning.isUnknown(node.getTypeMirror())) {
            return true;
          }
          JTypeDeclSymbol symbol = node.getTypeMirror().getSymbol();
          return symbol != null && symbol.isUnresolved();
        });
  }

  private static TypeRef withoutArguments(TypeRef ref) {
    return ref.arguments().isEmpty()
        ? ref
        : new TypeRef(ref.name(), ref.certainty(), List.of(), ref.shape());
  }

  private static List<ASTClassType> outerFirst(ASTClassType node) {
    List<ASTClassType> all = new ArrayList<>();
    for (ASTClassType each = node; each != null; each = each.getQualifier()) {
      all.add(0, each);
    }
    return all;
  }

  /** A dotted name without annotations and type arguments. */
  String written(int first, int last) {
    StringBuilder name = new StringBuilder();
    int i = first;
    while (i <= last) {
      Token token = places.token(i);
      if (token.is("@")) {
        i = WrittenModifiers.afterAnnotation(places.tokens(), i);
      } else if (token.is("<")) {
        i = places.tokens().closing(i) + 1;
      } else {
        name.append(token.text());
        i++;
      }
    }
    return name.toString();
  }

  private TypeNode array(ASTArrayType node, int dimensions) {
    TypeNode type = lower(node.getElementType());
    int first = places.first(node);
    ASTArrayDimensions brackets = node.getDimensions();
    for (int i = 0; i < dimensions; i++) {
      Span span = places.tokens().span(first, places.last(brackets.get(i)));
      // the first brackets, with their annotations, are those of the whole type
      ASTArrayTypeDim annotated = brackets.get(brackets.size() - 1 - i);
      type = new TypeNode.Array(span, type, unit.annotations.all(annotated));
    }
    return type;
  }

  private TypeNode wildcard(ASTWildcardType node) {
    ASTType bound = node.getTypeBoundNode();
    Span span =
        bound == null
            ? places.span(node)
            : places.tokens().span(places.first(node), places.last(bound));
    Bound kind = bound == null ? Bound.NONE : node.isUpperBound() ? Bound.EXTENDS : Bound.SUPER;
    return new TypeNode.Wildcard(
        span, kind, bound == null ? null : lower(bound), unit.annotations.all(node));
  }
}
