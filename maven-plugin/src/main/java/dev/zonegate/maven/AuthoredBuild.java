package dev.zonegate.maven;

import dev.zonegate.gate.AuthorVerdict;
import dev.zonegate.gate.BuildVerdict;
import dev.zonegate.gate.Results;
import dev.zonegate.gate.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * What a build comes to, to which who wrote the code adds.
 *
 * @param authors by module, in the order of the build
 */
record AuthoredBuild(BuildVerdict build, List<AuthorVerdict> authors) {
  AuthoredBuild {
    authors = List.copyOf(authors);
  }

  /**
   * Asks who wrote each module.
   *
   * @param countsAll as of {@link Authors#judge}
   */
  static AuthoredBuild of(Authors asked, Reactor reactor, BuildVerdict found, boolean countsAll)
      throws MojoExecutionException {
    Verdict whole = asked.ratcheted(found.whole());
    List<BuildVerdict.OfModule> judged = new ArrayList<>();
    List<AuthorVerdict> told = new ArrayList<>();
    for (BuildVerdict.OfModule each : found.modules()) {
      Results results = each.module().results();
      Path folder = reactor.folder(told.size());
      AuthorVerdict authors = asked.judge("", results, folder, countsAll);
      Verdict verdict = authors.with(asked.ratcheted(each.verdict()));
      whole = authors.with(whole);
      judged.add(new BuildVerdict.OfModule(each.module(), verdict));
      told.add(authors);
    }
    return new AuthoredBuild(new BuildVerdict(whole, judged, found.said()), told);
  }

  /** What is known of the authors of all modules. */
  AuthorVerdict all() {
    return AuthorVerdict.merged(authors);
  }
}
