package dev.zonegate.maven;

import dev.zonegate.gate.LineShare;
import dev.zonegate.gate.Policy;
import dev.zonegate.gate.PolicyFile;
import dev.zonegate.gate.SingleFile;
import dev.zonegate.gate.ZoneFiles;
import dev.zonegate.report.ZoneTable;
import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Shows which files are in which zone, how much of each is machine-written, and which files no zone
 * names; all of them go to {@code target/zonegate/zones.txt}. Needs nothing compiled.
 */
@Mojo(name = "zones", requiresProject = false, aggregator = true, threadSafe = true)
public final class ZonesMojo extends GateMojo {
  private static final int MOST = 5;

  /** A folder to read in place of the modules of this build. */
  @Parameter(property = "zonegate.dir")
  File dir;

  /** Where the whole list is written. */
  @Parameter(
      property = "zonegate.outputDirectory",
      defaultValue = "${project.build.directory}/zonegate")
  File outputDirectory;

  /** Whether git is asked who wrote the code. */
  @Parameter(property = "zonegate.provenance", defaultValue = "true")
  boolean provenance;

  @Override
  public void execute() throws MojoExecutionException {
    if (skip) {
      return;
    }
    BuildFiles files = BuildFiles.of(session, dir, filter(includeTests));
    Policy policy = policy(files.base());
    if (!policy.isWritten()) {
      getLog().warn("No " + PolicyFile.NAME + "; `" + screen().goal("init") + "` proposes one");
    }
    ZoneFiles zones =
        ZoneFiles.of(policy, SingleFile.prefix(policy, files.base()), files.listing(), encoding());
    Path output = outputDirectory.toPath().toAbsolutePath();
    Map<String, LineShare> shares = shares(policy, files.base(), zones, output);
    Path whole = output.resolve("zones.txt");
    write(ZoneTable.lines(zones, shares, Integer.MAX_VALUE, ""), whole);
    print(ZoneTable.lines(zones, shares, MOST, whole.toString()));
  }

  private Map<String, LineShare> shares(Policy policy, Path base, ZoneFiles zones, Path output)
      throws MojoExecutionException {
    return Authors.of(base, policy, provenance, "", "", null, session.getRequest().getData())
        .shares(zones, output);
  }
}
