package dev.zonegate.frontend.javac;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IntersectionTypeTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnionTypeTree;
import com.sun.source.tree.WildcardTree;
import dev.zonegate.frontend.Tokens;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Span;
import dev.zonegate.model.TypeNode;
import dev.zonegate.model.TypeNode.Wildcard.Bound;
import dev.zonegate.model.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lowers types as written. */
final class TypeNodes {
  private final UnitLowering unit;
  private final UnitScope scope;

  TypeNodes(UnitLowering unit) {
    this.unit = unit;
    this.scope = unit.scope;
  }

  List<TypeNode> all(List<? extends Tree> trees) {
    if (trees == null || trees.isEmpty()) {
      return List.of();
    }
    List<TypeNode> lowered = new ArrayList<>(trees.size());
    for (Tree tree : trees) {
      lowered.add(lower(tree));
    }
    return List.copyOf(lowered);
  }

  TypeNode lower(Tree tree) {
    return lower(tree, Integer.MAX_VALUE);
  }

  /**
   * Lowers a type.
   *
   * @param nameStart where the declared name starts; brackets after it have no span
   */
  TypeNode lower(Tree tree, int nameStart) {
    try {
      return lower(tree, List.of(), nameStart, scope.start(tree));
    } catch (RuntimeException e) {
      scope.notify(tree, e);
      return new TypeNode.Opaque(scope.span(tree), unit.salvage(tree));
    }
  }

  private TypeNode lower(Tree tree, List<Annotation> annotations, int nameStart, int start) {
    return switch (tree.getKind()) {
      case ANNOTATED_TYPE -> {
        AnnotatedTypeTree annotated = (AnnotatedTypeTree) tree;
        yield lower(
            annotated.getUnderlyingType(),
            unit.annotations.all(annotated.getAnnotations()),
            nameStart,
            start);
      }
      case PRIMITIVE_TYPE ->
          new TypeNode.Primitive(
              scope.span(start, scope.end(tree)),
              ((PrimitiveTypeTree) tree).getPrimitiveTypeKind().name().toLowerCase(Locale.ROOT),
              annotations);
      case ARRAY_TYPE -> array((ArrayTypeTree) tree, annotations, nameStart);
      case UNBOUNDED_WILDCARD, EXTENDS_WILDCARD, SUPER_WILDCARD ->
          wildcard((WildcardTree) tree, annotations, start);
      case UNION_TYPE ->
          new TypeNode.Union(scope.span(tree), all(((UnionTypeTree) tree).getTypeAlternatives()));
      case INTERSECTION_TYPE -> {
        // javac starts it at the parenthesis
        List<TypeNode> bounds = all(((IntersectionTypeTree) tree).getBounds());
        Span last = bounds.get(bounds.size() - 1).span();
        yield new TypeNode.Intersection(bounds.get(0).span().to(last), bounds);
      }
      default ->
          isNamed(tree)
              ? named(tree, annotations, start)
              : new TypeNode.Opaque(scope.span(tree), unit.salvage(tree));
    };
  }

  private TypeNode array(ArrayTypeTree tree, List<Annotation> annotations, int nameStart) {
    TypeNode element = lower(tree.getType(), nameStart);
    int end = scope.end(tree);
    if (end > nameStart || !element.span().isPresent()) {
      return new TypeNode.Array(Span.NONE, element, annotations);
    }
    // javac ends every dimension at the last bracket
    Tokens tokens = scope.tokens();
    Span inner = element.span();
    int from = scope.text().offset(inner.endLine(), inner.endColumn());
    int open = tokens.find("[", from, end);
    Span span = open < 0 ? scope.span(tree) : inner.to(tokens.span(tokens.closing(open)));
    return new TypeNode.Array(span, element, annotations);
  }

  private TypeNode wildcard(WildcardTree tree, List<Annotation> annotations, int start) {
    Bound bound =
        switch (tree.getKind()) {
          case EXTENDS_WILDCARD -> Bound.EXTENDS;
          case SUPER_WILDCARD -> Bound.SUPER;
          default -> Bound.NONE;
        };
    TypeNode type = bound == Bound.NONE ? null : lower(tree.getBound());
    int question = scope.tokens().firstFrom(scope.start(tree));
    int end = type == null ? scope.tokens().get(question).end() : scope.end(tree.getBound());
    return new TypeNode.Wildcard(scope.span(start, end), bound, type, annotations);
  }

  /** Broken code has anything where a type belongs: {@code list.get(0).Name.class}. */
  private static boolean isNamed(Tree tree) {
    if (tree instanceof MemberSelectTree select) {
      return isNamed(select.getExpression());
    }
    if (tree instanceof ParameterizedTypeTree generic) {
      return isNamed(generic.getType());
    }
    return tree instanceof AnnotatedTypeTree annotated
        ? isNamed(annotated.getUnderlyingType())
        : tree instanceof IdentifierTree;
  }

  private TypeNode named(Tree tree, List<Annotation> annotations, int start) {
    Written written = new Written();
    written.read(tree);
    List<Annotation> all = annotations;
    if (!written.annotations.isEmpty()) {
      all = new ArrayList<>(written.annotations);
      all.addAll(annotations);
    }
    String name = written.name.toString();
    return new TypeNode.Named(
        scope.span(start, scope.end(tree)),
        name,
        List.copyOf(written.arguments),
        written.isDiamond,
        all,
        ref(tree, name, written.isDiamond));
  }

  private TypeRef ref(Tree tree, String name, boolean isDiamond) {
    Tree bare =
        tree instanceof ParameterizedTypeTree generic && isDiamond ? generic.getType() : tree;
    TypeRef known = scope.type(bare);
    if (known.isUnknown()) {
      return scope.imports().name(name);
    }
    return isDiamond && !known.arguments().isEmpty()
        ? new TypeRef(known.name(), known.certainty(), List.of(), known.shape())
        : known;
  }

  /** The name, arguments and annotations of a type, however its tree nests them. */
  private final class Written {
    private final StringBuilder name = new StringBuilder();
    private final List<TypeNode> arguments = new ArrayList<>();
    private final List<Annotation> annotations = new ArrayList<>();
    private boolean isDiamond;

    void read(Tree tree) {
      if (tree instanceof IdentifierTree simple) {
        name.append(simple.getName());
      } else if (tree instanceof MemberSelectTree select) {
        read(select.getExpression());
        name.append('.').append(select.getIdentifier());
      } else if (tree instanceof ParameterizedTypeTree generic) {
        read(generic.getType());
        arguments.addAll(all(generic.getTypeArguments()));
        isDiamond = generic.getTypeArguments().isEmpty();
      } else if (tree instanceof AnnotatedTypeTree annotated) {
        annotations.addAll(unit.annotations.all(annotated.getAnnotations()));
        read(annotated.getUnderlyingType());
      } else {
        throw new IllegalArgumentException("not a named type: " + tree.getKind());
      }
    }
  }
}
