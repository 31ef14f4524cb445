package dev.zonegate.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Terms that names are searched for, word by word: {@code pin} is in {@code cardPin}, not in {@code
 * shipping}. A line of a table is a term of one or more words; its plural counts too. After {@code
 * =} a term counts only where nothing but a verb of making stands before it: {@code generateCode},
 * not {@code countryCode}.
 */
public final class Vocabulary {
  private static final Set<String> VALUE_WORDS =
      Set.of(
          "id",
          "value",
          "string",
          "str",
          "text",
          "byte",
          "char",
          "buffer",
          "array",
          "hex",
          "raw",
          "plain",
          "encoded",
          "base",
          "data",
          "builder",
          "digit",
          "number",
          "part",
          "material",
          "b",
          "sb",
          "s");
  private static final Set<String> PREPOSITIONS =
      Set.of("for", "of", "from", "by", "with", "to", "in", "on", "against", "as", "using", "and");
  private static final Set<String> MAKING =
      Set.of(
          "generate",
          "create",
          "make",
          "new",
          "next",
          "build",
          "get",
          "random",
          "issue",
          "gen",
          "set",
          "my",
          "the",
          "numeric",
          "unique");

  /** The terms by their first word. */
  private final Map<String, List<Term>> terms;

  private final WordStarts starts;

  private Vocabulary(List<Term> terms) {
    this.terms = terms.stream().collect(Collectors.groupingBy(each -> each.words().get(0)));
    this.starts = new WordStarts(this.terms.keySet());
  }

  private record Term(List<String> words, boolean isAlone) {
    static Term parse(String line) {
      boolean isAlone = line.startsWith("=");
      return new Term(singular(List.of((isAlone ? line.substring(1) : line).split(" "))), isAlone);
    }

    boolean standsAt(int at, List<String> name) {
      int end = at + words.size();
      return end <= name.size()
          && name.subList(at, end).equals(words)
          && (!isAlone || MAKING.containsAll(name.subList(0, at)));
    }
  }

  /**
   * Reads tables.
   *
   * @param tables paths below {@code zonegate/apis}, such as {@code crypto/secret-names.words}
   * @throws IllegalArgumentException if a table is missing
   */
  public static Vocabulary load(String... tables) {
    List<Term> terms = new ArrayList<>();
    for (String table : tables) {
      ApiSet.lines(table).forEach(line -> terms.add(Term.parse(line.text())));
    }
    return new Vocabulary(terms);
  }

  /** The lines of a table that is read otherwise, without comments. */
  public static List<String> lines(String table) {
    return ApiSet.lines(table).stream().map(ApiSet.Line::text).toList();
  }

  /** Whether one of the terms stands anywhere in {@code name}. */
  public boolean isIn(String name) {
    return stands(name, rest -> true);
  }

  /**
   * Whether {@code name} names one of these things and not something about it: {@code resetToken},
   * {@code tokenValue} and {@code tokenForUser}, but not {@code tokenExpiry}.
   */
  public boolean isNamed(String name) {
    return stands(name, Vocabulary::isTail);
  }

  private boolean stands(String name, Predicate<List<String>> before) {
    if (!starts.mayBeIn(name)) {
      return false;
    }
    List<String> words = singular(Words.of(name));
    for (int at = 0; at < words.size(); at++) {
      for (Term term : terms.getOrDefault(words.get(at), List.of())) {
        if (term.standsAt(at, words)
            && before.test(words.subList(at + term.words().size(), words.size()))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isTail(List<String> rest) {
    for (String word : rest) {
      if (PREPOSITIONS.contains(word)) {
        return true;
      }
      if (!VALUE_WORDS.contains(word)) {
        return false;
      }
    }
    return true;
  }

  private static List<String> singular(List<String> words) {
    List<String> all = new ArrayList<>();
    for (String word : words) {
      boolean isPlural = word.length() > 3 && word.endsWith("s") && !word.endsWith("ss");
      all.add(isPlural ? word.substring(0, word.length() - 1) : word);
    }
    return all;
  }
}
