package dev.zonegate.frontend.javaparser;

import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.stmt.Statement;
import dev.zonegate.model.Node;
import java.util.ArrayList;
import java.util.List;

/** What can be lowered of the parts of a node that as a whole cannot. */
final class Salvage {
  private Salvage() {}

  static List<Node> parts(com.github.javaparser.ast.Node node, FileLowering file) {
    List<Node> lowered = new ArrayList<>();
    for (com.github.javaparser.ast.Node part : node.getChildNodes()) {
      if (part instanceof Expression expr) {
        lowered.add(file.expressions().expr(expr));
      } else if (part instanceof Statement statement) {
        lowered.addAll(file.statements().lower(statement));
      } else if (part instanceof BodyDeclaration<?> member) {
        lowered.addAll(file.declarations().members(List.of(member)));
      }
    }
    return lowered;
  }
}
