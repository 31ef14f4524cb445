package dev.zonegate.files;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The command line of a Java program, in a file that the launcher reads: systems bound a command's
 * length, and class paths are long.
 */
public final class JavaArguments {
  private JavaArguments() {}

  /**
   * The command that runs a program with the Java that runs this one.
   *
   * @param words options, main class and its arguments
   * @param file that they are written to
   */
  public static List<String> command(List<String> words, Path file) throws IOException {
    List<String> lines = words.stream().map(JavaArguments::quoted).toList();
    WholeFile.write(file, draft -> Files.write(draft, lines, nativeCharset()));
    return List.of(java(), "@" + file);
  }

  private static String quoted(String word) {
    return "\"" + word.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private static Charset nativeCharset() {
    String name = System.getProperty("native.encoding");
    return name == null ? Charset.defaultCharset() : Charset.forName(name);
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
