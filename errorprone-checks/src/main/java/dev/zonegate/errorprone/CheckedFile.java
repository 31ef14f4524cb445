package dev.zonegate.errorprone;

import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.VisitorState;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.Trees;
import com.sun.tools.javac.api.JavacTrees;
import com.sun.tools.javac.code.Source;
import com.sun.tools.javac.model.JavacTypes;
import com.sun.tools.javac.util.Context;
import dev.zonegate.catalogue.Catalogue;
import dev.zonegate.engine.Analysis;
import dev.zonegate.engine.FileResult;
import dev.zonegate.engine.Settings;
import dev.zonegate.frontend.SourceInput;
import dev.zonegate.frontend.javac.JavacLowering;
import dev.zonegate.model.Notification;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.SourceFile.Role;
import dev.zonegate.model.SourceText;
import dev.zonegate.rule.Finding;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
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
  static CheckedFile of(CompilationUnitTree tree, VisitorState state) {
    CheckedFile known = state.context.get(KEY);
    if (known == null || known.tree() != tree) {
      known = check(tree, state);
      state.context.put(KEY, (CheckedFile) null);
      state.context.put(KEY, known);
    }
    return known;
  }

  private static CheckedFile check(CompilationUnitTree tree, VisitorState state) {
    SourceText text = SourceText.of(state.getSourceCode().toString());
    String path = tree.getSourceFile().toUri().getPath();
    Role role = state.errorProneOptions().isTestOnlyTarget() ? Role.TEST : Role.of(path);
    Trees trees = JavacTrees.instance(state.context);
    SourceFile file =
        new JavacLowering(trees, JavacTypes.instance(state.context))
            .lower(tree, new SourceInput(path, text, role), release(state), List.of());
    ErrorProneFlags flags = state.errorProneOptions().getFlags();
    Settings settings = new Settings(list(flags, "Disable"), list(flags, "Enable"));
    FileResult result = new Analysis(Catalogue.rules(), settings).check(file);
    for (Notification each : result.notifications()) {
      trees.printMessage(Diagnostic.Kind.NOTE, "[Zonegate] " + each.message(), tree, tree);
    }
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    return new CheckedFile(tree, text, Analysis.settle(List.of(result), today).findings());
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
