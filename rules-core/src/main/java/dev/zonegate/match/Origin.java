package dev.zonegate.match;

/** Where a value comes from, as far as one file shows; the first is the least trusted. */
public enum Origin {
  /** A client sent it. */
  REQUEST,
  /** A parameter of a method that other files can call. */
  PARAMETER,
  /** Read from an object that is such a parameter. */
  PROPERTY,
  /** A field. */
  FIELD,
  /** What some other method returns. */
  CALL,
  /** Not known. */
  UNKNOWN
}
