package dev.zonegate.rules.scaletrap;

import dev.zonegate.model.SourceFile;
import dev.zonegate.rule.Candidate;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Rule;
import dev.zonegate.rule.RuleInfo;
import dev.zonegate.rule.RulePattern;
import dev.zonegate.rule.Settler;

/** Flags code whose time or memory grows faster than anybody tries out before it is deployed. */
public final class ScaleTrapRule implements Rule {
  static final RulePattern QUERY_IN_LOOP =
      RulePattern.warning(
          "queryInLoop",
          "`%s` asks the database once for each element",
          "fetch or write all of them in one call");
  static final RulePattern REMOTE_IN_LOOP =
      RulePattern.warning(
          "remoteInLoop",
          "`%s` waits for another machine once for each element",
          "send them in bulk, or a few at a time");
  static final RulePattern LAZY_IN_LOOP =
      RulePattern.warning(
          "lazyInLoop",
          "`%s` loads `%s` with a query of its own for each element",
          "fetch it with `JOIN FETCH` or `@EntityGraph`");
  static final RulePattern UNBOUNDED_READ =
      RulePattern.warning("unboundedRead", "`%s` %s", "read a page, a stream or only the answer");
  static final RulePattern EXPENSIVE_PER_CALL =
      RulePattern.warning(
          "expensivePerCall", "`%s` is built again %s", "keep one in a constant or a bean");
  static final RulePattern QUADRATIC =
      RulePattern.warning(
          "quadratic",
          "`%s` %s once for each element, which is quadratic",
          "build a `Set`, `Map` or `StringBuilder` once");
  static final RulePattern UNBOUNDED_CACHE =
      RulePattern.warning(
              "unboundedCache",
              "`%s` %s until memory is gone",
              "bound its size or let entries expire")
          .preview();
  static final RulePattern BLOCKING_REACTIVE =
      RulePattern.warning(
          "blockingReactive",
          "`%s` blocks %s",
          "stay reactive or move it to `Schedulers.boundedElastic()`");
  static final RulePattern IO_IN_TX =
      RulePattern.warning(
          "ioInTx",
          "`%s` waits while `%s` holds a transaction and its connection",
          "do it before, or after the commit");
  static final RulePattern REDOS =
      RulePattern.warning(
          "redos", "`%s` %s", "limit the length or make the pattern fixed and linear");

  private static final RuleInfo INFO =
      RuleInfo.named("AI17", "ScaleTrap")
          .summary("Keep work per request independent of how much data there is")
          .cwe(1049, 1073, 1050, 1046, 400, 770, 834, 1333, 407, 1176)
          .patterns(
              QUERY_IN_LOOP,
              REMOTE_IN_LOOP,
              LAZY_IN_LOOP,
              UNBOUNDED_READ,
              EXPENSIVE_PER_CALL,
              QUADRATIC,
              UNBOUNDED_CACHE,
              BLOCKING_REACTIVE,
              IO_IN_TX,
              REDOS);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(SourceFile file, Reporter report) {
    if (file.role() != SourceFile.Role.MAIN) {
      return;
    }
    LoopedCalls.find(file, report);
    LazyInLoop.find(file, report);
    UnboundedRead.find(file, report);
    UploadInMemory.find(file, report);
    PageSize.find(file, report);
    ExpensivePerCall.find(file, report);
    ListInLoop.find(file, report);
    NestedSearch.find(file, report);
    SortPerInsert.find(file, report);
    TextInLoop.find(file, report);
    GrowingField.find(file, report);
    UnboundedCache.find(file, report);
    BlockingReactive.find(file, report);
    IoInTx.find(file, report);
    Redos.find(file, report);
  }

  @Override
  public void settle(Candidate candidate, Settler settler) {
    if (candidate.evidence() instanceof Behind behind) {
      behind.settle(candidate, settler);
    } else if (candidate.evidence() instanceof Lazy lazy) {
      lazy.settle(candidate, settler);
    } else if (candidate.evidence() instanceof WholeTable table) {
      table.settle(candidate, settler);
    } else if (candidate.evidence() instanceof UploadLimit limit) {
      limit.settle(candidate, settler);
    } else if (candidate.evidence() instanceof RequestedSize size) {
      size.settle(candidate, settler);
    }
  }
}
