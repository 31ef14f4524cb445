package dev.zonegate.fuzz;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/** Files that hold a secret and are broken in every place, for what is said of them. */
public final class Leaky {
  /** Stands in the files, and may stand in nothing that is said of them. */
  public static final String SECRET = "kiwi77Trees";

  private Leaky() {}

  /** A text cut off, without a character, and with the secret where it does not belong. */
  public static List<String> of(String text) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < text.length(); i++) {
      String head = text.substring(0, i);
      all.add(head);
      all.add(head + text.substring(i + 1));
      all.add(head + SECRET + text.substring(i));
      all.add(head + '"' + SECRET + '"' + text.substring(i));
      all.add(head + " !" + SECRET + " " + text.substring(i));
    }
    return all;
  }

  /** All that an exception may print: Maven adds the messages of causes. */
  public static String said(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
