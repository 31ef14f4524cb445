package dev.zonegate.frontend;

import java.util.Map;
import java.util.Set;

/** Which types stand in a package that programs import with a star. */
final class KnownPackages {
  private static final Map<String, Set<String>> TYPES =
      NameTable.read("/zonegate/names/packages.table");

  private KnownPackages() {}

  /** Whether {@code packageName} surely has a public type of that name. */
  static boolean has(String packageName, String simpleName) {
    return packageName.startsWith("java.")
        ? isInJdk(packageName, simpleName)
        : TYPES.getOrDefault(KnownTypes.today(packageName), Set.of()).contains(simpleName);
  }

  private static boolean isInJdk(String packageName, String simpleName) {
    // the JDK's own loader, never a class that is being judged
    String path = packageName.replace('.', '/') + "/" + simpleName + ".class";
    return ClassLoader.getPlatformClassLoader().getResource(path) != null;
  }
}
