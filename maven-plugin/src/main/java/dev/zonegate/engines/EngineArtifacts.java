package dev.zonegate.engines;

import dev.zonegate.gate.EngineSetting;
import java.util.List;

/**
 * What an engine that the gate runs is made of, as {@code group:artifact:version}.
 *
 * @param program with all that it depends on
 * @param plugins that it loads, each a jar of its own
 */
public record EngineArtifacts(List<String> program, List<String> plugins) {
  private static final String SPOTBUGS = "4.9.3";
  private static final String FINDSECBUGS = "1.13.0";
  private static final String PMD = "7.17.0";
  private static final String CHECKSTYLE = "10.26.1";

  public EngineArtifacts {
    program = List.copyOf(program);
    plugins = List.copyOf(plugins);
  }

  /** The versions that the mapping was made for, where a policy does not say others. */
  public static EngineArtifacts of(Engine engine, EngineSetting setting) {
    String version = setting.versions().get("version");
    return switch (engine) {
      case SPOTBUGS ->
          new EngineArtifacts(
              List.of("com.github.spotbugs:spotbugs:" + or(version, SPOTBUGS)),
              List.of(
                  "com.h3xstream.findsecbugs:findsecbugs-plugin:"
                      + or(setting.versions().get("findsecbugs"), FINDSECBUGS)));
      case PMD ->
          new EngineArtifacts(
              List.of(
                  "net.sourceforge.pmd:pmd-cli:" + or(version, PMD),
                  "net.sourceforge.pmd:pmd-java:" + or(version, PMD)),
              List.of());
      case CHECKSTYLE ->
          new EngineArtifacts(
              List.of("com.puppycrawl.tools:checkstyle:" + or(version, CHECKSTYLE)), List.of());
      case ERRORPRONE -> throw new IllegalArgumentException("a compiler's plug-in is not run");
    };
  }

  private static String or(String version, String usual) {
    return version == null ? usual : version;
  }
}
