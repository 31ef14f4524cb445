package dev.zonegate.errorprone;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.BaseErrorProneJavaCompiler;
import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.SeverityLevel;
import com.google.errorprone.scanner.ScannerSupplier;
import dev.zonegate.model.Decl;
import dev.zonegate.model.SourceFile;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Rule;
import dev.zonegate.rule.RuleInfo;
import dev.zonegate.rule.RulePattern;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many checks look at one model of a file, and one that breaks stands alone. */
final class SharedModelTest {
  private static final RulePattern SEEN = RulePattern.warning("seen", "`%s` is seen", "look away");
  private static final List<SourceFile> LOOKED_AT = new ArrayList<>();

  @TempDir Path out;

  @BeforeEach
  void forget() {
    LOOKED_AT.clear();
  }

  @Test
  void aFileIsLoweredOnceHoweverManyChecksAndClassesThereAre() {
    List<String> said = compile("class Order {} class Line {}", "class Customer { class Name {} }");

    assertThat(LOOKED_AT).hasSize(4);
    assertThat(LOOKED_AT.get(0)).isSameAs(LOOKED_AT.get(1));
    assertThat(LOOKED_AT.get(2)).isSameAs(LOOKED_AT.get(3)).isNotSameAs(LOOKED_AT.get(0));
    assertThat(said)
        .filteredOn(each -> each.startsWith("WARNING"))
        .containsExactly(
            "WARNING [First] `Order` is seen; look away (seen)",
            "WARNING [First] `Line` is seen; look away (seen)",
            "WARNING [Second] `Order` is seen; look away (seen)",
            "WARNING [Second] `Line` is seen; look away (seen)",
            "WARNING [First] `Customer` is seen; look away (seen)",
            "WARNING [First] `Name` is seen; look away (seen)",
            "WARNING [Second] `Customer` is seen; look away (seen)",
            "WARNING [Second] `Name` is seen; look away (seen)");
  }

  @Test
  void aRuleThatFailsIsANoteAndTheOthersGoOn() {
    List<String> said = compile("class Order {}");

    assertThat(said)
        .filteredOn(each -> !each.startsWith("WARNING"))
        .singleElement()
        .asString()
        .startsWith("NOTE [Zonegate] `Broken` failed with IllegalStateException at SharedModelTest")
        .endsWith("and found nothing in this file; report it with the file");
    assertThat(said).filteredOn(each -> each.startsWith("WARNING")).hasSize(2);
  }

  private List<String> compile(String... sources) {
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    List<JavaFileObject> files = new ArrayList<>();
    for (int i = 0; i < sources.length; i++) {
      files.add(new Compilation.Source("src/File" + i + ".java", sources[i]));
    }
    boolean isCompiled =
        new BaseErrorProneJavaCompiler(
                ScannerSupplier.fromBugCheckerClasses(First.class, Second.class, Broken.class))
            .getTask(
                Writer.nullWriter(),
                null,
                diagnostics,
                List.of("-d", out.toString(), "-proc:none", "-XDcompilePolicy=simple"),
                null,
                files)
            .call();
    assertThat(isCompiled).isTrue();
    return diagnostics.getDiagnostics().stream().map(SharedModelTest::show).toList();
  }

  private static String show(Diagnostic<?> diagnostic) {
    return diagnostic.getKind()
        + " "
        + diagnostic.getMessage(Locale.ROOT).lines().findFirst().get();
  }

  private static List<Rule> rules() {
    return List.of(new Looking("First"), new Breaking(), new Looking("Second"));
  }

  private record Looking(String name) implements Rule {
    @Override
    public RuleInfo info() {
      return RuleInfo.named("AI98" + name, name).summary("Look").patterns(SEEN);
    }

    @Override
    public void check(SourceFile file, Reporter report) {
      LOOKED_AT.add(file);
      file.all(Decl.Type.class).forEach(each -> report.at(each, SEEN, each.name()));
    }
  }

  private record Breaking() implements Rule {
    @Override
    public RuleInfo info() {
      return RuleInfo.named("AI99", "Broken").summary("Break").patterns(SEEN);
    }

    @Override
    public void check(SourceFile file, Reporter report) {
      throw new IllegalStateException("on purpose");
    }
  }

  /** Reports what the first rule finds. */
  @BugPattern(summary = "Look", severity = SeverityLevel.WARNING)
  public static final class First extends ZonegateChecker {
    private static final long serialVersionUID = 1L;

    public First() {
      super("First", rules());
    }
  }

  /** Reports what the second rule finds. */
  @BugPattern(summary = "Look", severity = SeverityLevel.WARNING)
  public static final class Second extends ZonegateChecker {
    private static final long serialVersionUID = 1L;

    public Second() {
      super("Second", rules());
    }
  }

  /** Reports what the broken rule never finds. */
  @BugPattern(summary = "Break", severity = SeverityLevel.WARNING)
  public static final class Broken extends ZonegateChecker {
    private static final long serialVersionUID = 1L;

    public Broken() {
      super("Broken", rules());
    }
  }
}
