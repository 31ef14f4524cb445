package dev.zonegate.rules.architecturedrift;

import java.util.Collection;
import java.util.function.Predicate;

/**
 * How many do something one way and how many another.
 *
 * @param keeping those that do it the usual way
 * @param breaking those that do not, the one asked about not among them
 */
record Habit(long keeping, long breaking) {
  private static final int FEWEST = 3;
  private static final int TIMES = 4;

  static <T> Habit of(Collection<T> others, Predicate<T> keeps) {
    long keeping = others.stream().filter(keeps).count();
    return new Habit(keeping, others.size() - keeping);
  }

  /** Whether it is the way of the project: of three or more, and of four in five. */
  boolean isRule() {
    return keeping >= FEWEST && keeping >= TIMES * breaking;
  }

  /** {@code 11 of 12 other}. */
  String said() {
    return keeping + " of " + (keeping + breaking) + " other";
  }
}
