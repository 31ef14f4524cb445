package dev.zonegate.engine;

import dev.zonegate.facts.Fact;
import dev.zonegate.facts.Facts;
import dev.zonegate.facts.Project;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Notification;
import dev.zonegate.model.ResourceFile;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Span;
import dev.zonegate.rule.Candidate;
import dev.zonegate.rule.Finding;
import dev.zonegate.rule.Rule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks lowered files with rules. Hosts hand over all rules and switch off by settings, so that a
 * suppression of a rule that does not run is not taken for a misspelt one. Serves many threads.
 */
public final class Analysis {
  /** What the processors of several libraries call the annotation of what they write. */
  private static final Set<String> GENERATED =
      Set.of("Generated", "AvroGenerated", "GrpcGenerated");

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
    return check(file, FileCheck.kept(file.path(), file.notifications()));
  }

  /**
   * As {@link #check(SourceFile)}, for who settles it at once and keeps nothing of it: it has
   * neither facts nor fingerprints.
   */
  public FileResult checkAlone(SourceFile file) {
    return check(file, FileCheck.passing(file.path(), file.notifications()));
  }

  private FileResult check(SourceFile file, FileCheck check) {
    try {
      return checked(file, check);
    } catch (RuntimeException | VirtualMachineError e) {
      return check.failed(e);
    }
  }

  private FileResult checked(SourceFile file, FileCheck check) {
    if (file.role() == SourceFile.Role.GENERATED) {
      return check.unread();
    }
    List<Span> generated = generated(file);
    Settings here = settings.in(file.role(), rules);
    for (Rule each : rules) {
      check.run(
          each,
          here,
          (rule, drafts) -> rule.check(file, new RuleRun(file, drafts)),
          at -> isOutside(generated, at));
    }
    check.completeFixes(file.text());
    check.collect(() -> Facts.of(file));
    return check.result(SuppressionReader.read(file, new Targets(rules, here)));
  }

  /** Runs every rule over a resource file, as over a source file. */
  public FileResult check(ResourceFile file) {
    FileCheck check = FileCheck.kept(file.path(), file.notifications());
    if (file.role() == SourceFile.Role.GENERATED) {
      return check.unread();
    }
    Settings here = settings.in(file.role(), rules);
    for (Rule each : rules) {
      check.run(
          each,
          here,
          (rule, drafts) -> rule.check(file, new ResourceRun(file, drafts)),
          at -> true);
    }
    check.collect(() -> Facts.of(file));
    return check.result(SuppressionReader.read(file, new Targets(rules, here)));
  }

  /**
   * Decides candidates and applies suppressions.
   *
   * @param results of files of the project
   * @param project what is known of all its files
   * @param today the day on which suppressions are valid or expired
   */
  public Settlement settle(Collection<FileResult> results, Project project, LocalDate today) {
    List<Candidate> candidates =
        results.stream().flatMap(each -> each.candidates().stream()).sorted().toList();
    return settle(results, decide(candidates, project), today);
  }

  /** The same where candidates are decided. */
  public Settlement settle(Collection<FileResult> results, Decided decided, LocalDate today) {
    return Settlement.of(results, decided.findings(), decided.notifications(), today);
  }

  /**
   * Decides candidates, each by itself and what the project says.
   *
   * @param candidates sorted
   */
  public Decided decide(List<Candidate> candidates, Project project) {
    Map<String, Settling> settling = new LinkedHashMap<>();
    rules.forEach(each -> settling.put(each.info().name(), new Settling(each, project, settings)));
    List<Notification> notifications = new ArrayList<>();
    candidates.forEach(each -> settling.get(each.finding().rule()).settle(each, notifications));
    List<Finding> decided = new ArrayList<>();
    settling.values().forEach(each -> decided.addAll(each.findings()));
    return new Decided(decided, notifications);
  }

  /** What files come to while their candidates wait for the rest of the project. */
  public Settlement settleFindings(Collection<FileResult> results, LocalDate today) {
    return Settlement.of(results, List.of(), List.of(), today);
  }

  /** As {@link #settle(Collection, Project, LocalDate)}, where only these files are known. */
  public Settlement settle(Collection<FileResult> results, LocalDate today) {
    List<Fact> facts = results.stream().flatMap(each -> each.facts().stream()).toList();
    return settle(results, Project.part(facts), today);
  }

  private static boolean isOutside(List<Span> generated, Span at) {
    return generated.stream().noneMatch(each -> each.contains(at));
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
      if (each.name().endsWith("Generated")
          && GENERATED.contains(each.name().substring(each.name().lastIndexOf('.') + 1))) {
        spans.add(decl.span());
      }
    }
  }
}
