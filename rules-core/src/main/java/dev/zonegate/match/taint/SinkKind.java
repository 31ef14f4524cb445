package dev.zonegate.match.taint;

import java.util.Locale;

/** What text of somebody else's choice does where it ends up. */
public enum SinkKind {
  SSRF,
  PATH,
  COMMAND,
  DESERIALISATION,
  XSS,
  LOG,
  LDAP,
  XPATH,
  EXPRESSION,
  REDIRECT,
  SESSION,
  SQL;

  static final int NONE = 0;
  static final int ALL = (1 << values().length) - 1;

  /** This kind as a set of kinds. */
  public int bit() {
    return 1 << ordinal();
  }

  /** The set that a table writes as {@code xss,log}, {@code all} or nothing. */
  static int bits(String names) {
    if (names == null || names.isEmpty()) {
      return NONE;
    }
    int bits = NONE;
    for (String name : names.split(",")) {
      bits |= name.equals("all") ? ALL : named(name).bit();
    }
    return bits;
  }

  static SinkKind named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }
}
