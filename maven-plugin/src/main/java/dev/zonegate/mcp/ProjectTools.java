package dev.zonegate.mcp;

import dev.zonegate.catalogue.RulePage;
import dev.zonegate.gate.Placement;
import dev.zonegate.gate.Policy;
import dev.zonegate.gate.PolicyException;
import dev.zonegate.gate.PolicyFile;
import dev.zonegate.gate.RuleNames;
import dev.zonegate.gate.SingleFile;
import dev.zonegate.gate.SourceListing;
import dev.zonegate.gate.Zone;
import dev.zonegate.report.Line;
import dev.zonegate.report.Screen;
import dev.zonegate.report.TextReport;
import dev.zonegate.rule.RuleInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What an agent can ask about a project. The policy is read anew for each question, since the
 * server lives as long as the agent.
 *
 * @param root the folder of the project, real; nothing outside is read
 * @param today the day by which suppressions are judged
 */
public record ProjectTools(
    Path root, RuleNames names, SingleFile.Reading reading, Supplier<LocalDate> today) {
  private static final String SOURCES = "src/main/java/";
  private static final Tool.Argument PATH =
      new Tool.Argument("path", "of the file, relative to the project; it may not exist yet", true);

  /** The tools. */
  public List<Tool> tools() {
    return List.of(
        new Tool(
            "scan_file",
            "Judges one Java or configuration file by the zone that it is in: a line a finding, and"
                + " whether it blocks. Pass `content` to have a text judged before it is saved. What"
                + " depends on other files is not found.",
            List.of(
                PATH, new Tool.Argument("content", "the text to judge instead of the file", false)),
            this::scan),
        new Tool(
            "zone_of",
            "Says how strictly a file is judged: its zone, what blocks there, and what a"
                + " suppression needs.",
            List.of(
                PATH,
                new Tool.Argument(
                    "package", "of its code; taken from the path if it is not given", false)),
            this::zone),
        new Tool(
            "explain_rule",
            "Shows why a rule exists, what it reports, and what to write instead.",
            List.of(
                new Tool.Argument("rule", "such as TimeZone, AI11 or TimeZone.implicitNow", true)),
            this::explain));
  }

  private String scan(Map<String, String> arguments) throws ToolException {
    Path file = file(arguments);
    String content = arguments.get("content");
    try {
      SingleFile judged =
          content == null
              ? SingleFile.of(root, existing(file), reading, names, today.get())
              : SingleFile.ofText(root, file, content, reading, names, today.get());
      if (judged.verdict().files() == 0) {
        return judged.path() + " is not judged: test code, or no kind of file that is looked at";
      }
      Screen screen = new Screen(false, true, "explain_rule");
      return TextReport.lines(judged.verdict(), screen, "the report").stream()
          .map(Line::text)
          .filter(each -> !each.startsWith("See more: "))
          .collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new ToolException("cannot judge " + arguments.get("path") + ": " + e, e);
    } catch (PolicyException e) {
      throw new ToolException("the policy cannot be followed:\n" + e.getMessage(), e);
    }
  }

  private String zone(Map<String, String> arguments) throws ToolException {
    Policy policy = policy();
    Path file = file(arguments);
    String path = SourceListing.relative(root, file);
    String packageName = arguments.getOrDefault("package", packageOf(path));
    Zone zone =
        Placement.ofFile(
            policy,
            SingleFile.prefix(policy, root),
            real(file),
            path,
            packageName,
            reading.encoding());
    String excuse =
        switch (zone.strictness().suppression()) {
          case ANY -> "A suppression needs no reason.";
          case REASON -> "A suppression needs a reason.";
          case EXPIRY -> "A suppression needs a reason and an end date.";
        };
    return path
        + " is in zone `"
        + zone.name()
        + "` ("
        + zone.tier().id()
        + "): "
        + zone.strictness().blocksOn().policy()
        + ". "
        + excuse;
  }

  private String explain(Map<String, String> arguments) throws ToolException {
    String wanted = arguments.get("rule").strip();
    String key =
        names
            .key(wanted)
            .orElseThrow(
                () ->
                    new ToolException(
                        "`" + wanted + "` is no rule or pattern" + names.hint(wanted)));
    RuleInfo rule = names.rule(key).orElseThrow();
    String title = "# " + rule.id() + " " + key + "\n\n" + rule.summary();
    if (!RulePage.isThere(rule.name())) {
      return title;
    }
    RulePage page = RulePage.of(rule.name());
    return page.section(key.substring(key.indexOf('.') + 1))
        .map(each -> title + "\n\n" + each.markdown())
        .orElseGet(page::markdown);
  }

  private Policy policy() throws ToolException {
    Optional<Path> file = PolicyFile.find(root);
    try {
      return file.isEmpty() ? Policy.DEFAULT : PolicyFile.load(file.get(), names);
    } catch (PolicyException e) {
      throw new ToolException("the policy cannot be followed:\n" + e.getMessage(), e);
    }
  }

  private static String packageOf(String path) {
    int sources = path.indexOf(SOURCES);
    int end = path.lastIndexOf('/');
    int start = sources + SOURCES.length();
    return sources < 0 || end < start ? "" : path.substring(start, end).replace('/', '.');
  }

  private Path file(Map<String, String> arguments) throws ToolException {
    String path = arguments.get("path");
    Path file;
    try {
      file = root.resolve(path).normalize();
    } catch (InvalidPathException e) {
      throw new ToolException("`" + path + "` is no path: " + e.getReason());
    }
    return inProject(file);
  }

  /** A file where it really is; as it is if it is not there yet. */
  private Path real(Path file) throws ToolException {
    try {
      return Files.exists(file) ? inProject(file.toRealPath()) : file;
    } catch (IOException e) {
      throw new ToolException("cannot look at " + SourceListing.relative(root, file), e);
    }
  }

  private Path existing(Path file) throws ToolException, IOException {
    if (!Files.isRegularFile(file)) {
      throw new ToolException(
          SourceListing.relative(root, file)
              + " is not there; pass its text as `content`, or a path relative to "
              + root.getFileName());
    }
    return inProject(file.toRealPath());
  }

  private Path inProject(Path file) throws ToolException {
    if (!file.startsWith(root) || file.equals(root)) {
      throw new ToolException("the path leaves the project; pass one relative to it");
    }
    return file;
  }
}
