package dev.zonegate.match;

import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * What the texts of a file are made of: through {@code +}, builders, formats, joins and streams,
 * across branches and loops, locals, and the methods of the same file.
 */
public final class TextComposition {
  private final SourceFile file;
  private final AllowList allowList;
  private final Map<Expr, Composition> known = new IdentityHashMap<>();

  private TextComposition(SourceFile file) {
    this.file = file;
    this.allowList = new AllowList(file);
  }

  /** The compositions of a file. */
  public static TextComposition of(SourceFile file) {
    return file.derived(TextComposition.class, TextComposition::new);
  }

  /** What {@code text} is made of when it is evaluated. */
  public Composition of(Expr text) {
    Composition composition = known.get(text);
    if (composition == null) {
      composition = new TextWalk(file, allowList).compose(text);
      known.put(text, composition);
    }
    return composition;
  }
}
