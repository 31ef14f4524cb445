package dev.zonegate.maven;

import dev.zonegate.gate.Policy;
import dev.zonegate.model.Notification;
import java.io.File;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;

/** What the goals that judge modules have in common. */
abstract class VerdictMojo extends ModuleMojo {
  /**
   * The commit or branch that a change is measured from, such as {@code origin/main}: then only who
   * wrote the lines that it adds matters. If not set, all lines do.
   */
  @Parameter(property = "zonegate.base")
  String base;

  /** Whether git is asked who wrote the code. */
  @Parameter(property = "zonegate.provenance", defaultValue = "true")
  boolean provenance;

  /** The file of approvals that CI wrote; {@code .zonegate/reviews.json} at the root if not set. */
  @Parameter(property = "zonegate.reviews")
  File reviews;

  /**
   * The commit or branch, such as {@code origin/main}, since which lines count as changed: findings
   * outside them are reported and do not block.
   */
  @Parameter(property = "zonegate.ratchetFrom")
  String ratchetFrom;

  /**
   * The formats, in any order: {@code text}, {@code agent}, {@code github}, {@code sarif}, {@code
   * html}, {@code json}, {@code junit}, {@code checkstyle}, {@code gitlab}, {@code sonar}.
   */
  @Parameter(property = "zonegate.formats", defaultValue = "text,sarif")
  List<String> formats;

  String base() {
    return base == null ? "" : base.strip();
  }

  String ratchetFrom() {
    return ratchetFrom == null ? "" : ratchetFrom.strip();
  }

  Authors authors(Policy policy) {
    return Authors.of(
        root(), policy, provenance, base, ratchetFrom, reviews, session.getRequest().getData());
  }

  Outputs outputs() throws MojoExecutionException {
    return Outputs.of(
        formats, plugin.getVersion(), session.getRequest().getData(), historyFolder());
  }

  /** What to say if only these modules are known and there are others. */
  Optional<Notification> part(Set<String> known) {
    return ReactorPart.notification(session, known, pom());
  }
}
