package dev.zonegate.pmd;

import dev.zonegate.frontend.Tokens;
import dev.zonegate.model.Node;
import dev.zonegate.model.Notification;
import dev.zonegate.model.Span;
import dev.zonegate.model.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import net.sourceforge.pmd.lang.java.ast.ASTAnnotation;
import net.sourceforge.pmd.lang.java.ast.ASTBodyDeclaration;
import net.sourceforge.pmd.lang.java.ast.ASTExpression;
import net.sourceforge.pmd.lang.java.ast.ASTStatement;
import net.sourceforge.pmd.lang.java.ast.ASTType;
import net.sourceforge.pmd.lang.java.ast.JavaNode;
import net.sourceforge.pmd.lang.java.ast.TypeNode;

/** The parts that lower one compilation unit together, and what they notice. */
final class UnitLowering {
  final String path;
  final Places places;
  final TypeMeaning meaning;
  final SymbolMeaning symbols;
  final TypeNodes types;
  final Annotations annotations;
  final Names names;
  final Calls calls;
  final Expressions expressions;
  final Patterns patterns;
  final Cases cases;
  final Variables variables;
  final Statements statements;
  final Declarations declarations;
  private final List<Notification> notifications = new ArrayList<>();

  UnitLowering(String path, Places places, TypeMeaning meaning) {
    this.path = path;
    this.places = places;
    this.meaning = meaning;
    symbols = new SymbolMeaning(meaning);
    types = new TypeNodes(this);
    annotations = new Annotations(this);
    names = new Names(this);
    calls = new Calls(this);
    expressions = new Expressions(this);
    patterns = new Patterns(this);
    cases = new Cases(this);
    variables = new Variables(this);
    statements = new Statements(this);
    declarations = new Declarations(this);
  }

  Tokens tokens() {
    return places.tokens();
  }

  List<Notification> notifications() {
    return notifications;
  }

  /** The type of an expression; unknown if PMD fails on it. */
  TypeRef type(TypeNode node) {
    return resolve(node, TypeRef.UNKNOWN, () -> meaning.of(node.getTypeMirror()));
  }

  /** What resolving gives; {@code otherwise} and a notification if PMD fails at it. */
  <T> T resolve(JavaNode node, T otherwise, Supplier<T> resolution) {
    try {
      return resolution.get();
    } catch (RuntimeException | LinkageError e) {
      notify(node, Notification.Kind.TYPES, "PMD cannot resolve", e);
      return otherwise;
    }
  }

  void notifyOpaque(JavaNode node, RuntimeException cause) {
    notify(node, Notification.Kind.LOWERING, "PMD front-end cannot lower", cause);
  }

  /** What can be lowered of the direct parts of a node that as a whole cannot. */
  List<Node> salvage(JavaNode node) {
    List<Node> lowered = new ArrayList<>();
    for (int i = 0; i < node.getNumChildren(); i++) {
      JavaNode part = node.getChild(i);
      if (part instanceof ASTAnnotation) {
        continue;
      }
      if (part instanceof ASTExpression expression) {
        lowered.add(expressions.lower(expression));
      } else if (part instanceof ASTStatement statement) {
        statements.addTo(statement, lowered);
      } else if (part instanceof ASTType type) {
        lowered.add(types.lower(type));
      } else if (part instanceof ASTBodyDeclaration member) {
        declarations.addMember(member, lowered);
      } else {
        lowered.addAll(salvage(part));
      }
    }
    return List.copyOf(lowered);
  }

  private void notify(JavaNode node, Notification.Kind kind, String what, Throwable cause) {
    Span span = places.safeSpan(node);
    // what it says may repeat a text of the file
    String reason = cause.getClass().getSimpleName();
    String message = what + " " + node.getXPathNodeName() + ": " + reason;
    notifications.add(new Notification(path, span, kind, message));
  }
}
