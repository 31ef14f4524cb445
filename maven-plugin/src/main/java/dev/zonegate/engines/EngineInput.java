package dev.zonegate.engines;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;

/**
 * What an engine looks at.
 *
 * @param sources folders of sources
 * @param classes folders of what was compiled from them
 * @param classpath what they need
 * @param encoding of the sources
 */
public record EngineInput(
    List<Path> sources, List<Path> classes, List<Path> classpath, Charset encoding) {
  public EngineInput {
    sources = List.copyOf(sources);
    classes = List.copyOf(classes);
    classpath = List.copyOf(classpath);
  }
}
