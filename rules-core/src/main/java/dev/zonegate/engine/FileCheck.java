package dev.zonegate.engine;

import dev.zonegate.facts.Fact;
import dev.zonegate.model.Notification;
import dev.zonegate.model.SourceText;
import dev.zonegate.model.Span;
import dev.zonegate.rule.Candidate;
import dev.zonegate.rule.Finding;
import dev.zonegate.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** One file under all rules. What fails costs its own part and leaves a notification. */
final class FileCheck {
  private final String path;
  private final boolean isKept;
  private final List<Finding> findings = new ArrayList<>();
  private final List<Candidate> candidates = new ArrayList<>();
  private final List<Fact> facts = new ArrayList<>();
  private final List<Notification> notifications;

  private FileCheck(String path, List<Notification> notifications, boolean isKept) {
    this.path = path;
    this.isKept = isKept;
    this.notifications = new ArrayList<>(notifications);
  }

  /** A check whose result is kept: with facts, and with fingerprints to know findings by. */
  static FileCheck kept(String path, List<Notification> notifications) {
    return new FileCheck(path, notifications, true);
  }

  /** A check whose result is settled at once, and forgotten. */
  static FileCheck passing(String path, List<Notification> notifications) {
    return new FileCheck(path, notifications, false);
  }

  /** Runs a rule; what it reports at other places than the wanted ones is dropped. */
  void run(Rule rule, Settings settings, BiConsumer<Rule, Drafts> check, Predicate<Span> wanted) {
    if (settings.isDisabled(rule.info())) {
      return;
    }
    Drafts drafts = new Drafts(rule.info(), settings, isKept);
    try {
      check.accept(rule, drafts);
      drafts.hand(wanted, findings, candidates);
    } catch (RuntimeException | VirtualMachineError e) {
      fail(Failures.message(rule, e));
    }
  }

  void collect(Supplier<List<Fact>> collected) {
    if (!isKept) {
      return;
    }
    try {
      facts.addAll(collected.get());
    } catch (RuntimeException | VirtualMachineError e) {
      fail("collecting facts " + Failures.cause(e) + "; other files do not know this one");
    }
  }

  /** The result of a file on which what all rules share failed. */
  FileResult failed(Throwable failure) {
    String message = "not judged: reading it " + Failures.cause(failure) + "; report it";
    notifications.add(new Notification(path, Span.NONE, Notification.Kind.FILE, message));
    return unread();
  }

  private void fail(String message) {
    notifications.add(new Notification(path, Span.NONE, Notification.Kind.RULE, message));
  }

  /** Finds out what the imports of repairs come to in the text of the file. */
  void completeFixes(SourceText text) {
    boolean isNeeded =
        Stream.concat(findings.stream(), candidates.stream().map(Candidate::finding))
            .flatMap(each -> each.fixes().stream())
            .anyMatch(each -> !each.imports().isEmpty());
    if (isNeeded) {
      Imports imports = Imports.of(text);
      findings.replaceAll(each -> completed(each, imports));
      candidates.replaceAll(
          each -> new Candidate(completed(each.finding(), imports), each.evidence()));
    }
  }

  private static Finding completed(Finding finding, Imports imports) {
    return finding.fixes().isEmpty()
        ? finding
        : finding.withFixes(finding.fixes().stream().map(imports::completed).toList());
  }

  FileResult result(SuppressionReader reader) {
    findings.addAll(reader.notes());
    findings.sort(null);
    candidates.sort(null);
    notifications.sort(null);
    return new FileResult(path, findings, candidates, facts, reader.suppressions(), notifications);
  }

  /** The result of a file that no rule is to see. */
  FileResult unread() {
    notifications.sort(null);
    return FileResult.unread(path, notifications);
  }
}
