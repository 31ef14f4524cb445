package dev.zonegate.maven;

import dev.zonegate.copies.Copies;
import dev.zonegate.gate.Inputs;
import dev.zonegate.gate.Results;
import dev.zonegate.gate.ResultsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;

/** What a change has copied within a module, kept for the decision about the whole build. */
final class CopyResults {
  private static final String KEPT = "copies.bin";

  private CopyResults() {}

  /** Results with the copies that the change has brought, which are kept beside them. */
  static Results added(Results own, Inputs inputs, Authors asked, Path output)
      throws MojoExecutionException {
    Path kept = output.resolve(KEPT);
    try {
      Optional<Results> copies =
          asked.ofChange(change -> Copies.in(inputs, own, change, Reports.ruleNames()));
      if (copies.isEmpty()) {
        Files.deleteIfExists(kept);
        return own;
      }
      ResultsFile.write(copies.get(), kept);
      return own.adding(copies.get());
    } catch (IOException e) {
      throw new MojoExecutionException("cannot keep results in " + output + ": " + e, e);
    }
  }

  /** What was kept in a folder; empty if no change was asked about. */
  static Optional<Results> kept(Path folder) throws IOException {
    return ResultsFile.read(folder.resolve(KEPT));
  }
}
