package dev.zonegate.rule;

/**
 * How bad a finding is in the rule's view; the first is the worst. Whether it blocks is for the
 * zone to say.
 */
public enum Severity {
  ERROR,
  WARNING,
  NOTE
}
