package dev.zonegate.maven;

import dev.zonegate.gate.AuthorJudge;
import dev.zonegate.gate.AuthorVerdict;
import dev.zonegate.gate.LineShare;
import dev.zonegate.gate.Policy;
import dev.zonegate.gate.Ratchet;
import dev.zonegate.gate.Results;
import dev.zonegate.gate.Verdict;
import dev.zonegate.gate.Zone;
import dev.zonegate.gate.ZoneFiles;
import dev.zonegate.provenance.Provenance;
import dev.zonegate.provenance.ProvenanceException;
import dev.zonegate.provenance.Reviews;
import dev.zonegate.provenance.SourceMarkers;
import java.io.File;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * Asks git who wrote what a goal judges and what of it is new; does nothing where nobody wants to
 * know.
 *
 * @param root that paths are relative to
 * @param isOn whether the policy's word about authors counts
 * @param base what a change is measured from; empty to look at all code
 * @param ratchetFrom what old code is; empty if old code blocks too
 * @param reviews the file of approvals from CI
 * @param suspects what modules of this build found out already
 */
record Authors(
    Path root,
    Policy policy,
    boolean isOn,
    String base,
    String ratchetFrom,
    Path reviews,
    Map<String, Set<String>> suspects) {
  /** Where a module keeps the origins of its lines. */
  private static final String KEPT = "blame.txt";

  private static final Path REVIEWS = Path.of(".zonegate", "reviews.json");

  /**
   * Of parameters that may not be set.
   *
   * @param buildData of the whole build; modules may load this class apart
   */
  @SuppressWarnings("unchecked")
  static Authors of(
      Path root,
      Policy policy,
      boolean isOn,
      String base,
      String ratchetFrom,
      File reviews,
      Map<String, Object> buildData) {
    Map<String, Set<String>> suspects;
    synchronized (buildData) {
      suspects =
          (Map<String, Set<String>>)
              buildData.computeIfAbsent(
                  Authors.class.getName(), key -> new ConcurrentHashMap<String, Set<String>>());
    }
    return new Authors(
        root,
        policy,
        isOn,
        base == null ? "" : base.strip(),
        ratchetFrom == null ? "" : ratchetFrom.strip(),
        reviews(root, reviews),
        suspects);
  }

  /** The file of approvals, which may not be set. */
  static Path reviews(Path root, File reviews) {
    return reviews == null ? root.resolve(REVIEWS) : reviews.toPath();
  }

  /**
   * The verdict on who wrote files.
   *
   * @param output where origins are kept between builds
   * @param countsAll whether the shares of all zones are wanted
   */
  AuthorVerdict judge(String prefix, Results results, Path output, boolean countsAll)
      throws MojoExecutionException {
    if (!isOn || !policy.isWritten() && base.isEmpty()) {
      return AuthorVerdict.NONE;
    }
    try {
      Optional<Provenance> found = open(base, output);
      if (found.isEmpty()) {
        return outsideGit();
      }
      try (Provenance provenance = found.get()) {
        Reviews approvals = Reviews.of(provenance, reviews);
        return AuthorJudge.judge(policy, prefix, results, provenance, approvals, countsAll);
      }
    } catch (ProvenanceException e) {
      throw unaskable(e);
    }
  }

  /** Who wrote the files of each zone, by its name; empty where git does not know them. */
  Map<String, LineShare> shares(ZoneFiles zones, Path output) throws MojoExecutionException {
    Map<String, LineShare> shares = new HashMap<>();
    if (!isOn) {
      return shares;
    }
    try {
      Optional<Provenance> found = open("", output);
      if (found.isPresent()) {
        try (Provenance provenance = found.get()) {
          for (Map.Entry<Zone, List<String>> each : zones.byZone().entrySet()) {
            LineShare share = LineShare.NONE;
            for (String path : each.getValue()) {
              share = share.plus(LineShare.of(provenance.of(path), each.getKey()));
            }
            shares.put(each.getKey().name(), share);
          }
        }
      }
      return shares;
    } catch (ProvenanceException e) {
      throw unaskable(e);
    }
  }

  private Optional<Provenance> open(String from, Path output) throws ProvenanceException {
    SourceMarkers markers = new SourceMarkers(policy.markers());
    Provenance.Memory memory = new Provenance.Memory(output.resolve(KEPT), suspects);
    return Provenance.open(root, from, markers, memory);
  }

  private static MojoExecutionException unaskable(ProvenanceException e) {
    return new MojoExecutionException(
        "git cannot be asked: " + e.getMessage() + " (-Dzonegate.provenance=false leaves it out)",
        e);
  }

  private AuthorVerdict outsideGit() throws MojoExecutionException {
    if (base.isEmpty()) {
      return AuthorVerdict.NONE;
    }
    throw noGit("zonegate.base");
  }

  private MojoExecutionException noGit(String parameter) {
    return new MojoExecutionException(
        parameter + ": " + root + " is in no git repository with commits; leave it out there");
  }

  /** What is asked about a change. */
  interface Question<T> {
    T of(Provenance change) throws ProvenanceException;
  }

  /** A verdict in which old code does not block, if that is wanted. */
  Verdict ratcheted(Verdict verdict) throws MojoExecutionException {
    return ofChange(change -> new Ratchet(change).applied(verdict)).orElse(verdict);
  }

  /** The answer to a question about the change that old code waits for; empty if there is none. */
  <T> Optional<T> ofChange(Question<T> question) throws MojoExecutionException {
    if (ratchetFrom.isEmpty()) {
      return Optional.empty();
    }
    try {
      SourceMarkers none = new SourceMarkers(List.of());
      Optional<Provenance> found =
          Provenance.open(root, ratchetFrom, none, Provenance.Memory.none());
      if (found.isEmpty()) {
        throw noGit("zonegate.ratchetFrom");
      }
      try (Provenance change = found.get()) {
        return Optional.of(question.of(change));
      }
    } catch (ProvenanceException e) {
      throw new MojoExecutionException("zonegate.ratchetFrom: " + e.getMessage(), e);
    }
  }

  /** What to say of findings that a ratchet let pass; empty if none. */
  Optional<String> ratchetLine(Verdict verdict) {
    int passed = Ratchet.passed(verdict);
    return passed == 0
        ? Optional.empty()
        : Optional.of(
            "Findings outside the lines changed since "
                + ratchetFrom
                + ": "
                + passed
                + "; they do not block");
  }
}
