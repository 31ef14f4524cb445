package dev.zonegate.facts;

import dev.zonegate.match.AssertionCalls;
import dev.zonegate.model.Decl;
import dev.zonegate.model.SourceFile;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The methods of a test source that check something, so that a test which calls them does.
 *
 * @param methods {@code acme.OrderSteps#paid}, sorted
 */
public record TestHelpers(String path, List<String> methods) implements Fact {
  static void collect(SourceFile file, Consumer<Fact> facts) {
    Set<String> methods = new TreeSet<>();
    for (Decl.Method each : file.all(Decl.Method.class)) {
      if (each.body() != null
          && file.parent(each) instanceof Decl.Type type
          && AssertionCalls.areIn(file, each.body())) {
        methods.add(key(type.qualifiedName(), each.isConstructor() ? "new" : each.name()));
      }
    }
    if (!methods.isEmpty()) {
      facts.accept(new TestHelpers(file.path(), List.copyOf(methods)));
    }
  }

  /** How a method is named in {@link #methods}. */
  public static String key(String type, String method) {
    return type + "#" + method;
  }
}
