package dev.zonegate.frontend.javaparser;

import dev.zonegate.model.TypeRef;
import dev.zonegate.model.VarRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** A type that the file declares, with the fields and member types that names may mean. */
final class OwnType {
  private final TypeRef ref;
  private final String typeName;
  private final Map<String, OwnType> members = new HashMap<>();
  private final Map<String, Field> fields = new HashMap<>();
  private final Set<String> components = new HashSet<>();
  private final List<String> supertypes = new ArrayList<>();
  private Scope scope;
  private boolean extendsClass;

  /** A field whose meaning is found when first asked for, for it may need other fields' values. */
  private static final class Field {
    private Supplier<VarRef> find;
    private VarRef found;

    VarRef get() {
      if (find != null) {
        Supplier<VarRef> once = find;
        // a constant that is defined by itself has no value
        find = null;
        found = once.get();
      }
      return found;
    }
  }

  /**
   * @param ref what uses of the type refer to
   * @param typeName its name in the file
   */
  OwnType(TypeRef ref, String typeName) {
    this.ref = ref;
    this.typeName = typeName;
  }

  TypeRef ref() {
    return ref;
  }

  String typeName() {
    return typeName;
  }

  /** Where its supertypes' names are looked up. */
  void declaredIn(Scope declaring) {
    scope = declaring;
  }

  void addMember(OwnType member) {
    members.putIfAbsent(member.typeName, member);
  }

  void addField(String name, Supplier<VarRef> find) {
    Field field = new Field();
    field.find = find;
    fields.putIfAbsent(name, field);
  }

  /** Adds a component of a record, whose accessor has its name and type. */
  void addComponent(String name, Supplier<VarRef> find) {
    addField(name, find);
    components.add(name);
  }

  /** The type that the accessor of this name returns; unknown if the record has none. */
  TypeRef accessed(String name) {
    Field component = components.contains(name) ? fields.get(name) : null;
    return component == null ? TypeRef.UNKNOWN : component.get().type();
  }

  void addSupertype(String written) {
    supertypes.add(written);
  }

  /** Adds its superclass, before any interface. */
  void addSuperclass(String written) {
    extendsClass = true;
    supertypes.add(0, written);
  }

  /** The class that {@code super} means. */
  TypeRef superclass() {
    return extendsClass ? scope.type(supertypes.get(0)) : TypeRef.named("java.lang.Object");
  }

  /** The field called so, own or inherited from a type of the file; null if there is none. */
  VarRef field(String name) {
    return field(name, new HashSet<>());
  }

  private VarRef field(String name, Set<OwnType> asked) {
    if (!asked.add(this)) {
      return null;
    }
    Field own = fields.get(name);
    if (own != null) {
      return own.get();
    }
    for (String each : supertypes) {
      OwnType supertype = scope.ownType(each);
      VarRef inherited = supertype == null ? null : supertype.field(name, asked);
      if (inherited != null) {
        return inherited;
      }
    }
    return null;
  }

  /** The member type called so, own or inherited from a type of the file; null if none is. */
  OwnType member(String name) {
    return member(name, new HashSet<>());
  }

  private OwnType member(String name, Set<OwnType> asked) {
    if (!asked.add(this)) {
      return null;
    }
    OwnType found = members.get(name);
    for (int i = 0; found == null && i < supertypes.size(); i++) {
      OwnType supertype = scope.ownType(supertypes.get(i));
      found = supertype == null ? null : supertype.member(name, asked);
    }
    return found;
  }

  /**
   * Whether it may inherit members that the file does not show, so that a name which is not found
   * here is not known to be one of the surroundings.
   */
  boolean mayInheritUnseen() {
    return mayInheritUnseen(new HashSet<>());
  }

  private boolean mayInheritUnseen(Set<OwnType> asked) {
    if (!asked.add(this)) {
      return false;
    }
    for (String each : supertypes) {
      OwnType supertype = scope.ownType(each);
      if (supertype == null || supertype.mayInheritUnseen(asked)) {
        return true;
      }
    }
    return false;
  }
}
