package dev.zonegate.frontend;

/**
 * A token of the source.
 *
 * @param kind what it is
 * @param text its text with Unicode escapes translated; of a string, character or text block as
 *     written otherwise
 * @param start offset of its first character in the original text
 * @param end offset after its last character
 */
public record Token(Kind kind, String text, int start, int end) {
  /**
   * Kinds of token. Keywords are words: whether {@code record} is one depends on where it stands.
   */
  public enum Kind {
    WORD,
    NUMBER,
    CHARACTER,
    STRING,
    TEXT_BLOCK,
    SYMBOL
  }

  public boolean is(String expected) {
    return text.equals(expected);
  }
}
