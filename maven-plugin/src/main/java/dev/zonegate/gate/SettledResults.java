package dev.zonegate.gate;

import dev.zonegate.catalogue.Catalogue;
import dev.zonegate.engine.Analysis;
import dev.zonegate.engine.Decided;
import dev.zonegate.engine.FileResult;
import dev.zonegate.engine.Settings;
import dev.zonegate.engine.Settlement;
import dev.zonegate.facts.Project;
import dev.zonegate.gate.KeptDecisions.Decision;
import dev.zonegate.gate.KeptDecisions.Kinds;
import dev.zonegate.model.Notification;
import dev.zonegate.rule.Finding;
import dev.zonegate.stored.RecordFile;
import dev.zonegate.stored.Section;
import dev.zonegate.stored.UnreadableException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Settles stored results, and keeps what was decided. A decision is taken again only if its
 * candidates, or the facts of a kind that its rule asked for, are not what they were. Where they
 * only moved, it is taken again if it found something, since that may name a place; no rule decides
 * by the place of a fact.
 */
public final class SettledResults {
  private final List<FileRecord> files;
  private final Analysis analysis;
  private final Project project;
  private final KindDigests digests;
  private final Map<Long, Decision> before = new HashMap<>();
  private final List<Kinds> kindsBefore = new ArrayList<>();
  private final List<Kinds> kindsNow = new ArrayList<>();
  private final Map<Kinds, Integer> numbers = new LinkedHashMap<>();
  private final List<Decision> decisions = new ArrayList<>();

  private SettledResults(Results results, Settings settings, boolean isWhole) {
    files = results.files();
    analysis = new Analysis(Catalogue.rules(), settings);
    project = Project.noting(isWhole, new FactsByKind(files));
    digests = new KindDigests(files);
  }

  /**
   * What results come to on a day.
   *
   * @param isWhole whether the project has no other files
   * @param kept where decisions are kept
   */
  public static Settlement of(
      Results results, Settings settings, boolean isWhole, LocalDate today, Path kept)
      throws IOException {
    SettledResults run = new SettledResults(results, settings, isWhole);
    String key = results.key().isEmpty() ? "" : key(results, settings, isWhole);
    if (!key.isEmpty()) {
      run.read(kept, key);
    }
    Settlement settlement = run.settle(today);
    if (!key.isEmpty()) {
      RecordFile.write(
          new KeptDecisions(key, List.copyOf(run.numbers.keySet()), run.decisions), kept);
    }
    return settlement;
  }

  private static String key(Results results, Settings settings, boolean isWhole) {
    return Sha256.of(results.key() + '\n' + Digests.of(settings) + '\n' + isWhole);
  }

  private void read(Path kept, String key) throws IOException {
    try {
      RecordFile.read(KeptDecisions.class, kept)
          .filter(each -> each.key().equals(key))
          .ifPresent(this::read);
    } catch (UnreadableException e) {
      // of another version, or nobody's: all is decided again
      before.clear();
    }
  }

  private void read(KeptDecisions known) {
    for (Kinds each : known.kinds()) {
      kindsBefore.add(each);
      kindsNow.add(digests.of(each.names()));
    }
    known.decisions().forEach(each -> before.put(each.what(), each));
  }

  private Settlement settle(LocalDate today) {
    List<Finding> findings = new ArrayList<>();
    List<Notification> notifications = new ArrayList<>();
    for (FileRecord file : files) {
      for (Section each : StoredCandidates.sections(file.result().candidates()).all()) {
        Decision known = before.get(each.what());
        Decision decision = known != null && holds(known, each) ? again(known, each) : decide(each);
        decisions.add(decision);
        findings.addAll(decision.findings());
        notifications.addAll(decision.notifications());
      }
    }
    List<FileResult> results = files.stream().map(FileRecord::result).toList();
    return analysis.settle(results, new Decided(findings, notifications), today);
  }

  private boolean holds(Decision known, Section section) {
    if (known.kinds() < 0 || known.kinds() >= kindsBefore.size()) {
      return false;
    }
    Kinds then = kindsBefore.get(known.kinds());
    Kinds now = kindsNow.get(known.kinds());
    boolean isThere = known.where() == section.where() && then.where() == now.where();
    return then.what() == now.what() && (known.isNothing() || isThere);
  }

  private Decision again(Decision known, Section section) {
    return new Decision(
        section.what(),
        section.where(),
        number(kindsNow.get(known.kinds())),
        known.findings(),
        known.notifications());
  }

  private Decision decide(Section section) {
    Decided decided = analysis.decide(StoredCandidates.read(section), project);
    List<String> asked = project.asked().stream().map(Class::getName).sorted().toList();
    int kinds = number(digests.of(asked));
    return new Decision(
        section.what(), section.where(), kinds, decided.findings(), decided.notifications());
  }

  private int number(Kinds kinds) {
    return numbers.computeIfAbsent(kinds, key -> numbers.size());
  }
}
