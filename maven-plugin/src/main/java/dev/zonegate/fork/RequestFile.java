package dev.zonegate.fork;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.zonegate.engine.Settings;
import dev.zonegate.gate.AnalysisRequest;
import dev.zonegate.gate.Inputs;
import dev.zonegate.gate.SourceEntry;
import dev.zonegate.gate.SourceListing;
import dev.zonegate.model.Notification;
import dev.zonegate.model.SourceFile.Role;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Hands a request from one virtual machine to another. */
final class RequestFile {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private record Entry(String path, String file, Role role) {
    static Entry of(SourceEntry entry) {
      return new Entry(entry.path(), entry.file().toString(), entry.role());
    }

    SourceEntry read() {
      return new SourceEntry(path, Path.of(file), role);
    }
  }

  private record Written(
      List<Entry> entries,
      List<Notification> notifications,
      List<Entry> others,
      String encoding,
      List<String> classpath,
      boolean areClassesComplete,
      int languageLevel,
      int targetRelease,
      Settings settings,
      String key) {}

  private RequestFile() {}

  static void write(AnalysisRequest request, Path file) throws IOException {
    Inputs inputs = request.inputs();
    Written written =
        new Written(
            inputs.listing().entries().stream().map(Entry::of).toList(),
            inputs.listing().notifications(),
            request.others().stream().map(Entry::of).toList(),
            inputs.encoding().name(),
            inputs.classpath().stream().map(Path::toString).toList(),
            inputs.areClassesComplete(),
            inputs.languageLevel(),
            inputs.targetRelease(),
            inputs.settings(),
            request.key());
    Files.write(file, JSON.writeValueAsBytes(written));
  }

  static AnalysisRequest read(Path file) throws IOException {
    Written written = JSON.readValue(Files.readAllBytes(file), Written.class);
    Inputs inputs =
        new Inputs(
            new SourceListing(
                written.entries().stream().map(Entry::read).toList(), written.notifications()),
            Charset.forName(written.encoding()),
            written.classpath().stream().map(Path::of).toList(),
            written.areClassesComplete(),
            written.languageLevel(),
            written.targetRelease(),
            written.settings());
    return new AnalysisRequest(
        inputs, written.others().stream().map(Entry::read).toList(), written.key());
  }
}
