package dev.zonegate.frontend;

import dev.zonegate.model.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Java source that is broken in ways that editors, merges and generators break it; repeatable. */
public final class Mutations {
  private final Random random;
  private final List<String> sources;

  /** Breaks the given sources; the same seed breaks them in the same places. */
  public Mutations(List<String> sources, long seed) {
    this.sources = List.copyOf(sources);
    this.random = new Random(seed);
  }

  /** The Java files below some folders, in the order of their paths. */
  public static List<String> sourcesBelow(Path... folders) {
    List<String> found = new ArrayList<>();
    for (Path folder : folders) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file :
            files.filter(each -> each.toString().endsWith(".java")).sorted().toList()) {
          found.add(Files.readString(file));
        }
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
    return found;
  }

  /** The next broken source. */
  public String next() {
    String text = any();
    int wounds = 1 + random.nextInt(3);
    for (int i = 0; i < wounds; i++) {
      text = wound(text);
    }
    return text;
  }

  private String any() {
    return sources.get(random.nextInt(sources.size()));
  }

  private String wound(String text) {
    Tokens tokens = JavaScanner.scan(SourceText.of(text));
    if (tokens.size() < 2) {
      return text;
    }
    Token one = tokens.get(random.nextInt(tokens.size()));
    Token other = tokens.get(random.nextInt(tokens.size()));
    int first = Math.min(one.start(), other.start());
    int last = Math.max(one.end(), other.end());
    return switch (random.nextInt(9)) {
      case 0, 1 -> text.substring(0, one.start()) + text.substring(one.end());
      case 2 -> text.substring(0, one.end()) + " " + one.text() + text.substring(one.end());
      case 3 -> text.substring(0, one.start()) + other.text() + text.substring(one.end());
      case 4 -> text.substring(0, one.start() + random.nextInt(one.end() - one.start()));
      case 5 -> text.substring(0, first) + text.substring(last);
      case 6 -> text.substring(0, one.start()) + fragment() + text.substring(one.start());
      case 7 -> splice(text, one);
      default -> text.substring(0, one.start()) + stray() + text.substring(one.start());
    };
  }

  private String splice(String text, Token at) {
    String other = any();
    return text.substring(0, at.start()) + other.substring(random.nextInt(other.length()));
  }

  private String fragment() {
    String other = any();
    int start = random.nextInt(other.length());
    return other.substring(start, Math.min(other.length(), start + random.nextInt(120)));
  }

  private String stray() {
    String[] strays = {
      "\"", "'", "/*", "*/", "//", "\"\"\"", "#", "\\", "\\u", "\\u0022", "\u0000", "\uD83D",
          "<<<<<<< HEAD\n",
      "{", "}", "(", ")", "@", "->", "::", "non-sealed ", "enum E {", "case ", "?", "\u00e9", "\r"
    };
    return strays[random.nextInt(strays.length)];
  }
}
