package dev.zonegate.match;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Names of data that must not get out by accident: passwords, tokens, card and identity numbers,
 * and what tells who or where a person is. Names are read word by word, so that {@code shipping}
 * holds no pin, and what is said about such data, as in {@code passwordLength}, is none.
 */
public final class SensitiveNames {
  private static final Set<String> TAILS =
      Set.of(
          "value",
          "string",
          "str",
          "text",
          "char",
          "byte",
          "raw",
          "plain",
          "plaintext",
          "clear",
          "number",
          "no",
          "header",
          "confirm",
          "confirmation",
          "repeat",
          "again",
          "old",
          "new",
          "current",
          "input",
          "for",
          "of",
          "from",
          "hex");
  private static final Set<String> HEADS =
      Set.of(
          "is",
          "has",
          "have",
          "can",
          "no",
          "not",
          "without",
          "missing",
          "invalid",
          "valid",
          "require",
          "requires",
          "required",
          "need",
          "masked",
          "hashed",
          "redacted",
          "obfuscated",
          "sanitized",
          "hidden",
          "encrypted",
          "max",
          "min",
          "num",
          "count",
          "total",
          "allow",
          "enable",
          "use",
          "show",
          "include",
          "check",
          "validate",
          "verify",
          "forgot",
          "forget",
          "wrong",
          "bad");
  private static final List<Term> TERMS =
      ApiSet.lines("exposure/sensitive-names.words").stream()
          .map(line -> Term.parse(line.text()))
          .toList();

  private static final Set<String> FIRST_WORDS =
      TERMS.stream().map(each -> each.words().get(0)).collect(Collectors.toSet());
  private static final WordStarts STARTS = new WordStarts(FIRST_WORDS);

  /** What a name stands for. */
  public enum Kind {
    PASSWORD("a password"),
    TOKEN("a token"),
    SECRET("a secret"),
    HASH("a password hash"),
    CARD("card data"),
    CODE("a one-time code"),
    IDENTITY("an identity number"),
    ACCOUNT("an account number"),
    CONTACT("personal data"),
    NONE("nothing");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** With its article, for a message. */
    public String words() {
      return words;
    }

    /** Whether whoever reads it can act in its owner's name, or its loss must be reported. */
    public boolean isSecret() {
      return this != CONTACT && this != NONE;
    }

    /** Whether it may be kept as a number. */
    public boolean isNumber() {
      return this == CARD || this == CODE || this == IDENTITY || this == ACCOUNT;
    }
  }

  /**
   * What a name means.
   *
   * @param isAmbiguous whether the word has other common meanings, such as the token of a parser
   */
  public record Meaning(Kind kind, boolean isAmbiguous) {}

  private record Term(Kind kind, boolean isAmbiguous, List<String> words) {
    static Term parse(String line) {
      int colon = line.indexOf(':');
      String words = line.substring(colon + 1).strip();
      boolean isAmbiguous = words.startsWith("?");
      return new Term(
          Kind.valueOf(line.substring(0, colon).toUpperCase(Locale.ROOT)),
          isAmbiguous,
          List.of((isAmbiguous ? words.substring(1) : words).split(" ")));
    }
  }

  private SensitiveNames() {}

  /** What {@code name}, of a variable, field, component or key, stands for. */
  public static Optional<Meaning> of(String name) {
    if (!STARTS.mayBeIn(name)) {
      return Optional.empty();
    }
    List<String> words = singular(Words.of(name));
    if (Collections.disjoint(FIRST_WORDS, words)) {
      return Optional.empty();
    }
    Term best = null;
    for (Term term : TERMS) {
      int at = Collections.lastIndexOfSubList(words, term.words());
      boolean isLonger = best == null || term.words().size() > best.words().size();
      if (at >= 0 && isLonger && isNamed(words, at, term)) {
        best = term;
      }
    }
    return best == null || best.kind() == Kind.NONE
        ? Optional.empty()
        : Optional.of(new Meaning(best.kind(), best.isAmbiguous()));
  }

  private static boolean isNamed(List<String> words, int at, Term term) {
    if (words.subList(0, at).stream().anyMatch(HEADS::contains)) {
      return false;
    }
    for (String word : words.subList(at + term.words().size(), words.size())) {
      if (!TAILS.contains(word)) {
        return false;
      }
      if (word.equals("for") || word.equals("of") || word.equals("from")) {
        return true;
      }
    }
    return true;
  }

  private static List<String> singular(List<String> words) {
    List<String> all = new ArrayList<>();
    for (String word : words) {
      boolean isPlural = word.length() > 4 && word.endsWith("s") && !word.endsWith("ss");
      all.add(isPlural ? word.substring(0, word.length() - 1) : word);
    }
    return all;
  }
}
