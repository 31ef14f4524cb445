package dev.zonegate.model;

/** Something in a resource file that a rule can report at. */
public sealed interface ResourcePart permits Setting, XmlElement {
  /** All of it. */
  Span span();

  /** Where a finding about it is shown: the key of a setting, the name of an element. */
  Span anchor();

  /** What a suppression comment above it covers: a setting, the start tag of an element. */
  Span head();

  /**
   * What it is recognised by when lines move: the key with its profile, the path of an element.
   * Never a value.
   */
  String identity();
}
