package dev.zonegate.facts;

import dev.zonegate.model.SourceFile;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The helper classes and second versions that a file names in any way, its own included.
 *
 * @param names simple, sorted
 */
public record SideUse(String path, List<String> names) implements Fact {
  private static final Pattern NAME =
      Pattern.compile(
          "\\b\\p{Lu}\\w*?(Helper|Util|Utils|Utility|V\\d|New|Old|Legacy|Impl2|Copy)\\b");

  /** Whether a class of this name is one of those that are written beside others. */
  public static boolean isSideName(String type) {
    return NAME.matcher(type).matches();
  }

  /** From the text, so that imports, Javadoc and class names in literals count as a use. */
  static void collect(SourceFile file, Consumer<Fact> facts) {
    Set<String> names = new TreeSet<>();
    Matcher name = NAME.matcher(file.text().content());
    while (name.find()) {
      names.add(name.group());
    }
    if (!names.isEmpty()) {
      facts.accept(new SideUse(file.path(), List.copyOf(names)));
    }
  }
}
