package dev.zonegate.match;

import dev.zonegate.model.SourceFile;
import dev.zonegate.model.TypeNode;
import java.util.List;

/** Tells programs that run on the machine of their user. */
public final class Desktop {
  private static final List<String> SCREENS =
      List.of(
          "javax.swing.",
          "java.awt.",
          "javafx.",
          "org.eclipse.swt.",
          "org.eclipse.jface.",
          "picocli.",
          "com.beust.jcommander.",
          "org.apache.commons.cli.",
          "org.jline.",
          "org.springframework.shell.");

  private Desktop() {}

  /** Whether the file belongs to a desktop or command-line program, whose machine is its user's. */
  public static boolean isDesktop(SourceFile file) {
    return file.derived(Known.class, each -> new Known(isRead(each))).isDesktop();
  }

  /** What was found out of a file. */
  private record Known(boolean isDesktop) {}

  private static boolean isRead(SourceFile file) {
    return file.unit().imports().stream().anyMatch(each -> isOfScreens(each.name()))
        || file.all(TypeNode.Named.class).stream().anyMatch(each -> isOfScreens(each.ref().name()));
  }

  private static boolean isOfScreens(String qualifiedName) {
    for (String each : SCREENS) {
      if (qualifiedName.startsWith(each)
          || qualifiedName.length() == each.length() - 1 && each.startsWith(qualifiedName)) {
        return true;
      }
    }
    return false;
  }
}
