package dev.zonegate.rules.scaletrap;

import dev.zonegate.facts.OutsideCalls;
import dev.zonegate.facts.OutsideCalls.Kind;
import dev.zonegate.facts.OutsideWork;
import dev.zonegate.match.Following;
import dev.zonegate.match.Methods;
import dev.zonegate.match.OneTime;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Related;
import dev.zonegate.rule.Report;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.RulePattern;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Finds calls to a database or another machine that are made again for each element. */
final class LoopedCalls {
  private final SourceFile file;
  private final Reporter report;
  private final Loops loops;

  private LoopedCalls(SourceFile file, Reporter report) {
    this.file = file;
    this.report = report;
    this.loops = new Loops(file);
  }

  static void find(SourceFile file, Reporter report) {
    LoopedCalls search = new LoopedCalls(file, report);
    for (Invocation use : file.all(Invocation.class)) {
      if (!(use instanceof Expr.New)) {
        search.look(use);
      }
    }
  }

  private void look(Invocation use) {
    Kind kind = kind(use);
    Decl.Method own = kind == null ? Methods.of(file).declaration(use).orElse(null) : null;
    String target = kind == null && own == null ? target(use) : "";
    boolean isAny = kind != null || own != null || !target.isEmpty();
    if (!isAny || !loops.isRepeated(use) || OneTime.isPartOf(file, use)) {
      return;
    }
    if (kind != null) {
      report(kind, use, null);
    } else if (own != null) {
      lookInto(use, own);
    } else {
      leaveOpen(use, List.of(new OutsideWork.Onward(target, use.name(), arguments(use))), 2);
    }
  }

  /** What one method of this file does, and what the methods do that it calls. */
  private void lookInto(Invocation use, Decl.Method own) {
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    List<OutsideWork.Onward> onward = new ArrayList<>();
    for (Invocation inner : OutsideWork.of(file, own)) {
      Decl.Method next = add(inner, kinds, onward, use);
      if (next != null && next != own) {
        OutsideWork.of(file, next).forEach(each -> add(each, kinds, onward, use));
      }
    }
    if (kinds.isEmpty() && !onward.isEmpty()) {
      leaveOpen(use, onward, 1);
    }
  }

  /** Reports the first call of each kind that a method leads to; gives the method it calls. */
  private Decl.Method add(
      Invocation inner, Set<Kind> kinds, List<OutsideWork.Onward> onward, Invocation use) {
    Kind kind = kind(inner);
    if (kind != null) {
      if (!isRepeatedItself(inner) && kinds.add(kind)) {
        report(kind, use, inner);
      }
      return null;
    }
    Decl.Method next = Methods.of(file).declaration(inner).orElse(null);
    if (next == null && !target(inner).isEmpty()) {
      onward.add(new OutsideWork.Onward(target(inner), inner.name(), arguments(inner)));
    }
    return next;
  }

  /** Whether a call is reported where it stands, so that its callers need not hear of it. */
  private boolean isRepeatedItself(Invocation inner) {
    return loops.isRepeated(inner) && !OneTime.isPartOf(file, inner);
  }

  private void report(Kind kind, Invocation use, Invocation inner) {
    Report found = report.at((Node) use, pattern(kind), use.shortName());
    if (inner != null) {
      String what = kind == Kind.QUERY ? "asks the database" : "asks the other machine";
      found.related(Related.at(file, (Node) inner, what)).confidence(Confidence.MEDIUM);
    } else if (use.name().matches("save|insert|update|merge|delete\\w*|remove")) {
      found.confidence(Confidence.MEDIUM);
    }
  }

  private void leaveOpen(Invocation use, List<OutsideWork.Onward> onward, int hops) {
    for (Kind kind : isAlone(use) ? List.of(Kind.REMOTE) : List.of(Kind.QUERY, Kind.REMOTE)) {
      report
          .candidate((Node) use, pattern(kind), new Behind(kind, onward, hops), use.shortName())
          .confidence(Confidence.MEDIUM);
    }
  }

  /** Whether each element is a unit of work that may fail without the others. */
  private boolean isAlone(Invocation use) {
    Node child = (Node) use;
    for (Node up = file.parent(child); up != null; child = up, up = file.parent(up)) {
      if (up instanceof Stmt.Try attempt && attempt.body() == child) {
        return !attempt.catches().isEmpty();
      }
      if (Following.isLoop(up) || up instanceof Decl) {
        return false;
      }
    }
    return false;
  }

  private Kind kind(Invocation use) {
    return OutsideCalls.kind(file, use).filter(each -> each != Kind.SEND).orElse(null);
  }

  private String target(Invocation use) {
    Decl.Type type = file.enclosing((Node) use, Decl.Type.class);
    return type == null || use.target() instanceof Expr.TypeName
        ? ""
        : OutsideWork.target(file, type, use);
  }

  private static int arguments(Invocation use) {
    return use instanceof Expr.MethodReference ? Behind.ANY : use.arguments().size();
  }

  private static RulePattern pattern(Kind kind) {
    return kind == Kind.QUERY ? ScaleTrapRule.QUERY_IN_LOOP : ScaleTrapRule.REMOTE_IN_LOOP;
  }
}
