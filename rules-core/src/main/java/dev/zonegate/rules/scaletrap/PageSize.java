package dev.zonegate.rules.scaletrap;

import dev.zonegate.match.Api;
import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.Methods;
import dev.zonegate.match.RequestData;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Reporter;
import java.util.List;

/** Finds pages that are as long as a request asks for. */
final class PageSize {
  private static final ApiSet SIZES = ApiSet.load("scale/page-sizes.api");
  private static final int HOPS = 2;
  private final SourceFile file;

  private PageSize(SourceFile file) {
    this.file = file;
  }

  static void find(SourceFile file, Reporter report) {
    PageSize search = new PageSize(file);
    for (Invocation use : SIZES.usesIn(file)) {
      Api api = use instanceof Expr.MethodReference ? null : SIZES.find(use).orElse(null);
      int at = api == null ? 0 : api.number("arg", 0);
      if (api != null
          && at < use.arguments().size()
          && search.isAsked(use.arguments().get(at), HOPS)) {
        report.at(
            (Node) use,
            ScaleTrapRule.UNBOUNDED_READ,
            use.shortName(),
            "reads as many rows as the request asks for");
      }
    }
  }

  private boolean isAsked(Expr size, int hops) {
    Variable variable = Bindings.of(file).declaration(size).orElse(null);
    if (!(variable instanceof Decl.Param param) || isLimited(param)) {
      return false;
    }
    if (RequestData.isHeldBy(param, file)) {
      return true;
    }
    return hops > 0
        && file.parent(param) instanceof Decl.Method method
        && Methods.of(file).calls(method).stream()
            .filter(each -> each.arguments().size() == method.params().size())
            .anyMatch(
                each -> isAsked(each.arguments().get(method.params().indexOf(param)), hops - 1));
  }

  /** Whether a constraint, a comparison, an assignment or a check keeps it small. */
  private boolean isLimited(Decl.Param param) {
    List<Expr> uses = Bindings.of(file).uses(param);
    return param.annotations().stream()
            .anyMatch(each -> each.name().matches("(.*\\.)?(Max|Range|DecimalMax)"))
        || !Bindings.of(file).isAssignedOnce(param)
        || uses.stream().anyMatch(this::isChecked);
  }

  private boolean isChecked(Expr use) {
    Node parent = file.parent(use);
    return parent instanceof Expr.Binary test && test.operator().matches("[<>]=?")
        || parent instanceof Expr.Call call
            && call.name().matches("min|clamp|(check|validate|require|ensure|limit|cap)\\w*");
  }
}
