package dev.zonegate.facts;

/**
 * Something that one file says and another file's findings depend on. A record of strings, numbers,
 * booleans, enum constants, spans, and lists and records of these: it outlives its file and is kept
 * in files. It holds no secret, no absolute path and no time. No rule decides by the place of a
 * fact, only names it: what moved is not decided again.
 */
public interface Fact {
  /** The file that says it, relative and with {@code /}. */
  String path();
}
