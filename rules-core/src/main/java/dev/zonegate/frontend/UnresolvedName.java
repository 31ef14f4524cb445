package dev.zonegate.frontend;

import dev.zonegate.model.Expr;
import dev.zonegate.model.Span;
import dev.zonegate.model.TypeNode;
import dev.zonegate.model.TypeRef;
import java.util.List;
import java.util.Locale;

/**
 * What a name in an expression means if no host resolves its first segment, neither to a variable
 * nor to a type. One rule for all front-ends: the first capitalised segment ends a type, together
 * with what stands before it; further capitalised ones are nested types unless they are written
 * like a constant; the rest are fields. A name that is not the target of anything ends in a field.
 */
public final class UnresolvedName {
  private UnresolvedName() {}

  /** One segment of a dotted name. */
  public record Segment(String name, Span span) {}

  /**
   * Lowers the name.
   *
   * @param segments at least one, in source order
   * @param isTarget whether a member is selected from it: a call, or a method reference
   */
  public static Expr lower(List<Segment> segments, boolean isTarget, ImportScope scope) {
    int inType = typeSegments(segments, isTarget);
    Span first = segments.get(0).span();
    Expr whole =
        inType == 0
            ? new Expr.Name(first, segments.get(0).name(), null, TypeRef.UNKNOWN)
            : type(segments.subList(0, inType), scope);
    for (Segment field : segments.subList(Math.max(1, inType), segments.size())) {
      Span span = first.to(field.span());
      whole = new Expr.FieldAccess(span, whole, field.span(), field.name(), null, TypeRef.UNKNOWN);
    }
    return whole;
  }

  private static int typeSegments(List<Segment> segments, boolean isTarget) {
    int limit = isTarget ? segments.size() : segments.size() - 1;
    int count = 0;
    while (count < limit && !ImportScope.isTypeLike(segments.get(count).name())) {
      count++;
    }
    if (count == limit) {
      return 0;
    }
    count++;
    while (count < limit && isNestedType(segments.get(count).name())) {
      count++;
    }
    return count;
  }

  private static boolean isNestedType(String name) {
    boolean isConstant = name.length() > 1 && name.equals(name.toUpperCase(Locale.ROOT));
    return ImportScope.isTypeLike(name) && !isConstant;
  }

  private static Expr type(List<Segment> segments, ImportScope scope) {
    StringBuilder name = new StringBuilder();
    for (Segment segment : segments) {
      name.append(name.length() == 0 ? "" : ".").append(segment.name());
    }
    String written = name.toString();
    Span span = segments.get(0).span().to(segments.get(segments.size() - 1).span());
    return new Expr.TypeName(
        span, new TypeNode.Named(span, written, List.of(), false, List.of(), scope.name(written)));
  }
}
