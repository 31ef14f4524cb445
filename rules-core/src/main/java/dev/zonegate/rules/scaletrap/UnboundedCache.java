package dev.zonegate.rules.scaletrap;

import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.Profiles;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.rule.Reporter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds caches of libraries that are built without a size or an age at which entries leave. */
final class UnboundedCache {
  private static final ApiSet BUILDERS = ApiSet.load("scale/cache-builders.api");
  private static final ApiSet FOR_EVER =
      ApiSet.of("org.springframework.cache.concurrent.ConcurrentMapCacheManager#new");
  private static final Set<String> BOUNDS =
      Set.of(
          "maximumSize",
          "maximumWeight",
          "expireAfterWrite",
          "expireAfterAccess",
          "expireAfter",
          "weakKeys",
          "weakValues",
          "softValues");
  private final SourceFile file;

  private UnboundedCache(SourceFile file) {
    this.file = file;
  }

  static void find(SourceFile file, Reporter report) {
    UnboundedCache search = new UnboundedCache(file);
    for (Invocation use : ApiSet.usesIn(file, BUILDERS, FOR_EVER)) {
      boolean isBuilt = use instanceof Expr.Call call && search.isBuiltWithoutBound(call);
      boolean isUnbounded = isBuilt || FOR_EVER.matches(use).isYes();
      if (isUnbounded && !Profiles.isForTests(file, (Node) use)) {
        report.at(
            (Node) use,
            ScaleTrapRule.UNBOUNDED_CACHE,
            use.shortName(),
            "keeps every entry for ever,");
      }
    }
  }

  private boolean isBuiltWithoutBound(Expr.Call made) {
    if (!BUILDERS.matches(made).isYes()) {
      return false;
    }
    List<Expr.Call> steps = new ArrayList<>();
    Expr last = follow(made, steps);
    if (file.parent(last) instanceof Stmt.Local local) {
      Bindings.of(file).uses(local).forEach(use -> follow(use, steps));
    }
    boolean isBuilt = steps.stream().anyMatch(each -> each.name().matches("build(Async)?"));
    return isBuilt && steps.stream().noneMatch(each -> BOUNDS.contains(each.name()));
  }

  /** Collects the calls on a builder and gives the last one. */
  private Expr follow(Expr start, List<Expr.Call> steps) {
    Expr each = start;
    while (file.parent(each) instanceof Expr.Call next && next.target() == each) {
      steps.add(next);
      each = next;
    }
    return each;
  }
}
