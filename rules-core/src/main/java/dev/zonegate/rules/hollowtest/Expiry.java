package dev.zonegate.rules.hollowtest;

import dev.zonegate.match.Constants;
import dev.zonegate.match.Vocabulary;
import dev.zonegate.match.Words;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The time after which something is old, as a test has set it: who waits longer waits for no
 * outcome that could be seen sooner.
 */
final class Expiry {
  private static final Set<String> EXPIRY =
      Set.copyOf(Vocabulary.lines("testing/expiry-names.words"));
  private static final Set<String> PACE = Set.copyOf(Vocabulary.lines("testing/pace-names.words"));
  private static final String DURATION = "java.time.Duration";
  private static final Map<String, Long> MILLIS =
      Map.of("millis", 1L, "seconds", 1_000L, "minutes", 60_000L, "hours", 3_600_000L);

  private Expiry() {}

  /** Whether {@code millis} are long enough for what {@code test} has set before {@code wait}. */
  static boolean isOver(TestCase test, Expr.Call wait, long millis) {
    return Stream.concat(Stream.of(test.method()), preparations(test))
        .map(each -> test.file().allIn(each.body(), Expr.Call.class))
        .flatMap(Collection::stream)
        .filter(
            each ->
                !test.method().span().contains(each.span()) || each.span().isBefore(wait.span()))
        .map(each -> set(test, each))
        .filter(OptionalLong::isPresent)
        .anyMatch(each -> each.getAsLong() <= millis);
  }

  /** What runs before each test. */
  private static Stream<Decl.Method> preparations(TestCase test) {
    Decl.Type type = test.type();
    return type == null
        ? Stream.of()
        : type.members().stream()
            .filter(Decl.Method.class::isInstance)
            .map(Decl.Method.class::cast)
            .filter(each -> each.body() != null)
            .filter(
                each ->
                    each.annotations().stream()
                        .anyMatch(a -> a.name().matches("(.*\\.)?Before(Each|Method)?")));
  }

  /** The time in milliseconds that {@code call} sets; 0 if only its name is known. */
  private static OptionalLong set(TestCase test, Expr.Call call) {
    if (call.arguments().isEmpty() || isCheck(call)) {
      return OptionalLong.empty();
    }
    List<String> words = Words.of(call.name());
    Expr time = call.arguments().get(0);
    boolean isExpiry = words.stream().anyMatch(EXPIRY::contains);
    boolean isDuration = time.type().isA(DURATION).isYes() || isMade(time);
    boolean isSet = isDuration && words.get(0).matches("set|with");
    if (!isExpiry && !isSet || words.stream().anyMatch(PACE::contains)) {
      return OptionalLong.empty();
    }
    boolean isOfTest = isExpiry && test.method().span().contains(call.span());
    return isDuration ? duration(test, time, isOfTest) : number(test, call, time);
  }

  private static boolean isMade(Expr time) {
    return time instanceof Expr.Call made
        && made.receiverType().isNamed(DURATION)
        && made.name().startsWith("of");
  }

  private static boolean isCheck(Expr.Call call) {
    return call.name().startsWith("assert")
        || call.receiverType().name().startsWith("org.mockito.")
        || call.method() != null && call.method().owner().name().startsWith("org.mockito.");
  }

  private static OptionalLong duration(TestCase test, Expr time, boolean mayBeUnknown) {
    if (time instanceof Expr.Call made
        && isMade(time)
        && made.arguments().size() == 1
        && Constants.of(test.file()).value(made.arguments().get(0)).orElse(null)
            instanceof Number length) {
      String unit = made.name().substring(2).toLowerCase(Locale.ROOT);
      return positive(length.longValue() * MILLIS.getOrDefault(unit, 3_600_000L));
    }
    return mayBeUnknown ? OptionalLong.of(0) : OptionalLong.empty();
  }

  /** In the unit that the name or the second argument says; milliseconds if neither does. */
  private static OptionalLong number(TestCase test, Expr.Call call, Expr time) {
    if (!(Constants.of(test.file()).value(time).orElse(null) instanceof Number length)) {
      return OptionalLong.empty();
    }
    String unit =
        call.name()
            + (call.arguments().size() > 1 ? test.file().text(call.arguments().get(1)) : "");
    String said = unit.toLowerCase(Locale.ROOT);
    long factor =
        MILLIS.entrySet().stream()
            .filter(each -> said.endsWith(each.getKey()))
            .mapToLong(Map.Entry::getValue)
            .findFirst()
            .orElse(1);
    return positive(length.longValue() * factor);
  }

  private static OptionalLong positive(long millis) {
    return millis > 0 ? OptionalLong.of(millis) : OptionalLong.empty();
  }
}
