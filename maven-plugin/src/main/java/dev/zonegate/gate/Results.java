package dev.zonegate.gate;

import dev.zonegate.engine.Analysis;
import dev.zonegate.engine.FileResult;
import dev.zonegate.engine.Settlement;
import dev.zonegate.facts.Fact;
import dev.zonegate.facts.Project;
import dev.zonegate.model.Notification;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What an analysis found: a function of the sources, the class path and the rules, without policy,
 * clock or folder of the machine.
 *
 * @param key digest of what besides the sources went in
 * @param files sorted by path
 * @param notifications about what is no file; sorted
 */
public record Results(String key, List<FileRecord> files, List<Notification> notifications) {
  public Results {
    files = List.copyOf(files);
    notifications = List.copyOf(notifications);
  }

  /**
   * What the files come to on a day.
   *
   * @param isWhole whether the project has no other files
   */
  public Settlement settle(Analysis analysis, boolean isWhole, LocalDate today) {
    List<FileResult> found = files.stream().map(FileRecord::result).toList();
    return analysis.settle(found, Project.of(isWhole, new FactsByKind(files)), today);
  }

  /** What the files come to on a day while their candidates wait for other modules. */
  public Settlement settleFindings(Analysis analysis, LocalDate today) {
    return analysis.settleFindings(files.stream().map(FileRecord::result).toList(), today);
  }

  /** How many places wait for a decision. */
  public int candidates() {
    return files.stream().mapToInt(each -> each.result().candidates().size()).sum();
  }

  /** Those of all modules of a build as one. */
  public static Results merged(List<Results> modules) {
    return new Results(
        "",
        modules.stream().flatMap(each -> each.files().stream()).toList(),
        modules.stream().flatMap(each -> each.notifications().stream()).toList());
  }

  /** The same with another notification. */
  public Results with(Notification more) {
    return new Results(key, files, Stream.concat(notifications.stream(), Stream.of(more)).toList());
  }

  /** The same with what other engines found in these files. */
  public Results and(Results others) {
    Map<String, FileRecord> byPath = new HashMap<>();
    others.files().forEach(each -> byPath.put(each.path(), each));
    List<FileRecord> both = new ArrayList<>();
    for (FileRecord each : files) {
      FileRecord other = byPath.get(each.path());
      both.add(other == null ? each : each.and(other));
    }
    List<Notification> said = new ArrayList<>(notifications);
    said.addAll(others.notifications());
    return new Results(key, both, said);
  }

  /** The same with more findings in these files that are nobody else's. */
  public Results adding(Results more) {
    Map<String, FileRecord> byPath = new HashMap<>();
    more.files().forEach(each -> byPath.put(each.path(), each));
    List<FileRecord> all = new ArrayList<>();
    for (FileRecord each : files) {
      FileRecord other = byPath.get(each.path());
      all.add(other == null ? each : each.adding(other.result().findings()));
    }
    List<Notification> said = new ArrayList<>(notifications);
    said.addAll(more.notifications());
    return new Results(key, all, said);
  }

  /** What the files say to each other. */
  public List<Fact> facts() {
    return files.stream().flatMap(each -> each.result().facts().stream()).toList();
  }
}
