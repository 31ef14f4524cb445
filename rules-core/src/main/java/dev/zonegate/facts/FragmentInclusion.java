package dev.zonegate.facts;

import dev.zonegate.model.ResourceFile;
import dev.zonegate.model.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A statement of a MyBatis mapper, or a fragment for statements, that includes a fragment of
 * another file.
 *
 * @param fragment its name with the namespace
 * @param includer the name of the statement or fragment in its namespace
 * @param parameterType as the statement declares it, else empty
 * @param names what names mean in the fragment; one that is not among them means itself
 */
public record FragmentInclusion(
    String path,
    Span at,
    String fragment,
    String namespace,
    String includer,
    boolean isFragment,
    String parameterType,
    List<Meaning> names)
    implements Fact {
  /** Nobody includes more by hand; the rest of a file that does is not read. */
  private static final int MOST = 2000;

  /**
   * What a name means.
   *
   * @param paths from parameters; none if it stands for something fixed
   */
  public record Meaning(String name, List<String> paths) {}

  static void collect(ResourceFile file, Consumer<Fact> facts) {
    List<FragmentInclusion> found = new ArrayList<>();
    for (MapperText text : MapperText.of(file)) {
      for (MapperText.Outside each : text.outside()) {
        found.add(of(file, text, each));
      }
    }
    found.stream().distinct().limit(MOST).forEach(facts);
  }

  private static FragmentInclusion of(
      ResourceFile file, MapperText text, MapperText.Outside include) {
    List<Meaning> names = new ArrayList<>();
    for (Map.Entry<String, List<String>> each : new TreeMap<>(include.names()).entrySet()) {
      names.add(new Meaning(each.getKey(), each.getValue()));
    }
    return new FragmentInclusion(
        file.path(),
        include.at(),
        include.fragment(),
        text.namespace(),
        text.id(),
        text.isFragment(),
        text.parameterType(),
        names);
  }

  /** What a path of the fragment is where it is included. */
  public List<String> meant(String path) {
    String root = path.split("\\.", 2)[0];
    List<String> meant = null;
    for (Meaning each : names) {
      if (each.name().equals(path)) {
        return each.paths();
      }
      if (each.name().equals(root)) {
        String rest = path.substring(root.length());
        meant = each.paths().stream().map(known -> known + rest).toList();
      }
    }
    return meant == null ? List.of(path) : meant;
  }
}
