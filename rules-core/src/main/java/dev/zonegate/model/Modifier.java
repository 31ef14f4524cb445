package dev.zonegate.model;

import java.util.Locale;

/**
 * A modifier as written in the source; implied ones (a method of an interface is public) are not
 * listed.
 */
public enum Modifier {
  PUBLIC,
  PROTECTED,
  PRIVATE,
  ABSTRACT,
  DEFAULT,
  STATIC,
  SEALED,
  NON_SEALED,
  FINAL,
  TRANSIENT,
  VOLATILE,
  SYNCHRONIZED,
  NATIVE,
  STRICTFP;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
