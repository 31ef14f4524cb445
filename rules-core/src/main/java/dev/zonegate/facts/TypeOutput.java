package dev.zonegate.facts;

import dev.zonegate.model.Decl;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Span;
import java.util.List;
import java.util.function.Consumer;

/**
 * Which data of a type its text form and its JSON form tell.
 *
 * @param at the type's name
 * @param name qualified
 * @param inText the fields that {@code toString} shows: of a record, by Lombok, or written by hand
 * @param inJson the fields that Jackson writes: with a getter or public, and not left out
 */
public record TypeOutput(
    String path, Span at, String name, List<OutputField> inText, List<OutputField> inJson)
    implements Fact {
  /**
   * A field that is told.
   *
   * @param at its name where it is declared
   * @param type erased, qualified where that is known
   * @param element the type argument if it has one, such as of a list; else empty
   */
  public record OutputField(Span at, String name, String type, String element) {}

  static void collect(SourceFile file, Consumer<Fact> facts) {
    for (Decl.Type type : file.all(Decl.Type.class)) {
      List<OutputField> inText = TextForm.fields(file, type);
      List<OutputField> inJson = JsonForm.fields(file, type);
      if (!inText.isEmpty() || !inJson.isEmpty()) {
        facts.accept(
            new TypeOutput(file.path(), type.nameSpan(), type.qualifiedName(), inText, inJson));
      }
    }
  }
}
