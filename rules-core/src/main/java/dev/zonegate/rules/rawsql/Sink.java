package dev.zonegate.rules.rawsql;

import dev.zonegate.match.Api;
import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Constants;
import dev.zonegate.match.MapEntries;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A use of a method that takes a statement as text.
 *
 * @param use the call
 * @param texts the arguments that are the text
 * @param pattern id of the pattern that it falls under
 * @param after the clause that the text goes into, empty for a whole statement
 * @param ownsNames whether a pasted name falls under {@code pattern} too
 */
record Sink(Invocation use, List<Expr> texts, String pattern, String after, boolean ownsNames) {
  private static final ApiSet SINKS = ApiSet.load("sql/sinks.api");

  /** The uses in a file that may be one, by their names. */
  static List<Invocation> mayBeIn(SourceFile file) {
    return SINKS.usesIn(file);
  }

  static Optional<Sink> of(Invocation use, SourceFile file) {
    return SINKS
        .find(use)
        .filter(api -> hasKey(api, use, file))
        .map(
            api ->
                new Sink(
                    use,
                    texts(api, use, file),
                    api.attributes().get("pattern"),
                    api.attributes().getOrDefault("after", "").replace('_', ' '),
                    api.has("names", "own")));
  }

  private static boolean hasKey(Api api, Invocation use, SourceFile file) {
    String key = api.attributes().get("key");
    return key == null
        || Constants.of(file).text(use.arguments().get(0)).filter(key::equals).isPresent();
  }

  private static List<Expr> texts(Api api, Invocation use, SourceFile file) {
    String which = api.attributes().get("arg");
    String entry = api.attributes().get("entry");
    if (entry != null) {
      return MapEntries.of(file, use.arguments().get(Integer.parseInt(which)), entry);
    }
    List<Expr> texts = new ArrayList<>();
    for (int i = 0; i < use.arguments().size(); i++) {
      Expr argument = use.arguments().get(i);
      boolean isText =
          which.startsWith("string")
              ? argument.type().name().startsWith("java.lang.String")
              : Integer.parseInt(which) == i;
      if (isText && (texts.isEmpty() || which.equals("strings"))) {
        texts.add(argument);
      }
    }
    return texts;
  }
}
