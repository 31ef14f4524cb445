package dev.zonegate.rules.architecturedrift;

import dev.zonegate.facts.PayloadTyping;
import dev.zonegate.match.Siblings;
import dev.zonegate.model.Decl;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Span;
import dev.zonegate.rule.Candidate;
import dev.zonegate.rule.Evidence;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Settler;
import java.util.List;

/** A handler that takes or gives a map of anything where others have types. */
final class UntypedPayload {
  private static final int FEWEST = 2;
  private static final double SHARE = 0.6;

  private UntypedPayload() {}

  /** A handler with such a body. */
  record Untyped(String path, Span at, String type) implements Evidence {}

  static void find(SourceFile file, Reporter report) {
    for (Decl.Method method : file.all(Decl.Method.class)) {
      PayloadTyping.of(file, method)
          .filter(PayloadTyping::isUntyped)
          .ifPresent(
              each ->
                  report.candidate(
                      method,
                      ArchitectureDriftRule.UNTYPED_PAYLOAD,
                      new Untyped(file.path(), method.nameSpan(), each.type()),
                      method.name(),
                      PayloadTyping.untyped(file, method).map(file::text).orElse("Map"),
                      "others have types"));
    }
  }

  static void settle(Candidate candidate, Untyped untyped, Settler settler) {
    List<PayloadTyping> all = settler.project().all(PayloadTyping.class);
    all.stream()
        .filter(each -> each.path().equals(untyped.path()) && each.at().equals(untyped.at()))
        .findFirst()
        .flatMap(
            own ->
                Siblings.of(
                    own, all, PayloadTyping::type, each -> !each.isUntyped(), FEWEST, SHARE))
        .ifPresent(
            siblings -> {
              String[] code = candidate.finding().message().split("`");
              settler.report(candidate, code[1], code[3], siblings.said());
            });
  }
}
