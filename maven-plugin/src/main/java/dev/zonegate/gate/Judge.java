package dev.zonegate.gate;

import dev.zonegate.baseline.Baseline;
import dev.zonegate.baseline.BaselineUse;
import dev.zonegate.engine.Settlement;
import dev.zonegate.engine.Suppression;
import dev.zonegate.model.Notification;
import dev.zonegate.model.SourceFile.Role;
import dev.zonegate.model.Span;
import dev.zonegate.rule.Finding;
import dev.zonegate.rule.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decides, zone by zone, what of the results blocks. */
public final class Judge {
  /** The unresolved share of calls above which nobody can say that code is clean. */
  static final int MOST_UNRESOLVED_PERCENT = 10;

  private final Policy policy;
  private final Placement placement;
  private final Results results;
  private final Settlement settlement;
  private final Map<String, Zone> zoneByPath = new HashMap<>();
  private final List<Judged> judged = new ArrayList<>();
  private final List<Obstacle> obstacles = new ArrayList<>();
  private final List<Notification> claims = new ArrayList<>();
  private final BaselineUse baseline;

  private Judge(
      Policy policy,
      Placement placement,
      Results results,
      Settlement settlement,
      BaselineUse baseline) {
    this.policy = policy;
    this.placement = placement;
    this.results = results;
    this.settlement = settlement;
    this.baseline = baseline;
  }

  /**
   * Judges results.
   *
   * @param prefix leads from the folder of the policy to that of the results' paths, with a slash
   *     at its end; mostly empty
   * @param settlement what the results came to
   */
  public static Verdict judge(
      Policy policy, String prefix, Results results, Settlement settlement) {
    return judge(policy, prefix, results, settlement, Baseline.EMPTY.use(BaselineUse.Scope.NONE));
  }

  /** As above, leaving out what a baseline knows. */
  public static Verdict judge(
      Policy policy, String prefix, Results results, Settlement settlement, BaselineUse baseline) {
    Placement placement = Placement.of(policy, prefix, results.files());
    return judge(policy, placement, results, settlement, baseline);
  }

  /** As above, with files put into zones by what more files than these say. */
  static Verdict judge(
      Policy policy,
      Placement placement,
      Results results,
      Settlement settlement,
      BaselineUse baseline) {
    return new Judge(policy, placement, results, settlement, baseline).verdict();
  }

  private Verdict verdict() {
    results.files().forEach(each -> zoneByPath.put(each.path(), placement.of(each)));
    settlement.findings().forEach(each -> add(each, null));
    settlement.suppressed().forEach(each -> add(each.finding(), each.suppression()));
    judged.sort(Judged.order(policy));
    results.files().forEach(this::addUnread);
    results.files().forEach(this::addClaims);
    policy.zones().forEach(this::addUnresolved);
    obstacles.sort(Obstacle.order(policy));
    List<Stale> stale = stale();
    List<ZoneCount> counts = policy.zones().stream().map(each -> count(each, stale)).toList();
    return new Verdict(policy, judged, obstacles, stale, counts, notifications());
  }

  private List<Stale> stale() {
    Set<String> whole = new HashSet<>();
    for (FileRecord each : results.files()) {
      if (each.result().isComplete()) {
        whole.add(each.path());
      }
    }
    return baseline.stale(whole).stream()
        .map(
            each ->
                new Stale(each, baseline.name(), placement.ofGone(each.path(), each.packageName())))
        .toList();
  }

  private void add(Finding finding, Suppression suppression) {
    Zone zone = zoneByPath.get(finding.path());
    Optional<Severity> severity = policy.severity(finding, zone);
    if (severity.isEmpty()) {
      return;
    }
    String missing = suppression == null ? "" : missing(suppression, zone);
    boolean isSuppressed = suppression != null && missing.isEmpty();
    boolean isPreview = policy.isPreview(finding);
    boolean isKnown =
        !isSuppressed
            && baseline.takes(finding)
            && zone.strictness().baseline() != BaselineTrust.NONE;
    boolean blocks =
        !isSuppressed
            && !isKnown
            && !isPreview
            && zone.strictness().blocksOn().includes(severity.get(), finding.confidence());
    String why = missing;
    if (blocks && missing.isEmpty()) {
      why = zone.policy();
    }
    judged.add(
        new Judged(
            finding,
            zone,
            severity.get(),
            suppression,
            isSuppressed,
            isKnown,
            isPreview,
            blocks,
            why));
  }

  /** What a suppression lacks for a zone to accept it; empty if nothing. */
  private static String missing(Suppression suppression, Zone zone) {
    boolean hasReason = !suppression.reason().isBlank();
    boolean hasEnd = suppression.until() != null;
    return switch (zone.strictness().suppression()) {
      case ANY -> "";
      case REASON ->
          hasReason
              ? ""
              : "its suppression gives no reason, which zone `" + zone.name() + "` asks for";
      case EXPIRY -> {
        if (hasReason && hasEnd) {
          yield "";
        }
        String lack = hasReason ? "no end" : hasEnd ? "no reason" : "no reason and no end";
        yield "its suppression gives " + lack + ", which zone `" + zone.name() + "` asks for";
      }
    };
  }

  private void addUnread(FileRecord file) {
    Zone zone = zoneByPath.get(file.path());
    if (!zone.strictness().needsWholeAnalysis()) {
      return;
    }
    file.result().notifications().stream()
        .filter(each -> isLoss(each.kind()))
        .findFirst()
        .ifPresent(
            each ->
                obstacles.add(
                    new Obstacle(
                        zone,
                        file.path(),
                        each.at().startLine(),
                        "not judged whole: " + each.message())));
  }

  /** Where care is asked for, code that people keep must not pass for generated. */
  private void addClaims(FileRecord file) {
    Zone zone = zoneByPath.get(file.path());
    if (file.role() == Role.GENERATED || zone.tier() == Tier.AI_FRIENDLY) {
      return;
    }
    for (GeneratedClaim each : file.marks().claims()) {
      if (each.isBacked()) {
        continue;
      }
      if (each.isSkipped() && zone.strictness().needsWholeAnalysis()) {
        obstacles.add(new Obstacle(zone, file.path(), each.line(), each.text()));
      } else {
        Span at = new Span(each.line(), 1, each.line(), 2);
        claims.add(new Notification(file.path(), at, Notification.Kind.PROJECT, each.text()));
      }
    }
  }

  private static boolean isLoss(Notification.Kind kind) {
    return kind == Notification.Kind.SYNTAX
        || kind == Notification.Kind.FILE
        || kind == Notification.Kind.RULE;
  }

  private void addUnresolved(Zone zone) {
    int percent = quality(zone).unresolvedPercent();
    if (zone.strictness().needsWholeAnalysis() && percent > MOST_UNRESOLVED_PERCENT) {
      obstacles.add(
          new Obstacle(
              zone,
              "",
              0,
              percent
                  + "% of its calls are unresolved, more than "
                  + MOST_UNRESOLVED_PERCENT
                  + "%; compile first or complete the class path"));
    }
  }

  private Quality quality(Zone zone) {
    Quality quality = Quality.NONE;
    for (FileRecord each : results.files()) {
      quality = zoneByPath.get(each.path()).equals(zone) ? quality.plus(each.quality()) : quality;
    }
    return quality;
  }

  private ZoneCount count(Zone zone, List<Stale> stale) {
    List<Judged> here = judged.stream().filter(each -> each.zone().equals(zone)).toList();
    List<Judged> standing = here.stream().filter(Judged::stands).toList();
    int files = (int) zoneByPath.values().stream().filter(zone::equals).count();
    int blocking =
        (int) here.stream().filter(Judged::blocks).count()
            + (int) obstacles.stream().filter(each -> each.zone().equals(zone)).count()
            + (int) stale.stream().filter(e -> e.blocks() && e.zone().equals(zone)).count();
    return new ZoneCount(
        zone,
        files,
        count(standing, Severity.ERROR),
        count(standing, Severity.WARNING),
        count(standing, Severity.NOTE),
        (int) here.stream().filter(Judged::isSuppressed).count(),
        (int) here.stream().filter(Judged::isKnown).count(),
        blocking,
        quality(zone));
  }

  private static int count(List<Judged> judged, Severity severity) {
    return (int) judged.stream().filter(each -> each.severity() == severity).count();
  }

  private List<Notification> notifications() {
    List<Notification> all = new ArrayList<>(results.notifications());
    results.files().forEach(each -> all.addAll(each.result().notifications()));
    all.addAll(settlement.notifications());
    all.addAll(claims);
    all.sort(null);
    return all;
  }
}
