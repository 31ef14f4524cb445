package dev.zonegate.gate;

import dev.zonegate.frontend.Tokens;
import dev.zonegate.model.Comment;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The annotations of a file that its judgement hangs on.
 *
 * @param annotations of its types and its package, by qualified name; all that a name may mean
 * @param claims that its code is generated; a few of them
 */
public record FileMarks(SortedSet<String> annotations, List<GeneratedClaim> claims) {
  /** Of a file without annotations. */
  static final FileMarks NONE = new FileMarks(new TreeSet<>(), List.of());

  private static final int MOST_CLAIMS = 5;
  private static final int HEAD_LINES = 60;
  private static final Pattern GENERATOR =
      Pattern.compile(
          "(?i)\\b(auto-?generated|(is|was|been|code|class|file) (auto )?generated"
              + "|generated (by|from|with)|do not (edit|modify))\\b");
  private static final Pattern ASSISTANT =
      Pattern.compile(
          "(?i)\\b(ai|llm|chatgpt|gpt|claude|copilot|cursor|codex|gemini|aider|devin|junie|jules"
              + "|windsurf|assistant)\\b");

  public FileMarks {
    claims = List.copyOf(claims);
  }

  /** Of a file by its tokens. */
  static FileMarks of(Tokens tokens) {
    return of(tokens, Header.of(tokens));
  }

  static FileMarks of(Tokens tokens, Header header) {
    List<AnnotationUse> uses = AnnotationUse.in(tokens);
    SortedSet<String> names = new TreeSet<>();
    List<GeneratedClaim> claims = new ArrayList<>();
    boolean isBacked = namesGenerator(tokens);
    for (AnnotationUse each : uses) {
      if (each.target() != AnnotationUse.Target.MEMBER) {
        names.addAll(meant(each.name(), header));
      }
      GeneratedClaim.of(each, meant(each.name(), header), isBacked).ifPresent(claims::add);
    }
    return new FileMarks(names, claims.subList(0, Math.min(MOST_CLAIMS, claims.size())));
  }

  /** Whether a comment in the head of the file names a generator, which an assistant is not. */
  private static boolean namesGenerator(Tokens tokens) {
    return tokens.comments().stream()
        .filter(each -> each.span().startLine() <= HEAD_LINES)
        .map(Comment::text)
        .anyMatch(each -> GENERATOR.matcher(each).find() && !ASSISTANT.matcher(each).find());
  }

  /** All qualified names that a written one may have; the more than one the less is known. */
  private static List<String> meant(String written, Header header) {
    int dot = written.indexOf('.');
    String first = dot < 0 ? written : written.substring(0, dot);
    for (String each : header.imports()) {
      if (each.endsWith("." + first)) {
        return List.of(each + written.substring(first.length()));
      }
    }
    List<String> names = new ArrayList<>();
    if (dot >= 0) {
      names.add(written);
    }
    String packageName = header.packageName();
    names.add(packageName.isEmpty() ? written : packageName + "." + written);
    for (String each : header.imports()) {
      if (each.endsWith(".*")) {
        names.add(each.substring(0, each.length() - 1) + written);
      }
    }
    return names;
  }
}
