package dev.zonegate.match.taint;

import dev.zonegate.match.Inert;
import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Node;
import dev.zonegate.model.TypeRef;
import dev.zonegate.model.Variable;
import java.util.Set;

/** Questions about types. */
final class Types {
  private static final TypeSet TEXTS = TypeSet.of("java.lang.CharSequence", "java.lang.String");
  private static final Set<String> PIECES = Set.of("char", "byte", "java.lang.Character");

  private Types() {}

  /** Whether a value of the type can hold no text of anybody's choice. */
  static boolean isInert(TypeRef type) {
    return !PIECES.contains(type.name()) && Inert.contains(type);
  }

  static boolean isInert(Variable variable) {
    return variable.type() != null
        && !PIECES.contains(variable.type().ref().name())
        && Inert.isDeclaredBy(variable);
  }

  /** Whether a value of the type is text or may hold some; one of unknown type is not known to. */
  static boolean isText(TypeRef type) {
    return TEXTS.contains(type).isYes() || type.isArray() || type.isNamed("java.lang.Object");
  }

  static boolean isA(TypeRef type, String... names) {
    return type.isAnyOf(names).isYes();
  }

  /** The first two segments of a package's or type's name: what a project's own names share. */
  static String family(String name) {
    int first = name.indexOf('.');
    int second = first < 0 ? -1 : name.indexOf('.', first + 1);
    return second < 0 ? name : name.substring(0, second);
  }

  /** What a place is called by: a key that survives copies of the node. */
  static String key(Node node) {
    return node.span().toString();
  }
}
