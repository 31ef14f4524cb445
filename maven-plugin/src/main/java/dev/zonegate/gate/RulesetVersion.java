package dev.zonegate.gate;

import dev.zonegate.rule.RuleInfo;
import dev.zonegate.rule.RulePattern;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The version of the rules that a policy was written for: {@code 0.1.0} or {@code 0.1}. */
record RulesetVersion(List<Integer> parts) implements Comparable<RulesetVersion> {
  private static final Pattern SHAPE = Pattern.compile("\\d{1,6}(\\.\\d{1,6}){0,2}");
  private static final int LENGTH = 3;

  static Optional<RulesetVersion> of(String written) {
    if (!SHAPE.matcher(written).matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new RulesetVersion(Arrays.stream(written.split("\\.")).map(Integer::valueOf).toList()));
  }

  /** The patterns that came later, as {@code TimeZone.implicitNow}. */
  Set<String> later(List<RuleInfo> rules) {
    return keys(rules, pattern -> isBefore(pattern));
  }

  /** Whether there were no rules yet. */
  boolean isBeforeAll(List<RuleInfo> rules) {
    return !rules.isEmpty() && keys(rules, pattern -> !isBefore(pattern)).isEmpty();
  }

  private boolean isBefore(RulePattern pattern) {
    return compareTo(of(pattern.since()).orElseThrow()) < 0;
  }

  private static Set<String> keys(List<RuleInfo> rules, Predicate<RulePattern> wanted) {
    return rules.stream()
        .flatMap(
            rule ->
                rule.patterns().stream().filter(wanted).map(each -> rule.name() + "." + each.id()))
        .collect(Collectors.toUnmodifiableSet());
  }

  private int part(int index) {
    return index < parts.size() ? parts.get(index) : 0;
  }

  @Override
  public int compareTo(RulesetVersion other) {
    Comparator<RulesetVersion> order = Comparator.comparing(each -> each.part(0));
    for (int i = 1; i < LENGTH; i++) {
      int index = i;
      order = order.thenComparing(each -> each.part(index));
    }
    return order.compare(this, other);
  }
}
