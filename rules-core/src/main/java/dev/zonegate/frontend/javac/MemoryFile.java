package dev.zonegate.frontend.javac;

import dev.zonegate.frontend.SourceInput;
import dev.zonegate.frontend.javac.Batches.Source;
import java.net.URI;
import java.net.URISyntaxException;
import javax.tools.SimpleJavaFileObject;

/** A source file that javac reads from memory, under any name. */
final class MemoryFile extends SimpleJavaFileObject {
  private final SourceInput input;
  private final String binaryName;

  /** A file that is compiled. */
  MemoryFile(Source source) {
    this(source, null);
  }

  /** A file that is only looked up, as the source of a type; then it has no code. */
  MemoryFile(Source source, String binaryName) {
    super(uri(source.input().path()), Kind.SOURCE);
    this.input = source.input();
    this.binaryName = binaryName;
  }

  SourceInput input() {
    return input;
  }

  String binaryName() {
    return binaryName;
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) {
    return binaryName == null ? input.text().content() : SourceOutline.withoutCode(input.text());
  }

  @Override
  public boolean isNameCompatible(String simpleName, Kind kind) {
    return true; // a public class may stand in a file of another name
  }

  @Override
  public long getLastModified() {
    return Long.MAX_VALUE;
  }

  private static URI uri(String path) {
    try {
      return new URI("memory", null, "/" + path, null);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("not a path: " + path, e);
    }
  }
}
