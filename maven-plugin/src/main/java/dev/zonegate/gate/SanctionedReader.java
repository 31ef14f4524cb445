package dev.zonegate.gate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads what a policy does not want to be used, and what to use instead. */
final class SanctionedReader {
  private static final String NAME =
      "[A-Za-z_$][\\w$]*(\\.[A-Za-z_$][\\w$]*)+(\\.\\.|#[A-Za-z_$][\\w$]*)?";
  private static final int LONGEST = 200;
  private static final int MOST = 1000;

  private SanctionedReader() {}

  static Map<String, String> read(YamlMap root, Problems problems) {
    Map<String, String> sanctioned = new LinkedHashMap<>();
    if (root.value("sanctioned") == null) {
      return sanctioned;
    }
    YamlMap map = YamlMap.of(root.value("sanctioned"), "`sanctioned`", problems);
    if (map.names().size() > MOST) {
      problems.add(map.node(), "`sanctioned` has more than " + MOST + " keys; remove some");
    }
    for (String each : map.names()) {
      if (!each.matches(NAME)) {
        problems.add(
            map.key(each),
            Problems.quote(each)
                + " is no type, method or package; write `a.b.C`, `a.b.C#method` or `a.b..`");
      }
      Optional<String> instead = YamlMap.text(map.value(each)).filter(text -> !text.isBlank());
      if (instead.isEmpty() || instead.get().length() > LONGEST) {
        problems.add(
            map.value(each),
            "what to use instead of "
                + Problems.quote(each)
                + (instead.isPresent()
                    ? " is longer than " + LONGEST + " characters; shorten it"
                    : " is " + YamlMap.kind(map.value(each)) + "; write a text"));
      }
      sanctioned.put(each, instead.orElse(""));
    }
    return sanctioned;
  }
}
