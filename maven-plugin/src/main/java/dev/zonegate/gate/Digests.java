package dev.zonegate.gate;

import dev.zonegate.engine.Analysis;
import dev.zonegate.engine.Settings;
import dev.zonegate.pmd.PmdFrontend;
import dev.zonegate.rule.Conventions;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Tells whether an analysis would come out the same. */
public final class Digests {
  private static final char SEPARATOR = '-';

  private Digests() {}

  /** Digest of everything that goes into an analysis but the sources and folders of classes. */
  public static String key(Inputs inputs) throws IOException {
    StringBuilder text = new StringBuilder();
    text.append(inputs.areClassesComplete()).append(' ').append(inputs.languageLevel());
    for (Path each : inputs.classpath()) {
      text.append('\n').append(digest(each));
    }
    return ofRules(inputs) + SEPARATOR + Sha256.of(text.toString());
  }

  /** Whether a key is of rules, encoding, target and Java with this digest. */
  static boolean isOf(String rules, String key) {
    return key.startsWith(rules + SEPARATOR);
  }

  /** The same with the folders of classes. */
  static String wholeKey(Inputs inputs) throws IOException {
    StringBuilder text = new StringBuilder(key(inputs));
    for (Path each : inputs.classpath()) {
      text.append('\n').append(Files.isDirectory(each) ? classes(each) : "");
    }
    return Sha256.of(text.toString());
  }

  /** Digest of the rules and how they are set, of the encoding, the target and the Java. */
  static String ofRules(Inputs inputs) throws IOException {
    StringBuilder text = new StringBuilder();
    // all of one jar in a build, of folders in our own tests
    Set<Path> places = new LinkedHashSet<>();
    for (Class<?> each : List.of(Analysis.class, PmdFrontend.class, Digests.class)) {
      places.add(codeOf(each));
    }
    for (Path each : places) {
      text.append(code(each));
    }
    text.append('\n').append(inputs.encoding()).append(' ').append(inputs.targetRelease());
    text.append(' ').append(Runtime.version().feature());
    text.append(' ').append(of(inputs.settings()));
    return Sha256.of(text.toString());
  }

  /** What the rules are set to, as a text. */
  static String of(Settings settings) {
    StringBuilder text = new StringBuilder();
    text.append(settings.leavesTests());
    settings.disabled().stream().sorted().forEach(each -> text.append(" -").append(each));
    settings.options().stream().sorted().forEach(each -> text.append(" +").append(each));
    Conventions conventions = settings.conventions();
    text.append('\n').append(new TreeMap<>(conventions.sanctioned()));
    text.append('\n').append(new TreeSet<>(conventions.dependencies()));
    new TreeMap<>(conventions.layers())
        .forEach((each, used) -> text.append('\n').append(each).append(new TreeSet<>(used)));
    return text.toString();
  }

  private static Path codeOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the class path holds an entry that is no file", e);
    }
  }

  /** Of the rules: what they are in cannot be followed. */
  private static String code(Path entry) throws IOException {
    return Files.isDirectory(entry) ? classes(entry) : digest(entry);
  }

  private static String digest(Path entry) throws IOException {
    if (Files.isDirectory(entry)) {
      // its files are followed one by one
      return "folder";
    }
    if (!Files.isRegularFile(entry)) {
      return "none";
    }
    String name = entry.getFileName().toString();
    // a released jar never changes under its name
    boolean isFixed = !name.contains("SNAPSHOT");
    return name + ":" + (isFixed ? String.valueOf(Files.size(entry)) : Sha256.of(entry));
  }

  /** The class files of a folder. */
  private static String classes(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(each -> each.toString().endsWith(".class")).sorted().toList();
    }
    StringBuilder text = new StringBuilder();
    for (Path each : files) {
      text.append(SourceListing.relative(folder, each)).append(Sha256.of(each));
    }
    return Sha256.of(text.toString());
  }
}
