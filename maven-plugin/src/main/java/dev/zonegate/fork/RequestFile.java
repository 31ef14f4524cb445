package dev.zonegate.fork;

import dev.zonegate.engine.Settings;
import dev.zonegate.gate.AnalysisRequest;
import dev.zonegate.gate.Inputs;
import dev.zonegate.gate.ResultsFile;
import dev.zonegate.gate.SettlingRequest;
import dev.zonegate.gate.SourceListing;
import dev.zonegate.model.Notification;
import dev.zonegate.rule.Conventions;
import dev.zonegate.stored.RecordFile;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Hands requests from one virtual machine to another. */
final class RequestFile {
  private record Switches(
      SortedSet<String> disabled,
      SortedSet<String> options,
      boolean leavesTests,
      SortedMap<String, String> sanctioned,
      SortedSet<String> dependencies,
      SortedMap<String, SortedSet<String>> layers) {
    static Switches of(Settings settings) {
      Conventions conventions = settings.conventions();
      SortedMap<String, SortedSet<String>> layers = new TreeMap<>();
      conventions.layers().forEach((each, used) -> layers.put(each, new TreeSet<>(used)));
      return new Switches(
          new TreeSet<>(settings.disabled()),
          new TreeSet<>(settings.options()),
          settings.leavesTests(),
          new TreeMap<>(conventions.sanctioned()),
          new TreeSet<>(conventions.dependencies()),
          layers);
    }

    Settings read() {
      SortedMap<String, Set<String>> used = new TreeMap<>();
      layers.forEach((each, others) -> used.put(each, new HashSet<>(others)));
      return new Settings(
          disabled, options, leavesTests, new Conventions(sanctioned, dependencies, used));
    }
  }

  private record WrittenInputs(
      EntryList entries,
      List<Notification> notifications,
      String encoding,
      List<String> classpath,
      boolean areClassesComplete,
      int languageLevel,
      int targetRelease,
      Switches settings) {
    static WrittenInputs of(Inputs inputs) {
      return new WrittenInputs(
          EntryList.of(inputs.listing().entries()),
          inputs.listing().notifications(),
          inputs.encoding().name(),
          inputs.classpath().stream().map(Path::toString).toList(),
          inputs.areClassesComplete(),
          inputs.languageLevel(),
          inputs.targetRelease(),
          Switches.of(inputs.settings()));
    }

    Inputs read() {
      return new Inputs(
          new SourceListing(entries.read(), notifications),
          Charset.forName(encoding),
          classpath.stream().map(Path::of).toList(),
          areClassesComplete,
          languageLevel,
          targetRelease,
          settings.read());
    }
  }

  private record Written(WrittenInputs inputs, EntryList others, String key) {}

  /** A request to bring results up to date; a time in milliseconds. */
  private record WrittenUpdate(WrittenInputs inputs, String file, long since) {}

  /** The same as it is read. */
  record Update(Inputs inputs, Path file, FileTime since) {}

  /** A request to settle results that lie in a file. */
  private record WrittenSettling(
      String results,
      long checksum,
      String kept,
      Switches settings,
      boolean isWhole,
      LocalDate today) {}

  /**
   * The same as it is read.
   *
   * @param kept where decisions are kept
   */
  record Settling(
      ResultsFile.Stored results, Path kept, Settings settings, boolean isWhole, LocalDate today) {
    static Settling of(SettlingRequest request, ResultsFile.Stored results, Path kept) {
      return new Settling(results, kept, request.settings(), request.isWhole(), request.today());
    }
  }

  private RequestFile() {}

  static void write(AnalysisRequest request, Path file) throws IOException {
    EntryList others = EntryList.of(request.others());
    RecordFile.write(new Written(WrittenInputs.of(request.inputs()), others, request.key()), file);
  }

  static AnalysisRequest read(Path file) throws IOException {
    Written written = read(Written.class, file);
    return new AnalysisRequest(written.inputs().read(), written.others().read(), written.key());
  }

  static void write(Update request, Path file) throws IOException {
    String results = request.file().toAbsolutePath().toString();
    RecordFile.write(
        new WrittenUpdate(WrittenInputs.of(request.inputs()), results, request.since().toMillis()),
        file);
  }

  static Update readUpdate(Path file) throws IOException {
    WrittenUpdate written = read(WrittenUpdate.class, file);
    return new Update(
        written.inputs().read(), Path.of(written.file()), FileTime.fromMillis(written.since()));
  }

  static void write(Settling request, Path file) throws IOException {
    Switches settings = Switches.of(request.settings());
    String results = request.results().file().toAbsolutePath().toString();
    long checksum = request.results().checksum();
    String kept = request.kept().toString();
    RecordFile.write(
        new WrittenSettling(results, checksum, kept, settings, request.isWhole(), request.today()),
        file);
  }

  static Settling readSettling(Path file) throws IOException {
    WrittenSettling written = read(WrittenSettling.class, file);
    return new Settling(
        new ResultsFile.Stored(Path.of(written.results()), written.checksum()),
        Path.of(written.kept()),
        written.settings().read(),
        written.isWhole(),
        written.today());
  }

  private static <T> T read(Class<T> type, Path file) throws IOException {
    return RecordFile.read(type, file)
        .orElseThrow(() -> new IOException(file + " holds no request"));
  }
}
