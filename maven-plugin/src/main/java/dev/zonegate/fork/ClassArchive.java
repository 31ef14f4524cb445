package dev.zonegate.fork;

import dev.zonegate.files.WholeFile;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * The classes of the worker as the virtual machine keeps them ("class data sharing"), beside the
 * plug-in's own jar: with it the worker starts in half the time. The second build of a machine
 * makes it, since one that is the only one would pay for it and have nothing. The virtual machine
 * itself refuses an archive that is of other jars or of another Java.
 */
final class ClassArchive {
  private static final String PREFIX = "zonegate-" + Runtime.version().feature() + "-";
  private static final String SUFFIX = ".jsa";

  private final Path file;
  private final Path mark;

  private ClassArchive(Path folder, String name) {
    file = folder.resolve(name + SUFFIX);
    mark = folder.resolve(name + ".seen");
  }

  /** The archive for some jars, kept beside the first; empty if folders are among them. */
  static Optional<ClassArchive> of(List<Path> jars) throws IOException {
    Path folder = jars.get(0).getParent();
    boolean areJars = jars.stream().allMatch(Files::isRegularFile);
    if (!areJars || folder == null || !Files.isWritable(folder)) {
      return Optional.empty();
    }
    CRC32 digest = new CRC32();
    for (Path each : jars) {
      String stamp = each + " " + Files.size(each) + " " + Files.getLastModifiedTime(each);
      digest.update(stamp.getBytes(StandardCharsets.UTF_8));
    }
    return Optional.of(new ClassArchive(folder, PREFIX + Long.toHexString(digest.getValue())));
  }

  /** What the virtual machine is told to use it, or to be able to make it. */
  List<String> options() {
    if (Files.isRegularFile(file)) {
      return List.of("-XX:SharedArchiveFile=" + file);
    }
    return Files.exists(mark) ? List.of("-XX:+RecordDynamicDumpInfo") : List.of();
  }

  /** What the worker is told: where to make it in the end, if this is the second build. */
  List<String> arguments() throws IOException {
    if (Files.isRegularFile(file)) {
      return List.of();
    }
    if (Files.exists(mark)) {
      return List.of(file.toString());
    }
    Files.write(mark, new byte[0]);
    return List.of();
  }

  /** Keeps the classes that this virtual machine has loaded, and no older archive beside them. */
  static void dump(Path file) throws IOException {
    WholeFile.write(file, ClassArchive::dumpTo);
    try (Stream<Path> others = Files.list(file.getParent())) {
      for (Path each : others.filter(other -> isOlder(other, file)).toList()) {
        Files.deleteIfExists(each);
      }
    }
  }

  private static boolean isOlder(Path other, Path file) {
    String name = String.valueOf(other.getFileName());
    return name.startsWith(PREFIX) && name.endsWith(SUFFIX) && !other.equals(file);
  }

  private static void dumpTo(Path draft) throws IOException {
    try {
      ManagementFactory.getPlatformMBeanServer()
          .invoke(
              new ObjectName("com.sun.management:type=DiagnosticCommand"),
              "vmCds",
              new Object[] {new String[] {"dynamic_dump", draft.toString()}},
              new String[] {String[].class.getName()});
    } catch (JMException e) {
      throw new IOException("this virtual machine makes none", e);
    }
    if (!Files.isRegularFile(draft)) {
      throw new IOException("this virtual machine made none");
    }
  }
}
