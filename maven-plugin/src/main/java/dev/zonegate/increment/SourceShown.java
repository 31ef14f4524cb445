package dev.zonegate.increment;

import dev.zonegate.frontend.JavaScanner;
import dev.zonegate.frontend.Token;
import dev.zonegate.frontend.Tokens;
import dev.zonegate.frontend.javac.SourceOutline;
import dev.zonegate.model.SourceText;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Reads what a source file shows to others: its tokens without the bodies of methods. */
final class SourceShown {
  private static final Set<String> TYPES = Set.of("class", "interface", "enum", "record");

  private SourceShown() {}

  /** The words of a whole source file. */
  static Words words(SourceText source) {
    IntStream.Builder words = IntStream.builder();
    JavaScanner.words(source, words);
    return Words.of(words.build());
  }

  /** What a source file shows. */
  static Shown read(String fileName, SourceText source) {
    Tokens tokens = JavaScanner.scan(SourceText.of(SourceOutline.withoutCode(source)));
    boolean isForAll = fileName.equals("package-info.java") || fileName.equals("module-info.java");
    StringBuilder text = new StringBuilder();
    Set<Integer> names = new TreeSet<>();
    for (int at = 0; at < tokens.size(); at++) {
      String token = tokens.get(at).text();
      text.append(token).append(' ');
      if (TYPES.contains(token) && at + 1 < tokens.size()) {
        names.add(tokens.get(at + 1).text().hashCode());
      }
    }
    names.add(fileName.replaceFirst("\\.java$", "").hashCode());
    Map<Integer, Long> types = new TreeMap<>();
    SourceOutline.of(source)
        .qualifiedNames()
        .forEach(each -> types.merge(each.hashCode(), 1L, Long::sum));
    return new Shown(isForAll, Words.of(names), Digest.of(text), types, words(tokens));
  }

  private static Words words(Tokens tokens) {
    return Words.of(
        IntStream.range(0, tokens.size())
            .mapToObj(tokens::get)
            .filter(each -> each.kind() == Token.Kind.WORD)
            .mapToInt(each -> each.text().hashCode()));
  }
}
