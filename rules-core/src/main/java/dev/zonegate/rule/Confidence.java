package dev.zonegate.rule;

/** How sure a finding is; the first is the surest. */
public enum Confidence {
  HIGH,
  MEDIUM,
  LOW
}
