package dev.zonegate.frontend.javac;

import dev.zonegate.model.TypeShape;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Describes declared types: kind, all supertypes, annotations with theirs, constants. */
final class TypeShapes {
  private final Map<TypeElement, TypeShape> known = new HashMap<>();
  private final WrittenNames written;

  TypeShapes(WrittenNames written) {
    this.written = written;
  }

  /** The shape of a type; of an unfinished one if its class file cannot be read. */
  TypeShape of(TypeElement type) {
    TypeShape shape = known.get(type);
    if (shape == null) {
      shape = describe(type);
      known.put(type, shape);
    }
    return shape;
  }

  /** The name of a type as the model writes it. */
  static String name(TypeElement type) {
    return switch (type.getNestingKind()) {
      case TOP_LEVEL -> type.getQualifiedName().toString();
      case ANONYMOUS -> "<anon>";
      case LOCAL -> "<local>" + type.getSimpleName();
      case MEMBER -> outerName(type) + "." + type.getSimpleName();
    };
  }

  private static String outerName(TypeElement member) {
    Element outer = member.getEnclosingElement();
    return outer instanceof TypeElement type ? name(type) : outer.toString();
  }

  /** Names of the annotations on a declaration itself. */
  Set<String> annotationNames(Element annotated) {
    List<? extends AnnotationMirror> mirrors = annotated.getAnnotationMirrors();
    Set<String> unknown = written.unknownAnnotationsOn(annotated);
    if (mirrors.isEmpty()) {
      return unknown;
    }
    Set<String> names = new LinkedHashSet<>(unknown);
    for (AnnotationMirror each : mirrors) {
      names.add(name((TypeElement) each.getAnnotationType().asElement()));
    }
    return Set.copyOf(names);
  }

  private TypeShape describe(TypeElement type) {
    Set<String> supertypes = new LinkedHashSet<>();
    boolean isComplete = addSupertype(type.getSuperclass(), supertypes);
    for (TypeMirror each : type.getInterfaces()) {
      isComplete &= addSupertype(each, supertypes);
    }
    if (!isComplete) {
      supertypes.addAll(written.unknownSupertypes(type));
    }
    return new TypeShape(
        kind(type.getKind()),
        supertypes,
        annotations(type),
        type.getKind() == ElementKind.ENUM ? constants(type) : List.of(),
        permitted(type),
        isComplete);
  }

  private boolean addSupertype(TypeMirror supertype, Set<String> names) {
    if (supertype.getKind() == TypeKind.NONE) {
      return true;
    }
    if (supertype.getKind() != TypeKind.DECLARED) {
      return false;
    }
    TypeElement element = (TypeElement) ((DeclaredType) supertype).asElement();
    names.add(name(element));
    TypeShape shape = of(element);
    names.addAll(shape.supertypes());
    return shape.isComplete();
  }

  private Set<String> annotations(TypeElement type) {
    Set<String> names = new LinkedHashSet<>();
    Deque<TypeElement> open = new ArrayDeque<>(List.of(type));
    while (!open.isEmpty()) {
      for (AnnotationMirror each : open.remove().getAnnotationMirrors()) {
        TypeElement annotation = (TypeElement) each.getAnnotationType().asElement();
        if (names.add(name(annotation))) {
          open.add(annotation);
        }
      }
    }
    names.addAll(written.unknownAnnotations(type));
    return names;
  }

  private static List<String> constants(TypeElement type) {
    List<String> names = new ArrayList<>();
    for (Element member : type.getEnclosedElements()) {
      if (member.getKind() == ElementKind.ENUM_CONSTANT) {
        names.add(member.getSimpleName().toString());
      }
    }
    return List.copyOf(names);
  }

  private static List<String> permitted(TypeElement type) {
    List<? extends TypeMirror> subtypes = type.getPermittedSubclasses();
    if (subtypes.isEmpty()) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    for (TypeMirror each : subtypes) {
      if (each instanceof DeclaredType declared) {
        names.add(name((TypeElement) declared.asElement()));
      }
    }
    return List.copyOf(names);
  }

  private static TypeShape.Kind kind(ElementKind kind) {
    return switch (kind) {
      case INTERFACE -> TypeShape.Kind.INTERFACE;
      case ENUM -> TypeShape.Kind.ENUM;
      case RECORD -> TypeShape.Kind.RECORD;
      case ANNOTATION_TYPE -> TypeShape.Kind.ANNOTATION;
      default -> TypeShape.Kind.CLASS;
    };
  }
}
