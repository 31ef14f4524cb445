package dev.zonegate.gate;

import dev.zonegate.catalogue.Catalogue;
import dev.zonegate.engine.Analysis;
import dev.zonegate.engine.Settings;
import dev.zonegate.engine.Settlement;
import dev.zonegate.frontend.FrontEnd;
import dev.zonegate.gate.SourceListing.Filter;
import dev.zonegate.model.Notification;
import dev.zonegate.model.SourceFile.Role;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A folder of any files, judged as {@code scan} judges it. */
record JudgedFolder(Results results, Settlement settlement) {
  static JudgedFolder of(Path folder, List<FrontEnd> frontEnds, List<Path> classpath) {
    SourceListing listing =
        SourceListing.of(
            List.of(new SourceRoot(folder, Role.MAIN, SourceRoot.Holds.BOTH)), folder, Filter.ALL);
    Inputs inputs =
        new Inputs(listing, StandardCharsets.UTF_8, classpath, false, 0, 0, Settings.DEFAULT);
    Analysis analysis = new Analysis(Catalogue.rules(), Settings.DEFAULT);
    Results results = SourceAnalysis.of(inputs, frontEnds, analysis, "");
    return new JudgedFolder(results, results.settle(analysis, true, Findings.TODAY));
  }

  List<String> paths() {
    return results.files().stream().map(FileRecord::path).toList();
  }

  /** Everything that was said about how the files were read. */
  Stream<Notification> notifications() {
    Stream<Notification> read =
        results.files().stream().flatMap(each -> each.result().notifications().stream());
    return Stream.concat(read, settlement.notifications().stream());
  }

  /** What of ours failed; that a parser fails on a file is told and no crash. */
  List<Notification> crashes() {
    return notifications()
        .filter(
            each ->
                each.kind() == Notification.Kind.RULE
                    || each.kind() == Notification.Kind.LOWERING
                    || each.message().contains("; report it"))
        .toList();
  }

  /** Files of which nothing was seen without a word about it. */
  List<String> silent() {
    return results.files().stream()
        .filter(each -> each.sha256().isEmpty() && each.result().notifications().isEmpty())
        .map(FileRecord::path)
        .toList();
  }
}
