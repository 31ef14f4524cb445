package dev.zonegate.rules.scaletrap;

import dev.zonegate.facts.OutsideWork;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.Methods;
import dev.zonegate.match.OneTime;
import dev.zonegate.match.Repetition;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.TypeRef;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Reporter;
import java.util.regex.Pattern;

/** Finds associations of entities that are read one by one while going through a query's result. */
final class LazyInLoop {
  private static final Pattern GETTER = Pattern.compile("get[A-Z]\\w*");
  private final SourceFile file;
  private final Reporter report;

  private LazyInLoop(SourceFile file, Reporter report) {
    this.file = file;
    this.report = report;
  }

  static void find(SourceFile file, Reporter report) {
    LazyInLoop search = new LazyInLoop(file, report);
    for (Invocation use : file.all(Invocation.class)) {
      if (use instanceof Expr.Call call) {
        search.look(call);
      } else if (use instanceof Expr.MethodReference reference) {
        search.look(reference);
      }
    }
  }

  /** {@code order.getItems()} of the element, or {@code toDto(order)}. */
  private void look(Expr.Call call) {
    boolean isOfVariable =
        isGetter(call) && call.target() instanceof Expr.Name
            || call.arguments().stream().anyMatch(Expr.Name.class::isInstance);
    if (!isOfVariable) {
      return;
    }
    Repetition each = Repetition.around(file, call).orElse(null);
    if (each == null || each.element() == null) {
      return;
    }
    boolean isRead = isGetter(call) && isElement(call.target(), each);
    boolean isGiven = call.arguments().stream().anyMatch(it -> isElement(it, each));
    if (!isRead && !isGiven || OneTime.isPartOf(file, call)) {
      return;
    }
    if (isRead) {
      String type = call.target().type().name();
      leaveOpen(call, each, type, call.name(), OutsideWork.isReadOn(file, call));
    }
    for (int i = 0; i < call.arguments().size(); i++) {
      if (isElement(call.arguments().get(i), each)) {
        lookInto(call, each, call.arguments().get(i).type(), i);
      }
    }
  }

  /** {@code Order::getItems} and {@code this::toDto} of a stream. */
  private void look(Expr.MethodReference reference) {
    Repetition each = Repetition.around(file, reference).orElse(null);
    if (each == null || each.at() != reference || OneTime.isPartOf(file, reference)) {
      return;
    }
    if (GETTER.matcher(reference.name()).matches() && reference.target() instanceof Expr.TypeName) {
      leaveOpen(reference, each, reference.receiverType().name(), reference.name(), false);
    }
    if (reference.method() != null && reference.method().parameters().size() == 1) {
      lookInto(reference, each, reference.method().parameters().get(0), 0);
    }
  }

  private static boolean isGetter(Expr.Call call) {
    return call.arguments().isEmpty() && GETTER.matcher(call.name()).matches();
  }

  private boolean isElement(Expr value, Repetition each) {
    return value instanceof Expr.Name
        && Bindings.of(file).declaration(value).orElse(null) == each.element();
  }

  /** What a method reads off the element that it is given, in this file or another one. */
  private void lookInto(Invocation use, Repetition each, TypeRef type, int index) {
    Decl.Method own = Methods.of(file).declaration(use).orElse(null);
    if (own == null) {
      String target = owner(use);
      Query query = Query.behind(file, each.source());
      if (query != null && !target.isEmpty() && !type.isUnknown()) {
        report
            .candidate(
                (Node) use,
                ScaleTrapRule.LAZY_IN_LOOP,
                new Lazy(type.name(), "", target, use.name(), query.store(), query.method()),
                use.shortName(),
                type.simpleName())
            .confidence(Confidence.MEDIUM);
      }
      return;
    }
    if (index < own.params().size()) {
      for (Expr read : Bindings.of(file).uses((Variable) own.params().get(index))) {
        if (file.parent(read) instanceof Expr.Call call
            && call.target() == read
            && isGetter(call)) {
          leaveOpen(use, each, type.name(), call.name(), OutsideWork.isReadOn(file, call));
        }
      }
    }
  }

  private static String owner(Invocation use) {
    return use.method() == null || use.method().owner().name().startsWith("java.")
        ? ""
        : use.method().owner().name();
  }

  private void leaveOpen(
      Invocation use, Repetition each, String type, String getter, boolean isUsed) {
    Query query = Query.behind(file, each.source());
    if (query != null && !type.isEmpty()) {
      report.candidate(
          (Node) use,
          ScaleTrapRule.LAZY_IN_LOOP,
          new Lazy(type, getter, isUsed ? Lazy.USED : "", "", query.store(), query.method()),
          use.shortName(),
          Lazy.property(getter));
    }
  }
}
