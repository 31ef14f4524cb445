package dev.zonegate.pmd;

import dev.zonegate.model.TypeShape;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.sourceforge.pmd.lang.java.symbols.AnnotableSymbol;
import net.sourceforge.pmd.lang.java.symbols.JClassSymbol;
import net.sourceforge.pmd.lang.java.symbols.JFieldSymbol;
import net.sourceforge.pmd.lang.java.symbols.SymbolicValue.SymAnnot;

/** What PMD's class symbols declare: kind, supertypes, annotations, constants. */
final class ClassShapes {
  private static final String OBJECT = "java.lang.Object";

  private final TypeMeaning types;

  ClassShapes(TypeMeaning types) {
    this.types = types;
  }

  TypeShape describe(JClassSymbol symbol) {
    Set<String> supertypes = new LinkedHashSet<>();
    boolean isComplete = addSupertypes(symbol, supertypes);
    // an interface extends no class, whatever its class file says
    supertypes.remove(OBJECT);
    if (!symbol.isInterface() && !symbol.isAnnotation() && !types.name(symbol).equals(OBJECT)) {
      supertypes.add(OBJECT);
    }
    Set<String> annotations = new LinkedHashSet<>();
    addAnnotations(symbol, annotations);
    return new TypeShape(
        kind(symbol),
        Set.copyOf(supertypes),
        Set.copyOf(annotations),
        constants(symbol),
        permitted(symbol),
        isComplete);
  }

  /** Names of the annotations directly on a declaration. */
  Set<String> annotations(AnnotableSymbol symbol) {
    Set<String> names = new LinkedHashSet<>();
    for (SymAnnot each : symbol.getDeclaredAnnotations()) {
      addName(each, names);
    }
    return names;
  }

  private void addAnnotations(JClassSymbol symbol, Set<String> names) {
    for (SymAnnot each : symbol.getDeclaredAnnotations()) {
      if (addName(each, names) && !each.getAnnotationSymbol().isUnresolved()) {
        addAnnotations(each.getAnnotationSymbol(), names);
      }
    }
  }

  private boolean addName(SymAnnot annotation, Set<String> names) {
    String name = types.knownName(annotation.getAnnotationSymbol());
    return !name.isEmpty() && names.add(name);
  }

  private boolean addSupertypes(JClassSymbol symbol, Set<String> names) {
    boolean isComplete = true;
    JClassSymbol superclass = symbol.getSuperclass();
    if (superclass != null) {
      isComplete = addSupertype(superclass, names);
    }
    for (JClassSymbol each : symbol.getSuperInterfaces()) {
      isComplete &= addSupertype(each, names);
    }
    return isComplete;
  }

  private boolean addSupertype(JClassSymbol supertype, Set<String> names) {
    String name = types.knownName(supertype);
    if (!name.isEmpty()) {
      names.add(name);
    }
    return !supertype.isUnresolved() && addSupertypes(supertype, names);
  }

  private static TypeShape.Kind kind(JClassSymbol symbol) {
    if (symbol.isAnnotation()) {
      return TypeShape.Kind.ANNOTATION;
    }
    if (symbol.isInterface()) {
      return TypeShape.Kind.INTERFACE;
    }
    if (symbol.isEnum()) {
      return TypeShape.Kind.ENUM;
    }
    return symbol.isRecord() ? TypeShape.Kind.RECORD : TypeShape.Kind.CLASS;
  }

  private static List<String> constants(JClassSymbol symbol) {
    return symbol.isEnum()
        ? symbol.getEnumConstants().stream().map(JFieldSymbol::getSimpleName).toList()
        : List.of();
  }

  private List<String> permitted(JClassSymbol symbol) {
    return symbol.isSealed()
        ? symbol.getPermittedSubtypes().stream().map(types::name).toList()
        : List.of();
  }
}
