package dev.zonegate.benchmarks;

import dev.zonegate.catalogue.Catalogue;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The command lines of what is compared, all of them Java, on one workload. */
final class Programs {
  /** What can be named, in the order of the manual. */
  static final List<String> NAMES =
      List.of(
          "attribute",
          "javac",
          "gate",
          "gate-1g",
          "gate-worker",
          "lower-javac",
          "rules-javac",
          "lower-pmd",
          "errorprone-none",
          "errorprone-ours",
          "errorprone-defaults",
          "pmd-quickstart",
          "spotbugs",
          "checkstyle");

  /** What may end as if it had failed. */
  static final Set<String> FAILING_ON_FINDINGS =
      Set.of("errorprone-defaults", "pmd-quickstart", "spotbugs", "checkstyle");

  private static final List<String> INTERNALS =
      List.of("api", "code", "comp", "file", "main", "model", "parser", "processing", "tree");

  /** What the worker of a build is started with, but for its archive of classes. */
  private static final List<String> OF_THE_WORKER =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx1g");

  private final Workload workload;
  private final Path tools;
  private final Path scratch;

  /**
   * Programs for one workload.
   *
   * @param scratch for what they write
   */
  Programs(Workload workload, Path tools, Path scratch) {
    this.workload = workload;
    this.tools = tools;
    this.scratch = scratch;
  }

  /** What follows {@code java} on the command line. */
  List<String> command(String name) throws IOException {
    return switch (name) {
      case "attribute" ->
          javac("-XDshould-stop.ifError=ATTR", "-XDshould-stop.ifNoError=ATTR", "-proc:none");
      case "javac" -> javac("-proc:none");
      case "gate" -> ours(List.of(), "gate");
      case "gate-1g" -> ours(List.of("-Xmx1g"), "gate");
      case "gate-worker" -> ours(OF_THE_WORKER, "gate");
      case "lower-javac", "rules-javac", "lower-pmd" -> ours(List.of(), name);
      case "errorprone-none" -> errorProne("-XepDisableAllChecks");
      case "errorprone-ours" -> errorProne("-XepDisableAllChecks " + ourChecks());
      case "errorprone-defaults" -> errorProne("");
      case "pmd-quickstart" -> pmd();
      case "spotbugs" -> spotBugs();
      case "checkstyle" -> checkstyle();
      default -> throw new IllegalArgumentException(name + " is no program");
    };
  }

  private List<String> javac(String... options) throws IOException {
    return javac(List.of(), List.of(options));
  }

  private List<String> javac(List<String> jvm, List<String> options) throws IOException {
    List<String> lines = new ArrayList<>(options);
    lines.addAll(List.of("-Xlint:none", "-implicit:none", "-encoding", "UTF-8"));
    lines.addAll(List.of("--release", "17", "-cp", path(workload.classpath())));
    lines.addAll(List.of("-d", Files.createDirectories(scratch.resolve("classes")).toString()));
    workload.sources().forEach(each -> lines.add(each.toString()));
    Path file = scratch.resolve("javac.args");
    Files.write(file, lines.stream().map(Programs::quoted).toList());
    List<String> command = new ArrayList<>(jvm);
    command.add("--add-modules=ALL-DEFAULT"); // as the launcher of javac does
    command.addAll(List.of("-m", "jdk.compiler/com.sun.tools.javac.Main", "@" + file));
    return command;
  }

  private static String quoted(String argument) {
    return '"' + argument.replace("\\", "\\\\") + '"';
  }

  private List<String> ours(List<String> jvm, String what) {
    List<String> command = new ArrayList<>(jvm);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Reading.class.getName()));
    command.addAll(List.of(what, scratch.resolve("results.bin").toString()));
    workload.folders().forEach(each -> command.add(each.toString()));
    return command;
  }

  /** As users write it in a pom: the plug-in lies on the path of processors. */
  private List<String> errorProne(String choice) throws IOException {
    List<String> jvm = new ArrayList<>();
    for (String each : INTERNALS) {
      jvm.add("--add-opens=jdk.compiler/com.sun.tools.javac." + each + "=ALL-UNNAMED");
    }
    jvm.add("--add-opens=jdk.compiler/com.sun.tools.javac.util=ALL-UNNAMED");
    List<String> options =
        List.of(
            "-XDcompilePolicy=simple",
            "--should-stop=ifError=FLOW",
            "-processorpath",
            System.getProperty("java.class.path"),
            "-proc:none",
            ("-Xplugin:ErrorProne " + choice).strip());
    return javac(jvm, options);
  }

  private static String ourChecks() {
    return Catalogue.rules().stream()
        .map(each -> "-Xep:" + each.info().name() + ":WARN")
        .collect(Collectors.joining(" "));
  }

  private List<String> pmd() throws IOException {
    return List.of(
        "-cp",
        toolPath("pmd"),
        "net.sourceforge.pmd.cli.PmdCli",
        "check",
        "--no-cache",
        "--no-progress",
        "-R",
        "rulesets/java/quickstart.xml",
        "--use-version",
        "java-17",
        "--aux-classpath",
        path(workload.classpath()),
        "-f",
        "text",
        "-r",
        scratch.resolve("pmd.txt").toString(),
        "-d",
        commas(workload.roots()));
  }

  private List<String> spotBugs() throws IOException {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("-cp", toolPath("spotbugs"), "edu.umd.cs.findbugs.FindBugs2"));
    command.addAll(List.of("-effort:default", "-pluginList", findSecBugs()));
    command.addAll(List.of("-auxclasspath", path(workload.classpath())));
    command.addAll(List.of("-output", scratch.resolve("spotbugs.txt").toString()));
    workload.ownJars().forEach(each -> command.add(each.toString()));
    return command;
  }

  private String findSecBugs() throws IOException {
    for (String each : toolPath("spotbugs").split(File.pathSeparator)) {
      if (each.contains("findsecbugs-plugin-")) {
        return each;
      }
    }
    throw new IllegalStateException("no FindSecBugs on the class path of SpotBugs");
  }

  private List<String> checkstyle() throws IOException {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("-cp", toolPath("checkstyle")));
    command.addAll(List.of("com.puppycrawl.tools.checkstyle.Main", "-c", "/google_checks.xml"));
    command.addAll(List.of("-o", scratch.resolve("checkstyle.txt").toString()));
    workload.roots().forEach(each -> command.add(each.toString()));
    return command;
  }

  private String toolPath(String tool) throws IOException {
    return Files.readString(tools.resolve(tool).resolve("classpath.txt")).strip();
  }

  private static String path(List<Path> entries) {
    return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  private static String commas(List<Path> entries) {
    return entries.stream().map(Path::toString).collect(Collectors.joining(","));
  }
}
