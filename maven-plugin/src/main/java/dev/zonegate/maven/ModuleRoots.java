package dev.zonegate.maven;

import dev.zonegate.gate.SourceRoot;
import dev.zonegate.model.SourceFile.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.model.Resource;
import org.apache.maven.project.MavenProject;

/** The folders of a module that hold what is judged. */
final class ModuleRoots {
  private static final String WEB = "src/main/webapp";
  private static final String POM = "pom.xml";

  private final MavenProject module;
  private final List<SourceRoot> roots = new ArrayList<>();

  private ModuleRoots(MavenProject module) {
    this.module = module;
  }

  static List<SourceRoot> of(MavenProject module, boolean includeTests) {
    ModuleRoots all = new ModuleRoots(module);
    all.addSources(module.getCompileSourceRoots(), Role.MAIN);
    if (includeTests) {
      all.addSources(module.getTestCompileSourceRoots(), Role.TEST);
    }
    all.addResources(module.getResources(), Role.MAIN);
    if (includeTests) {
      all.addResources(module.getTestResources(), Role.TEST);
    }
    all.roots.add(new SourceRoot(all.path(WEB), Role.MAIN, SourceRoot.Holds.RESOURCES));
    // a module that holds nothing else has nothing that its dependencies are for
    if (all.roots.stream().anyMatch(each -> Files.isDirectory(each.path()))) {
      all.roots.add(new SourceRoot(all.path(POM), Role.MAIN, SourceRoot.Holds.RESOURCES));
    }
    return all.roots;
  }

  private void addSources(List<String> folders, Role role) {
    for (String each : folders) {
      roots.add(root(each, role, SourceRoot.Holds.SOURCES));
    }
  }

  /** Of a folder that holds the whole module nobody knows what in it is a resource. */
  private void addResources(List<Resource> resources, Role role) {
    Path folder = module.getBasedir().toPath().toAbsolutePath().normalize();
    for (Resource each : resources) {
      SourceRoot root = root(each.getDirectory(), role, SourceRoot.Holds.RESOURCES);
      if (!folder.startsWith(root.path())) {
        roots.add(root);
      }
    }
  }

  private SourceRoot root(String folder, Role role, SourceRoot.Holds holds) {
    Path path = path(folder);
    Path build = Path.of(module.getBuild().getDirectory()).toAbsolutePath().normalize();
    return new SourceRoot(path, path.startsWith(build) ? Role.GENERATED : role, holds);
  }

  private Path path(String folder) {
    return module.getBasedir().toPath().resolve(folder).toAbsolutePath().normalize();
  }
}
