package dev.zonegate.frontend.javaparser;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.Name;
import com.github.javaparser.ast.type.ArrayType;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.IntersectionType;
import com.github.javaparser.ast.type.PrimitiveType;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.ast.type.UnionType;
import com.github.javaparser.ast.type.UnknownType;
import com.github.javaparser.ast.type.VarType;
import com.github.javaparser.ast.type.VoidType;
import com.github.javaparser.ast.type.WildcardType;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Span;
import dev.zonegate.model.TypeNode;
import dev.zonegate.model.TypeNode.Wildcard.Bound;
import dev.zonegate.model.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lowers types as written. */
final class TypeLowering {
  private final FileLowering file;

  TypeLowering(FileLowering file) {
    this.file = file;
  }

  /** A type; null for that of the parameter of {@code x -> ...}. */
  TypeNode type(Type type) {
    return type instanceof UnknownType
        ? null
        : file.guarded(type, () -> lower(type), TypeNode.Opaque::new);
  }

  /** The type of a local, whose {@code var} stands for what it starts with. */
  TypeNode local(Type type, TypeRef inferred) {
    return isVar(type) ? new TypeNode.Var(file.span(type), inferred) : type(type);
  }

  boolean isVar(Type type) {
    if (type instanceof ClassOrInterfaceType named) {
      return named.getScope().isEmpty()
          && named.getNameAsString().equals("var")
          && !file.scope().isType("var");
    }
    return type instanceof VarType;
  }

  List<TypeNode> types(NodeList<? extends Type> types) {
    List<TypeNode> lowered = new ArrayList<>();
    for (Type each : types) {
      lowered.add(type(each));
    }
    return lowered;
  }

  List<TypeNode> arguments(Optional<? extends NodeList<? extends Type>> types) {
    return types.isEmpty() ? List.of() : types(types.get());
  }

  /** A type that is written as a plain dotted name. */
  TypeNode named(Name name) {
    String written = name.asString();
    return new TypeNode.Named(
        file.span(name), written, List.of(), false, List.of(), file.scope().type(written));
  }

  private TypeNode lower(Type type) {
    if (isVar(type)) {
      return new TypeNode.Var(file.span(type), TypeRef.UNKNOWN);
    }
    if (type instanceof ClassOrInterfaceType named) {
      return named(named);
    }
    if (type instanceof PrimitiveType primitive) {
      return new TypeNode.Primitive(
          spanWith(primitive.getAnnotations(), type),
          primitive.asString(),
          annotations(primitive.getAnnotations()));
    }
    if (type instanceof VoidType) {
      return new TypeNode.Primitive(
          spanWith(type.getAnnotations(), type), "void", annotations(type.getAnnotations()));
    }
    if (type instanceof ArrayType array) {
      return array(array);
    }
    if (type instanceof WildcardType wildcard) {
      return wildcard(wildcard);
    }
    if (type instanceof UnionType union) {
      return new TypeNode.Union(file.span(type), types(union.getElements()));
    }
    if (type instanceof IntersectionType intersection) {
      return new TypeNode.Intersection(file.span(type), types(intersection.getElements()));
    }
    throw new IllegalArgumentException("unknown type " + type.getClass().getSimpleName());
  }

  private TypeNode named(ClassOrInterfaceType type) {
    String name = type.getNameWithScope();
    List<TypeNode> arguments = new ArrayList<>();
    List<Annotation> annotations = new ArrayList<>();
    ClassOrInterfaceType first = type;
    for (Optional<ClassOrInterfaceType> each = Optional.of(type);
        each.isPresent();
        each = first.getScope()) {
      first = each.get();
      arguments.addAll(0, arguments(first.getTypeArguments()));
      annotations.addAll(0, annotations(first.getAnnotations()));
    }
    Span span = spanWith(first.getAnnotations(), type);
    TypeRef ref = file.scope().type(name);
    boolean isDiamond = type.isUsingDiamondOperator();
    return new TypeNode.Named(span, name, arguments, isDiamond, annotations, ref);
  }

  /** Brackets after the declared name come last in the text and have no span. */
  private TypeNode array(ArrayType type) {
    List<ArrayType> beforeName = new ArrayList<>();
    List<ArrayType> afterName = new ArrayList<>();
    Type element = type;
    while (element instanceof ArrayType array) {
      boolean isAfter = array.getOrigin() == ArrayType.Origin.NAME;
      (isAfter ? afterName : beforeName).add(0, array);
      element = array.getComponentType();
    }
    TypeNode lowered = type(element);
    Span first = spanWith(element.getAnnotations(), element);
    for (ArrayType each : beforeName) {
      Span span = first.to(file.nextBrackets(lowered.span()));
      lowered = new TypeNode.Array(span, lowered, annotations(each.getAnnotations()));
    }
    for (ArrayType each : afterName) {
      lowered = new TypeNode.Array(Span.NONE, lowered, annotations(each.getAnnotations()));
    }
    return lowered;
  }

  private TypeNode wildcard(WildcardType type) {
    Span span = spanWith(type.getAnnotations(), type);
    List<Annotation> annotations = annotations(type.getAnnotations());
    if (type.getExtendedType().isPresent()) {
      TypeNode bound = type(type.getExtendedType().get());
      return new TypeNode.Wildcard(span, Bound.EXTENDS, bound, annotations);
    }
    if (type.getSuperType().isPresent()) {
      TypeNode bound = type(type.getSuperType().get());
      return new TypeNode.Wildcard(span, Bound.SUPER, bound, annotations);
    }
    return new TypeNode.Wildcard(span, Bound.NONE, null, annotations);
  }

  private List<Annotation> annotations(NodeList<AnnotationExpr> annotations) {
    return file.annotations().all(annotations);
  }

  private Span spanWith(NodeList<AnnotationExpr> annotations, Type type) {
    Span span = file.span(type);
    return annotations.isEmpty() ? span : file.earlier(file.span(annotations.get(0)), span);
  }
}
