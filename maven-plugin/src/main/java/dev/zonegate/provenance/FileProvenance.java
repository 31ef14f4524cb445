package dev.zonegate.provenance;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who wrote the lines of a file that count: all of them, or those that a change brought.
 *
 * @param path as the build names the file
 * @param stretches in order
 */
public record FileProvenance(String path, List<Stretch> stretches) {
  /**
   * Lines of one author.
   *
   * @param first 1-based
   * @param last included
   * @param commit that brought them; empty if they are not committed
   */
  public record Stretch(int first, int last, String commit, Claim claim) {
    /** How many lines. */
    public int size() {
      return last - first + 1;
    }
  }

  public FileProvenance {
    stretches = List.copyOf(stretches);
  }

  /** How many lines each author has. */
  public Map<Authorship, Integer> lines() {
    Map<Authorship, Integer> lines = new EnumMap<>(Authorship.class);
    stretches.forEach(each -> lines.merge(each.claim().authorship(), each.size(), Integer::sum));
    return lines;
  }

  /** The stretches of some authors. */
  public List<Stretch> of(Set<Authorship> authors) {
    return stretches.stream().filter(each -> authors.contains(each.claim().authorship())).toList();
  }

  /** The stretch that a line is in; empty if the line does not count. */
  public Optional<Stretch> at(int line) {
    return stretches.stream()
        .filter(each -> each.first() <= line && line <= each.last())
        .findFirst();
  }

  /** Whether a line from one to another counts. */
  public boolean touches(int first, int last) {
    return stretches.stream().anyMatch(each -> each.first() <= last && first <= each.last());
  }

  /** The claims with how many lines each has, in the order of their first lines. */
  public Map<Claim, Integer> claims() {
    Map<Claim, Integer> claims = new LinkedHashMap<>();
    stretches.forEach(each -> claims.merge(each.claim(), each.size(), Integer::sum));
    return claims;
  }

  /** The commits that brought lines of some authors, sorted. */
  public Set<String> commits(Set<Authorship> authors) {
    Set<String> commits = new TreeSet<>();
    of(authors).forEach(each -> commits.add(each.commit()));
    commits.remove("");
    return commits;
  }

  /** Joins lines, each with its claim or null if it does not count. */
  static FileProvenance of(String path, List<LineOrigin> origins, List<Claim> claims) {
    List<Stretch> stretches = new ArrayList<>();
    for (int at = 0; at < claims.size(); ) {
      Claim claim = claims.get(at);
      String commit = origins.get(at).commit();
      int end = at + 1;
      while (end < claims.size()
          && claim != null
          && claim.equals(claims.get(end))
          && commit.equals(origins.get(end).commit())) {
        end++;
      }
      if (claim != null) {
        stretches.add(new Stretch(at + 1, end, commit, claim));
      }
      at = end;
    }
    return new FileProvenance(path, stretches);
  }
}
