package dev.zonegate.maven;

import dev.zonegate.catalogue.RulePage;
import dev.zonegate.gate.RuleNames;
import dev.zonegate.report.PageText;
import dev.zonegate.rule.RuleInfo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Shows the page of a rule: why it bites, what it reports, what to write instead. */
@Mojo(name = "explain", requiresProject = false, aggregator = true, threadSafe = true)
public final class ExplainMojo extends GateMojo {
  /**
   * The rule or pattern: {@code TimeZone}, {@code AI11} or {@code TimeZone.implicitNow}; a list of
   * all if not set.
   */
  @Parameter(property = "issue")
  String issue;

  @Override
  public void execute() throws MojoExecutionException {
    RuleNames names = Reports.ruleNames();
    if (issue == null || issue.isBlank()) {
      for (RuleInfo each : names.rules()) {
        getLog().info(each.id() + " " + each.name() + ": " + each.summary());
      }
      return;
    }
    String key =
        names
            .key(issue.strip())
            .orElseThrow(
                () ->
                    new MojoExecutionException(
                        "`" + issue + "` is no rule or pattern" + names.hint(issue)));
    RuleInfo rule = names.rule(key).orElseThrow();
    for (String line : PageText.lines(text(rule, key), screen())) {
      getLog().info(line);
    }
  }

  /** The whole page, or of a pattern its section. */
  private static String text(RuleInfo rule, String key) {
    String title = "# " + rule.id() + " " + key + "\n\n" + rule.summary() + "\n\n";
    if (ExplainMojo.class.getResource("/zonegate/rules/" + rule.name() + ".md") == null) {
      return title;
    }
    RulePage page = RulePage.of(rule.name());
    if (!key.contains(".")) {
      return page.markdown();
    }
    String pattern = key.substring(key.indexOf('.') + 1);
    return page.section(pattern).map(each -> title + each.markdown()).orElse(page.markdown());
  }
}
