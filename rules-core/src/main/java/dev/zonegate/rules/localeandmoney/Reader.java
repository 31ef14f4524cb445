package dev.zonegate.rules.localeandmoney;

import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Desktop;
import dev.zonegate.match.Destinations;
import dev.zonegate.match.Destinations.Destination;
import dev.zonegate.match.Vocabulary;
import dev.zonegate.match.Words;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Who reads a text that a program makes, as far as its way and the names on it tell. */
enum Reader {
  /** A program, which wants it the same everywhere. */
  MACHINE,
  /** People, who may want it in their own way. */
  PEOPLE,
  UNKNOWN;

  private static final ApiSet SINKS = ApiSet.load("locale/machine-sinks.api");
  private static final Vocabulary MACHINE_NAMES = Vocabulary.load("locale/machine.words");
  private static final Vocabulary PEOPLE_NAMES = Vocabulary.load("locale/people.words");
  private static final Set<String> MACHINE_TYPES =
      Set.of(
          "csv",
          "json",
          "xml",
          "sql",
          "yaml",
          "export",
          "exporter",
          "serializer",
          "serialiser",
          "encoder",
          "codec",
          "protocol",
          "wire",
          "query",
          "repository",
          "dao",
          "cache");
  private static final Pattern MACHINE_TEXT =
      Pattern.compile(
          "(?s)^\\s*[\\[{]\\s*\"?|\"\\s*:|https?://|[?&]\\w+=|</?\\w+>"
              + "|(?i:\\b(?:select|insert into|update|delete from)\\b"
              + "(?:(?!\\b(?:select|insert into|update|delete from)\\b).)*?\\b(?:from|set|where|values)\\b)"
              + "|(?i:\\bwhere\\b)|\\w\\.(?:csv|json|xml|txt|log|pdf|png|zip)$");

  /** Whether the fixed part of a text is made for programs: JSON, SQL, a URL, a file's name. */
  static boolean isMachineText(String text) {
    return MACHINE_TEXT.matcher(text).find();
  }

  /** Whether a name is one of something that programs read. */
  static boolean isMachineName(String name) {
    return MACHINE_NAMES.isIn(name);
  }

  static boolean isPeopleName(String name) {
    return PEOPLE_NAMES.isIn(name);
  }

  /** The reader of {@code value}. */
  static Reader of(SourceFile file, Expr value) {
    Node whole = whole(file, value);
    if (isInMachineText(file, whole) || isToSink(file, whole)) {
      return MACHINE;
    }
    for (Destination each : Destinations.of(file, value)) {
      if (isPeopleName(each.name())) {
        return PEOPLE;
      }
      if (isMachineName(each.name()) || isUsedBySink(file, each.node())) {
        return MACHINE;
      }
    }
    return around(file, value);
  }

  private static Reader around(SourceFile file, Node node) {
    Decl.Method method = file.enclosing(node, Decl.Method.class);
    if (method != null && isPeopleName(method.name())) {
      return PEOPLE;
    }
    Decl.Type type = file.enclosing(node, Decl.Type.class);
    boolean isMachines =
        type != null && Words.of(type.name()).stream().anyMatch(MACHINE_TYPES::contains);
    return isMachines ? MACHINE : Desktop.isDesktop(file) ? PEOPLE : UNKNOWN;
  }

  /** The text that the value becomes a part of by {@code +}. */
  private static Node whole(SourceFile file, Node value) {
    Node node = value;
    while (file.parent(node) instanceof Expr.Binary binary && binary.operator().equals("+")
        || file.parent(node) instanceof Expr.Conditional) {
      node = file.parent(node);
    }
    return node;
  }

  private static boolean isInMachineText(SourceFile file, Node whole) {
    return whole instanceof Expr.Binary
        && file.allIn(whole, Expr.Literal.class).stream()
            .anyMatch(each -> each.value() instanceof String text && isMachineText(text));
  }

  private static boolean isToSink(SourceFile file, Node whole) {
    return file.parent(whole) instanceof Invocation use
        && use.target() != whole
        && SINKS.find(use).isPresent();
  }

  private static boolean isUsedBySink(SourceFile file, Node holder) {
    return holder instanceof Stmt.Local local
        && dev.zonegate.match.Bindings.of(file).uses(local).stream()
            .anyMatch(use -> isToSink(file, whole(file, use)));
  }

  /** The words of the names around {@code node}, from its method to the package. */
  static List<String> surroundings(SourceFile file, Node node) {
    StringBuilder names = new StringBuilder(file.unit().packageName()).append('.');
    for (Decl.Type type = file.enclosing(node, Decl.Type.class);
        type != null;
        type = file.enclosing(type, Decl.Type.class)) {
      names.append(type.name()).append('.');
    }
    return Words.of(names.toString());
  }
}
