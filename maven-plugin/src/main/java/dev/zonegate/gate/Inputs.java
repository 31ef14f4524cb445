package dev.zonegate.gate;

import dev.zonegate.engine.Settings;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/**
 * What an analysis works on.
 *
 * @param listing the files
 * @param encoding theirs
 * @param classpath jars and class folders, own classes included
 * @param areClassesComplete whether the own classes are compiled and on the class path
 * @param languageLevel the Java version of the sources; 0 if unknown
 * @param targetRelease the release they are compiled for; 0 if unknown
 * @param settings switches of the rules
 */
public record Inputs(
    SourceListing listing,
    Charset encoding,
    List<Path> classpath,
    boolean areClassesComplete,
    int languageLevel,
    int targetRelease,
    Settings settings) {
  public Inputs {
    classpath = List.copyOf(classpath);
  }

  /** The same of those files only whose paths are wanted. */
  Inputs of(Predicate<String> wanted) {
    List<SourceEntry> entries =
        listing.entries().stream().filter(each -> wanted.test(each.path())).toList();
    return with(new SourceListing(entries, listing.notifications()));
  }

  /** The same of other files. */
  public Inputs with(SourceListing files) {
    return new Inputs(
        files, encoding, classpath, areClassesComplete, languageLevel, targetRelease, settings);
  }

  /** Settings are UTF-8 whatever the sources are; properties may be of an older encoding. */
  Charset encodingOf(SourceEntry entry) {
    return entry.isResource() ? StandardCharsets.UTF_8 : encoding;
  }
}
