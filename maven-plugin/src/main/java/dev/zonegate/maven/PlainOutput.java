package dev.zonegate.maven;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * The standard output for lines that a program reads. Maven 4 makes a line of its log of whatever
 * is written to Java's own, with {@code [INFO] [stdout]} before it, even with {@code -q}.
 */
final class PlainOutput {
  private static final String LOG = "org.apache.maven.logging.";

  private PlainOutput() {}

  /** Of the whole process, so not to be closed. */
  static PrintStream stream() {
    PrintStream out = System.out;
    return isOfTheLog(out.getClass().getName())
        ? new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8)
        : out;
  }

  static boolean isOfTheLog(String type) {
    return type.startsWith(LOG);
  }
}
