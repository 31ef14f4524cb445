package dev.zonegate.errorprone;

import dev.zonegate.catalogue.Catalogue;
import dev.zonegate.frontend.SourceInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Sources compiled with Error Prone and our checks, as a build does it. */
final class Compilation {
  private static final Pattern MESSAGE = Pattern.compile("\\[(\\w+)] (.*) \\((\\w+)\\)$");

  private static final List<String> EXPORTED_TO_CHECKS =
      Stream.of("api", "code", "model", "tree", "util")
          .map(each -> "--add-exports=jdk.compiler/com.sun.tools.javac." + each + "=ALL-UNNAMED")
          .toList();

  private final Map<String, SourceInput> inputs = new TreeMap<>();
  private final List<Diagnostic<? extends JavaFileObject>> diagnostics;

  /**
   * A finding as the compiler reports it.
   *
   * @param key {@code TimeZone.implicitNow}
   */
  record Reported(
      String path, int line, int column, String key, String message, Diagnostic.Kind kind) {
    @Override
    public String toString() {
      return path + ":" + line + ":" + column + " " + key + " " + message;
    }
  }

  private Compilation(
      Collection<SourceInput> sources, List<Diagnostic<? extends JavaFileObject>> diagnostics) {
    sources.forEach(each -> inputs.put("/" + each.path(), each));
    this.diagnostics = diagnostics;
  }

  /**
   * Compiles.
   *
   * @param release the API to compile against; 0 for all of the running JDK, javac's own included
   * @param options of Error Prone, such as {@code -Xep:TimeZone:ERROR}
   */
  static Compilation of(
      Collection<SourceInput> sources, List<Path> classpath, int release, String... options) {
    List<String> plugin = new ArrayList<>();
    Catalogue.rules().forEach(each -> plugin.add("-Xep:" + each.info().name() + ":WARN"));
    plugin.addAll(Arrays.asList(options));
    return new Compilation(sources, run(files(sources), classpath, flags(release, plugin)));
  }

  /** Compiles with just these arguments. */
  static Compilation with(List<String> arguments, Collection<SourceInput> sources) {
    return new Compilation(sources, run(files(sources), List.of(), arguments));
  }

  /** Writes a patch with the fixes of a rule beside a source. */
  static void patch(Path source, String rule) {
    try (StandardJavaFileManager manager = manager()) {
      List<JavaFileObject> files = new ArrayList<>();
      manager.getJavaFileObjects(source).forEach(files::add);
      List<String> plugin =
          List.of("-XepPatchChecks:" + rule, "-XepPatchLocation:" + source.getParent());
      run(files, List.of(), flags(17, plugin));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<JavaFileObject> files(Collection<SourceInput> sources) {
    List<JavaFileObject> files = new ArrayList<>();
    sources.forEach(each -> files.add(new Source(each.path(), each.text().content())));
    return files;
  }

  private static List<String> flags(int release, List<String> plugin) {
    List<String> flags = new ArrayList<>();
    flags.addAll(
        release > 0 ? List.of("--release", Integer.toString(release)) : EXPORTED_TO_CHECKS);
    flags.addAll(List.of("-XDcompilePolicy=simple", "--should-stop=ifError=FLOW"));
    flags.addAll(List.of("-Xmaxwarns", "10000", "-Xmaxerrs", "10000"));
    flags.add("-Xplugin:ErrorProne -XepDisableAllChecks " + String.join(" ", plugin));
    return flags;
  }

  private static List<Diagnostic<? extends JavaFileObject>> run(
      List<JavaFileObject> files, List<Path> classpath, List<String> arguments) {
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    List<String> flags = new ArrayList<>(arguments);
    flags.addAll(List.of("-proc:none", "-processorpath", System.getProperty("java.class.path")));
    try (StandardJavaFileManager manager = manager()) {
      Path out = Files.createDirectories(Path.of("target", "compiled"));
      manager.setLocationFromPaths(StandardLocation.CLASS_PATH, classpath);
      manager.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(out));
      ToolProvider.getSystemJavaCompiler()
          .getTask(Writer.nullWriter(), manager, diagnostics, flags, null, files)
          .call();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return diagnostics.getDiagnostics();
  }

  private static StandardJavaFileManager manager() {
    return ToolProvider.getSystemJavaCompiler()
        .getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
  }

  /** What our checks report, in order. */
  List<Reported> reported() {
    List<Reported> reported = new ArrayList<>();
    for (Diagnostic<? extends JavaFileObject> each : diagnostics) {
      String first = each.getMessage(Locale.ROOT).lines().findFirst().orElse("");
      Matcher message = MESSAGE.matcher(first);
      if (each.getSource() != null && message.matches()) {
        SourceInput input = inputs.get(each.getSource().toUri().getPath());
        int offset = (int) each.getPosition();
        reported.add(
            new Reported(
                input.path(),
                input.text().line(offset),
                input.text().column(offset),
                message.group(1) + "." + message.group(3),
                message.group(2),
                each.getKind()));
      }
    }
    return reported;
  }

  /** All that the compiler says, as build tools show it: whole messages with proposed repairs. */
  List<String> messages() {
    return diagnostics.stream().map(each -> each.getMessage(Locale.ROOT)).toList();
  }

  /** What else the compiler says. */
  List<String> others() {
    return diagnostics.stream()
        .map(each -> each.getMessage(Locale.ROOT))
        .filter(each -> !MESSAGE.matcher(each.lines().findFirst().orElse("")).matches())
        .toList();
  }

  /** A source in memory. */
  static final class Source extends SimpleJavaFileObject {
    private final String content;

    Source(String path, String content) {
      super(URI.create("string:///" + path), Kind.SOURCE);
      this.content = content;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return content;
    }
  }
}
