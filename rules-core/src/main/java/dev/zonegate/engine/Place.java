package dev.zonegate.engine;

import dev.zonegate.model.Decl;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Span;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * Where something is found.
 *
 * @param at where it is shown
 * @param span what it covers
 * @param name what it is recognised by when lines move; costs more than the rest
 */
record Place(String path, Span at, Span span, Supplier<Name> name) {
  /**
   * What a place is recognised by.
   *
   * @param member what it is part of
   * @param code what it covers, without comments and layout; empty for a type as a whole, which
   *     stays what it is with each change of a member
   */
  record Name(String member, String code) {}

  static Place of(SourceFile file, Node node) {
    return of(file, node, Fingerprints::normalised);
  }

  /** As {@link #of}, where the texts in the code must not be told apart, not even by a hash. */
  static Place hiding(SourceFile file, Node node) {
    return of(file, node, Fingerprints::withoutTexts);
  }

  private static Place of(
      SourceFile file, Node node, BiFunction<SourceFile, Span, String> normalised) {
    return new Place(
        file.path(),
        node.anchor(),
        node.span(),
        () -> new Name(Fingerprints.member(file, node), code(file, node, normalised)));
  }

  private static String code(
      SourceFile file, Node node, BiFunction<SourceFile, Span, String> normalised) {
    return node instanceof Decl.Type ? "" : normalised.apply(file, node.span());
  }
}
