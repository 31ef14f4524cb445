package dev.zonegate.rules.rawsql;

import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import java.util.regex.Pattern;

/** Who may choose the value of a parameter. */
final class Chooser {
  private static final TypeSet APPLICATION = TypeSet.load("sql/application-classes.types");
  private static final Pattern LAYER =
      Pattern.compile(".*(Dao|DAO|Repository|Service|Controller|Resource|Servlet|Endpoint)(Impl)?");
  private final SourceFile file;

  Chooser(SourceFile file) {
    this.file = file;
  }

  /** The one who runs the program. */
  boolean isOperator(Node source) {
    return source instanceof Decl.Param param
        && param.name().equals("args")
        && param.type().ref().isNamed("java.lang.String[]");
  }

  /** The classes of one family. */
  boolean isSubclass(Node source) {
    return file.parent(source) instanceof Decl.Method method
        && method.modifiers().contains(Modifier.PROTECTED);
  }

  /** The layers of an application, which pass on what its clients say. */
  boolean isApplication(Node source) {
    for (Node up = source; up != null; up = file.parent(up)) {
      boolean isLayer =
          up instanceof Decl.Type type
              && (APPLICATION.annotationIn(type.annotations()) != null
                  || LAYER.matcher(type.name()).matches());
      if (isLayer) {
        return true;
      }
    }
    return false;
  }
}
