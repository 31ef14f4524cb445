package dev.zonegate.match.taint;

import dev.zonegate.model.Node;

/** Where a value comes from. Two origins are equal if they give the same value. */
public sealed interface Origin {
  /**
   * What a client sent.
   *
   * @param key the same for two reads of the same thing
   * @param at the read or the declaration
   * @param text it as typed, short
   * @param whole what it was read from, or null
   */
  record Source(String key, Node at, String text, Source whole) implements Origin {
    /** A part of it: what a getter of it returns. */
    Source part(String name) {
      boolean isDeep = whole != null && whole.whole != null;
      return isDeep ? this : new Source(key + "." + name, at, text, this);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Source source && source.key.equals(key);
    }

    @Override
    public int hashCode() {
      return key.hashCode();
    }
  }

  /** A parameter of the method that is looked at. */
  record Parameter(int index) implements Origin {}

  /** The result of a method of another file; {@code call} numbers it in its method. */
  record Result(int call) implements Origin {}

  /** What a method of another file reads from one of these; {@code accessor} names it. */
  record Part(Origin whole, String accessor) implements Origin {}

  /** Not text: what the value is for, such as writing to a response. */
  record Tag(String name) implements Origin {}

  /** What it was read from, or null. */
  default Origin whole() {
    return null;
  }

  /** Whether it can carry text of somebody's choice. */
  default boolean isText() {
    return !(this instanceof Tag);
  }
}
