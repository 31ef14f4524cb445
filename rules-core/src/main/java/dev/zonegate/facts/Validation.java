package dev.zonegate.facts;

import dev.zonegate.match.Vocabulary;
import dev.zonegate.match.Words;
import dev.zonegate.model.SourceFile;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What a file checks of the data that it is given.
 *
 * @param received types that a framework reads from requests and messages for its methods
 * @param onRequest those that the framework validates then
 * @param inCode types that its code validates: by a call, or as the parameter of a bean's method
 * @param compared names of amounts that are compared with something
 */
public record Validation(
    String path,
    List<String> received,
    List<String> onRequest,
    List<String> inCode,
    List<String> compared)
    implements Fact {
  private static final Vocabulary AMOUNTS = Vocabulary.load("validation/amounts.words");
  private static final Set<String> ACCESSORS = Set.of("get", "set", "with");

  static void collect(SourceFile file, Consumer<Fact> facts) {
    Validation found = new ValidationReader(file).read();
    boolean isEmpty =
        found.received.isEmpty() && found.inCode.isEmpty() && found.compared.isEmpty();
    if (!isEmpty) {
      facts.accept(found);
    }
  }

  /** The amount that {@code name} names, an accessor's without its verb; empty if it is none. */
  public static String amount(String name) {
    List<String> words = Words.of(name);
    boolean isAccessor = words.size() > 1 && ACCESSORS.contains(words.get(0));
    String bare = String.join("", isAccessor ? words.subList(1, words.size()) : words);
    return AMOUNTS.isNamed(name) ? bare.toLowerCase(Locale.ROOT) : "";
  }
}
