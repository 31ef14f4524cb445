package dev.zonegate.frontend.javac;

import com.sun.source.util.Trees;
import dev.zonegate.model.MethodRef;
import dev.zonegate.model.TypeRef;
import dev.zonegate.model.TypeShape;
import dev.zonegate.model.TypeTable;
import dev.zonegate.model.VarRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.UnionType;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;

/** Turns javac's types and elements into references, one object for equal ones. */
final class Symbols {
  private static final TypeRef ARRAY_OWNER =
      new TypeRef(
          "<array>",
          dev.zonegate.model.Certainty.RESOLVED,
          List.of(),
          new TypeShape(TypeShape.Kind.ARRAY, Set.of(), Set.of(), List.of(), List.of(), true));

  private final Types types;
  private final TypeTable table = new TypeTable();
  private final TypeShapes shapes;
  private final Map<TypeElement, TypeRef> rawTypes = new HashMap<>();
  private final Map<ExecutableElement, MethodRef> methods = new HashMap<>();
  private final Map<VariableElement, VarRef> variables = new HashMap<>();
  private final Map<TypeKind, TypeRef> primitives = new HashMap<>();

  Symbols(Trees trees, Types types) {
    this.shapes = new TypeShapes(new WrittenNames(trees));
    this.types = types;
  }

  /** A type, erased; unknown if javac does not know it or cannot read its class file. */
  TypeRef type(TypeMirror type) {
    if (type == null) {
      return TypeRef.UNKNOWN;
    }
    return switch (type.getKind()) {
      case BOOLEAN, BYTE, SHORT, INT, LONG, CHAR, FLOAT, DOUBLE, VOID, NULL ->
          primitive(type.getKind());
      case ARRAY -> array((ArrayType) type);
      case DECLARED -> declared((DeclaredType) type);
      case TYPEVAR -> type(upperBound((TypeVariable) type));
      case WILDCARD -> wildcard((WildcardType) type);
      case INTERSECTION -> type(((IntersectionType) type).getBounds().get(0));
      case UNION -> union((UnionType) type);
      default -> TypeRef.UNKNOWN;
    };
  }

  /** A declared type without arguments. */
  TypeRef raw(TypeElement type) {
    TypeRef ref = rawTypes.get(type);
    if (ref == null) {
      ref = table.resolved(TypeShapes.name(type), List.of(), () -> shapes.of(type));
      rawTypes.put(type, ref);
    }
    return ref;
  }

  /** A method or constructor as declared. */
  MethodRef method(ExecutableElement method) {
    MethodRef ref = methods.get(method);
    if (ref == null) {
      ref = table.intern(describe(method));
      methods.put(method, ref);
    }
    return ref;
  }

  /** A variable. */
  VarRef variable(VariableElement variable) {
    VarRef ref = variables.get(variable);
    if (ref == null) {
      ref = describe(variable, type(variable.asType()));
      variables.put(variable, ref);
    }
    return ref;
  }

  /** A variable of which the compiler does not know the type, but its declaration gives a name. */
  VarRef variable(VariableElement variable, TypeRef declaredType) {
    return describe(variable, declaredType);
  }

  /** Whether javac does not know this type. */
  static boolean isErroneous(TypeMirror type) {
    TypeMirror element = type;
    while (element instanceof ArrayType array) {
      element = array.getComponentType();
    }
    return element.getKind() == TypeKind.ERROR;
  }

  private TypeRef primitive(TypeKind kind) {
    return primitives.computeIfAbsent(
        kind, k -> TypeRef.primitive(k.name().toLowerCase(java.util.Locale.ROOT)));
  }

  private TypeRef array(ArrayType type) {
    return table.intern(type(type.getComponentType()).array());
  }

  private TypeRef declared(DeclaredType type) {
    if (!(type.asElement() instanceof TypeElement element)) {
      return TypeRef.UNKNOWN;
    }
    TypeRef raw = raw(element);
    List<? extends TypeMirror> arguments = type.getTypeArguments();
    if (arguments.isEmpty()) {
      return raw;
    }
    List<TypeRef> erased = new ArrayList<>(arguments.size());
    for (TypeMirror each : arguments) {
      erased.add(erased(each));
    }
    return table.resolved(raw.name(), List.copyOf(erased), raw::shape);
  }

  /** An argument, without its own. */
  private TypeRef erased(TypeMirror type) {
    return switch (type.getKind()) {
      case DECLARED -> raw((TypeElement) ((DeclaredType) type).asElement());
      case TYPEVAR -> erased(upperBound((TypeVariable) type));
      case WILDCARD -> {
        TypeMirror bound = ((WildcardType) type).getExtendsBound();
        yield bound == null ? object(type) : erased(bound);
      }
      case INTERSECTION -> erased(((IntersectionType) type).getBounds().get(0));
      default -> type(type);
    };
  }

  private static TypeMirror upperBound(TypeVariable variable) {
    return variable.getUpperBound();
  }

  private TypeRef wildcard(WildcardType type) {
    return type.getExtendsBound() == null ? object(type) : type(type.getExtendsBound());
  }

  private TypeRef object(TypeMirror wildcard) {
    return type(types.erasure(wildcard));
  }

  private TypeRef union(UnionType type) {
    // javac's union type erases to the least upper bound of its alternatives
    return type(types.erasure(type));
  }

  private MethodRef describe(ExecutableElement method) {
    boolean isConstructor = method.getKind() == ElementKind.CONSTRUCTOR;
    TypeRef owner = owner(method);
    List<TypeRef> parameters = new ArrayList<>();
    List<Set<String>> parameterAnnotations = new ArrayList<>();
    for (VariableElement each : method.getParameters()) {
      parameters.add(rawType(each.asType()));
      parameterAnnotations.add(shapes.annotationNames(each));
    }
    List<TypeRef> thrown = new ArrayList<>();
    for (TypeMirror each : method.getThrownTypes()) {
      thrown.add(rawType(each));
    }
    TypeRef returns = isConstructor ? owner : rawType(method.getReturnType());
    if (owner == ARRAY_OWNER && !isConstructor) {
      returns = rawType(types.erasure(method.getReturnType()));
    }
    return new MethodRef(
        owner,
        isConstructor ? MethodRef.CONSTRUCTOR : method.getSimpleName().toString(),
        List.copyOf(parameters),
        returns,
        method.getModifiers().contains(Modifier.STATIC),
        method.isVarArgs(),
        shapes.annotationNames(method),
        List.copyOf(parameterAnnotations),
        List.copyOf(thrown));
  }

  /** A type without its arguments. */
  private TypeRef rawType(TypeMirror type) {
    return type.getKind() == TypeKind.ARRAY ? type(types.erasure(type)) : erased(type);
  }

  private VarRef describe(VariableElement variable, TypeRef type) {
    VarRef.Kind kind = kind(variable.getKind());
    boolean isField = kind == VarRef.Kind.FIELD || kind == VarRef.Kind.ENUM_CONSTANT;
    Set<Modifier> modifiers = variable.getModifiers();
    boolean isFinal = modifiers.contains(Modifier.FINAL);
    return table.intern(
        new VarRef(
            kind,
            isField ? owner(variable).name() : "",
            name(variable),
            type,
            modifiers.contains(Modifier.STATIC),
            isFinal,
            shapes.annotationNames(variable),
            isFinal ? variable.getConstantValue() : null));
  }

  private static String name(VariableElement variable) {
    String name = variable.getSimpleName().toString();
    return name.isEmpty() ? "_" : name;
  }

  private TypeRef owner(Element member) {
    return member.getEnclosingElement() instanceof TypeElement type && !isArrayClass(type)
        ? raw(type)
        : ARRAY_OWNER;
  }

  /** Whether this is the class without a package that javac makes up as the owner of length. */
  private static boolean isArrayClass(TypeElement type) {
    Element outer = type.getEnclosingElement();
    return type.getQualifiedName().contentEquals("Array")
        && (outer == null || outer.getKind() != ElementKind.PACKAGE);
  }

  private static VarRef.Kind kind(ElementKind kind) {
    return switch (kind) {
      case ENUM_CONSTANT -> VarRef.Kind.ENUM_CONSTANT;
      case PARAMETER -> VarRef.Kind.PARAMETER;
      case LOCAL_VARIABLE -> VarRef.Kind.LOCAL;
      case RESOURCE_VARIABLE -> VarRef.Kind.RESOURCE;
      case EXCEPTION_PARAMETER -> VarRef.Kind.EXCEPTION;
      case BINDING_VARIABLE -> VarRef.Kind.PATTERN;
      default -> VarRef.Kind.FIELD;
    };
  }
}
