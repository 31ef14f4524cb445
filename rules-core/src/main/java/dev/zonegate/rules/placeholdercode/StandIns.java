package dev.zonegate.rules.placeholdercode;

import dev.zonegate.match.Vocabulary;
import dev.zonegate.match.Words;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Code that stands in for other code on purpose, shows something or only measures. */
final class StandIns {
  private static final Set<String> NAMES =
      Set.copyOf(Vocabulary.lines("placeholder/stand-in.words"));

  /** What generators of projects put first into every package. */
  private static final Pattern ROOT = Pattern.compile("^(com|org|net|io)\\.example(\\.demo)?\\b");

  private static final Pattern TEST_MODULE =
      Pattern.compile("(^|/)[\\w.-]*(-tests?|-testing|-test-\\w+|-testkit|-fixtures|-mocks)/");

  private StandIns() {}

  /** Whether {@code node} stands in such a type or package. */
  static boolean isAround(SourceFile file, Node node) {
    if (isPackage(file)) {
      return true;
    }
    Decl.Type type =
        node instanceof Decl.Type itself ? itself : file.enclosing(node, Decl.Type.class);
    return type != null && file.derived(Types.class, Types::new).isStandIn(type);
  }

  /** The types of a file, each judged once for all that stands in it. */
  private static final class Types {
    private final SourceFile file;
    private final Map<Decl.Type, Boolean> known = new IdentityHashMap<>();

    Types(SourceFile file) {
      this.file = file;
    }

    boolean isStandIn(Decl.Type type) {
      Boolean is = known.get(type);
      if (is == null) {
        Decl.Type around = file.enclosing(type, Decl.Type.class);
        is = isName(type.name()) || around != null && isStandIn(around);
        known.put(type, is);
      }
      return is;
    }
  }

  private record Place(boolean isStandIn) {}

  /** Whether the whole file does, by its package or its module. */
  static boolean isPackage(SourceFile file) {
    return file.derived(Place.class, each -> new Place(isStandInPackage(each))).isStandIn();
  }

  private static boolean isStandInPackage(SourceFile file) {
    String name = ROOT.matcher(file.unit().packageName()).replaceFirst("");
    Set<String> segments = new HashSet<>(List.of(name.split("\\.")));
    return segments.contains("test")
        || segments.contains("tests")
        || segments.stream().anyMatch(NAMES::contains)
        || isTestModule(file);
  }

  static boolean isTestModule(SourceFile file) {
    return TEST_MODULE.matcher(file.path()).find();
  }

  /** {@code MockGateway}, {@code NoOpSender}. */
  static boolean isName(String type) {
    List<String> words = Words.of(type);
    return words.stream().anyMatch(NAMES::contains)
        || words.size() > 1 && words.get(0).equals("no") && words.get(1).equals("op");
  }
}
