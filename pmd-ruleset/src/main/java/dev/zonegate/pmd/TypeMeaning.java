package dev.zonegate.pmd;

import dev.zonegate.frontend.ImportScope;
import dev.zonegate.model.TypeRef;
import dev.zonegate.model.TypeTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.sourceforge.pmd.lang.java.ast.ASTCompilationUnit;
import net.sourceforge.pmd.lang.java.ast.ASTImplicitClassDeclaration;
import net.sourceforge.pmd.lang.java.ast.ASTIntersectionType;
import net.sourceforge.pmd.lang.java.ast.ASTTypeParameter;
import net.sourceforge.pmd.lang.java.symbols.JClassSymbol;
import net.sourceforge.pmd.lang.java.types.JArrayType;
import net.sourceforge.pmd.lang.java.types.JClassType;
import net.sourceforge.pmd.lang.java.types.JIntersectionType;
import net.sourceforge.pmd.lang.java.types.JPrimitiveType;
import net.sourceforge.pmd.lang.java.types.JTypeMirror;
import net.sourceforge.pmd.lang.java.types.JTypeVar;
import net.sourceforge.pmd.lang.java.types.JWildcardType;
import net.sourceforge.pmd.lang.java.types.TypeSystem;

/** PMD's types as the model's: erased, interned, unresolved ones named by the imports only. */
final class TypeMeaning {
  private final TypeSystem system;
  private final TypeTable table;
  private final ImportScope imports;
  private final String ownPackage;
  private final String implicitClass;
  private final ClassShapes shapes;
  private final Map<JClassSymbol, String> names = new HashMap<>();

  /**
   * The meaning of types in one unit.
   *
   * @param implicitClass what the class of the unit is called if it is a compact source file
   */
  TypeMeaning(ASTCompilationUnit unit, ImportScope imports, String implicitClass) {
    this.system = unit.getTypeSystem();
    this.table = new TypeTable();
    this.imports = imports;
    this.ownPackage = unit.getPackageName();
    this.implicitClass = implicitClass;
    this.shapes = new ClassShapes(this);
  }

  ImportScope imports() {
    return imports;
  }

  <T> T intern(T value) {
    return table.intern(value);
  }

  TypeRef of(JTypeMirror type) {
    return of(type, true);
  }

  TypeRef erased(JTypeMirror type) {
    return of(type, false);
  }

  /** The type of {@code Object}, which PMD knows under any class path. */
  JClassType object() {
    return system.OBJECT;
  }

  boolean isUnknown(JTypeMirror type) {
    return type == null || type == system.UNKNOWN || type == system.ERROR;
  }

  /** The type that a class symbol declares, without arguments. */
  TypeRef of(JClassSymbol symbol) {
    if (symbol.isUnresolved()) {
      return unresolved(symbol);
    }
    if (symbol.isArray()) {
      return table.resolved("<array>", List.of(), () -> TypeRef.primitive("int").array().shape());
    }
    return table.resolved(name(symbol), List.of(), () -> shapes.describe(symbol));
  }

  /** A symbol's name, or the one that imports give to an unresolved one; empty if there is none. */
  String knownName(JClassSymbol symbol) {
    return symbol.isUnresolved() ? unresolved(symbol).name() : name(symbol);
  }

  /**
   * A symbol's qualified name: {@code <anon>} for an anonymous class, {@code <local>Name} for a
   * local one.
   */
  String name(JClassSymbol symbol) {
    String known = names.get(symbol);
    if (known == null) {
      known = computeName(symbol);
      names.put(symbol, known);
    }
    return known;
  }

  private String computeName(JClassSymbol symbol) {
    if (symbol.isAnonymousClass()) {
      return "<anon>";
    }
    if (symbol.isLocalClass()) {
      return "<local>" + symbol.getSimpleName();
    }
    String canonical = symbol.getCanonicalName();
    if (canonical != null) {
      return canonical;
    }
    if (symbol.tryGetNode() instanceof ASTImplicitClassDeclaration) {
      return implicitClass;
    }
    JClassSymbol outer = symbol.getEnclosingClass();
    return (outer == null ? "" : name(outer) + ".") + symbol.getSimpleName();
  }

  private TypeRef of(JTypeMirror type, boolean withArguments) {
    if (isUnknown(type)) {
      return TypeRef.UNKNOWN;
    }
    if (type instanceof JPrimitiveType primitive) {
      return TypeRef.primitive(primitive.getKind().getSimpleName());
    }
    if (type instanceof JClassType named) {
      return ofClass(named, withArguments);
    }
    if (type instanceof JArrayType array) {
      return table.intern(of(array.getComponentType(), false).array());
    }
    if (type instanceof JTypeVar variable) {
      return of(bound(variable), withArguments);
    }
    if (type instanceof JIntersectionType both) {
      return of(both.getComponents().get(0), withArguments);
    }
    if (type instanceof JWildcardType wildcard) {
      return of(wildcard.asUpperBound(), withArguments);
    }
    return type == system.NULL_TYPE
        ? TypeRef.primitive("null")
        : type.isVoid() ? TypeRef.primitive("void") : TypeRef.UNKNOWN;
  }

  /** The first bound as written; PMD leaves out an {@code Object} that others follow. */
  private static JTypeMirror bound(JTypeVar variable) {
    ASTTypeParameter declared =
        variable.isCaptured() || variable.getSymbol() == null
            ? null
            : variable.getSymbol().tryGetNode();
    return declared != null && declared.getTypeBoundNode() instanceof ASTIntersectionType both
        ? both.getComponents().firstOrThrow().getTypeMirror()
        : variable.getUpperBound();
  }

  private TypeRef ofClass(JClassType type, boolean withArguments) {
    JClassSymbol symbol = type.getSymbol();
    if (!withArguments || type.getTypeArgs().isEmpty() || symbol.isUnresolved()) {
      return of(symbol);
    }
    List<TypeRef> arguments = type.getTypeArgs().stream().map(this::erased).toList();
    return table.resolved(name(symbol), arguments, () -> shapes.describe(symbol));
  }

  /**
   * An unresolved class as the imports call it. PMD puts a simple name that nothing explains into
   * the own package, which is a guess.
   */
  TypeRef unresolved(JClassSymbol symbol) {
    TypeRef imported = imports.name(symbol.getSimpleName());
    if (!imported.isUnknown()) {
      return imported;
    }
    String binaryName = symbol.getBinaryName().replace('$', '.');
    String prefix = ownPackage.isEmpty() ? "" : ownPackage + ".";
    boolean isGuess = !prefix.isEmpty() && binaryName.startsWith(prefix);
    return isGuess ? TypeRef.UNKNOWN : imports.name(binaryName);
  }
}
