package dev.zonegate.maven;

import dev.zonegate.catalogue.Catalogue;
import dev.zonegate.report.RuleSite;
import dev.zonegate.rule.Rule;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Writes the pages of all rules as HTML: an index with a search, a page a rule, and what is known
 * about the twenty issues. Needs no network to be read.
 */
@Mojo(name = "rules", requiresProject = false, aggregator = true, threadSafe = true)
public final class RulesMojo extends AbstractMojo {
  @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
  PluginDescriptor plugin;

  /** Where the pages are written. */
  @Parameter(property = "zonegate.rulesDirectory", defaultValue = "target/zonegate/rules")
  File rulesDirectory;

  @Override
  public void execute() throws MojoExecutionException {
    Path folder = rulesDirectory.toPath().toAbsolutePath();
    try {
      Path index =
          RuleSite.write(
              Catalogue.rules().stream().map(Rule::info).toList(), plugin.getVersion(), folder);
      getLog().info("The rules are in " + index);
    } catch (IOException e) {
      throw new MojoExecutionException("cannot write the rules into " + folder + ": " + e, e);
    }
  }
}
