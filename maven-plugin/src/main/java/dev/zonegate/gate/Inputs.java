package dev.zonegate.gate;

import dev.zonegate.engine.Settings;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;

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
}
