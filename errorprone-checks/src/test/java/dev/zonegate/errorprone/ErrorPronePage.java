package dev.zonegate.errorprone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What the page for users tells them to write. */
final class ErrorPronePage {
  private static final Path PAGE =
      Path.of(System.getProperty("zonegate.root"), "docs", "error-prone.md");

  private ErrorPronePage() {}

  static String text() {
    try {
      return Files.readString(PAGE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lines of {@code .mvn/jvm.config}. */
  static List<String> jvmFlags() {
    return text().lines().filter(each -> each.startsWith("--add-")).toList();
  }

  /** The arguments of the compiler. */
  static List<String> compilerArguments() {
    return matches("^ +<arg>(.*)</arg>$");
  }

  /** Every example of an option of Error Prone. */
  static List<String> options() {
    return matches("[ `](-Xep[^` <]+)");
  }

  private static List<String> matches(String pattern) {
    return Pattern.compile(pattern, Pattern.MULTILINE)
        .matcher(text())
        .results()
        .map((MatchResult each) -> each.group(1))
        .toList();
  }
}
