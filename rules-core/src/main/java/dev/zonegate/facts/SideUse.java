package dev.zonegate.facts;

import dev.zonegate.match.Identifiers;
import dev.zonegate.model.SourceFile;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The helper classes and second versions that a file names in any way, its own included.
 *
 * @param names simple, sorted
 */
public record SideUse(String path, List<String> names) implements Fact {
  private static final Pattern NAME =
      Pattern.compile("\\p{Lu}\\w*?(Helper|Util|Utils|Utility|V\\d|New|Old|Legacy|Impl2|Copy)");

  /** Whether a class of this name is one of those that are written beside others. */
  public static boolean isSideName(String type) {
    return mayBe(type.charAt(0), type.charAt(type.length() - 1)) && NAME.matcher(type).matches();
  }

  private static boolean mayBe(char first, char last) {
    boolean mayEnd = "rlsywd".indexOf(last) >= 0 || last >= '0' && last <= '9';
    return mayEnd && (first >= 'A' && first <= 'Z' || first >= 128);
  }

  /** From the text, so that imports, Javadoc and class names in literals count as a use. */
  static void collect(SourceFile file, Consumer<Fact> facts) {
    String text = file.text().content();
    Set<String> all = new HashSet<>();
    Identifiers.add(text, 0, text.length(), SideUse::mayBe, all);
    List<String> names = all.stream().filter(SideUse::isSideName).sorted().toList();
    if (!names.isEmpty()) {
      facts.accept(new SideUse(file.path(), names));
    }
  }
}
