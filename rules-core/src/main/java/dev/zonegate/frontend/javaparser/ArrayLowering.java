package dev.zonegate.frontend.javaparser;

import com.github.javaparser.ast.ArrayCreationLevel;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.Expression;
import dev.zonegate.model.Expr;
import dev.zonegate.model.TypeNode;
import dev.zonegate.model.TypeRef;
import java.util.ArrayList;
import java.util.List;

/** Lowers arrays that are made, whose parts get their types from the whole. */
final class ArrayLowering {
  private final FileLowering file;

  ArrayLowering(FileLowering file) {
    this.file = file;
  }

  Expr creation(ArrayCreationExpr creation) {
    TypeNode element = file.types().type(creation.getElementType());
    List<Expr> sizes = new ArrayList<>();
    TypeRef type = element.ref();
    for (ArrayCreationLevel level : creation.getLevels()) {
      level.getDimension().ifPresent(size -> sizes.add(file.expressions().expr(size)));
      type = type.array();
    }
    TypeRef created = type;
    Expr.ArrayInitializer initializer =
        creation.getInitializer().map(each -> initializer(each, created)).orElse(null);
    int empty = creation.getLevels().size() - sizes.size();
    return new Expr.NewArray(file.span(creation), element, sizes, empty, initializer, type);
  }

  /** An array initialiser of a known type. */
  Expr.ArrayInitializer initializer(ArrayInitializerExpr initializer, TypeRef type) {
    List<Expr> elements = new ArrayList<>();
    for (Expression each : initializer.getValues()) {
      elements.add(initializer(each, ExprTypes.element(type)));
    }
    return new Expr.ArrayInitializer(file.span(initializer), elements, type);
  }

  /** What a variable or array element of a known type starts with. */
  Expr initializer(Expression expr, TypeRef type) {
    return expr instanceof ArrayInitializerExpr array
        ? file.guarded(expr, () -> initializer(array, type), Expr.Opaque::new)
        : file.expressions().expr(expr);
  }
}
