package dev.zonegate.errorprone;

import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.VisitorState;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.tools.javac.api.JavacTrees;
import com.sun.tools.javac.code.Source;
import com.sun.tools.javac.util.Context;
import dev.zonegate.engine.Analysis;
import dev.zonegate.engine.FileResult;
import dev.zonegate.engine.Settings;
import dev.zonegate.engine.Settlement;
import dev.zonegate.facts.Facts;
import dev.zonegate.facts.FactsFile;
import dev.zonegate.facts.Project;
import dev.zonegate.frontend.SourceInput;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.SourceFile.Role;
import dev.zonegate.model.SourceText;
import dev.zonegate.rule.Conventions;
import dev.zonegate.rule.Finding;
import dev.zonegate.rule.Rule;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;

/**
 * What all rules find in the file that is being compiled.
 *
 * @param text what javac read
 * @param findings those that no suppression of ours hides
 */
record CheckedFile(CompilationUnitTree tree, SourceText text, List<Finding> findings) {
  private static final Context.Key<CheckedFile> KEY = new Context.Key<>();

  /** Checks the file if that is not yet done; kept as long as the compiler keeps its context. */
  static CheckedFile of(
      CompilationUnitTree tree, List<Rule> rules, Lowering lowering, VisitorState state) {
    CheckedFile known = state.context.get(KEY);
    if (known == null || known.tree() != tree) {
      known = checked(tree, rules, lowering, state);
      state.context.put(KEY, (CheckedFile) null);
      state.context.put(KEY, known);
    }
    return known;
  }

  /** A failure of ours is told, and costs our findings on this file, but never the compilation. */
  private static CheckedFile checked(
      CompilationUnitTree tree, List<Rule> rules, Lowering lowering, VisitorState state) {
    try {
      SourceText text = SourceText.of(state.getSourceCode().toString());
      SourceFile file = lower(tree, text, lowering, state);
      ErrorProneFlags flags = state.errorProneOptions().getFlags();
      Settings settings =
          new Settings(list(flags, "Disable"), list(flags, "Enable"))
              .with(Conventions.banning(list(flags, "Sanctioned")));
      Analysis analysis = new Analysis(rules, settings);
      FileResult result = analysis.checkAlone(file);
      result.notifications().forEach(each -> tell(each.message(), tree, state));
      Project project = project(file, tree, state);
      LocalDate today = LocalDate.now(ZoneOffset.UTC);
      Settlement settled = analysis.settle(List.of(result), project, today);
      return new CheckedFile(tree, text, settled.findings());
    } catch (RuntimeException | VirtualMachineError | AssertionError | LinkageError e) {
      tell("this file could not be checked: " + e + "; report it with the file", tree, state);
      return new CheckedFile(tree, SourceText.of(""), List.of());
    }
  }

  private static Project project(SourceFile file, CompilationUnitTree tree, VisitorState state) {
    Optional<String> facts = state.errorProneOptions().getFlags().get("Zonegate:Facts");
    if (facts.isEmpty()) {
      return Project.part(file);
    }
    try {
      return FactsFile.read(Path.of(facts.get())).with(file.path(), Facts.of(file));
    } catch (IOException e) {
      tell("no facts of other files: " + e + "; write them by the gate's `analyze`", tree, state);
      return Project.part(file);
    }
  }

  private static SourceFile lower(
      CompilationUnitTree tree, SourceText text, Lowering lowering, VisitorState state) {
    String path = tree.getSourceFile().getName();
    Role role = state.errorProneOptions().isTestOnlyTarget() ? Role.TEST : Role.of(path);
    return lowering
        .in(state.context)
        .lower(tree, new SourceInput(path, text, role), release(state), List.of());
  }

  private static void tell(String message, CompilationUnitTree tree, VisitorState state) {
    JavacTrees.instance(state.context)
        .printMessage(Diagnostic.Kind.NOTE, "[Zonegate] " + message, tree, tree);
  }

  private static Set<String> list(ErrorProneFlags flags, String name) {
    return Stream.of(flags.get("Zonegate:" + name).orElse("").split(","))
        .map(String::strip)
        .filter(each -> !each.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static int release(VisitorState state) {
    String level = Source.instance(state.context).name;
    return Integer.parseInt(level.startsWith("1.") ? level.substring(2) : level);
  }
}
