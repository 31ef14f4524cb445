package dev.zonegate.frontend.javac;

import com.sun.source.tree.CompilationUnitTree;
import dev.zonegate.frontend.FrontEnd;
import dev.zonegate.frontend.JavaScanner;
import dev.zonegate.frontend.SourceInput;
import dev.zonegate.frontend.SourceSet;
import dev.zonegate.frontend.javac.Batches.Source;
import dev.zonegate.model.Notification;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Span;
import dev.zonegate.model.Unit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * Reads source through the compiler of the running JDK. Annotation processors do not run. Types
 * resolve against all files of the set and the class path. Files are compiled in batches, so that
 * memory stays flat; a file that makes the compiler fail costs itself only.
 */
public final class JavacFrontEnd implements FrontEnd {
  private static final int BATCH_CHARACTERS = 2_500_000;
  private static final long STACK_BYTES = 64L << 20;

  /** Whether the running Java has a compiler. */
  public static boolean isAvailable() {
    return ToolProvider.getSystemJavaCompiler() != null;
  }

  @Override
  public String name() {
    return "javac";
  }

  /** Runs on one thread of its own, with a stack for deeply nested code. */
  @Override
  public void read(SourceSet sources, Consumer<SourceFile> ready) {
    List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
    Thread thread =
        new Thread(null, () -> new Reading(sources, ready).run(), "zonegate-javac", STACK_BYTES);
    thread.setContextClassLoader(Thread.currentThread().getContextClassLoader());
    thread.setUncaughtExceptionHandler((each, failure) -> failures.add(failure));
    thread.start();
    try {
      // zonegate: allow MissingTimeout.unboundedWait, the thread does this call's own work (until
      // 2028-11-01)
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while reading sources", e);
    }
    for (Throwable failure : failures) {
      if (failure instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) failure;
    }
  }

  /**
   * Sources for one javac run.
   *
   * @param others what it may look up, by package
   */
  private record Attempt(List<Source> sources, Map<String, List<Source>> others) {
    Attempt of(List<Source> some) {
      return new Attempt(some, others);
    }

    Attempt without(List<SourceInput> done) {
      Set<SourceInput> known = Collections.newSetFromMap(new IdentityHashMap<>());
      known.addAll(done);
      return of(sources.stream().filter(each -> !known.contains(each.input())).toList());
    }
  }

  /** One reading of a source set. */
  private static final class Reading {
    private final SourceSet sources;
    private final Consumer<SourceFile> ready;
    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    private final List<String> options = new ArrayList<>();
    private final List<Notification> general = new ArrayList<>();
    private final Deque<Attempt> open = new ArrayDeque<>();
    private Map<String, List<Source>> byPackage = Map.of();

    Reading(SourceSet sources, Consumer<SourceFile> ready) {
      this.sources = sources;
      this.ready = ready;
    }

    void run() {
      if (compiler == null) {
        throw new IllegalStateException("this Java has no compiler; run on a JDK");
      }
      setOptions();
      List<Source> all = sources.inputs().stream().map(Source::of).toList();
      byPackage =
          SourcePath.byPackage(
              Stream.concat(all.stream(), sources.others().stream().map(Source::of)).toList());
      try (StandardJavaFileManager files =
          compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
        List<Path> classpath = sources.classpath().stream().filter(Files::exists).toList();
        files.setLocationFromPaths(StandardLocation.CLASS_PATH, classpath);
        for (List<Source> batch : Batches.split(all, BATCH_CHARACTERS)) {
          open.add(new Attempt(batch, byPackage));
        }
        while (!open.isEmpty()) {
          read(open.pop(), files);
        }
      } catch (IOException e) {
        throw new UncheckedIOException("cannot open the class path", e);
      }
    }

    private void setOptions() {
      options.addAll(
          List.of("-proc:none", "-implicit:none", "-Xprefer:source", "-Xlint:none", "-nowarn"));
      options.addAll(List.of("-Xmaxerrs", "1000000"));
      // attribute everything in spite of errors, and leave out flow analysis
      options.addAll(List.of("-XDshould-stop.ifError=ATTR", "-XDshould-stop.ifNoError=ATTR"));
      int newest = SourceVersion.latest().ordinal();
      int wanted = sources.languageLevel() == 0 ? newest : sources.languageLevel();
      if (wanted > newest) {
        notifyLevel(wanted, newest);
      }
      int oldest =
          compiler.getSourceVersions().stream().mapToInt(Enum::ordinal).min().orElse(newest);
      int level = Math.max(Math.max(8, oldest), Math.min(wanted, newest));
      options.addAll(List.of("-source", Integer.toString(level)));
    }

    private void notifyLevel(int wanted, int newest) {
      if (!sources.inputs().isEmpty()) {
        general.add(
            new Notification(
                sources.inputs().get(0).path(),
                Span.NONE,
                Notification.Kind.SYNTAX,
                "the sources are Java "
                    + wanted
                    + ", this JDK reads up to Java "
                    + newest
                    + "; run on JDK "
                    + wanted
                    + " or newer"));
      }
    }

    private void read(Attempt attempt, StandardJavaFileManager files) {
      SourcePath path = new SourcePath(files, attempt.others(), attempt.sources());
      JavacRun run = new JavacRun(compiler, path, options, attempt.sources());
      Throwable failure = run.attribute();
      if (failure == null) {
        run.units().forEach(each -> ready.accept(lower(run, each)));
      } else if (attempt.sources().size() > 1) {
        // what was done before the failure need not be done again, if memory allows
        List<CompilationUnitTree> done =
            failure instanceof OutOfMemoryError ? List.of() : run.attributed();
        done.forEach(each -> ready.accept(lower(run, each)));
        readApart(attempt.without(done.stream().map(run::input).toList()), run.culprit());
      } else if (!attempt.others().isEmpty()) {
        // perhaps it is what javac looked up that made it fail
        open.push(new Attempt(attempt.sources(), Map.of()));
      } else {
        ready.accept(unread(attempt.sources().get(0).input(), failure));
      }
    }

    /** Reads again without the file that javac failed on, which comes last and alone. */
    private void readApart(Attempt left, Source failed) {
      List<Source> sources = left.sources();
      int half = sources.size() / 2;
      if (failed == null || sources.size() == 1) {
        open.push(left.of(sources.subList(half, sources.size())));
        open.push(left.of(sources.subList(0, half)));
      } else {
        byPackage.get(failed.outline().packageName()).remove(failed);
        open.push(left.of(List.of(failed)));
        open.push(left.of(sources.stream().filter(each -> each != failed).toList()));
      }
    }

    private SourceFile lower(JavacRun run, CompilationUnitTree unit) {
      return lower(run, unit, run.input(unit));
    }

    private SourceFile lower(JavacRun run, CompilationUnitTree unit, SourceInput input) {
      List<Notification> notifications = new ArrayList<>(general);
      general.clear();
      notifications.addAll(run.syntaxErrors(input));
      try {
        return run.lowering().lower(unit, input, sources.targetRelease(), notifications);
      } catch (RuntimeException | VirtualMachineError e) {
        return unread(input, e);
      }
    }

    private static String why(Throwable cause) {
      if (cause instanceof StackOverflowError) {
        return "its code is nested too deeply; split the longest expression";
      }
      return cause instanceof OutOfMemoryError
          ? "it does not fit into memory; raise the JVM's -Xmx"
          : "javac fails on it (" + cause + ")";
    }

    private SourceFile unread(SourceInput input, Throwable failure) {
      Throwable cause = failure.getCause() == null ? failure : failure.getCause();
      Span whole = input.text().span(0, input.text().content().length());
      String why = why(cause);
      return new SourceFile(
          input.path(),
          input.role(),
          sources.targetRelease(),
          input.text(),
          new Unit(whole, null, List.of(), List.of(), null),
          JavaScanner.scan(input.text()).comments(),
          List.of(
              new Notification(
                  input.path(), Span.NONE, Notification.Kind.FILE, "not judged: " + why)));
    }
  }
}
