package dev.zonegate.frontend.javaparser;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.MemberValuePair;
import com.github.javaparser.ast.expr.NormalAnnotationExpr;
import com.github.javaparser.ast.expr.SingleMemberAnnotationExpr;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Expr;
import java.util.ArrayList;
import java.util.List;

/** Lowers annotations. */
final class AnnotationLowering {
  private final FileLowering file;

  AnnotationLowering(FileLowering file) {
    this.file = file;
  }

  List<Annotation> all(NodeList<AnnotationExpr> annotations) {
    if (annotations.isEmpty()) {
      return List.of();
    }
    List<Annotation> lowered = new ArrayList<>();
    for (AnnotationExpr each : annotations) {
      lowered.add(lower(each));
    }
    return lowered;
  }

  Annotation lower(AnnotationExpr annotation) {
    String name = annotation.getNameAsString();
    List<Annotation.Argument> arguments = new ArrayList<>();
    if (annotation instanceof SingleMemberAnnotationExpr single) {
      Expr value = file.expressions().expr(single.getMemberValue());
      arguments.add(new Annotation.Argument(value.span(), "value", false, value));
    } else if (annotation instanceof NormalAnnotationExpr normal) {
      for (MemberValuePair pair : normal.getPairs()) {
        Expr value = file.expressions().expr(pair.getValue());
        arguments.add(
            new Annotation.Argument(file.span(pair), pair.getNameAsString(), true, value));
      }
    }
    return new Annotation(file.span(annotation), name, file.scope().type(name), arguments);
  }
}
