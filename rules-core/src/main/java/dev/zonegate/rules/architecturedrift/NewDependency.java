package dev.zonegate.rules.architecturedrift;

import dev.zonegate.match.Vocabulary;
import dev.zonegate.model.ResourceFile;
import dev.zonegate.model.XmlElement;
import dev.zonegate.rule.Report;
import dev.zonegate.rule.ResourceReporter;
import dev.zonegate.rule.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Libraries in a {@code pom.xml} that nobody agreed to, or that another one there makes needless.
 */
final class NewDependency {
  private static final List<List<String>> CAPABILITIES =
      Vocabulary.lines("drift/capabilities.table").stream()
          .map(each -> List.of(each.split(" \\| ")))
          .toList();
  private final ResourceFile file;
  private final ResourceReporter report;
  private final Map<String, String> properties = new HashMap<>();

  private NewDependency(ResourceFile file, ResourceReporter report) {
    this.file = file;
    this.report = report;
  }

  /**
   * A dependency.
   *
   * @param version empty if the parent or a list of versions has it
   */
  private record Library(
      XmlElement element, String group, String artifact, String version, boolean isForTests) {
    String name() {
      return group + ":" + artifact;
    }
  }

  static void find(ResourceFile file, ResourceReporter report) {
    if (file.name().equals("pom.xml")
        && file.root() != null
        && file.root().name().equals("project")) {
      new NewDependency(file, report).find();
    }
  }

  private void find() {
    for (XmlElement each : file.root().children()) {
      if (each.name().equals("properties")) {
        each.children().forEach(property -> properties.put(property.name(), property.text()));
      }
    }
    List<Library> libraries = libraries();
    for (Library each : libraries) {
      if (isMoving(each)) {
        report(each, "moves on by itself with the version `" + each.version() + "`");
      } else if (!isAllowed(each)) {
        report(each, "is not in `zonegate-dependencies.txt`");
      } else {
        findTwin(each, libraries);
      }
    }
  }

  private List<Library> libraries() {
    List<Library> libraries = new ArrayList<>();
    for (XmlElement part : file.root().children()) {
      if (part.name().equals("dependencies")) {
        part.children().stream()
            .filter(each -> each.name().equals("dependency"))
            .forEach(each -> libraries.add(library(each)));
      }
    }
    return libraries;
  }

  private Library library(XmlElement element) {
    return new Library(
        element,
        value(element, "groupId"),
        value(element, "artifactId"),
        value(element, "version"),
        value(element, "scope").equals("test"));
  }

  private String value(XmlElement element, String name) {
    String text =
        element.children().stream()
            .filter(each -> each.name().equals(name))
            .map(each -> each.text().strip())
            .findFirst()
            .orElse("");
    boolean isProperty = text.startsWith("${") && text.endsWith("}");
    return isProperty
        ? properties.getOrDefault(text.substring(2, text.length() - 1), text).strip()
        : text;
  }

  private boolean isMoving(Library library) {
    boolean isOwn = !ownGroup().isEmpty() && library.group().startsWith(ownGroup());
    return library.version().matches("LATEST|RELEASE")
        || library.version().endsWith("-SNAPSHOT") && !isOwn && !library.group().contains("${");
  }

  /** The first two names of the project's group, or of its parent's. */
  private String ownGroup() {
    String group = value(file.root(), "groupId");
    if (group.isEmpty()) {
      group =
          file.root().children().stream()
              .filter(each -> each.name().equals("parent"))
              .map(each -> value(each, "groupId"))
              .findFirst()
              .orElse("");
    }
    String[] parts = group.split("\\.");
    return parts.length < 2 ? group : parts[0] + "." + parts[1];
  }

  private boolean isAllowed(Library library) {
    Set<String> allowed = report.conventions().dependencies();
    boolean isOwn = !ownGroup().isEmpty() && library.group().startsWith(ownGroup());
    return allowed.isEmpty()
        || isOwn
        || library.group().startsWith("${")
        || allowed.contains(library.name())
        || allowed.contains(library.group() + ":*");
  }

  /** An earlier one for the same purpose; one for tests does not stand for the program. */
  private void findTwin(Library library, List<Library> all) {
    for (List<String> capability : CAPABILITIES) {
      if (isOf(capability, library)) {
        all.subList(0, all.indexOf(library)).stream()
            .filter(each -> isOf(capability, each) && !isSameFamily(each, library))
            .filter(each -> each.isForTests() == library.isForTests())
            .findFirst()
            .ifPresent(
                first ->
                    report(
                        library,
                        "does " + capability.get(0) + ", as `" + first.artifact() + "` does"));
      }
    }
  }

  private static boolean isOf(List<String> capability, Library library) {
    return List.of(capability.get(1).split(" ")).stream()
        .anyMatch(
            each ->
                each.endsWith("*")
                    ? library.name().startsWith(each.substring(0, each.length() - 1))
                    : library.name().equals(each));
  }

  private static boolean isSameFamily(Library one, Library other) {
    return one.group().equals(other.group());
  }

  private void report(Library library, String what) {
    Report found =
        report.at(
            library.element(), ArchitectureDriftRule.NEW_DEPENDENCY, library.artifact(), what);
    if (library.isForTests()) {
      found.severity(Severity.NOTE);
    }
  }
}
