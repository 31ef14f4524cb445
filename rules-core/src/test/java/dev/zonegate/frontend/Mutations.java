package dev.zonegate.frontend;

import dev.zonegate.model.SourceText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Java source that is broken in ways that editors, merges and generators break it; repeatable. */
public final class Mutations {
  private static final int LONG = 2_000;

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

  /** The bytes of the next broken source, at times in another encoding or damaged on their way. */
  public byte[] nextBytes() {
    String text = next();
    byte[] bytes =
        switch (random.nextInt(12)) {
          case 0 -> text.getBytes(StandardCharsets.ISO_8859_1);
          case 1 -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE);
          case 2 -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
          case 3 -> text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
          default -> text.getBytes(StandardCharsets.UTF_8);
        };
    int flips = random.nextInt(4) == 0 ? 1 + random.nextInt(5) : 0;
    for (int i = 0; i < flips && bytes.length > 0; i++) {
      bytes[random.nextInt(bytes.length)] = (byte) (1 + random.nextInt(255));
    }
    return random.nextInt(20) == 0 ? Arrays.copyOf(bytes, bytes.length / 2) : bytes;
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
    return switch (random.nextInt(12)) {
      case 0, 1 -> text.substring(0, one.start()) + text.substring(one.end());
      case 2 -> text.substring(0, one.end()) + " " + one.text() + text.substring(one.end());
      case 3 -> text.substring(0, one.start()) + other.text() + text.substring(one.end());
      case 4 -> text.substring(0, one.start() + random.nextInt(one.end() - one.start()));
      case 5 -> text.substring(0, first) + text.substring(last);
      case 6 -> text.substring(0, one.start()) + fragment() + text.substring(one.start());
      case 7 -> splice(text, one);
      case 8 -> swapped(text);
      case 9 -> text.substring(0, one.start()) + huge() + text.substring(one.end());
      case 10 -> text.substring(0, last) + text.substring(first);
      default -> text.substring(0, one.start()) + stray() + text.substring(one.start());
    };
  }

  /** A brace or bracket that closes where it opened, or the other way round. */
  private String swapped(String text) {
    int at = random.nextInt(text.length());
    while (at < text.length() && "{}()[]".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String turned = at == text.length() ? "" : turned(text.charAt(at));
    return text.substring(0, at) + turned + text.substring(Math.min(text.length(), at + 1));
  }

  private static String turned(char bracket) {
    String brackets = "{}()[]";
    return String.valueOf(brackets.charAt(brackets.indexOf(bracket) ^ 1));
  }

  private String huge() {
    String[] literals = {
      "\"" + "long ".repeat(LONG) + "\"",
      "9".repeat(LONG),
      "1" + "_0".repeat(LONG) + "L",
      "0x" + "f".repeat(LONG) + "p1",
      "1e" + "9".repeat(LONG),
      "\"\"\"\n" + "  line\n".repeat(LONG) + "\"\"\"",
      "\"" + "\\u0061".repeat(LONG) + "\"",
      "a".repeat(LONG)
    };
    return literals[random.nextInt(literals.length)];
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
