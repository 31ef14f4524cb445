package dev.zonegate.rules.scaletrap;

import dev.zonegate.match.OneTime;
import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;

/** Code that serves requests or messages, again and again. */
final class Serving {
  private static final TypeSet CLASSES = TypeSet.load("sql/application-classes.types");
  private static final TypeSet CONTROLLERS = TypeSet.load("web/controllers.types");

  private Serving() {}

  /** Whether {@code node} is part of such code, by the annotations or the name of its class. */
  static boolean isPartOf(SourceFile file, Node node) {
    if (OneTime.isPartOf(file, node)) {
      return false;
    }
    for (Decl.Type type = file.enclosing(node, Decl.Type.class);
        type != null;
        type = file.enclosing(type, Decl.Type.class)) {
      if (CLASSES.annotationIn(type.annotations()) != null
          || CONTROLLERS.annotationIn(type.annotations()) != null
          || type.name().matches("\\w+(Service|ServiceImpl|Controller|Resource|Handler|Facade)")) {
        return true;
      }
    }
    return false;
  }
}
