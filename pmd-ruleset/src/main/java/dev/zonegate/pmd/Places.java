package dev.zonegate.pmd;

import dev.zonegate.frontend.Token;
import dev.zonegate.frontend.Tokens;
import dev.zonegate.model.SourceText;
import dev.zonegate.model.Span;
import net.sourceforge.pmd.lang.document.FileLocation;
import net.sourceforge.pmd.lang.document.TextDocument;
import net.sourceforge.pmd.lang.document.TextRegion;
import net.sourceforge.pmd.lang.java.ast.ASTClassType;
import net.sourceforge.pmd.lang.java.ast.ASTExpression;
import net.sourceforge.pmd.lang.java.ast.ASTType;
import net.sourceforge.pmd.lang.java.ast.ASTTypeArguments;
import net.sourceforge.pmd.lang.java.ast.JavaNode;

/**
 * Where PMD's nodes stand among the tokens of the original text. PMD counts in a text with line
 * ends and Unicode escapes translated, starts declarations at their Javadoc and includes
 * parentheses; tokens settle all of it.
 */
final class Places {
  private final TextDocument document;
  private final Tokens tokens;
  private final boolean sameText;

  Places(TextDocument document, Tokens tokens) {
    this.document = document;
    this.tokens = tokens;
    this.sameText = document.getLength() == tokens.source().content().length();
  }

  Tokens tokens() {
    return tokens;
  }

  /** Index of a node's first token, after its parentheses if it is an expression. */
  int first(JavaNode node) {
    int depth = node instanceof ASTExpression expression ? expression.getParenthesisDepth() : 0;
    return outerFirst(node) + depth;
  }

  /** Index of a node's last token, before its parentheses if it is an expression. */
  int last(JavaNode node) {
    if (node instanceof ASTClassType type && type.getLastChild() instanceof ASTTypeArguments args) {
      // in List<List<X>> PMD ends the inner type one character late
      return tokens.closing(outerFirst(args));
    }
    if (node instanceof ASTType
        && !(node instanceof ASTClassType)
        && node.getLastChild() instanceof ASTType lastPart) {
      return last(lastPart);
    }
    int depth = node instanceof ASTExpression expression ? expression.getParenthesisDepth() : 0;
    return outerLast(node) - depth;
  }

  /** Index of a node's first token, parentheses included. */
  int outerFirst(JavaNode node) {
    return tokens.firstFrom(start(node.getTextRegion()));
  }

  /** Index of a node's last token, parentheses included. */
  int outerLast(JavaNode node) {
    return tokens.lastTo(end(node.getTextRegion()));
  }

  Span span(JavaNode node) {
    return tokens.span(first(node), last(node));
  }

  /** A span for a notification, which must not fail in turn. */
  Span safeSpan(JavaNode node) {
    FileLocation at = node.getReportLocation();
    return new Span(at.getStartLine(), at.getStartColumn(), at.getEndLine(), at.getEndColumn());
  }

  Token token(int index) {
    return tokens.get(index);
  }

  boolean is(int index, String text) {
    return index >= 0 && index < tokens.size() && tokens.get(index).is(text);
  }

  private int start(TextRegion region) {
    if (sameText) {
      return region.getStartOffset();
    }
    FileLocation location = document.toLocation(region);
    return source().offset(location.getStartLine(), location.getStartColumn());
  }

  private int end(TextRegion region) {
    if (sameText) {
      return region.getEndOffset();
    }
    FileLocation location = document.toLocation(region);
    return source().offset(location.getEndLine(), location.getEndColumn());
  }

  private SourceText source() {
    return tokens.source();
  }
}
