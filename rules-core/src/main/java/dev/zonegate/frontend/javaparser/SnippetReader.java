package dev.zonegate.frontend.javaparser;

import dev.zonegate.frontend.BigStack;
import dev.zonegate.frontend.JavaScanner;
import dev.zonegate.frontend.SourceInput;
import dev.zonegate.frontend.Tokens;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.SourceText;
import java.util.Set;

/**
 * Reads a fragment of Java: a file, members without a class, statements, or one expression, with
 * imports before them or not. The spans are those of the fragment; the method around statements has
 * no place in the text.
 */
public final class SnippetReader {
  private SnippetReader() {}

  /** Reads a fragment; what it is shows in what parses. */
  public static SourceFile read(SourceInput snippet) {
    SourceFile[] read = new SourceFile[1];
    BigStack.run(JavaparserFrontEnd.STACK, () -> read[0] = readHere(snippet));
    return read[0];
  }

  private static SourceFile readHere(SourceInput snippet) {
    ParsedText file = ParsedText.of(snippet.text());
    int body = afterImports(file.text());
    Parsing asFile = Parsing.of(snippet.path(), file, 0);
    ParsedText best = file;
    Parsing parsed = asFile;
    String[][] frames = {
      {"void snippet() throws Throwable {", "\n}"},
      {"Object snippet() throws Throwable { return ", "\n;}"}
    };
    for (String[] frame : frames) {
      if (parsed.isComplete()) {
        break;
      }
      ParsedText framed = file.framed(body, frame[0], frame[1]);
      Parsing attempt = Parsing.of(snippet.path(), framed, 0);
      if (attempt.notifications().size() < parsed.notifications().size()) {
        best = framed;
        parsed = attempt;
      }
    }
    Parsing chosen = parsed;
    return JavaparserFrontEnd.read(snippet, best, Set.of(), () -> chosen, 0);
  }

  private static int afterImports(SourceText text) {
    Tokens tokens = JavaScanner.scan(text);
    int at = 0;
    while (at < tokens.size() && (tokens.get(at).is("import") || tokens.get(at).is("package"))) {
      while (at < tokens.size() && !tokens.get(at).is(";")) {
        at++;
      }
      at++;
    }
    if (at == 0 || tokens.size() == 0) {
      return 0;
    }
    return tokens.get(Math.min(at, tokens.size()) - 1).end();
  }
}
