package dev.zonegate.gate;

import dev.zonegate.frontend.JavaScanner;
import dev.zonegate.frontend.Tokens;
import dev.zonegate.model.SourceText;
import java.nio.charset.Charset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a file says of itself without being parsed.
 *
 * @param packageName empty for the unnamed one and for what is no Java
 * @param imports as written, without {@code static}: {@code java.util.List}, {@code java.util.*}
 * @param words its names and other tokens
 * @param marks its annotations that matter here
 */
public record SourceHead(
    String packageName, List<String> imports, Set<String> words, FileMarks marks) {
  static final SourceHead NONE = new SourceHead("", List.of(), Set.of(), FileMarks.NONE);

  public SourceHead {
    imports = List.copyOf(imports);
  }

  /** The same in another package. */
  SourceHead in(String otherPackage) {
    return new SourceHead(otherPackage, imports, words, marks);
  }

  /** Reads a file; one that cannot be read says nothing. */
  public static SourceHead of(SourceEntry entry, Charset encoding) {
    SourceBytes bytes = SourceBytes.read(entry, encoding);
    return entry.isResource() || bytes.content() == null ? NONE : of(bytes.content());
  }

  static SourceHead of(String content) {
    Tokens tokens = JavaScanner.scan(SourceText.of(content));
    Header header = Header.of(tokens);
    Set<String> words = new LinkedHashSet<>();
    for (int i = 0; i < tokens.size(); i++) {
      words.add(tokens.get(i).text());
    }
    return new SourceHead(
        header.packageName(), header.imports(), words, FileMarks.of(tokens, header));
  }
}
