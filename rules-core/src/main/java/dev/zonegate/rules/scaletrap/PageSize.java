package dev.zonegate.rules.scaletrap;

import dev.zonegate.facts.PassedNumber;
import dev.zonegate.match.Api;
import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.Methods;
import dev.zonegate.match.RequestData;
import dev.zonegate.match.UpperBounds;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Reporter;

/** Finds pages that are as long as a request asks for. */
final class PageSize {
  private static final ApiSet SIZES = ApiSet.load("scale/page-sizes.api");
  private static final String EFFECT = "reads as many rows as the request asks for";
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
      if (api != null && at < use.arguments().size()) {
        search.look(use, use.arguments().get(at), report);
      }
    }
  }

  private void look(Invocation read, Expr size, Reporter report) {
    if (isAsked(size, HOPS)) {
      report.at((Node) read, ScaleTrapRule.UNBOUNDED_READ, read.shortName(), EFFECT);
    } else if (Bindings.of(file).declaration(size).orElse(null) instanceof Decl.Param param
        && PassedNumber.Place.of(file, param) != null
        && !UpperBounds.areOn(file, param)) {
      report.candidate(
          (Node) read,
          ScaleTrapRule.UNBOUNDED_READ,
          new RequestedSize(PassedNumber.Place.of(file, param)),
          read.shortName(),
          EFFECT);
    }
  }

  private boolean isAsked(Expr size, int hops) {
    Variable variable = Bindings.of(file).declaration(size).orElse(null);
    if (!(variable instanceof Decl.Param param) || UpperBounds.areOn(file, param)) {
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
}
