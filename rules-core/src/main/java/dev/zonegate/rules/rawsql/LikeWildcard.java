package dev.zonegate.rules.rawsql;

import dev.zonegate.match.Api;
import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Composition;
import dev.zonegate.match.Constants;
import dev.zonegate.match.Origin;
import dev.zonegate.match.TextComposition;
import dev.zonegate.match.TextPart;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Related;
import dev.zonegate.rule.Reporter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A caller's text between wildcards, bound to LIKE with its own wildcards still in it. */
final class LikeWildcard {
  private static final ApiSet VALUES = ApiSet.load("sql/like-values.api");
  private static final String REPOSITORY = "org.springframework.data.repository.Repository";
  private static final Pattern LIKE_METHOD =
      Pattern.compile("(?s).*Like(And|Or|IgnoreCase|OrderBy|$).*");
  private static final Pattern WILDCARDS =
      Pattern.compile("%" + Composition.HOLE + "%?|" + Composition.HOLE + "%");
  private static final Pattern ESCAPING = Pattern.compile("(?is).*escape.*");
  private final SourceFile file;
  private final Reporter report;
  private final Set<Node> reported = Collections.newSetFromMap(new IdentityHashMap<>());

  LikeWildcard(SourceFile file, Reporter report) {
    this.file = file;
    this.report = report;
  }

  void find() {
    for (Invocation use : file.all(Invocation.class)) {
      for (Expr value : values(use)) {
        check(use, value);
      }
    }
  }

  private static List<Expr> values(Invocation use) {
    boolean isDerived =
        use.name().contains("Like")
            && LIKE_METHOD.matcher(use.name()).matches()
            && use.receiverType().isA(REPOSITORY).isYes();
    if (isDerived) {
      return use.arguments();
    }
    return VALUES.find(use).map(api -> values(api, use)).orElse(List.of());
  }

  private static List<Expr> values(Api api, Invocation use) {
    List<Expr> arguments = use.arguments();
    return switch (api.attributes().get("arg")) {
      case "all" -> arguments;
      case "rest" -> written(arguments.subList(1, arguments.size()));
      default -> {
        int index = api.number("arg", 0);
        yield index < arguments.size() ? List.of(arguments.get(index)) : List.of();
      }
    };
  }

  /** Arguments, those in {@code new Object[] {...}} too. */
  private static List<Expr> written(List<Expr> arguments) {
    List<Expr> all = new ArrayList<>();
    for (Expr each : arguments) {
      if (each instanceof Expr.NewArray array && array.initializer() != null) {
        all.addAll(array.initializer().elements());
      } else {
        all.add(each);
      }
    }
    return all;
  }

  private void check(Invocation use, Expr value) {
    if (!value.type().isA("java.lang.String").isYes()) {
      return;
    }
    Composition composition = TextComposition.of(file).of(value);
    if (composition.parts().size() != 1 || !WILDCARDS.matcher(composition.text()).matches()) {
      return;
    }
    TextPart part = composition.parts().get(0);
    boolean isChosen =
        part.origin() == Origin.REQUEST
            || part.origin() == Origin.PARAMETER
            || part.origin() == Origin.PROPERTY;
    if (isChosen && !escapesIn(enclosing(use)) && reported.add(part.expr())) {
      report
          .at(use, RawSqlRule.LIKE_WILDCARD, Snippets.of(part.expr(), file))
          .confidence(part.origin() == Origin.REQUEST ? Confidence.HIGH : Confidence.MEDIUM)
          .related(Related.at(file, part.source(), "it comes from here").onPath());
    }
  }

  private Node enclosing(Invocation use) {
    Decl.Method method = file.enclosing(use, Decl.Method.class);
    return method == null ? use : method;
  }

  /** Whether wildcards are escaped somewhere in the method. */
  private boolean escapesIn(Node method) {
    for (Invocation each : file.allIn(method, Invocation.class)) {
      boolean isReplace = each.name().startsWith("replace") && !each.arguments().isEmpty();
      if (ESCAPING.matcher(each.name()).matches()
          || isReplace && isWildcard(each.arguments().get(0))) {
        return true;
      }
    }
    return false;
  }

  private boolean isWildcard(Expr replaced) {
    Object text = Constants.of(file).value(replaced).orElse("");
    return text.toString().contains("%") || text.toString().contains("_");
  }
}
