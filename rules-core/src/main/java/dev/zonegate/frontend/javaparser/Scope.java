package dev.zonegate.frontend.javaparser;

import dev.zonegate.frontend.ImportScope;
import dev.zonegate.model.TypeRef;
import dev.zonegate.model.VarRef;
import java.util.HashMap;
import java.util.Map;

/** The names that a place in the file sees, innermost first. */
final class Scope {
  private final Scope outer;
  private final OwnType owner;
  private final ImportScope imports;
  private final Map<String, VarRef> variables = new HashMap<>();
  private final Map<String, OwnType> types = new HashMap<>();
  private final Map<String, TypeRef> typeVariables = new HashMap<>();

  private Scope(Scope outer, OwnType owner, ImportScope imports) {
    this.outer = outer;
    this.owner = owner;
    this.imports = imports;
  }

  /** The scope of a file's top level. */
  static Scope ofFile(ImportScope imports) {
    return new Scope(null, null, imports);
  }

  /** The scope of a block, or of anything else that declares variables. */
  Scope block() {
    return new Scope(this, null, imports);
  }

  /** The scope within a type's body. */
  Scope within(OwnType type) {
    return new Scope(this, type, imports);
  }

  Scope outer() {
    return outer;
  }

  void declare(VarRef variable) {
    variables.put(variable.name(), variable);
  }

  void declare(OwnType type) {
    types.put(type.typeName(), type);
  }

  void declareTypeVariable(String name, TypeRef erasure) {
    typeVariables.put(name, erasure);
  }

  /**
   * Makes the variables of an inner scope visible here, as after {@code if (!(x is Y y)) return}.
   */
  void adopt(Scope inner) {
    variables.putAll(inner.variables);
  }

  /** The type whose body this is in; null at the top level. */
  OwnType enclosingType() {
    for (Scope each = this; each != null; each = each.outer) {
      if (each.owner != null) {
        return each.owner;
      }
    }
    return null;
  }

  /** What a simple name of a variable means; null if that cannot be told from the file. */
  VarRef variable(String name) {
    for (Scope each = this; each != null; each = each.outer) {
      VarRef found = each.owner == null ? each.variables.get(name) : each.owner.field(name);
      if (found != null) {
        return found;
      }
      if (each.owner != null && each.owner.mayInheritUnseen()) {
        return null;
      }
    }
    return null;
  }

  /** Whether a simple name may mean a variable that the file declares around this place. */
  boolean mayBeVariable(String name) {
    for (Scope each = this; each != null; each = each.outer) {
      boolean isDeclared =
          each.owner == null ? each.variables.containsKey(name) : each.owner.field(name) != null;
      if (isDeclared) {
        return true;
      }
    }
    return false;
  }

  /** The type of this file that a dotted name means; null if it means another one or none. */
  OwnType ownType(String written) {
    int dot = written.indexOf('.');
    OwnType found = simpleOwnType(dot < 0 ? written : written.substring(0, dot));
    while (found != null && dot >= 0) {
      int next = written.indexOf('.', dot + 1);
      found = found.member(written.substring(dot + 1, next < 0 ? written.length() : next));
      dot = next;
    }
    return found;
  }

  private OwnType simpleOwnType(String name) {
    for (Scope each = this; each != null; each = each.outer) {
      if (each.typeVariables.containsKey(name)) {
        return null;
      }
      OwnType found = each.types.get(name);
      if (found == null && each.owner != null) {
        found = each.owner.typeName().equals(name) ? each.owner : each.owner.member(name);
      }
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** The erased type that a dotted name means. */
  TypeRef type(String written) {
    if (written.indexOf('.') < 0) {
      TypeRef erasure = typeVariable(written);
      if (erasure != null) {
        return erasure;
      }
    }
    OwnType own = ownType(written);
    if (own != null) {
      return own.ref();
    }
    int dot = written.indexOf('.');
    boolean isInOwnType = dot > 0 && simpleOwnType(written.substring(0, dot)) != null;
    return isInOwnType ? TypeRef.UNKNOWN : imports.name(written);
  }

  private TypeRef typeVariable(String name) {
    for (Scope each = this; each != null; each = each.outer) {
      TypeRef erasure = each.typeVariables.get(name);
      if (erasure != null) {
        return erasure;
      }
      boolean isHidden =
          each.types.containsKey(name) || each.owner != null && each.owner.member(name) != null;
      if (isHidden) {
        return null;
      }
    }
    return null;
  }

  /** Whether a simple name certainly means a type here, and no variable. */
  boolean isType(String name) {
    return typeVariable(name) != null || simpleOwnType(name) != null;
  }

  ImportScope imports() {
    return imports;
  }
}
