package dev.zonegate.pmd;

import dev.zonegate.frontend.FrontEnd;
import dev.zonegate.frontend.SourceInput;
import dev.zonegate.frontend.SourceSet;
import dev.zonegate.model.Notification;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Span;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sourceforge.pmd.lang.JvmLanguagePropertyBundle;
import net.sourceforge.pmd.lang.LanguageProcessor;
import net.sourceforge.pmd.lang.LanguageProcessorRegistry;
import net.sourceforge.pmd.lang.LanguageVersion;
import net.sourceforge.pmd.lang.ast.FileAnalysisException;
import net.sourceforge.pmd.lang.ast.Parser.ParserTask;
import net.sourceforge.pmd.lang.ast.SemanticErrorReporter;
import net.sourceforge.pmd.lang.document.FileId;
import net.sourceforge.pmd.lang.document.TextDocument;
import net.sourceforge.pmd.lang.document.TextFile;
import net.sourceforge.pmd.lang.java.JavaLanguageModule;
import net.sourceforge.pmd.lang.java.ast.ASTCompilationUnit;

/**
 * Reads sources with PMD's parser and type resolution, file by file on all cores. Types of other
 * files come from class files only, so the class path must hold the own classes.
 */
public final class PmdFrontend implements FrontEnd {
  private static final Pattern PLACE = Pattern.compile("at line \\d++, column \\d++");

  /** PMD resolves long operator chains recursively. */
  static final long STACK_BYTES = 16L << 20;

  private static final String TOO_DEEP = "is nested too deeply for PMD";

  private final int threads;

  /** A front-end that uses all processors. */
  public PmdFrontend() {
    this(Runtime.getRuntime().availableProcessors());
  }

  /** A front-end that uses so many threads. */
  public PmdFrontend(int threads) {
    this.threads = threads;
  }

  @Override
  public String name() {
    return "pmd";
  }

  @Override
  public void read(SourceSet sources, Consumer<SourceFile> ready) {
    JavaLanguageModule java = JavaLanguageModule.getInstance();
    JvmLanguagePropertyBundle properties = (JvmLanguagePropertyBundle) java.newPropertyBundle();
    properties.setLanguageVersion(version(java, sources.languageLevel()).getVersion());
    try (AnalysisClassLoader classes = new AnalysisClassLoader(sources.classpath())) {
      properties.setClassLoader(classes);
      try (LanguageProcessorRegistry registry =
          LanguageProcessorRegistry.singleton(java.createProcessor(properties))) {
        onAllThreads(new Reading(registry, sources, ready));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close the class path", e);
    }
  }

  private void onAllThreads(Reading reading) {
    List<Thread> running = new ArrayList<>();
    for (int i = 0; i < Math.max(1, Math.min(threads, reading.size())); i++) {
      Thread thread = new Thread(null, reading, "zonegate-pmd-" + i, STACK_BYTES);
      thread.start();
      running.add(thread);
    }
    for (Thread each : running) {
      join(each);
    }
    reading.rethrow();
  }

  private static void join(Thread thread) {
    try {
      // zonegate: allow MissingTimeout.unboundedWait, the thread does this call's own work (until
      // 2028-11-01)
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while PMD reads", e);
    }
  }

  /** The PMD version of a Java level; the newest if PMD does not know it or none is given. */
  private static LanguageVersion version(JavaLanguageModule java, int level) {
    LanguageVersion known =
        level == 0 ? null : java.getVersion(level < 9 ? "1." + level : String.valueOf(level));
    return known == null ? newest(java) : known;
  }

  private static LanguageVersion newest(JavaLanguageModule java) {
    LanguageVersion newest = java.getDefaultVersion();
    for (LanguageVersion each : java.getVersions()) {
      boolean isRelease = each.getVersion().chars().allMatch(Character::isDigit);
      newest = isRelease && each.compareTo(newest) > 0 ? each : newest;
    }
    return newest;
  }

  /** The work that all threads share. */
  private static final class Reading implements Runnable {
    private final ConcurrentLinkedQueue<SourceInput> open;
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final LanguageProcessor processor;
    private final LanguageProcessorRegistry registry;
    private final SourceSet sources;
    private final Consumer<SourceFile> ready;

    Reading(LanguageProcessorRegistry registry, SourceSet sources, Consumer<SourceFile> ready) {
      this.registry = registry;
      this.processor = registry.getProcessor(JavaLanguageModule.getInstance());
      this.sources = sources;
      this.ready = ready;
      this.open = new ConcurrentLinkedQueue<>(sources.inputs());
    }

    int size() {
      return sources.inputs().size();
    }

    void rethrow() {
      if (failure.get() instanceof RuntimeException exception) {
        throw exception;
      }
      if (failure.get() instanceof Error error) {
        throw error;
      }
    }

    @Override
    public void run() {
      try {
        for (SourceInput input = open.poll(); input != null; input = open.poll()) {
          ready.accept(read(input));
        }
      } catch (RuntimeException | Error e) {
        // the receiver failed: nothing more is wanted
        open.clear();
        failure.compareAndSet(null, e);
      }
    }

    private SourceFile read(SourceInput input) {
      if (ArrowBlocks.areTooDeep(input.text())) {
        return unread(input, Notification.Kind.FILE, TOO_DEEP);
      }
      try {
        return lower(input);
      } catch (FileAnalysisException e) {
        return unread(input, Notification.Kind.SYNTAX, "does not parse" + place(e));
      } catch (StackOverflowError e) {
        return unread(input, Notification.Kind.FILE, TOO_DEEP);
      } catch (RuntimeException | VirtualMachineError | LinkageError | AssertionError e) {
        return unread(
            input,
            Notification.Kind.FILE,
            "PMD failed: " + e.getClass().getSimpleName() + " " + firstLine(e));
      }
    }

    private SourceFile lower(SourceInput input) {
      FileId id = FileId.fromPathLikeString(input.path());
      LanguageVersion version = processor.getLanguageVersion();
      TextDocument document = document(input.text().content(), id, version);
      ParserTask task = new ParserTask(document, SemanticErrorReporter.noop(), registry);
      ASTCompilationUnit root = (ASTCompilationUnit) processor.services().getParser().parse(task);
      return PmdLowering.lower(root, input, sources.targetRelease());
    }

    /** From a reader, because PMD takes three times as long to number the lines of a string. */
    private static TextDocument document(String content, FileId id, LanguageVersion version) {
      try {
        return TextDocument.create(TextFile.forReader(new StringReader(content), id, version));
      } catch (IOException e) {
        throw new UncheckedIOException("a text in memory", e);
      }
    }

    private SourceFile unread(SourceInput input, Notification.Kind kind, String what) {
      Notification why = new Notification(input.path(), Span.NONE, kind, what);
      return PmdLowering.unread(input, sources.targetRelease(), why);
    }

    /** Where it stopped, and no more: PMD tells what stands before it, and that may be a secret. */
    private static String place(FileAnalysisException e) {
      Matcher place = PLACE.matcher(firstLine(e));
      return place.find() ? " " + place.group() : "";
    }

    private static String firstLine(Throwable e) {
      return String.valueOf(e.getMessage()).lines().findFirst().orElse("").strip();
    }
  }
}
