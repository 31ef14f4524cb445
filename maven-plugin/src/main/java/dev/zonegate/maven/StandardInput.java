package dev.zonegate.maven;

import dev.zonegate.gate.SingleFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * A file whose text comes on the standard input, as an editor hands over what is not saved.
 *
 * @param root the folder of its project, real
 * @param file where it would lie
 */
record StandardInput(Path root, Path file, String text) {
  static final int LONGEST = 10 << 20;

  /**
   * Reads it to its end.
   *
   * @param name relative to the folder of the project
   */
  static StandardInput read(Path root, String name, InputStream in, Charset encoding)
      throws MojoExecutionException {
    Path file = file(root, name);
    try {
      byte[] bytes = in.readNBytes(LONGEST + 1);
      if (bytes.length > LONGEST) {
        throw new MojoExecutionException(
            "zonegate.stdin: the input is larger than "
                + (LONGEST >> 20)
                + " MiB; hand over one source file");
      }
      return new StandardInput(root, file, new String(bytes, encoding));
    } catch (IOException e) {
      throw new MojoExecutionException("zonegate.stdin: the input cannot be read: " + e, e);
    }
  }

  private static Path file(Path root, String name) throws MojoExecutionException {
    String what = "zonegate.stdin: `" + name + "` ";
    try {
      Path file = root.resolve(name.strip()).normalize();
      if (!file.startsWith(root) || file.equals(root)) {
        throw new MojoExecutionException(
            what + "is not in " + root + "; name a file relative to it");
      }
      return file;
    } catch (InvalidPathException e) {
      throw new MojoExecutionException(
          what + "is no path; write one such as src/main/java/A.java", e);
    }
  }

  /** Whether nothing in it can be judged, because it is neither Java nor settings. */
  static boolean isUnknown(SingleFile judged) {
    return judged.results().files().isEmpty();
  }
}
