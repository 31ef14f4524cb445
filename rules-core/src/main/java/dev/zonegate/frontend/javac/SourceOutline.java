package dev.zonegate.frontend.javac;

import dev.zonegate.frontend.JavaScanner;
import dev.zonegate.frontend.Token;
import dev.zonegate.frontend.Tokens;
import dev.zonegate.model.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What other files need to know of a file, from its tokens alone.
 *
 * @param packageName empty for the unnamed package
 * @param typeNames simple names of its top-level types
 */
public record SourceOutline(String packageName, List<String> typeNames) {
  private static final Set<String> TYPE_KEYWORDS = Set.of("class", "interface", "enum");

  public static SourceOutline of(SourceText source) {
    Tokens tokens = JavaScanner.scan(source);
    List<String> names = new ArrayList<>();
    String packageName = "";
    for (int at = 0; at < tokens.size(); at++) {
      String text = tokens.get(at).text();
      if (text.equals("(") || text.equals("{")) {
        at = tokens.closing(at);
      } else if (text.equals("package") && names.isEmpty()) {
        packageName = dotted(tokens, at + 1);
      } else if (startsType(tokens, at)) {
        names.add(tokens.get(at + 1).text());
      }
    }
    return new SourceOutline(packageName, List.copyOf(names));
  }

  /** The qualified names of the types. */
  public List<String> qualifiedNames() {
    String prefix = packageName.isEmpty() ? "" : packageName + ".";
    return typeNames.stream().map(name -> prefix + name).toList();
  }

  /**
   * The file with empty bodies of methods, initialisers and lambdas: enough to resolve uses of its
   * types, and quick to attribute.
   */
  public static String withoutCode(SourceText source) {
    Tokens tokens = JavaScanner.scan(source);
    String text = source.content();
    StringBuilder out = new StringBuilder();
    int copied = 0;
    boolean inHeader = false;
    boolean inValue = false;
    for (int at = 0; at < tokens.size(); at++) {
      String token = tokens.get(at).text();
      if (token.equals("(") && !inValue) {
        at = tokens.closing(at);
      } else if (token.equals("{") && !inHeader && !(inValue && isArray(tokens, at))) {
        int closing = tokens.closing(at);
        out.append(text, copied, tokens.get(at).end());
        copied = tokens.get(closing).start();
        at = closing;
      } else if (token.equals("{") && inValue) {
        at = tokens.closing(at);
      } else if (token.equals("{") || token.equals("}") || token.equals(";")) {
        inHeader = false;
        inValue = false;
      } else if (token.equals("=")) {
        inValue = true;
      } else if (!inValue && startsType(tokens, at)) {
        inHeader = true;
      }
    }
    return out.append(text, copied, text.length()).toString();
  }

  private static boolean isArray(Tokens tokens, int brace) {
    String before = tokens.get(brace - 1).text();
    return before.equals("=") || before.equals("]");
  }

  private static boolean startsType(Tokens tokens, int at) {
    if (at + 2 >= tokens.size() || tokens.get(at + 1).kind() != Token.Kind.WORD) {
      return false;
    }
    String after = tokens.get(at + 2).text();
    return TYPE_KEYWORDS.contains(tokens.get(at).text())
        || tokens.get(at).is("record") && (after.equals("(") || after.equals("<"));
  }

  private static String dotted(Tokens tokens, int first) {
    StringBuilder name = new StringBuilder();
    for (int at = first; at < tokens.size() && !tokens.get(at).is(";"); at++) {
      name.append(tokens.get(at).text());
    }
    return name.toString();
  }
}
