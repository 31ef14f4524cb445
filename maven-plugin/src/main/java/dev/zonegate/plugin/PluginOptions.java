package dev.zonegate.plugin;

import dev.zonegate.catalogue.Catalogue;
import dev.zonegate.engine.Settings;
import dev.zonegate.engine.SuppressionNotes;
import dev.zonegate.gate.DependencyList;
import dev.zonegate.gate.Inputs;
import dev.zonegate.gate.Policy;
import dev.zonegate.gate.PolicyException;
import dev.zonegate.gate.PolicyFile;
import dev.zonegate.gate.RuleNames;
import dev.zonegate.gate.SourceListing;
import dev.zonegate.rule.Rule;
import dev.zonegate.rule.RuleInfo;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What stands behind {@code -Xplugin:Zonegate}: {@code out=FOLDER}, and where they are not the
 * usual {@code root=FOLDER}, {@code release=N}, {@code encoding=NAME}, {@code includeTests=true},
 * {@code options=A,B}.
 *
 * @param out where the results are written
 * @param root what paths are relative to
 * @param inputs the settings, without files
 */
record PluginOptions(Path out, Path root, Inputs inputs) {
  private static final Set<String> KNOWN =
      Set.of("out", "root", "release", "encoding", "includeTests", "options");

  /**
   * Reads the options.
   *
   * @throws IllegalArgumentException if one cannot be understood; the message says what to write
   */
  static PluginOptions of(String... arguments) throws PolicyException {
    Map<String, String> values = new HashMap<>();
    for (String each : arguments) {
      int sign = each.indexOf('=');
      if (sign < 0 || !KNOWN.contains(each.substring(0, sign))) {
        throw new IllegalArgumentException(
            "`" + each + "` is no option; write out=FOLDER, release=N or encoding=NAME");
      }
      values.put(each.substring(0, sign), each.substring(sign + 1));
    }
    if (!values.containsKey("out")) {
      throw new IllegalArgumentException(
          "no folder is given; write -Xplugin:Zonegate out=target/zonegate");
    }
    Path out = Path.of(values.get("out")).toAbsolutePath().normalize();
    Path start = values.containsKey("root") ? Path.of(values.get("root")).toAbsolutePath() : out;
    Path root = PolicyFile.rootOf(start.normalize());
    return new PluginOptions(out, root, inputs(values, root));
  }

  private static Inputs inputs(Map<String, String> values, Path root) throws PolicyException {
    Optional<Path> file = PolicyFile.find(root);
    Policy policy = file.isEmpty() ? Policy.DEFAULT : PolicyFile.load(file.get(), names());
    String[] options = values.getOrDefault("options", "").split(",");
    Settings settings =
        new Settings(
            Set.of(),
            Set.copyOf(Arrays.stream(options).filter(each -> !each.isBlank()).toList()),
            !Boolean.parseBoolean(values.get("includeTests")),
            policy.allowing(DependencyList.in(root)).conventions());
    return new Inputs(
        new SourceListing(List.of(), List.of()),
        Charset.forName(values.getOrDefault("encoding", "UTF-8")),
        List.of(),
        true,
        0,
        Integer.parseInt(values.getOrDefault("release", "0")),
        settings);
  }

  private static RuleNames names() {
    List<RuleInfo> rules = new ArrayList<>(List.of(SuppressionNotes.INFO));
    Catalogue.rules().stream().map(Rule::info).forEach(rules::add);
    return new RuleNames(rules);
  }
}
