package dev.zonegate.pmd;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where PMD looks for class files: the class path of what is judged and the JDK that runs, never
 * the classes of the tool itself.
 */
final class AnalysisClassLoader extends URLClassLoader {
  private static final String MODULE_INFO = "/module-info.class";

  AnalysisClassLoader(List<Path> classpath) {
    super(urls(classpath), ClassLoader.getPlatformClassLoader());
  }

  @Override
  public InputStream getResourceAsStream(String name) {
    if (name.endsWith(MODULE_INFO)) {
      String module = name.substring(0, name.length() - MODULE_INFO.length());
      return ofModule(ModuleLayer.boot().findModule(module), "module-info.class");
    }
    InputStream found = super.getResourceAsStream(name);
    return found == null ? ofToolModule(name) : found;
  }

  /** The modules of the compiler and other tools hang off the application's class loader. */
  private static InputStream ofToolModule(String name) {
    boolean isTool = name.startsWith("com/sun/") || name.startsWith("jdk/");
    return isTool ? ofModule(ModuleLayer.boot().findModule("jdk.compiler"), name) : null;
  }

  private static InputStream ofModule(Optional<Module> module, String name) {
    try {
      return module.isEmpty() ? null : module.get().getResourceAsStream(name);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name + " of the JDK", e);
    }
  }

  private static URL[] urls(List<Path> classpath) {
    URL[] urls = new URL[classpath.size()];
    for (int i = 0; i < urls.length; i++) {
      try {
        urls[i] = classpath.get(i).toUri().toURL();
      } catch (MalformedURLException e) {
        throw new IllegalArgumentException("not on a class path: " + classpath.get(i), e);
      }
    }
    return urls;
  }
}
