package dev.zonegate.provenance;

import java.util.Locale;

/**
 * Why a line is held to be somebody's.
 *
 * @param where the ref, the file with its line, or the field of the commit
 * @param commit its id; empty if the line is not committed
 * @param text what is written there: one line, shortened
 */
public record Evidence(Source source, String where, String commit, String text) {
  private static final int LONGEST = 160;

  /** Where evidence comes from, the strongest first. */
  public enum Source {
    GIT_AI_NOTE,
    AGENT_TRACE,
    SOURCE_MARKER,
    IDENTITY,
    TRAILER,
    SESSION,
    BODY,
    NONE;

    /** As written in reports; empty if nothing says anything. */
    public String id() {
      return this == NONE ? "" : name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public Evidence {
    text = oneLine(text);
    where = oneLine(where);
  }

  /** The commit as people name it; empty if there is none. */
  public String shortCommit() {
    return commit.length() > 10 ? commit.substring(0, 10) : commit;
  }

  /** Text of strangers, fit for a screen: no control or direction characters, not long. */
  public static String oneLine(String text) {
    String head = text.length() > 2 * LONGEST ? text.substring(0, 2 * LONGEST) : text;
    String line = head.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}\\s]+", " ").strip();
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
  }
}
