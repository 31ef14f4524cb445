package dev.zonegate.maven;

import dev.zonegate.doctor.JvmFlags;
import dev.zonegate.doctor.Symptom;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** How a module sets up the other hosts of the rules. */
record PluginSettings(MavenProject module) {
  private static final Set<String> BEFORE_COMPILE =
      Set.of(
          "validate",
          "initialize",
          "generate-sources",
          "process-sources",
          "generate-resources",
          "process-resources");

  /**
   * The symptoms of a module.
   *
   * @param jvmFlags those that Maven runs with
   */
  List<Symptom> symptoms(String jvmFlags) {
    List<Symptom> symptoms = new ArrayList<>();
    errorProne(jvmFlags, symptoms);
    pmd(symptoms);
    return symptoms;
  }

  private void errorProne(String jvmFlags, List<Symptom> symptoms) {
    String settings = text("maven-compiler-plugin");
    if (!settings.contains("-Xplugin:ErrorProne")) {
      return;
    }
    boolean isForked = settings.contains("<fork>true</fork>");
    JvmFlags.missing(
            isForked ? module.getArtifactId() + ", <compilerArgs> with -J" : ".mvn/jvm.config",
            isForked ? settings.replace("-J--", "--") : jvmFlags)
        .ifPresent(symptoms::add);
  }

  private void pmd(List<Symptom> symptoms) {
    String settings = text("maven-pmd-plugin");
    if (!settings.contains("zonegate")) {
      return;
    }
    String where = module.getArtifactId() + ", maven-pmd-plugin";
    if (settings.contains("<typeResolution>false</typeResolution>")) {
      symptoms.add(
          new Symptom(
              where,
              "PMD runs without an auxclasspath and guesses types",
              "remove typeResolution"));
    }
    for (PluginExecution each : plugin("maven-pmd-plugin").getExecutions()) {
      if (each.getPhase() != null && BEFORE_COMPILE.contains(each.getPhase())) {
        symptoms.add(
            new Symptom(
                where,
                "PMD runs in the phase " + each.getPhase() + ", before your classes are compiled",
                "bind it to `verify`"));
      }
    }
  }

  /** All configuration of a plugin as text; empty if the module has none. */
  private String text(String artifact) {
    Plugin plugin = plugin(artifact);
    if (plugin == null) {
      return "";
    }
    StringBuilder text = new StringBuilder(text(plugin.getConfiguration()));
    plugin.getExecutions().forEach(each -> text.append(text(each.getConfiguration())));
    return text.toString();
  }

  private static String text(Object configuration) {
    return configuration instanceof Xpp3Dom dom ? dom.toString() : "";
  }

  private Plugin plugin(String artifact) {
    return module.getBuild().getPluginsAsMap().get("org.apache.maven.plugins:" + artifact);
  }
}
