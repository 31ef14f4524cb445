package dev.zonegate.maven;

import dev.zonegate.gate.PolicyException;
import dev.zonegate.gate.PolicyFile;
import dev.zonegate.gate.SingleFile;
import dev.zonegate.report.HookInput;
import dev.zonegate.report.Line;
import dev.zonegate.report.Screen;
import dev.zonegate.report.TextReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Judges the file that a coding agent has just written, for the hooks of such agents: prints lines
 * for the agent if something blocks, and else nothing. Fails on no finding, since Maven has one
 * exit status for all failures; {@code zonegate-hook.sh} makes status 2 of the lines.
 */
@Mojo(name = "hook", requiresProject = false, aggregator = true, threadSafe = true)
public final class HookMojo extends GateMojo {
  /** The file; if not set, the JSON on the standard input names it, as agents hand it to a hook. */
  @Parameter(property = "zonegate.file")
  String file;

  @Override
  public void execute() throws MojoExecutionException {
    Path folder = Path.of(session.getExecutionRootDirectory());
    Optional<Path> written = skip ? Optional.empty() : written(folder);
    if (written.isEmpty()) {
      return;
    }
    try {
      Path root = PolicyFile.rootOf(folder.toRealPath());
      if (written.get().startsWith(root)) {
        say(SingleFile.of(root, written.get(), reading(), Reports.ruleNames(), today()));
      }
    } catch (IOException e) {
      throw new MojoExecutionException("cannot judge " + written.get() + ": " + e, e);
    } catch (PolicyException e) {
      throw new MojoExecutionException("the policy cannot be followed:\n" + e.getMessage(), e);
    }
  }

  private void say(SingleFile judged) {
    if (judged.verdict().passes()) {
      return;
    }
    // not by the log, whose marks the agent would have to read
    PrintStream out = PlainOutput.stream();
    Screen agent = new Screen(false, true, explainCommand());
    TextReport.lines(judged.verdict(), agent, "the report of `zonegate:scan`").stream()
        .map(Line::text)
        .forEach(out::println);
  }

  /** The file, if it is there: an agent may have deleted it. */
  private Optional<Path> written(Path folder) throws MojoExecutionException {
    // of the whole process, not ours to close
    InputStream in = System.in;
    try {
      Optional<String> name =
          file == null || file.isBlank() ? HookInput.file(in) : Optional.of(file.strip());
      if (name.isEmpty() || !Files.isRegularFile(folder.resolve(name.get()))) {
        return Optional.empty();
      }
      return Optional.of(folder.resolve(name.get()).toRealPath());
    } catch (IOException e) {
      throw new MojoExecutionException(e.getMessage(), e);
    }
  }

  @Override
  String explainCommand() {
    return "mvn -q " + fullName() + ":explain";
  }
}
