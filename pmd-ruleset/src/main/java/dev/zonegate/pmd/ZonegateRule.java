package dev.zonegate.pmd;

import dev.zonegate.catalogue.Catalogue;
import dev.zonegate.engine.Analysis;
import dev.zonegate.engine.FileResult;
import dev.zonegate.facts.Facts;
import dev.zonegate.facts.FactsFile;
import dev.zonegate.facts.Project;
import dev.zonegate.model.Notification;
import dev.zonegate.model.SourceFile;
import dev.zonegate.rule.Finding;
import dev.zonegate.rule.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import net.sourceforge.pmd.lang.java.ast.ASTCompilationUnit;
import net.sourceforge.pmd.lang.java.rule.AbstractJavaRule;
import net.sourceforge.pmd.lang.rule.RuleTargetSelector;

/**
 * A rule of the catalogue as PMD runs it: the one whose name the ruleset gives it. The file is
 * lowered once, by whichever rule comes first.
 */
public class ZonegateRule extends AbstractJavaRule {
  private final List<Rule> catalogue;

  /** For PMD, which then says the name. */
  public ZonegateRule() {
    this(Catalogue.rules());
  }

  ZonegateRule(List<Rule> catalogue) {
    this.catalogue = catalogue;
    RuleProperties.ALL.forEach(this::definePropertyDescriptor);
  }

  @Override
  public String dysfunctionReason() {
    return properties().fault();
  }

  @Override
  public Object visit(ASTCompilationUnit root, Object data) {
    RuleProperties properties = properties();
    Analysis analysis = new Analysis(catalogue, properties.settings());
    SourceFile file = LoweredFile.of(root).source();
    FileResult result = analysis.checkAlone(file);
    Project project = project(file, properties.facts());
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    for (Finding finding : analysis.settle(List.of(result), project, today).findings()) {
      if (finding.rule().equals(getName()) && properties.wants(finding)) {
        Placement.report(finding, root, asCtx(data));
      }
    }
    for (Notification each : result.notifications()) {
      if (each.kind() == Notification.Kind.RULE) {
        // PMD makes an error of this rule on this file of it, and goes on
        throw new IllegalStateException(each.message());
      }
    }
    return data;
  }

  private static Project project(SourceFile file, Optional<Path> facts) {
    if (facts.isEmpty()) {
      return Project.part(file);
    }
    try {
      return FactsFile.read(facts.get()).with(file.path(), Facts.of(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected RuleTargetSelector buildTargetSelector() {
    return RuleTargetSelector.forTypes(ASTCompilationUnit.class);
  }

  private RuleProperties properties() {
    return new RuleProperties(this, catalogue);
  }
}
