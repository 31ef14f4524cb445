package dev.zonegate.rules.swallowederror;

import dev.zonegate.model.Comment;
import dev.zonegate.model.Decl;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the author says about a catch clause: by the exception's name, in a comment, in Javadoc. */
final class OnPurpose {
  private static final Pattern NAME =
      Pattern.compile("(ignore|ignored|ignoring|expected|unused|_)([A-Z0-9_].*)?");
  private static final Pattern EMPTY_PHRASE =
      Pattern.compile("(?i)(ignored?|nothing|do nothing|no-?op|empty|swallow(ed)?)\\b");
  private static final Pattern LATER = Pattern.compile("(?i)\\W*(todo|fixme|xxx)\\b.*");
  private static final Pattern WORD = Pattern.compile("[\\p{L}']{2,}");
  private static final Pattern DOCUMENTED =
      Pattern.compile(
          "(?is).*@return\\b[^@]*?\\b(null|empty|false|zero|-1|0)\\b[^@]*?"
              + "\\b(fails?|failed|failure|error|exception|cannot|can't|unable|could not|couldn't)\\b.*");
  private static final int WORDS_OF_A_REASON = 4;
  private static final int WORDS_OF_A_HINT = 2;

  private OnPurpose() {}

  /** {@code catch (IOException ignored)}, or a suppression of whatever tool on the parameter. */
  static boolean isSaidByName(Handling handling) {
    return NAME.matcher(handling.clause().parameter().name()).matches()
        || handling.clause().parameter().annotations().stream()
            .anyMatch(annotation -> annotation.type().isNamed("java.lang.SuppressWarnings"));
  }

  /** Whether a comment in the clause gives a reason. */
  static boolean hasReason(Handling handling) {
    return comments(handling).anyMatch(OnPurpose::isReason);
  }

  /** Whether a comment in the clause says anything but that work is left. */
  static boolean isExplained(Handling handling) {
    return comments(handling).anyMatch(comment -> !LATER.matcher(comment).matches());
  }

  private static Stream<String> comments(Handling handling) {
    return handling.file().comments().stream()
        .filter(comment -> handling.clause().body().span().contains(comment.span()))
        .map(Comment::text);
  }

  /** Whether a comment, however short, says what is the case: {@code // no inputs fetched}. */
  static boolean hasHint(Handling handling) {
    return comments(handling)
        .anyMatch(
            comment ->
                !LATER.matcher(comment).matches()
                    && !EMPTY_PHRASE.matcher(comment.replaceAll("^\\W+", "")).lookingAt()
                    && WORD.matcher(comment).results().count() >= WORDS_OF_A_HINT);
  }

  private static boolean isReason(String comment) {
    long words = WORD.matcher(comment).results().count();
    boolean startsEmpty = EMPTY_PHRASE.matcher(comment.replaceAll("^\\W+", "")).lookingAt();
    return !LATER.matcher(comment).matches()
        && words >= (startsEmpty ? WORDS_OF_A_REASON + 1 : WORDS_OF_A_REASON);
  }

  /** Whether the Javadoc of the method says that it answers so where it fails. */
  static boolean isDocumented(Handling handling) {
    Decl.Method method = handling.method();
    return method != null
        && handling.file().comments().stream()
            .filter(comment -> comment.kind() == Comment.Kind.JAVADOC)
            .filter(comment -> comment.span().isBefore(method.span()))
            .reduce((earlier, later) -> later)
            .filter(nearest -> method.span().startLine() - nearest.span().endLine() <= 1)
            .filter(nearest -> DOCUMENTED.matcher(nearest.text().replace("{@", "{")).matches())
            .isPresent();
  }
}
