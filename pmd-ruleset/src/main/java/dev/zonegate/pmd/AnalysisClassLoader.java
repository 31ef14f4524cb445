package dev.zonegate.pmd;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where PMD looks for class files: the class path of what is judged and the JDK that runs, never
 * the classes of the tool itself.
 */
final class AnalysisClassLoader extends ClassLoader implements Closeable {
  private static final String MODULE_INFO = "/module-info.class";

  private final ClassPathIndex files;

  AnalysisClassLoader(List<Path> classpath) throws IOException {
    super(ClassLoader.getPlatformClassLoader());
    files = new ClassPathIndex(classpath);
  }

  @Override
  public InputStream getResourceAsStream(String name) {
    if (name.endsWith(MODULE_INFO)) {
      String module = name.substring(0, name.length() - MODULE_INFO.length());
      return ofModule(ModuleLayer.boot().findModule(module), "module-info.class");
    }
    InputStream found = getParent().getResourceAsStream(name);
    if (found == null) {
      found = ofClassPath(name);
    }
    return found == null ? ofToolModule(name) : found;
  }

  private InputStream ofClassPath(String name) {
    try {
      return files.open(name);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name + " on the class path", e);
    }
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

  @Override
  public void close() throws IOException {
    files.close();
  }
}
