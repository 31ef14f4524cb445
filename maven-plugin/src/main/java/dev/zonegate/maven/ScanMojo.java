package dev.zonegate.maven;

import dev.zonegate.baseline.BaselineUse;
import dev.zonegate.engine.Settlement;
import dev.zonegate.gate.AuthorVerdict;
import dev.zonegate.gate.Inputs;
import dev.zonegate.gate.Judge;
import dev.zonegate.gate.LooseTests;
import dev.zonegate.gate.Policy;
import dev.zonegate.gate.PolicyException;
import dev.zonegate.gate.PolicyFile;
import dev.zonegate.gate.Results;
import dev.zonegate.gate.SingleFile;
import dev.zonegate.gate.SourceListing;
import dev.zonegate.gate.SourceRoot;
import dev.zonegate.gate.Verdict;
import dev.zonegate.gate.ZoneSearch;
import dev.zonegate.model.SourceFile.Role;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Judges any folder of Java and resource files, or one file, without a project: unrelated files,
 * clashing names, missing imports and files that do not parse are normal there.
 */
@Mojo(name = "scan", requiresProject = false, aggregator = true, threadSafe = true)
public final class ScanMojo extends GateMojo {
  /** The folder or file; with {@code stdin} the folder of the project. By default this folder. */
  @Parameter(property = "zonegate.dir")
  File dir;

  /**
   * The name, such as {@code src/main/java/com/acme/A.java}, of one file whose text comes on the
   * standard input; relative to the folder.
   */
  @Parameter(property = "zonegate.stdin")
  String stdin;

  /** Jars and class folders to resolve types against, separated as on a class path. */
  @Parameter(property = "zonegate.classpath")
  String classpath;

  /** Where the report is written. */
  @Parameter(property = "zonegate.outputDirectory", defaultValue = "target/zonegate")
  File outputDirectory;

  /** The Java release that the code is written for; unknown if not set. */
  @Parameter(property = "zonegate.targetJdk")
  String targetJdk;

  /** Whether findings that block fail the build. */
  @Parameter(property = "zonegate.failOnViolation", defaultValue = "true")
  boolean failOnViolation;

  /** As of {@code check}: what a change is measured from. */
  @Parameter(property = "zonegate.base")
  String base;

  /** Whether git is asked who wrote the code. */
  @Parameter(property = "zonegate.provenance", defaultValue = "true")
  boolean provenance;

  /** As of {@code check}: the file of approvals that CI wrote. */
  @Parameter(property = "zonegate.reviews")
  File reviews;

  /** As of {@code check}: since when lines count as changed. */
  @Parameter(property = "zonegate.ratchetFrom")
  String ratchetFrom;

  /**
   * The formats, in any order: {@code text}, {@code agent}, {@code github}, {@code sarif}, {@code
   * html}, {@code json}, {@code junit}, {@code checkstyle}, {@code gitlab}, {@code sonar}.
   */
  @Parameter(property = "zonegate.formats", defaultValue = "text,sarif")
  List<String> formats;

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      return;
    }
    if (dir == null) {
      dir = new File(session.getExecutionRootDirectory());
    }
    Outputs outputs =
        Outputs.of(formats, plugin.getVersion(), session.getRequest().getData(), historyFolder());
    if (stdin != null && !stdin.isBlank()) {
      scanInput(outputs);
      return;
    }
    Path start = start();
    Path folder = Files.isDirectory(start) ? start : start.getParent();
    Policy policy = policy(folder);
    sayPolicy(policy, folder);
    SourceListing listing =
        LooseTests.told(
            SourceListing.of(
                List.of(new SourceRoot(start, Role.MAIN, SourceRoot.Holds.BOTH)),
                folder,
                filter(true)));
    Inputs inputs =
        new Inputs(
            listing, encoding(), jars(classpath), false, 0, release(targetJdk), settings(policy));
    Path output = outputDirectory.toPath().toAbsolutePath();
    Authors asked =
        Authors.of(
            folder, policy, provenance, base, ratchetFrom, reviews, session.getRequest().getData());
    Results results = CopyResults.added(results(inputs, output), inputs, asked, output);
    // of one file nobody knows what the rest of its project says
    boolean isWhole = Files.isDirectory(start);
    Settlement settlement = settle(results, Optional.empty(), policy, isWhole, output);
    executor(output).end();
    BaselineUse known = baseline(folder).use(BaselineUse.Scope.NONE);
    String prefix = SingleFile.prefix(policy, folder);
    AuthorVerdict authors = asked.judge(prefix, results, output, outputs.hasShares());
    Verdict found = Judge.judge(policy, prefix, results, settlement, known);
    Verdict verdict = authors.with(asked.ratcheted(found));
    outputs.write("scan", verdict, authors, results, output);
    Reports.writeAudit(verdict, authors, prefix, results, plugin.getVersion(), output);
    outputs.annotate("scan", verdict, verdict.standing());
    authors.lines().forEach(each -> getLog().info(each));
    asked.ratchetLine(verdict).ifPresent(each -> getLog().info(each));
    print(outputs.lines(verdict, screen(), output.toString()));
    sayRead(listing);
    checkZones(policy, verdict, folder);
    if (!verdict.passes() && failOnViolation) {
      throw new MojoFailureException("Zonegate blocks " + start.getFileName() + "; see above");
    }
  }

  /** Judges a text that no file has yet. */
  private void scanInput(Outputs outputs) throws MojoExecutionException, MojoFailureException {
    // of the whole process, not ours to close
    InputStream in = System.in;
    StandardInput input = StandardInput.read(start(), stdin, in, encoding());
    try {
      SingleFile judged =
          SingleFile.ofText(
              input.root(), input.file(), input.text(), reading(), Reports.ruleNames(), today());
      Path output = outputDirectory.toPath().toAbsolutePath();
      outputs.write("scan", judged.verdict(), AuthorVerdict.NONE, judged.results(), output);
      outputs.annotate("scan", judged.verdict(), judged.verdict().standing());
      print(outputs.lines(judged.verdict(), screen(), output.toString()));
      if (StandardInput.isUnknown(judged)) {
        getLog().warn(stdin + " is neither Java nor a file of settings: nothing is judged");
      }
      if (!judged.verdict().passes() && failOnViolation) {
        throw new MojoFailureException("Zonegate blocks " + judged.path() + "; see above");
      }
    } catch (IOException e) {
      throw new MojoExecutionException("cannot judge the input: " + e, e);
    } catch (PolicyException e) {
      throw new MojoExecutionException("the policy cannot be followed:\n" + e.getMessage(), e);
    }
  }

  private Path start() throws MojoExecutionException {
    try {
      return dir.toPath().toRealPath();
    } catch (IOException e) {
      throw new MojoExecutionException(
          "zonegate.dir: " + dir + " is not there; name a folder or a .java file", e);
    }
  }

  private void sayPolicy(Policy policy, Path base) {
    getLog()
        .info(
            policy.isWritten()
                ? "Zones of " + policy.file()
                : "No "
                    + PolicyFile.NAME
                    + " in "
                    + base
                    + ": everything is one zone of tier "
                    + Policy.DEFAULT.zones().get(0).tier().id());
  }

  private void sayRead(SourceListing listing) {
    if (listing.isEmpty()) {
      getLog().warn("No Java file in " + dir);
    }
    long tests = listing.entries().stream().filter(each -> each.role() == Role.TEST).count();
    if (tests > 0 && !includeTests) {
      getLog()
          .info(
              "Test files that only the rules about tests judge: "
                  + tests
                  + "; -Dzonegate.includeTests lets every rule judge them");
    }
  }

  /** Of a part of a checkout nobody can say which zones hold nothing. */
  private void checkZones(Policy policy, Verdict verdict, Path base)
      throws MojoExecutionException, MojoFailureException {
    if (!policy.isWritten() || !policy.file().getParent().equals(base)) {
      return;
    }
    List<String> problems = ZoneSearch.problems(policy, ZoneSearch.used(verdict), base, encoding());
    if (!problems.isEmpty()) {
      throw new MojoFailureException(String.join("\n", problems));
    }
  }
}
