package dev.zonegate.rules.missingownershipcheck;

import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;

/** Classes of which one object serves all callers. */
final class Singletons {
  private static final TypeSet BEANS = TypeSet.load("ownership/singletons.types");
  private static final TypeSet SERVED = TypeSet.load("ownership/shared-supertypes.types");
  private static final TypeSet SCOPED = TypeSet.load("ownership/scopes.types");

  private Singletons() {}

  /** Whether {@code member} belongs to such a class. */
  static boolean isIn(SourceFile file, Node member) {
    Decl.Type type = file.enclosing(member, Decl.Type.class);
    return type != null && is(type);
  }

  static boolean is(Decl.Type type) {
    if (SCOPED.annotationIn(type.annotations()) != null) {
      return false;
    }
    return BEANS.annotationIn(type.annotations()) != null || SERVED.contains(type.ref()).isYes();
  }
}
