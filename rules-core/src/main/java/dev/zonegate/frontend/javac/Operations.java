package dev.zonegate.frontend.javac;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.tree.UnaryTree;
import dev.zonegate.frontend.Literals;
import dev.zonegate.frontend.Token;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Span;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;

/** Lowers operators; joins adjacent string literals and gives a literal its minus. */
final class Operations {
  private static final Map<Kind, String> SYMBOLS = new EnumMap<>(Kind.class);

  static {
    SYMBOLS.put(Kind.MULTIPLY, "*");
    SYMBOLS.put(Kind.DIVIDE, "/");
    SYMBOLS.put(Kind.REMAINDER, "%");
    SYMBOLS.put(Kind.PLUS, "+");
    SYMBOLS.put(Kind.MINUS, "-");
    SYMBOLS.put(Kind.LEFT_SHIFT, "<<");
    SYMBOLS.put(Kind.RIGHT_SHIFT, ">>");
    SYMBOLS.put(Kind.UNSIGNED_RIGHT_SHIFT, ">>>");
    SYMBOLS.put(Kind.LESS_THAN, "<");
    SYMBOLS.put(Kind.GREATER_THAN, ">");
    SYMBOLS.put(Kind.LESS_THAN_EQUAL, "<=");
    SYMBOLS.put(Kind.GREATER_THAN_EQUAL, ">=");
    SYMBOLS.put(Kind.EQUAL_TO, "==");
    SYMBOLS.put(Kind.NOT_EQUAL_TO, "!=");
    SYMBOLS.put(Kind.AND, "&");
    SYMBOLS.put(Kind.XOR, "^");
    SYMBOLS.put(Kind.OR, "|");
    SYMBOLS.put(Kind.CONDITIONAL_AND, "&&");
    SYMBOLS.put(Kind.CONDITIONAL_OR, "||");
    SYMBOLS.put(Kind.MULTIPLY_ASSIGNMENT, "*=");
    SYMBOLS.put(Kind.DIVIDE_ASSIGNMENT, "/=");
    SYMBOLS.put(Kind.REMAINDER_ASSIGNMENT, "%=");
    SYMBOLS.put(Kind.PLUS_ASSIGNMENT, "+=");
    SYMBOLS.put(Kind.MINUS_ASSIGNMENT, "-=");
    SYMBOLS.put(Kind.LEFT_SHIFT_ASSIGNMENT, "<<=");
    SYMBOLS.put(Kind.RIGHT_SHIFT_ASSIGNMENT, ">>=");
    SYMBOLS.put(Kind.UNSIGNED_RIGHT_SHIFT_ASSIGNMENT, ">>>=");
    SYMBOLS.put(Kind.AND_ASSIGNMENT, "&=");
    SYMBOLS.put(Kind.XOR_ASSIGNMENT, "^=");
    SYMBOLS.put(Kind.OR_ASSIGNMENT, "|=");
    SYMBOLS.put(Kind.PREFIX_INCREMENT, "++");
    SYMBOLS.put(Kind.PREFIX_DECREMENT, "--");
    SYMBOLS.put(Kind.POSTFIX_INCREMENT, "++");
    SYMBOLS.put(Kind.POSTFIX_DECREMENT, "--");
    SYMBOLS.put(Kind.UNARY_PLUS, "+");
    SYMBOLS.put(Kind.UNARY_MINUS, "-");
    SYMBOLS.put(Kind.BITWISE_COMPLEMENT, "~");
    SYMBOLS.put(Kind.LOGICAL_COMPLEMENT, "!");
  }

  private final UnitScope scope;
  private final Expressions expressions;

  Operations(UnitLowering unit, Expressions expressions) {
    this.scope = unit.scope;
    this.expressions = expressions;
  }

  /** Lowers a chain of operators from the left without recursion, for chains of thousands exist. */
  Expr binary(BinaryTree tree) {
    Deque<BinaryTree> chain = new ArrayDeque<>();
    Tree first = tree;
    while (first instanceof BinaryTree each) {
      chain.push(each);
      first = each.getLeftOperand();
    }
    Span start = scope.span(first);
    Expr whole = expressions.lower(first);
    for (BinaryTree each : chain) {
      Tree operand = each.getRightOperand();
      whole =
          Literals.binary(
              start.to(scope.span(operand)),
              SYMBOLS.get(each.getKind()),
              whole,
              expressions.lower(operand),
              scope.type(each));
    }
    return whole;
  }

  Expr unary(UnaryTree tree) {
    Tree operand = tree.getExpression();
    if (tree.getKind() == Kind.UNARY_MINUS && isDecimal(operand)) {
      return new Expr.Literal(scope.span(tree), scope.type(tree), negated((LiteralTree) operand));
    }
    boolean isPostfix =
        tree.getKind() == Kind.POSTFIX_INCREMENT || tree.getKind() == Kind.POSTFIX_DECREMENT;
    return new Expr.Unary(
        scope.span(tree),
        SYMBOLS.get(tree.getKind()),
        isPostfix,
        expressions.lower(operand),
        scope.type(tree));
  }

  /** Whether a tree is a decimal int or long literal without a minus of its own. */
  private boolean isDecimal(Tree tree) {
    if (tree.getKind() != Kind.INT_LITERAL && tree.getKind() != Kind.LONG_LITERAL) {
      return false;
    }
    int at = scope.firstToken(tree);
    Token token = at < scope.tokens().size() ? scope.tokens().get(at) : null;
    return token != null
        && token.kind() == Token.Kind.NUMBER
        && (token.text().charAt(0) != '0' || token.text().matches("0[lL]?"));
  }

  private static Object negated(LiteralTree literal) {
    Object value = literal.getValue();
    return value instanceof Integer number ? (Object) (-number) : (Object) (-(Long) value);
  }

  Expr compound(CompoundAssignmentTree tree) {
    return new Expr.Assign(
        scope.span(tree),
        SYMBOLS.get(tree.getKind()),
        expressions.lower(tree.getVariable()),
        expressions.lower(tree.getExpression()),
        scope.type(tree));
  }
}
