package dev.zonegate.errorprone;

import com.sun.tools.javac.api.JavacTrees;
import com.sun.tools.javac.model.JavacTypes;
import com.sun.tools.javac.util.Context;
import dev.zonegate.frontend.javac.JavacLowering;

/** The lowering of one compilation, so that what its files share is described once. */
final class Lowering {
  private JavacTypes types;
  private JavacLowering lowering;

  JavacLowering in(Context context) {
    JavacTypes current = JavacTypes.instance(context);
    if (types != current) {
      types = current;
      lowering = new JavacLowering(JavacTrees.instance(context), current);
    }
    return lowering;
  }
}
