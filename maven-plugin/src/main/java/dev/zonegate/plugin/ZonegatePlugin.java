package dev.zonegate.plugin;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Plugin;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.Trees;
import dev.zonegate.gate.PolicyException;
import javax.tools.Diagnostic;

/**
 * {@code -Xplugin:Zonegate out=target/zonegate}: judges files while they are compiled, so that
 * {@code check} need not read them again. It never fails a compilation: what it cannot judge is
 * left to {@code check}.
 */
public final class ZonegatePlugin implements Plugin {
  @Override
  public String getName() {
    return "Zonegate";
  }

  @Override
  public void init(JavacTask task, String... arguments) {
    try {
      task.addTaskListener(new CompileAnalysis(task, PluginOptions.of(arguments)));
    } catch (PolicyException | IllegalArgumentException | LinkageError e) {
      String given = String.join(" ", arguments);
      String message =
          "cannot follow `" + given + "`: " + e.getMessage() + "; `check` judges instead";
      task.addTaskListener(new Complaint(Trees.instance(task), message));
    }
  }

  /** Says something without a warning, which some builds fail on. */
  static void say(Trees trees, String message, CompilationUnitTree unit) {
    trees.printMessage(Diagnostic.Kind.NOTE, "Zonegate: " + message, unit, unit);
  }

  /** Says something with the first file, since javac wants one. */
  private static final class Complaint implements TaskListener {
    private final Trees trees;
    private final String message;
    private boolean isSaid;

    Complaint(Trees trees, String message) {
      this.trees = trees;
      this.message = message;
    }

    @Override
    public void finished(TaskEvent event) {
      if (!isSaid && event.getCompilationUnit() != null) {
        isSaid = true;
        say(trees, message, event.getCompilationUnit());
      }
    }
  }
}
