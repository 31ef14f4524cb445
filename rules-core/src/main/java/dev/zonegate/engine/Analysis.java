package dev.zonegate.engine;

import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Node;
import dev.zonegate.model.Notification;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Span;
import dev.zonegate.rule.Finding;
import dev.zonegate.rule.Rule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Checks lowered files with rules. Hosts hand over all rules and switch off by settings, so that a
 * suppression of a rule that does not run is not taken for a misspelt one. Serves many threads.
 */
public final class Analysis {
  private final List<Rule> rules;
  private final Settings settings;

  public Analysis(List<Rule> rules, Settings settings) {
    this.rules = List.copyOf(rules);
    this.settings = settings;
  }

  /**
   * Runs every rule. One that fails costs its own findings on this file and leaves a notification;
   * generated code gives none.
   */
  public FileResult check(SourceFile file) {
    List<Notification> notifications = new ArrayList<>(file.notifications());
    if (file.role() == SourceFile.Role.GENERATED) {
      notifications.sort(null);
      return new FileResult(file.path(), List.of(), List.of(), notifications);
    }
    List<Span> generated = generated(file);
    List<Finding> findings = new ArrayList<>();
    for (Rule rule : rules) {
      if (!settings.isDisabled(rule.info())) {
        run(rule, file, generated, findings, notifications);
      }
    }
    SuppressionReader reader = SuppressionReader.read(file, new Targets(rules, settings));
    findings.addAll(reader.notes());
    findings.sort(null);
    notifications.sort(null);
    return new FileResult(file.path(), findings, reader.suppressions(), notifications);
  }

  /** Applies suppressions to the results of a project's files, as of a day. */
  public static Settlement settle(Collection<FileResult> results, LocalDate today) {
    return Settlement.of(results, today);
  }

  private void run(
      Rule rule,
      SourceFile file,
      List<Span> generated,
      List<Finding> findings,
      List<Notification> notifications) {
    RuleRun run = new RuleRun(file, rule.info(), settings);
    try {
      rule.check(file, run);
      findings.addAll(run.findings(node -> isOutside(generated, node)));
    } catch (RuntimeException | StackOverflowError e) {
      notifications.add(
          new Notification(file.path(), Span.NONE, Notification.Kind.RULE, failure(rule, e)));
    }
  }

  private static boolean isOutside(List<Span> generated, Node node) {
    return generated.stream().noneMatch(each -> each.contains(node.anchor()));
  }

  private static String failure(Rule rule, Throwable failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    String where =
        trace.length == 0 ? "" : " at " + trace[0].getFileName() + ":" + trace[0].getLineNumber();
    return "`"
        + rule.info().name()
        + "` failed with "
        + failure.getClass().getSimpleName()
        + where
        + " and found nothing in this file; report it with the file";
  }

  private static List<Span> generated(SourceFile file) {
    List<Span> spans = new ArrayList<>();
    for (Decl.Type type : file.all(Decl.Type.class)) {
      addIfGenerated(type, type.annotations(), spans);
    }
    for (Decl.Method method : file.all(Decl.Method.class)) {
      addIfGenerated(method, method.annotations(), spans);
    }
    for (Decl.Field field : file.all(Decl.Field.class)) {
      addIfGenerated(field, field.annotations(), spans);
    }
    return spans;
  }

  private static void addIfGenerated(Decl decl, List<Annotation> annotations, List<Span> spans) {
    for (Annotation each : annotations) {
      if (each.name().substring(each.name().lastIndexOf('.') + 1).equals("Generated")) {
        spans.add(decl.span());
      }
    }
  }
}
