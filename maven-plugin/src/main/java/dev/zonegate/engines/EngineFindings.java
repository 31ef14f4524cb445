package dev.zonegate.engines;

import dev.zonegate.files.SmallFile;
import dev.zonegate.gate.FileRecord;
import dev.zonegate.gate.Results;
import dev.zonegate.gate.RuleNames;
import dev.zonegate.gate.Sha256;
import dev.zonegate.match.SecretValues;
import dev.zonegate.model.Notification;
import dev.zonegate.model.SourceFile.Role;
import dev.zonegate.model.Span;
import dev.zonegate.provenance.Evidence;
import dev.zonegate.rule.Finding;
import dev.zonegate.rule.Related;
import dev.zonegate.rule.RuleInfo;
import dev.zonegate.rule.RulePattern;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes findings of what engines report about the files of a module. */
public final class EngineFindings {
  private static final Pattern QUOTED = Pattern.compile("[\"\'`]([^\"\'`]{8,})[\"\'`]");
  private static final String TESTS = "HollowTest";
  private static final int LARGEST_SOURCE = 8 * 1024 * 1024;

  private final Path root;
  private final Results own;
  private final RuleNames rules;
  private final boolean includesTests;
  private final Mapping mapping = Mapping.load();
  private final Map<String, List<FileRecord>> byName = new HashMap<>();
  private final Map<String, List<Finding>> found = new TreeMap<>();
  private final Map<String, List<String>> lines = new HashMap<>();
  private final Map<String, Integer> equals = new HashMap<>();
  private final Set<String> outdated = new HashSet<>();
  private final List<Notification> notifications = new ArrayList<>();

  /**
   * For the files of a module.
   *
   * @param root that their paths are relative to
   * @param own what we found in them
   * @param includesTests whether every rule judges test code
   */
  public EngineFindings(Path root, Results own, RuleNames rules, boolean includesTests) {
    this.root = root;
    this.own = own;
    this.rules = rules;
    this.includesTests = includesTests;
    for (FileRecord each : own.files()) {
      if (each.role() != Role.GENERATED) {
        String name = each.path().substring(each.path().lastIndexOf('/') + 1);
        byName.computeIfAbsent(name, key -> new ArrayList<>()).add(each);
      }
    }
  }

  /** Adds what a report says. What it says of a file that changed since is left out. */
  public void add(Engine engine, Path report) throws ReportException {
    List<Told> told = told(engine, report);
    for (Told each : told) {
      Optional<String> key = mapping.key(engine, each.id());
      Optional<FileRecord> file = key.isEmpty() ? Optional.empty() : file(each.file());
      if (file.isPresent() && isJudged(file.get(), key.get()) && isOf(engine, report, file.get())) {
        Finding finding = finding(engine, each, file.get().path(), key.get());
        found.computeIfAbsent(finding.path(), path -> new ArrayList<>()).add(finding);
      }
    }
  }

  /** Tells that an engine could not be heard. */
  public void addSilence(String module, String why) {
    notifications.add(new Notification(module, Span.NONE, Notification.Kind.PROJECT, why));
  }

  private static List<Told> told(Engine engine, Path report) throws ReportException {
    List<Told> told = new ArrayList<>();
    switch (engine) {
      case SPOTBUGS -> XmlReport.read(report, new SpotBugsReader(told));
      case PMD -> XmlReport.read(report, new PmdReader(told));
      case CHECKSTYLE -> XmlReport.read(report, new CheckstyleReader(told));
      case ERRORPRONE -> ErrorProneLog.read(report, told);
    }
    return told;
  }

  /** What was added, as results that know nothing else of the files. */
  public Results results() {
    List<FileRecord> files = new ArrayList<>();
    for (FileRecord each : own.files()) {
      if (found.containsKey(each.path())) {
        files.add(each.holding(found.get(each.path())));
      }
    }
    return new Results("", files, notifications);
  }

  private boolean isJudged(FileRecord file, String key) {
    boolean isAboutTests = key.startsWith(TESTS + ".");
    return file.role() == Role.TEST ? includesTests || isAboutTests : !isAboutTests;
  }

  /** The file that a report means: the one at that path, or the only one with its last parts. */
  private Optional<FileRecord> file(String written) {
    String path = written.replace('\\', '/');
    String name = path.substring(path.lastIndexOf('/') + 1);
    String below = root.toString().replace('\\', '/') + "/";
    String relative = path.startsWith(below) ? path.substring(below.length()) : path;
    List<FileRecord> meant = new ArrayList<>();
    for (FileRecord each : byName.getOrDefault(name, List.of())) {
      if (each.path().equals(relative)) {
        return Optional.of(each);
      }
      if (each.path().endsWith("/" + relative)) {
        meant.add(each);
      }
    }
    return meant.size() == 1 ? Optional.of(meant.get(0)) : Optional.empty();
  }

  private boolean isOf(Engine engine, Path report, FileRecord file) {
    try {
      Path source = root.resolve(file.path());
      boolean isOlder =
          Files.getLastModifiedTime(report).compareTo(Files.getLastModifiedTime(source)) < 0;
      if (isOlder && outdated.add(engine + file.path())) {
        notifications.add(
            new Notification(
                file.path(),
                Span.NONE,
                Notification.Kind.PROJECT,
                "changed since the report of " + engine.title() + "; run it again"));
      }
      return !isOlder;
    } catch (IOException e) {
      return false;
    }
  }

  private Finding finding(Engine engine, Told told, String path, String key)
      throws ReportException {
    RuleInfo rule = rules.rule(key).orElseThrow();
    String id = key.substring(key.indexOf('.') + 1);
    RulePattern pattern =
        rule.patterns().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    Span at = at(told);
    String source = engine.title() + " " + told.id();
    boolean saysNothing = pattern.hidesText() || told.message().isBlank();
    String message =
        (saysNothing ? rule.summary() : masked(Evidence.oneLine(told.message())))
            + " ("
            + source
            + ")";
    return new Finding(
        rule.id(),
        rule.name(),
        id,
        path,
        at,
        at,
        message,
        fingerprint(source, key, path, pattern.hidesText() ? "" : line(path, told.line())),
        pattern.severity(),
        told.confidence(),
        pattern.isPreview(),
        List.of(new Related(path, at, source)),
        List.of());
  }

  /** A message without the texts that it quotes and that may be secrets. */
  private static String masked(String message) {
    return QUOTED
        .matcher(message)
        .replaceAll(
            each ->
                SecretValues.mayHold(each.group(1))
                    ? "(a text of " + each.group(1).length() + " characters)"
                    : Matcher.quoteReplacement(each.group()));
  }

  private static Span at(Told told) {
    int line = Math.max(1, told.line());
    return new Span(line, told.column(), line, told.column() + 1);
  }

  /** The same while the code of the line is, wherever it stands. */
  private String fingerprint(String source, String key, String path, String line) {
    String text = source + '\n' + key + '\n' + line.replaceAll("\\s+", "");
    int ordinal = equals.merge(path + '\n' + text, 1, Integer::sum);
    return Sha256.of(text + '\n' + ordinal).substring(0, 16);
  }

  private String line(String path, int number) throws ReportException {
    List<String> all = lines.get(path);
    if (all == null) {
      all = read(path);
      lines.put(path, all);
    }
    return number > 0 && number <= all.size() ? all.get(number - 1) : "";
  }

  private List<String> read(String path) throws ReportException {
    try {
      byte[] bytes = SmallFile.read(root.resolve(path), LARGEST_SOURCE).orElse(new byte[0]);
      return new String(bytes, StandardCharsets.ISO_8859_1).lines().toList();
    } catch (IOException e) {
      throw new ReportException(path + " cannot be read: " + e.getMessage(), e);
    }
  }
}
