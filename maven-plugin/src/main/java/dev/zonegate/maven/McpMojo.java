package dev.zonegate.maven;

import dev.zonegate.gate.PolicyFile;
import dev.zonegate.mcp.McpServer;
import dev.zonegate.mcp.ProjectTools;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Answers coding agents over the Model Context Protocol on standard input and output, until they
 * hang up: {@code scan_file}, {@code zone_of}, {@code explain_rule}. Run it with {@code -q}, since
 * nothing else may be on the output.
 */
@Mojo(name = "mcp", requiresProject = false, aggregator = true, threadSafe = true)
public final class McpMojo extends GateMojo {
  @Override
  public void execute() throws MojoExecutionException {
    // both are the whole process's, not ours to close
    InputStream in = System.in;
    PrintStream before = System.out;
    PrintStream out = PlainOutput.stream();
    System.setOut(System.err);
    // Maven starts by switching colours off, and the first answer must not stand on that line
    out.print('\n');
    out.flush();
    try {
      Path root = PolicyFile.rootOf(Path.of(session.getExecutionRootDirectory()).toRealPath());
      ProjectTools project = new ProjectTools(root, Reports.ruleNames(), reading(), Reports::today);
      new McpServer(project.tools(), plugin.getVersion()).serve(in, out);
    } catch (IOException e) {
      throw new MojoExecutionException("the conversation broke off: " + e.getMessage(), e);
    } finally {
      System.setOut(before);
    }
  }
}
