package dev.zonegate.frontend.javaparser;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.Position;
import com.github.javaparser.Problem;
import com.github.javaparser.Range;
import com.github.javaparser.TokenRange;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.TypeDeclaration;
import dev.zonegate.model.Notification;
import dev.zonegate.model.SourceText;
import dev.zonegate.model.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses a text. What does not parse is blanked out, statement by statement and else member by
 * member, until the rest does; local types that the parser's grammar lacks are parsed apart.
 */
final class Parsing {
  private static final int FIRST_WITH_YIELD = 14;
  private static final int MOST_ATTEMPTS = 40;
  private static final Pattern LEXICAL =
      Pattern.compile("Lexical error at line (\\d+), column (\\d+)");

  private final String path;
  private final ParsedText text;
  private final JavaParser parser;
  private final List<TypeDeclaration<?>> localTypes = new ArrayList<>();
  private final List<Notification> notifications = new ArrayList<>();
  private CompilationUnit unit;
  private int blankedTo = -1;
  private boolean isClosed;

  private Parsing(String path, ParsedText text, int languageLevel) {
    this.path = path;
    this.text = text;
    ParserConfiguration configuration = new ParserConfiguration();
    boolean hasYield = languageLevel == 0 || languageLevel >= FIRST_WITH_YIELD;
    configuration
        .setLanguageLevel(hasYield ? LanguageLevel.JAVA_25 : LanguageLevel.JAVA_13)
        .setAttributeComments(false);
    // the grammar alone: no complaints about levels, no rewriting
    configuration.getProcessors().clear();
    parser = new JavaParser(configuration);
  }

  static Parsing of(String path, ParsedText text, int languageLevel) {
    Parsing parsing = new Parsing(path, text, languageLevel);
    parsing.run();
    return parsing;
  }

  /** What the parser made of the text, or of what was left of it. */
  CompilationUnit unit() {
    return unit;
  }

  /** Whether all of the text parsed. */
  boolean isComplete() {
    return notifications.isEmpty();
  }

  /** Types in blocks that were parsed apart, in source order. */
  List<TypeDeclaration<?>> localTypes() {
    return localTypes;
  }

  List<Notification> notifications() {
    return notifications;
  }

  private void run() {
    StringBuilder left = new StringBuilder(text.text().content());
    ParseResult<CompilationUnit> result = parser.parse(left.toString());
    for (int i = 0; i < MOST_ATTEMPTS && !result.isSuccessful(); i++) {
      if (!repair(left, result.getProblems().get(0))) {
        break;
      }
      result = parser.parse(left.toString());
    }
    if (!result.isSuccessful()) {
      notifySyntax(
          text.span(0, text.text().content().length()), "syntax errors that cannot be told apart");
    }
    unit = result.getResult().orElseGet(CompilationUnit::new);
    localTypes.sort(Comparator.comparing(type -> type.getRange().orElseThrow().begin));
  }

  /** Takes one obstacle out of the text; false if there is none that could be taken out. */
  private boolean repair(StringBuilder left, Problem problem) {
    SourceText now = SourceText.of(left.toString());
    Matcher lexical = LEXICAL.matcher(problem.getMessage());
    Chunk chunk;
    if (lexical.lookingAt()) {
      int line = Math.min(Integer.parseInt(lexical.group(1)), now.lineCount());
      chunk = Chunk.illegible(now, now.offset(line, Integer.parseInt(lexical.group(2))));
      blankedTo = -1;
    } else if (!isClosed && problem.getMessage().contains("Found <EOF>")) {
      isClosed = true;
      left.append('\n').append("}".repeat(Chunk.openBraces(now)));
      int end = text.text().content().length();
      notifySyntax(text.span(end, end), "a brace is open at the end of the file");
      return true;
    } else {
      int at = Math.min(place(problem), left.length());
      boolean isNext = blankedTo >= 0 && blankedTo <= at && left.substring(blankedTo, at).isBlank();
      chunk = Chunk.around(now, at, isNext);
      blankedTo = chunk == null ? -1 : chunk.end();
    }
    if (chunk != null) {
      blank(left, chunk, problem);
    }
    return chunk != null;
  }

  private void blank(StringBuilder left, Chunk chunk, Problem problem) {
    String apart = chunk.alone(left);
    for (int i = chunk.start(); i < chunk.end(); i++) {
      left.setCharAt(i, apart.charAt(i) == '\n' || apart.charAt(i) == '\r' ? apart.charAt(i) : ' ');
    }
    if (chunk.isLocalType()) {
      ParseResult<CompilationUnit> type = parser.parse(apart);
      if (type.isSuccessful() && type.getResult().orElseThrow().getTypes().size() == 1) {
        localTypes.add(type.getResult().orElseThrow().getType(0));
        return;
      }
    }
    notifySyntax(text.span(chunk.start(), chunk.end()), found(problem));
  }

  private void notifySyntax(Span span, String what) {
    String message = what + "; repair it, the rules do not see what is marked";
    notifications.add(new Notification(path, span, Notification.Kind.SYNTAX, message));
  }

  private static String found(Problem problem) {
    String message = problem.getMessage();
    int start = message.indexOf("Found ");
    int end = message.indexOf(", expected");
    if (start < 0 || end < start) {
      return "this is not Java";
    }
    String token = message.substring(start + "Found ".length(), end).trim();
    int kind = token.indexOf(" <");
    boolean isText = token.endsWith("_LITERAL>") || token.endsWith("TEXT_BLOCK>");
    if (isText) {
      // what it says may be a secret
      return "syntax error at a literal";
    }
    String written = (kind > 0 ? token.substring(0, kind) : token).replace("\"", "");
    return "syntax error at `" + written + "`";
  }

  private int place(Problem problem) {
    Optional<Position> position = problem.getCause().flatMap(Parsing::place);
    return text.index(
        position.orElseGet(
            () ->
                problem
                    .getLocation()
                    .flatMap(TokenRange::toRange)
                    .map((Range range) -> range.begin)
                    .orElse(new Position(1, 1))));
  }

  private static Optional<Position> place(Throwable cause) {
    if (cause instanceof com.github.javaparser.ParseException parsing
        && parsing.currentToken != null
        && parsing.currentToken.next != null) {
      return Optional.of(
          new Position(parsing.currentToken.next.beginLine, parsing.currentToken.next.beginColumn));
    }
    return Optional.empty();
  }
}
