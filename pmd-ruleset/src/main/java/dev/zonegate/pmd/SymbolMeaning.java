package dev.zonegate.pmd;

import dev.zonegate.model.MethodRef;
import dev.zonegate.model.TypeRef;
import dev.zonegate.model.VarRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.sourceforge.pmd.lang.java.ast.ASTExpression;
import net.sourceforge.pmd.lang.java.ast.ASTMethodDeclaration;
import net.sourceforge.pmd.lang.java.ast.ASTVariableId;
import net.sourceforge.pmd.lang.java.symbols.AnnotableSymbol;
import net.sourceforge.pmd.lang.java.symbols.JClassSymbol;
import net.sourceforge.pmd.lang.java.symbols.JExecutableSymbol;
import net.sourceforge.pmd.lang.java.symbols.JFieldSymbol;
import net.sourceforge.pmd.lang.java.symbols.JFormalParamSymbol;
import net.sourceforge.pmd.lang.java.symbols.JVariableSymbol;
import net.sourceforge.pmd.lang.java.symbols.SymbolicValue.SymAnnot;
import net.sourceforge.pmd.lang.java.types.JTypeMirror;
import net.sourceforge.pmd.lang.java.types.Substitution;

/** PMD's methods and variables as the model's, as declared and not as instantiated for a use. */
final class SymbolMeaning {
  private final TypeMeaning types;
  private final ClassShapes shapes;
  private final Map<JExecutableSymbol, MethodRef> methods = new HashMap<>();
  private final Map<JVariableSymbol, VarRef> variables = new HashMap<>();

  SymbolMeaning(TypeMeaning types) {
    this.types = types;
    this.shapes = new ClassShapes(types);
  }

  /** What a method or constructor symbol declares; null if it is unresolved. */
  MethodRef method(JExecutableSymbol symbol) {
    if (symbol == null || symbol.isUnresolved()) {
      return null;
    }
    MethodRef known = methods.get(symbol);
    if (known == null) {
      known = types.intern(describe(symbol));
      methods.put(symbol, known);
    }
    return known;
  }

  /** The variable that a symbol declares; null if it is unresolved. */
  VarRef variable(JVariableSymbol symbol) {
    if (symbol == null || symbol.isUnresolved()) {
      return null;
    }
    VarRef known = variables.get(symbol);
    if (known == null) {
      known = types.intern(describe(symbol));
      variables.put(symbol, known);
    }
    return known;
  }

  private MethodRef describe(JExecutableSymbol symbol) {
    boolean isConstructor = symbol.getSimpleName().equals("new");
    TypeRef owner = types.of(symbol.getEnclosingClass());
    JTypeMirror returned = symbol.getReturnType(Substitution.EMPTY);
    boolean isArrayMember = symbol.getEnclosingClass().isArray();
    TypeRef returns =
        isConstructor
            ? owner
            : isArrayMember ? types.of(types.object()) : returned(symbol, returned);
    List<Set<String>> parameterAnnotations = new ArrayList<>();
    List<TypeRef> parameters = new ArrayList<>();
    List<JTypeMirror> declared = symbol.getFormalParameterTypes(Substitution.EMPTY);
    List<JFormalParamSymbol> formals = symbol.getFormalParameters();
    for (int i = 0; i < declared.size(); i++) {
      parameters.add(types.erased(declared.get(i)));
      parameterAnnotations.add(
          i < formals.size() ? annotations(formals.get(i), declared.get(i)) : Set.of());
    }
    return new MethodRef(
        owner,
        isConstructor ? MethodRef.CONSTRUCTOR : symbol.getSimpleName(),
        List.copyOf(parameters),
        returns,
        symbol.isStatic(),
        symbol.isVarargs(),
        isConstructor ? Set.copyOf(shapes.annotations(symbol)) : annotations(symbol, returned),
        List.copyOf(parameterAnnotations),
        symbol.getThrownExceptionTypes(Substitution.EMPTY).stream().map(types::erased).toList());
  }

  /** The symbol of {@code int f()[]} leaves out the brackets. */
  private TypeRef returned(JExecutableSymbol symbol, JTypeMirror declared) {
    TypeRef type = types.erased(declared);
    if (symbol.tryGetNode() instanceof ASTMethodDeclaration method
        && method.getExtraDimensions() != null) {
      for (int i = 0; i < method.getExtraDimensions().size(); i++) {
        type = type.array();
      }
    }
    return type;
  }

  /** The annotations on a declaration and on its type, where nullness may stand. */
  private Set<String> annotations(AnnotableSymbol symbol, JTypeMirror type) {
    Set<String> names = new LinkedHashSet<>(shapes.annotations(symbol));
    for (SymAnnot each : type.getTypeAnnotations()) {
      names.add(types.knownName(each.getAnnotationSymbol()));
    }
    return Set.copyOf(names);
  }

  private VarRef describe(JVariableSymbol symbol) {
    JTypeMirror declared = symbol.getTypeMirror(Substitution.EMPTY);
    TypeRef type = types.of(declared);
    JFieldSymbol field = symbol instanceof JFieldSymbol each ? each : null;
    return new VarRef(
        kind(symbol),
        field == null ? "" : owner(field.getEnclosingClass()),
        symbol.getSimpleName(),
        type,
        field != null && field.isStatic(),
        symbol.isFinal(),
        annotations(symbol, declared),
        symbol.isFinal() ? Constants.coerced(constant(symbol), type) : null);
  }

  private String owner(JClassSymbol symbol) {
    return types.of(symbol).name();
  }

  private static Object constant(JVariableSymbol symbol) {
    ASTVariableId node = symbol.tryGetNode();
    if (node != null) {
      ASTExpression initializer = node.getInitializer();
      return initializer == null || node.isForeachVariable() ? null : initializer.getConstValue();
    }
    return symbol instanceof JFieldSymbol field ? field.getConstValue() : null;
  }

  private static VarRef.Kind kind(JVariableSymbol symbol) {
    if (symbol instanceof JFieldSymbol field) {
      return field.isEnumConstant() ? VarRef.Kind.ENUM_CONSTANT : VarRef.Kind.FIELD;
    }
    ASTVariableId node = symbol.tryGetNode();
    if (symbol instanceof JFormalParamSymbol
        || node == null
        || node.isFormalParameter()
        || node.isLambdaParameter()
        || node.isRecordComponent()) {
      return VarRef.Kind.PARAMETER;
    }
    if (node.isExceptionBlockParameter()) {
      return VarRef.Kind.EXCEPTION;
    }
    if (node.isResourceDeclaration()) {
      return VarRef.Kind.RESOURCE;
    }
    return node.isPatternBinding() ? VarRef.Kind.PATTERN : VarRef.Kind.LOCAL;
  }
}
