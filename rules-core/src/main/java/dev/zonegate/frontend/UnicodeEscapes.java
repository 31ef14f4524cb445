package dev.zonegate.frontend;

/**
 * A text with its Unicode escapes translated (JLS 3.3), which knows where each of its characters
 * was written.
 */
public final class UnicodeEscapes {
  private final String text;
  private final int[] offsets;

  private UnicodeEscapes(String text, int[] offsets) {
    this.text = text;
    this.offsets = offsets;
  }

  /** Translates the escapes of a text; one without any is returned as it is. */
  public static UnicodeEscapes translate(String written) {
    return written.indexOf("\\u") < 0 ? new UnicodeEscapes(written, null) : translated(written);
  }

  private static UnicodeEscapes translated(String written) {
    int n = written.length();
    StringBuilder out = new StringBuilder(n);
    int[] offsets = new int[n + 1];
    int in = 0;
    while (in < n) {
      char c = written.charAt(in);
      offsets[out.length()] = in;
      int escapeEnd = c == '\\' ? escapeEnd(written, in) : -1;
      if (escapeEnd > 0) {
        out.append((char) Integer.parseInt(written.substring(escapeEnd - 4, escapeEnd), 16));
        in = escapeEnd;
      } else if (c == '\\' && in + 1 < n && written.charAt(in + 1) == '\\') {
        // the second backslash of a pair never starts a Unicode escape
        out.append(c);
        offsets[out.length()] = in + 1;
        out.append(c);
        in += 2;
      } else {
        out.append(c);
        in++;
      }
    }
    offsets[out.length()] = n;
    return new UnicodeEscapes(out.toString(), offsets);
  }

  /** The translated text. */
  public String text() {
    return text;
  }

  /** Where the character at an index of the translated text starts in the written one. */
  public int offset(int index) {
    return offsets == null ? index : offsets[index];
  }

  private static int escapeEnd(String text, int backslash) {
    int i = backslash + 1;
    while (i < text.length() && text.charAt(i) == 'u') {
      i++;
    }
    if (i == backslash + 1 || i + 4 > text.length()) {
      return -1;
    }
    for (int k = i; k < i + 4; k++) {
      if (Character.digit(text.charAt(k), 16) < 0) {
        return -1;
      }
    }
    return i + 4;
  }
}
