package dev.zonegate.doctor;

import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The types that a build can know: those of its sources, its jars and the JDK. */
public final class KnownTypes {
  private final Set<String> types = new HashSet<>();
  private final Set<String> packages = new HashSet<>();
  private final Set<String> ofJdk = new HashSet<>();

  /** Starts with those of the JDK that runs this. */
  public KnownTypes() {
    ModuleFinder.ofSystem().findAll().forEach(each -> ofJdk.addAll(each.descriptor().packages()));
  }

  /** Adds the type that a source file is named after. */
  public void addSource(String packageName, String path) {
    String simple = path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.java$", "");
    add(packageName.isEmpty() ? simple : packageName + "." + simple);
  }

  /** Adds what is in a jar. */
  public void addJar(Path file) throws IOException {
    try (ZipFile jar = new ZipFile(file.toFile())) {
      Enumeration<? extends ZipEntry> entries = jar.entries();
      while (entries.hasMoreElements()) {
        String name = entries.nextElement().getName();
        if (name.endsWith(".class") && !name.startsWith("META-INF/")) {
          add(name.substring(0, name.length() - ".class".length()).replace('/', '.'));
        }
      }
    }
  }

  private void add(String type) {
    types.add(type.replace('$', '.'));
    packages.add(type.substring(0, Math.max(0, type.lastIndexOf('.'))));
  }

  /** Whether an import means something known: a package, a type, or a member of one. */
  public boolean knows(String imported) {
    boolean isOnDemand = imported.endsWith(".*");
    String name = isOnDemand ? imported.substring(0, imported.length() - 2) : imported;
    if (isOnDemand && packages.contains(name)) {
      return true;
    }
    for (int end = name.length(); end > 0; end = name.lastIndexOf('.', end - 1)) {
      String part = name.substring(0, end);
      if (types.contains(part) || ofJdk.contains(part)) {
        return true;
      }
    }
    return false;
  }
}
