package dev.zonegate.engines;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How an engine is called so that it looks for what stands for patterns of ours, and for nothing
 * else.
 *
 * @param config where what it is to look for is written
 * @param report where it is to write
 */
record EngineCommand(Engine engine, List<Path> plugins, Path config, Path report) {
  EngineCommand {
    plugins = List.copyOf(plugins);
  }

  /** What it is to look for, in its own format. */
  byte[] configuration() throws IOException {
    if (engine == Engine.SPOTBUGS) {
      String ids = String.join(",", Mapping.load().ids(engine));
      String filter =
          "<FindBugsFilter>\n  <Match>\n    <Bug pattern=\""
              + ids
              + "\"/>\n  </Match>\n</FindBugsFilter>\n";
      return filter.getBytes(StandardCharsets.UTF_8);
    }
    String name = "/zonegate/engines/" + engine.id() + ".xml";
    try (InputStream in = EngineCommand.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }

  /** What the virtual machine is told besides, its main class and what that is told. */
  List<String> arguments(EngineInput input) {
    return switch (engine) {
      case SPOTBUGS -> spotBugs(input);
      case PMD -> pmd(input);
      case CHECKSTYLE -> checkstyle(input);
      case ERRORPRONE -> throw new IllegalArgumentException("a compiler's plug-in is not run");
    };
  }

  private List<String> spotBugs(EngineInput input) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "edu.umd.cs.findbugs.FindBugs2",
                "-xml:withMessages=" + report,
                "-medium",
                "-include",
                config.toString()));
    if (!plugins.isEmpty()) {
      words.addAll(List.of("-pluginList", path(plugins)));
    }
    if (!input.classpath().isEmpty()) {
      words.addAll(List.of("-auxclasspath", path(input.classpath())));
    }
    input.classes().forEach(each -> words.add(each.toString()));
    return words;
  }

  private List<String> pmd(EngineInput input) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "net.sourceforge.pmd.cli.PmdCli",
                "check",
                "--no-progress",
                "--no-cache",
                "--no-fail-on-violation",
                "--no-fail-on-error",
                "--encoding=" + input.encoding().name(),
                "--rulesets=" + config,
                "--format=xml",
                "--report-file=" + report));
    List<Path> known =
        Stream.concat(input.classes().stream(), input.classpath().stream()).distinct().toList();
    if (!known.isEmpty()) {
      words.add("--aux-classpath=" + path(known));
    }
    input.sources().forEach(each -> words.add("--dir=" + each));
    return words;
  }

  private List<String> checkstyle(EngineInput input) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "-Dzonegate.charset=" + input.encoding().name(),
                "com.puppycrawl.tools.checkstyle.Main",
                "-c",
                config.toString(),
                "-f",
                "xml",
                "-o",
                report.toString()));
    input.sources().forEach(each -> words.add(each.toString()));
    return words;
  }

  /** Whether it came to its end; Checkstyle's status is the number of files that do not parse. */
  boolean isDone(int status) {
    return status == 0 || engine == Engine.CHECKSTYLE && status > 0 && status < 128;
  }

  static String path(List<Path> entries) {
    return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }
}
