package dev.zonegate.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.frontend.SourceInput;
import dev.zonegate.frontend.SourceSet;
import dev.zonegate.frontend.javac.JavacFrontEnd;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.SourceText;
import dev.zonegate.model.Variable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What our own regular expressions cost on texts made against them: all that stand in our sources,
 * searched for and matched, by the characters that they look at.
 */
final class PatternGrowthTest {
  private static final Path SOURCES = Path.of("src/main/java");
  private static final ApiSet REGEXES =
      ApiSet.of(
          "java.util.regex.Pattern#compile",
          "java.util.regex.Pattern#matches",
          "java.lang.String#matches",
          "java.lang.String#replaceAll",
          "java.lang.String#replaceFirst",
          "java.lang.String#split");
  private static final Set<String> SEARCHES =
      Set.of(
          "find", "results", "replaceAll", "replaceFirst", "split", "splitAsStream", "asPredicate");
  private static final int SHORT = 200;
  private static final int LONG = 2 * SHORT;

  /** Twice the text, twice the steps, and a bit for what does not grow evenly. */
  private static final double LINE = 2.8;

  private static final long FEW = 8_000;
  private static final long MOST = 2_000_000;
  private static final List<String> ENDS = List.of("", "\u0001", "!", "\n");
  private static final String COMMON = "aA0 _.-/,\"<*\n{(";

  /** Text that is repeated after some other. */
  private record Pump(String before, String repeated) {
    String of(int length, String end) {
      return before + repeated.repeat(Math.max(1, length / repeated.length())) + end;
    }
  }

  /** A regular expression, and whether it is searched for or holds of whole texts only. */
  private record Use(String regex, boolean isSearched) {}

  @Test
  void what_is_repeated_without_end_takes_time_by_its_length() throws IOException {
    Set<Use> uses = uses();
    assertThat(uses).hasSizeGreaterThan(500);
    assertThat(uses.stream().filter(each -> isSlow(each))).isEmpty();
  }

  @Test
  void a_pattern_that_takes_more_is_found() {
    assertThat(isSlow(new Use("a*a*b", false))).isTrue();
    assertThat(isSlow(new Use("\\s*select\\s+(.*?)\\s+from.*", false))).isTrue();
    assertThat(isSlow(new Use("[a-z]+\\d", true))).isTrue();
    assertThat(isSlow(new Use("[a-z]+\\d", false))).isFalse();
    assertThat(isSlow(new Use("(?<![a-z])[a-z]++\\d", true))).isFalse();
  }

  private static Set<Use> uses() throws IOException {
    List<SourceInput> inputs = new ArrayList<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path each : files.filter(it -> it.toString().endsWith(".java")).sorted().toList()) {
        inputs.add(
            new SourceInput(
                SOURCES.relativize(each).toString(),
                SourceText.of(Files.readString(each)),
                SourceFile.Role.MAIN));
      }
    }
    List<Path> classPath =
        Stream.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
            .map(Path::of)
            .toList();
    Set<Use> found = new LinkedHashSet<>();
    new JavacFrontEnd().read(new SourceSet(inputs, classPath, 17, 17), file -> add(file, found));
    return found;
  }

  private static void add(SourceFile file, Set<Use> found) {
    for (Expr.Call call : REGEXES.callsIn(file)) {
      if (REGEXES.matches(call).isYes()) {
        Constants.of(file)
            .text(call.arguments().get(0))
            .ifPresent(each -> found.add(new Use(each, isSearched(file, call))));
      }
    }
  }

  /** All that is not seen to be asked of whole texts. */
  private static boolean isSearched(SourceFile file, Expr.Call call) {
    if (!call.name().equals("compile")) {
      return !call.name().equals("matches");
    }
    if (!(file.parent(call) instanceof Variable constant)) {
      return true;
    }
    return isSearched(file, constant);
  }

  private static boolean isSearched(SourceFile file, Variable variable) {
    return Bindings.of(file).uses(variable).stream().anyMatch(each -> isSearch(file, each));
  }

  private static boolean isSearch(SourceFile file, Expr use) {
    if (!(file.parent(use) instanceof Expr.Call call)) {
      return true;
    }
    if (call.target() != use) {
      return isSearchedBy(file, call, call.arguments().indexOf(use));
    }
    if (!call.name().equals("matcher")) {
      return SEARCHES.contains(call.name());
    }
    return file.parent(call) instanceof Variable matcher
        ? isSearched(file, matcher)
        : !(file.parent(call) instanceof Expr.Call asked) || SEARCHES.contains(asked.name());
  }

  /** Whether the method of this file that is given a pattern searches for it. */
  private static boolean isSearchedBy(SourceFile file, Expr.Call call, int index) {
    List<Decl.Method> called =
        file.all(Decl.Method.class).stream()
            .filter(each -> each.name().equals(call.name()))
            .filter(each -> each.params().size() == call.arguments().size())
            .toList();
    return called.isEmpty()
        || called.stream().anyMatch(each -> isSearched(file, each.params().get(index)));
  }

  private static boolean isSlow(Use use) {
    Pattern pattern = Pattern.compile(use.regex());
    for (Pump pump : pumps(use.regex())) {
      for (String end : ENDS) {
        String once = pump.of(SHORT, end);
        String twice = pump.of(LONG, end);
        long steps = steps(pattern, twice, use.isSearched());
        if (steps > FEW && steps > LINE * steps(pattern, once, use.isSearched())) {
          return true;
        }
      }
    }
    return false;
  }

  private static long steps(Pattern pattern, String text, boolean isSearch) {
    Counted counted = new Counted(text);
    Matcher matcher = pattern.matcher(counted);
    try {
      boolean isFound = isSearch ? matcher.find() : matcher.matches();
      while (isFound && isSearch) {
        isFound = matcher.find();
      }
    } catch (TooManySteps e) {
      return Long.MAX_VALUE;
    }
    return counted.steps;
  }

  /** Texts that what can be repeated in a pattern takes, after what stands before it. */
  private static Set<Pump> pumps(String regex) {
    Set<Pump> pumps = new LinkedHashSet<>();
    for (int i = 0; i < COMMON.length(); i++) {
      char each = COMMON.charAt(i);
      pumps.add(new Pump("", String.valueOf(each)));
    }
    try {
      add(RegexTree.parse(regex), "", pumps);
    } catch (IllegalArgumentException unreadable) {
      // the common ones are left
    }
    pumps.removeIf(each -> each.repeated().isEmpty());
    return pumps;
  }

  private static void add(RegexTree.Group group, String before, Set<Pump> pumps) {
    for (List<RegexTree.Item> branch : group.branches()) {
      StringBuilder read = new StringBuilder(before);
      for (RegexTree.Item item : branch) {
        if (item.isUnbounded() && item.atom() instanceof RegexTree.Chars chars) {
          for (int i = 0; i < COMMON.length(); i++) {
            char each = COMMON.charAt(i);
            if (chars.set().get(each)) {
              pumps.add(new Pump(read.toString(), String.valueOf(each)));
            }
          }
          pumps.add(new Pump(read.toString(), once(chars)));
        } else if (item.isUnbounded()) {
          pumps.add(new Pump(read.toString(), once(item.atom())));
        }
        if (item.atom() instanceof RegexTree.Group inner) {
          add(inner, read.toString(), pumps);
        }
        pumps.add(new Pump("", read.toString()));
        pumps.add(new Pump("", read + " "));
        read.append(once(item.atom()).repeat(Math.min(SHORT, item.least())));
      }
    }
  }

  /** The least that something takes. */
  private static String once(RegexTree.Atom atom) {
    if (atom instanceof RegexTree.Chars chars) {
      for (int i = 0; i < COMMON.length(); i++) {
        char each = COMMON.charAt(i);
        if (chars.set().get(each)) {
          return String.valueOf(each);
        }
      }
      return chars.set().isEmpty() ? "" : String.valueOf((char) chars.set().nextSetBit(0));
    }
    StringBuilder text = new StringBuilder();
    if (atom instanceof RegexTree.Group group) {
      for (RegexTree.Item each : group.branches().get(0)) {
        text.append(once(each.atom()).repeat(Math.min(SHORT, each.least())));
      }
    }
    return text.toString();
  }

  /** Says that a text was looked at too often. */
  private static final class TooManySteps extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManySteps() {
      super("more than " + MOST, null, false, false);
    }
  }

  /** A text that counts how often it is looked at. */
  private static final class Counted implements CharSequence {
    private final String text;
    private long steps;

    Counted(String text) {
      this.text = text;
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      if (++steps > MOST) {
        throw new TooManySteps();
      }
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
