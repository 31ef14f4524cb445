package dev.zonegate.gate;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads which layers a policy knows, and which of them each may use. */
final class LayersReader {
  private static final String PACKAGE = "[A-Za-z_$][\\w$]*(\\.[A-Za-z_$][\\w$]*)*(\\.\\.)?";
  private static final int MOST = 200;

  private LayersReader() {}

  static Map<String, Set<String>> read(YamlMap root, Problems problems) {
    Map<String, Set<String>> layers = new LinkedHashMap<>();
    if (root.value("layers") == null) {
      return layers;
    }
    YamlMap map = YamlMap.of(root.value("layers"), "`layers`", problems);
    if (map.names().size() > MOST) {
      problems.add(map.node(), "`layers` has more than " + MOST + " keys; remove some");
    }
    for (String each : map.names()) {
      if (!each.matches(PACKAGE)) {
        problems.add(
            map.key(each),
            Problems.quote(each) + " is no package; write `com.acme.web` or `com.acme.web..`");
      }
      layers.put(each, used(map, each, problems));
    }
    return layers;
  }

  private static Set<String> used(YamlMap map, String layer, Problems problems) {
    Set<String> used = new LinkedHashSet<>();
    for (Node each : map.list(layer)) {
      String name = YamlMap.text(each).orElse("");
      if (map.names().contains(name)) {
        used.add(name);
      } else {
        problems.add(
            each, YamlMap.kind(each) + " is no key of `layers`" + Nearest.hint(name, map.names()));
      }
    }
    return used;
  }
}
