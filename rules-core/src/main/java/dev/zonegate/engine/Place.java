package dev.zonegate.engine;

import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Span;

/**
 * Where something is found, and what it is recognised by when lines move.
 *
 * @param at where it is shown
 * @param span what it covers
 * @param member what it is part of
 * @param code what it covers, without comments and layout
 */
record Place(String path, Span at, Span span, String member, String code) {
  static Place of(SourceFile file, Node node) {
    return new Place(
        file.path(),
        node.anchor(),
        node.span(),
        Fingerprints.member(file, node),
        Fingerprints.normalised(file, node.span()));
  }

  /** As {@link #of}, where the texts in the code must not be told apart, not even by a hash. */
  static Place hiding(SourceFile file, Node node) {
    return new Place(
        file.path(),
        node.anchor(),
        node.span(),
        Fingerprints.member(file, node),
        Fingerprints.withoutTexts(file, node.span()));
  }
}
