package dev.zonegate.gate;

import dev.zonegate.engine.Analysis;
import dev.zonegate.engine.FileResult;
import dev.zonegate.frontend.FrontEnd;
import dev.zonegate.frontend.SourceInput;
import dev.zonegate.frontend.SourceSet;
import dev.zonegate.frontend.resource.ResourceReader;
import dev.zonegate.model.Notification;
import dev.zonegate.model.ResourceFile;
import dev.zonegate.model.SourceFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/**
 * Lowers and checks the files of a build or folder: sources each with the first front-end that can
 * read it whole, else with the one that recovers most. A lowered file is dropped as soon as it is
 * checked.
 */
public final class SourceAnalysis {
  private final Inputs inputs;
  private final List<SourceInput> others;
  private final Analysis analysis;
  private final Map<String, SourceBytes> bytes = new HashMap<>();
  private final Map<String, FileRecord> partial = new ConcurrentHashMap<>();
  private final Queue<FileRecord> records = new ConcurrentLinkedQueue<>();

  private SourceAnalysis(Inputs inputs, List<SourceInput> others, Analysis analysis) {
    this.inputs = inputs;
    this.others = others;
    this.analysis = analysis;
  }

  /**
   * Checks all files.
   *
   * @param frontEnds in the order in which they are tried
   * @param key kept with the results
   */
  public static Results of(Inputs inputs, List<FrontEnd> frontEnds, Analysis analysis, String key) {
    return of(inputs, List.of(), frontEnds, analysis, key);
  }

  /**
   * Checks some files of a whole.
   *
   * @param others files that are not checked, but that these may use
   */
  public static Results of(
      Inputs inputs,
      List<SourceEntry> others,
      List<FrontEnd> frontEnds,
      Analysis analysis,
      String key) {
    List<SourceInput> used =
        others.stream()
            .filter(each -> !each.isResource())
            .map(each -> SourceBytes.read(each, inputs.encodingOf(each)))
            .filter(each -> each.content() != null)
            .map(SourceBytes::input)
            .toList();
    SourceAnalysis run = new SourceAnalysis(inputs, used, analysis);
    run.readWith(frontEnds);
    List<FileRecord> files = new ArrayList<>(run.records);
    files.sort(Comparator.comparing(FileRecord::path));
    return new Results(key, files, inputs.listing().notifications());
  }

  private void readWith(List<FrontEnd> frontEnds) {
    List<SourceInput> open = texts();
    for (FrontEnd each : frontEnds) {
      if (!open.isEmpty()) {
        read(each, open, this::take);
        open = open.stream().filter(input -> partial.containsKey(input.path())).toList();
      }
    }
    records.addAll(partial.values());
  }

  private List<SourceInput> texts() {
    List<SourceInput> texts = new ArrayList<>();
    for (SourceEntry entry : inputs.listing().entries()) {
      SourceBytes read = SourceBytes.read(entry, inputs.encodingOf(entry));
      if (read.content() == null) {
        records.add(FileRecord.unread(read));
      } else if (entry.isResource()) {
        records.add(resource(read));
      } else {
        bytes.put(entry.path(), read);
        texts.add(read.input());
      }
    }
    return texts;
  }

  private FileRecord resource(SourceBytes read) {
    ResourceFile file = ResourceReader.read(read.input());
    boolean mayBeLatin = file.format() == ResourceFile.Format.PROPERTIES;
    List<Notification> more = mayBeLatin ? List.of() : read.notifications();
    return FileRecord.of(read, with(analysis.check(file), more));
  }

  /** Reads with one front-end; if it fails altogether, again file by file. */
  private void read(FrontEnd frontEnd, List<SourceInput> open, Consumer<SourceFile> ready) {
    Set<String> done = ConcurrentHashMap.newKeySet();
    Consumer<SourceFile> once =
        file -> {
          if (done.add(file.path())) {
            accept(frontEnd, file, ready);
          }
        };
    try {
      frontEnd.read(sources(open), once);
    } catch (RuntimeException | VirtualMachineError | AssertionError e) {
      List<SourceInput> left = open.stream().filter(each -> !done.contains(each.path())).toList();
      if (open.size() == 1) {
        left.forEach(each -> failed(frontEnd, each.path(), e));
      } else {
        left.forEach(each -> read(frontEnd, List.of(each), once));
      }
    }
  }

  /** What fails after a file was read costs that file, not those that are read with it. */
  private void accept(FrontEnd frontEnd, SourceFile file, Consumer<SourceFile> ready) {
    try {
      ready.accept(file);
    } catch (RuntimeException | VirtualMachineError e) {
      failed(frontEnd, file.path(), e);
    }
  }

  private SourceSet sources(List<SourceInput> open) {
    return new SourceSet(
        open, inputs.classpath(), inputs.languageLevel(), inputs.targetRelease(), others);
  }

  private void take(SourceFile file) {
    SourceBytes read = bytes.get(file.path());
    FileResult result = analysis.check(file);
    FileRecord record = FileRecord.of(read, file, with(result, read.notifications()));
    if (record.isRead()) {
      partial.remove(file.path());
      // what others are asked for is packed at once, by the threads that analyse
      records.add(record.packed());
    } else {
      partial.merge(file.path(), record, FileRecord::fuller);
    }
  }

  private void failed(FrontEnd frontEnd, String path, Throwable failure) {
    String message =
        frontEnd.name()
            + " failed on it with "
            + failure.getClass().getSimpleName()
            + "; report it with the file";
    SourceBytes read = bytes.get(path);
    FileRecord record = FileRecord.unread(read.failed(message), SourceHead.of(read.content()));
    partial.merge(path, record, FileRecord::fuller);
  }

  private static FileResult with(FileResult result, List<Notification> more) {
    if (more.isEmpty()) {
      return result;
    }
    List<Notification> all = new ArrayList<>(result.notifications());
    all.addAll(more);
    all.sort(null);
    return result.with(all);
  }
}
