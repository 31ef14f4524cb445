package dev.zonegate.rules.architecturedrift;

import dev.zonegate.facts.Component;
import dev.zonegate.facts.Packages;
import dev.zonegate.facts.Project;
import dev.zonegate.facts.TypeUse;
import dev.zonegate.match.Vocabulary;
import dev.zonegate.model.Comment;
import dev.zonegate.model.SourceFile;
import dev.zonegate.rule.Candidate;
import dev.zonegate.rule.Evidence;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Settler;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Written by hand, although the project has a library that does it. */
final class Reinvented {
  private static final Map<String, List<Library>> LIBRARIES = libraries();
  private static final Pattern MEASURED =
      Pattern.compile("(?i)\\b(benchmark|jmh|hot path|allocation|faster than|performance)\\b");

  private Reinvented() {}

  /**
   * A library.
   *
   * @param packages how the names of its types begin
   * @param offer what in it does the same
   */
  record Library(String packages, String offer) {
    boolean isJdk() {
      return packages.equals("java.");
    }
  }

  /** Something that a library may do. */
  record Home(String path, String packageName, String kind, String name) implements Evidence {}

  static void find(SourceFile file, Reporter report) {
    List<HandMade> found = HandMade.in(file);
    if (found.isEmpty()
        || isOffered(file)
        || file.comments().stream().map(Comment::text).anyMatch(Reinvented::isMeasured)) {
      return;
    }
    for (HandMade each : found) {
      Library first = LIBRARIES.get(each.kind()).get(0);
      if (first.isJdk()) {
        report.at(each.at(), ArchitectureDriftRule.REINVENTED, each.name(), shown(first));
      } else {
        report.candidate(
            each.at(),
            ArchitectureDriftRule.REINVENTED,
            new Home(file.path(), file.unit().packageName(), each.kind(), each.name()),
            each.name(),
            shown(first));
      }
    }
  }

  private static boolean isMeasured(String comment) {
    return MEASURED.matcher(comment).find();
  }

  /** What others build on takes no libraries along. */
  private static boolean isOffered(SourceFile file) {
    return List.of(file.unit().packageName().split("\\.")).contains("api");
  }

  private static String shown(Library library) {
    return library.offer().contains(" ") ? library.offer() : "`" + library.offer() + "`";
  }

  /** The use of a type of one of the libraries in a file that is no test. */
  private record Use(String path, String type) {}

  /** All of a project, by path, for what the JDK does not do anyway. */
  private record Uses(List<Use> all) {
    static Uses of(Project project) {
      List<String> packages =
          LIBRARIES.values().stream()
              .filter(each -> !each.get(0).isJdk())
              .flatMap(List::stream)
              .map(Library::packages)
              .toList();
      List<Use> all = new ArrayList<>();
      for (TypeUse each : project.all(TypeUse.class)) {
        for (String name : each.isTest() ? List.<String>of() : each.names()) {
          if (packages.stream().anyMatch(name::startsWith)) {
            all.add(new Use(each.path(), name));
          }
        }
      }
      return new Uses(List.copyOf(all));
    }
  }

  static void settle(Candidate candidate, Home home, Settler settler) {
    List<String> used =
        settler.project().derived(Uses.class, Uses::of).all().stream()
            .filter(each -> Component.isSameModule(each.path(), home.path()))
            .map(Use::type)
            .toList();
    for (Library library : LIBRARIES.get(home.kind())) {
      Optional<String> type = used.stream().filter(each -> isOf(library, home, each)).findFirst();
      if (type.isPresent()) {
        boolean isNamed = home.kind().equals("utils");
        settler.report(candidate, home.name(), isNamed ? "`" + type.get() + "`" : shown(library));
        return;
      }
    }
  }

  /** Whether a type that the same module uses is of a library, and not of the module itself. */
  private static boolean isOf(Library library, Home home, String type) {
    return type.startsWith(library.packages())
        && !Packages.isSameProject(type, home.packageName())
        && (!home.kind().equals("utils") || LayerSkip.simple(type).equals(home.name()));
  }

  private static Map<String, List<Library>> libraries() {
    Map<String, List<Library>> all = new LinkedHashMap<>();
    for (String line : Vocabulary.lines("drift/libraries.table")) {
      List<String> parts = List.of(line.split(" \\| "));
      all.put(
          parts.get(0),
          parts.stream()
              .skip(1)
              .map(each -> each.split(" ", 2))
              .map(each -> new Library(each[0], each[1]))
              .toList());
    }
    return all;
  }
}
