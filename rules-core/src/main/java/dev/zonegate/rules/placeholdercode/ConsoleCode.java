package dev.zonegate.rules.placeholdercode;

import dev.zonegate.match.TypeSet;
import dev.zonegate.match.Vocabulary;
import dev.zonegate.match.Words;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Code that is there to write to a console. */
final class ConsoleCode {
  private static final Set<String> WORDS =
      Set.copyOf(Vocabulary.lines("placeholder/console-types.words"));
  private static final Set<String> LOGS = Set.of("logger", "log", "appender", "logging");
  private static final TypeSet TYPES =
      TypeSet.of(
          "picocli.CommandLine.Command",
          "org.springframework.shell.standard.ShellComponent",
          "org.springframework.boot.CommandLineRunner",
          "org.springframework.boot.ApplicationRunner",
          "org.apache.maven.plugin.Mojo",
          "org.apache.tools.ant.Task");
  private static final Pattern PRINTING =
      Pattern.compile("(print|dump|usage|help|show|display|printUsage|list|main)([A-Z].*)?");

  private ConsoleCode() {}

  static boolean isAround(SourceFile file, Node node) {
    if (List.of(file.unit().packageName().split("\\.")).stream().anyMatch(WORDS::contains)) {
      return true;
    }
    for (Node up = file.parent(node); up != null; up = file.parent(up)) {
      if (up instanceof Decl.Method method && isPrinting(method)
          || up instanceof Decl.Type type && isConsole(type)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPrinting(Decl.Method method) {
    return PRINTING.matcher(method.name()).matches()
        || method.params().stream()
            .anyMatch(
                each ->
                    each.type() != null && each.type().ref().isA("java.io.PrintStream").isYes());
  }

  private static boolean isConsole(Decl.Type type) {
    List<String> words = Words.of(type.name());
    return words.stream().anyMatch(each -> WORDS.contains(each) || LOGS.contains(each))
        || TYPES.annotationIn(type.annotations()) != null
        || TYPES.contains(type.ref()).isYes()
        || type.members().stream().anyMatch(ConsoleCode::isMain);
  }

  private static boolean isMain(Decl member) {
    return member instanceof Decl.Method method
        && method.name().equals("main")
        && method.params().size() <= 1;
  }
}
