package dev.zonegate.frontend.javac;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import dev.zonegate.frontend.SourceInput;
import dev.zonegate.frontend.javac.Batches.Source;
import dev.zonegate.model.Notification;
import dev.zonegate.model.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;

/** One javac run over a batch: parsed and attributed, never generated. */
final class JavacRun {
  private static final int SHOWN_ERRORS = 20;

  private final Map<String, List<Notification>> syntaxErrors = new HashMap<>();
  private final List<CompilationUnitTree> units = new ArrayList<>();
  private final Map<URI, SourceInput> inputs = new HashMap<>();
  private final Attention attention = new Attention();
  private final List<Source> batch;
  private final JavacTask task;
  private final JavacLowering lowering;
  private boolean isParsing = true;

  /** Prepares a run over a batch. */
  JavacRun(JavaCompiler compiler, JavaFileManager files, List<String> options, List<Source> batch) {
    this.batch = batch;
    List<MemoryFile> sources = batch.stream().map(MemoryFile::new).toList();
    sources.forEach(each -> inputs.put(each.toUri(), each.input()));
    task =
        (JavacTask)
            compiler.getTask(Writer.nullWriter(), files, this::note, options, null, sources);
    task.addTaskListener(attention);
    lowering = new JavacLowering(Trees.instance(task), task.getTypes());
  }

  /** Parses and attributes; what makes javac fail is given back, null if nothing does. */
  Throwable attribute() {
    try {
      task.parse().forEach(units::add);
      isParsing = false;
      ModuleSearch.skip(task);
      task.analyze();
      return null;
    } catch (RuntimeException | VirtualMachineError | AssertionError e) {
      return e;
    } catch (IOException e) {
      throw new UncheckedIOException("javac cannot read its input", e);
    }
  }

  /** The units that javac was done with when it failed. */
  List<CompilationUnitTree> attributed() {
    return units.stream().filter(attention::isDone).toList();
  }

  /** The file that javac failed on; null if it does not say. */
  Source culprit() {
    return attention.unfinished(batch);
  }

  List<CompilationUnitTree> units() {
    return units;
  }

  JavacLowering lowering() {
    return lowering;
  }

  /** The file that a unit was parsed from; javac hides its own file object from us. */
  SourceInput input(CompilationUnitTree unit) {
    return inputs.get(unit.getSourceFile().toUri());
  }

  /** The syntax errors of a file. */
  List<Notification> syntaxErrors(SourceInput input) {
    return syntaxErrors.getOrDefault(input.path(), List.of());
  }

  /** Errors of meaning are no news: what they leave unresolved, the model says. */
  private void note(Diagnostic<? extends JavaFileObject> diagnostic) {
    if (!isParsing
        || diagnostic.getKind() != Diagnostic.Kind.ERROR
        || diagnostic.getSource() == null) {
      return;
    }
    SourceInput input = inputs.get(diagnostic.getSource().toUri());
    List<Notification> known =
        syntaxErrors.computeIfAbsent(input.path(), path -> new ArrayList<>());
    if (known.size() < SHOWN_ERRORS) {
      known.add(
          new Notification(
              input.path(),
              span(diagnostic, input),
              Notification.Kind.SYNTAX,
              "javac cannot read this: "
                  + firstLine(diagnostic)
                  + "; what it skips is not judged"));
    }
  }

  private static Span span(Diagnostic<?> diagnostic, SourceInput input) {
    int length = input.text().content().length();
    int start = (int) Math.min(length, diagnostic.getPosition());
    int end = (int) Math.min(length, diagnostic.getEndPosition());
    return start < 0 ? Span.NONE : input.text().span(start, Math.max(start, end));
  }

  private static String firstLine(Diagnostic<?> diagnostic) {
    return diagnostic.getMessage(Locale.ENGLISH).lines().findFirst().orElse("syntax error");
  }
}
