package dev.zonegate.model;

/** How a type is known. */
public enum Certainty {
  /** A class file or source declared it. */
  RESOLVED,
  /** An import or the package says what it is called; its declaration was not found. */
  NAMED,
  /** Nothing is known. */
  UNKNOWN
}
