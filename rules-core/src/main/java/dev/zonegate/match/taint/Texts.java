package dev.zonegate.match.taint;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Text put together from pieces. */
final class Texts {
  private static final int HOST_IS_FIXED = SinkKind.SSRF.bit() | SinkKind.REDIRECT.bit();
  private static final String HOLE = String.valueOf(Value.HOLE);

  /** What stands in front of a piece that can no longer change the host. */
  private static final Pattern FIXES_HOST =
      Pattern.compile(
          "(?s)(redirect:|forward:)?(\\w[\\w+.-]*://[^/?#"
              + HOLE
              + "]+[/?#].*|\\w[\\w+.-]*://"
              + HOLE
              + "[/?#].*|/[^/\\\\].*|[?#].*|"
              + HOLE
              + "([^:/].*|/(?!/).*)?|"
              + HOLE
              + "://"
              + HOLE
              + "[/?#].*|[\\w.-]+[/?#=].*)");

  private Texts() {}

  /** One text after the other. */
  static Value concat(List<Value> pieces) {
    Value all = Value.constant("");
    for (Value each : pieces) {
      all = concat(all, each);
    }
    return all;
  }

  static Value concat(Value left, Value right) {
    Set<Object> constants = Folding.binary("+", asTexts(left.constants), right.constants);
    if (constants != null && constants.size() == 1) {
      return Value.constant(constants.iterator().next()).orTraces(left).orTraces(right);
    }
    Value tail = right.isTainted() ? right.cleaned(cleanedBy(left)) : right;
    return left.orTraces(tail).asText(constants, left.shape + right.shape);
  }

  private static Set<Object> asTexts(Set<Object> constants) {
    return constants == null
        ? null
        : constants.stream().map(String::valueOf).collect(Collectors.toSet());
  }

  private static int cleanedBy(Value left) {
    return FIXES_HOST.matcher(left.shape).matches() ? HOST_IS_FIXED : SinkKind.NONE;
  }
}
