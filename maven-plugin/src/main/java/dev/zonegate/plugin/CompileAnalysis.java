package dev.zonegate.plugin;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.Trees;
import dev.zonegate.catalogue.Catalogue;
import dev.zonegate.engine.Analysis;
import dev.zonegate.frontend.SourceInput;
import dev.zonegate.frontend.javac.JavacLowering;
import dev.zonegate.gate.CompileResults;
import dev.zonegate.gate.FileRecord;
import dev.zonegate.gate.Inputs;
import dev.zonegate.gate.JudgedBefore;
import dev.zonegate.gate.SourceBytes;
import dev.zonegate.gate.SourceEntry;
import dev.zonegate.gate.SourceListing;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.SourceFile.Role;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Judges each file once javac has attributed all its types, and keeps what it found once javac has
 * made classes of it. A file of which javac has made a class before it has attributed the next one
 * is left out, since making classes changes the tree. So is what the gate has judged as it is.
 */
final class CompileAnalysis implements TaskListener {
  private final PluginOptions options;
  private final Trees trees;
  private final JavacLowering lowering;
  private final Analysis analysis;
  private final Map<URI, Integer> attributed = new HashMap<>();
  private final Map<URI, CompilationUnitTree> withoutTypes = new HashMap<>();
  private final Map<URI, FileRecord> judged = new HashMap<>();
  private final Set<URI> made = new HashSet<>();

  /** Names of the types in each file. */
  private final Map<URI, Set<String>> named = new HashMap<>();

  /** Paths of what the gate knows; null until all is parsed. */
  private Set<String> known;

  private CompilationUnitTree latest;
  private int failures;

  CompileAnalysis(JavacTask task, PluginOptions options) {
    this.options = options;
    this.trees = Trees.instance(task);
    this.lowering = new JavacLowering(trees, task.getTypes());
    this.analysis = new Analysis(Catalogue.rules(), options.inputs().settings());
  }

  @Override
  public void started(TaskEvent event) {
    if (event.getKind() == TaskEvent.Kind.GENERATE && event.getSourceFile() != null) {
      made.add(event.getSourceFile().toUri());
    }
  }

  @Override
  public void finished(TaskEvent event) {
    try {
      switch (event.getKind()) {
        case PARSE -> noteTypes(event.getCompilationUnit());
        case ANALYZE -> analyzed(event.getCompilationUnit());
        case COMPILATION -> end();
        default -> {}
      }
    } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
      // javac takes what a listener throws for its own failure
      failures++;
    }
  }

  private void noteTypes(CompilationUnitTree unit) {
    URI file = unit.getSourceFile().toUri();
    attributed.remove(file);
    Set<String> names = new TreeSet<>();
    addNames(unit.getTypeDecls(), names);
    named.put(file, names);
    if (types(unit) == 0 && unit.getModule() == null) {
      withoutTypes.put(file, unit);
    }
  }

  private static void addNames(Iterable<? extends Tree> declarations, Set<String> names) {
    for (Tree each : declarations) {
      if (each instanceof ClassTree type) {
        names.add(type.getSimpleName().toString());
        addNames(type.getMembers(), names);
      }
    }
  }

  private void analyzed(CompilationUnitTree unit) {
    URI file = unit.getSourceFile().toUri();
    latest = unit;
    if (!made.contains(file) && attributed.merge(file, 1, Integer::sum) == types(unit)) {
      judge(file, unit);
    }
  }

  private static int types(CompilationUnitTree unit) {
    int types = 0;
    for (Tree each : unit.getTypeDecls()) {
      types += each instanceof ClassTree ? 1 : 0;
    }
    return types;
  }

  private void judge(URI file, CompilationUnitTree unit) {
    if (!"file".equals(file.getScheme())) {
      return;
    }
    SourceEntry entry = entry(file);
    if (known().contains(entry.path())) {
      return;
    }
    SourceBytes bytes = SourceBytes.read(entry, options.inputs().encoding());
    if (bytes.notifications().isEmpty() && isWhatJavacRead(unit, bytes)) {
      SourceInput input = bytes.input();
      int release = options.inputs().targetRelease();
      SourceFile lowered = lowering.lower(unit, input, release, List.of());
      judged.put(file, FileRecord.of(bytes, lowered, analysis.check(lowered)));
    }
  }

  private SourceEntry entry(URI file) {
    Path path = Path.of(file);
    return new SourceEntry(SourceListing.relative(options.root(), path), path, role(path));
  }

  /** The paths of the files that the gate has judged as they are; it takes them from there. */
  private Set<String> known() {
    if (known == null) {
      known = Set.of();
      Map<String, Set<String>> types = new TreeMap<>();
      List<SourceEntry> entries = new ArrayList<>();
      named.forEach(
          (file, names) -> {
            if ("file".equals(file.getScheme())) {
              SourceEntry entry = entry(file);
              entries.add(entry);
              types.put(entry.path(), names);
            }
          });
      Inputs compiled = options.inputs().with(new SourceListing(entries, List.of()));
      try {
        known = JudgedBefore.among(compiled, types, options.out());
      } catch (IOException e) {
        ZonegatePlugin.say(trees, "cannot read what is kept, and judges all files: " + e, latest);
      }
    }
    return known;
  }

  /** The folder of a build's outcome holds no sources but generated ones. */
  private Role role(Path file) {
    Path target = options.out().getParent();
    return target != null && file.startsWith(target) ? Role.GENERATED : Role.of(file.toString());
  }

  private static boolean isWhatJavacRead(CompilationUnitTree unit, SourceBytes bytes) {
    try {
      return bytes.content().contentEquals(unit.getSourceFile().getCharContent(true));
    } catch (CharacterCodingException e) {
      return false;
    } catch (IOException e) {
      return false;
    }
  }

  private void end() {
    if (made.isEmpty()) {
      return;
    }
    withoutTypes.forEach(
        (file, unit) -> {
          made.add(file);
          judge(file, unit);
        });
    Map<String, FileRecord> main = new TreeMap<>();
    Map<String, FileRecord> test = new TreeMap<>();
    judged.forEach(
        (file, record) -> {
          if (made.contains(file)) {
            (isTest(file) ? test : main).put(record.path(), record);
          }
        });
    write(main, CompileResults.MAIN);
    write(test, CompileResults.TEST);
    if (failures > 0) {
      ZonegatePlugin.say(trees, failures + " files are left to `check`: they made us fail", latest);
    }
  }

  private static boolean isTest(URI file) {
    String path = file.getPath();
    return Role.of(path) == Role.TEST || path.contains("/generated-test-sources/");
  }

  private void write(Map<String, FileRecord> files, String name) {
    if (files.isEmpty()) {
      return;
    }
    try {
      List<FileRecord> sorted = new ArrayList<>(files.values());
      CompileResults.write(options.inputs(), sorted, options.out().resolve(name));
    } catch (IOException e) {
      ZonegatePlugin.say(trees, "cannot keep what it found: " + e, latest);
    }
  }
}
