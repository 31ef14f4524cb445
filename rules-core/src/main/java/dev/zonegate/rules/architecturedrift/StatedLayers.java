package dev.zonegate.rules.architecturedrift;

import dev.zonegate.facts.Packages;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.TypeNode;
import dev.zonegate.model.TypeRef;
import dev.zonegate.rule.Reporter;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A use of a layer that the policy does not give to the layer of the file. */
final class StatedLayers {
  private StatedLayers() {}

  /** Whether the policy says what the layers are, so that nothing need be learned. */
  static boolean areThere(Reporter report) {
    return !report.conventions().layers().isEmpty();
  }

  static void find(SourceFile file, Reporter report) {
    Map<String, Set<String>> layers = report.conventions().layers();
    Optional<String> own = layer(layers, file.unit().packageName());
    if (own.isEmpty()) {
      return;
    }
    Set<String> seen = new HashSet<>();
    for (Node each : file.all(Node.class)) {
      TypeRef type = type(each);
      if (type != null && !type.isUnknown()) {
        layer(layers, Packages.of(type.name()))
            .filter(used -> !used.equals(own.get()) && !layers.get(own.get()).contains(used))
            .filter(any -> seen.add(type.name()))
            .ifPresent(
                used ->
                    report.at(
                        each,
                        ArchitectureDriftRule.LAYER_SKIP,
                        "`" + type.simpleName() + "` is of `" + used + "`",
                        "which `zonegate.yml` does not give to `" + own.get() + "`"));
      }
    }
  }

  private static TypeRef type(Node node) {
    if (node instanceof TypeNode.Named named) {
      return named.ref();
    }
    return node instanceof Annotation annotation ? annotation.type() : null;
  }

  /** The layer that names a package most closely. */
  private static Optional<String> layer(Map<String, Set<String>> layers, String packageName) {
    return layers.keySet().stream()
        .filter(each -> isIn(each, packageName))
        .max(Comparator.comparing(String::length));
  }

  private static boolean isIn(String layer, String packageName) {
    String root = layer.endsWith("..") ? layer.substring(0, layer.length() - 2) : layer;
    return packageName.equals(root) || layer.endsWith("..") && packageName.startsWith(root + ".");
  }
}
