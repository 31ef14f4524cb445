package dev.zonegate.frontend;

import java.nio.file.Path;
import java.util.List;

/**
 * Files that are lowered together.
 *
 * @param inputs the files, in the order in which results are wanted
 * @param classpath jars and class folders to resolve types against; own classes included where they
 *     exist
 * @param languageLevel the Java version of the source, 8 or more; 0 for the newest that the
 *     front-end reads
 * @param targetRelease the release that it is compiled for; 0 if unknown
 * @param others files that are not lowered, but whose types these may use
 */
public record SourceSet(
    List<SourceInput> inputs,
    List<Path> classpath,
    int languageLevel,
    int targetRelease,
    List<SourceInput> others) {

  /** Files that use no sources but their own. */
  public SourceSet(
      List<SourceInput> inputs, List<Path> classpath, int languageLevel, int targetRelease) {
    this(inputs, classpath, languageLevel, targetRelease, List.of());
  }
}
