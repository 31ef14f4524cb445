package dev.zonegate.rules.rawsql;

import dev.zonegate.facts.FragmentInclusion;
import dev.zonegate.facts.MapperText;
import dev.zonegate.rule.Evidence;
import java.util.List;

/**
 * A {@code ${name}} in a mapper's XML: what it stands for is for the mapper's interface to tell.
 *
 * @param uses the statements in which it stands, several if it is in a fragment
 */
record PastedNames(List<Use> uses) implements Evidence {
  /**
   * One of them.
   *
   * @param namespace of the mapper, which is the qualified name of its interface
   * @param statement its id, which is the method's name
   * @param isFragment whether it is a fragment, which statements of other files may include
   * @param parameterType as the statement declares it, else empty
   * @param path from a parameter, through loops and {@code bind}: {@code orders.customer}
   */
  record Use(
      String namespace,
      String statement,
      boolean isFragment,
      String parameterType,
      String path,
      Position position) {
    static Use of(MapperText text, String path, Position position) {
      return new Use(
          text.namespace(), text.id(), text.isFragment(), text.parameterType(), path, position);
    }

    /** What it is in a statement or fragment that includes it. */
    List<Use> in(FragmentInclusion including) {
      return including.meant(path).stream()
          .map(
              each ->
                  new Use(
                      including.namespace(),
                      including.includer(),
                      including.isFragment(),
                      including.parameterType(),
                      each,
                      position))
          .toList();
    }
  }
}
