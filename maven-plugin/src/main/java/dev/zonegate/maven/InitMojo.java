package dev.zonegate.maven;

import dev.zonegate.gate.PolicyException;
import dev.zonegate.gate.PolicyFile;
import dev.zonegate.gate.PolicyReader;
import dev.zonegate.gate.SourceListing;
import dev.zonegate.proposal.Proposal;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Proposes a {@code zonegate.yml} from the code, with a reason for each zone. Never overwrites one.
 */
@Mojo(name = "init", requiresProject = false, aggregator = true, threadSafe = true)
public final class InitMojo extends GateMojo {
  /** A folder to read in place of the modules of this build. */
  @Parameter(property = "zonegate.dir")
  File dir;

  @Override
  public void execute() throws MojoExecutionException {
    if (skip) {
      return;
    }
    BuildFiles files = BuildFiles.of(session, dir, filter(includeTests));
    Optional<Path> known = PolicyFile.find(files.base());
    if (known.isPresent()) {
      throw new MojoExecutionException(
          known.get() + " is there and is kept; remove it to get a proposal");
    }
    SourceListing listing = files.listing();
    Path file = files.base().resolve(PolicyFile.NAME);
    String text = Proposal.text(listing, encoding(), rulesetVersion());
    try {
      PolicyReader.read(text, file, Reports.ruleNames());
      Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
    } catch (PolicyException e) {
      throw new MojoExecutionException("no policy can be proposed:\n" + e.getMessage(), e);
    } catch (IOException e) {
      throw new MojoExecutionException("cannot write " + file + ": " + e, e);
    }
    text.lines().forEach(getLog()::info);
    getLog()
        .info(
            "Wrote "
                + file
                + ". Read it, then see `"
                + screen().goal("zones")
                + (dir == null ? "" : " -Dzonegate.dir=" + dir)
                + "` and `"
                + verdict()
                + "`");
  }

  /** Without a project there is nothing to compile. */
  private String verdict() {
    if (dir != null) {
      return screen().goal("scan") + " -Dzonegate.dir=" + dir;
    }
    return session.getRequest().isProjectPresent()
        ? screen().goalOfCompiled("check")
        : screen().goal("scan");
  }

  private String rulesetVersion() {
    String version = plugin.getVersion().replaceFirst("-.*", "");
    return version.matches("\\d+\\.\\d+\\.\\d+") ? version : "";
  }
}
