package dev.zonegate.rules.sensitivedataexposure;

import dev.zonegate.facts.DeclaredType;
import dev.zonegate.facts.Project;
import dev.zonegate.facts.TypeOutput;
import dev.zonegate.facts.TypeOutput.OutputField;
import dev.zonegate.facts.WebPayload;
import dev.zonegate.match.SensitiveNames;
import dev.zonegate.match.SensitiveNames.Kind;
import dev.zonegate.match.SensitiveNames.Meaning;
import dev.zonegate.match.TypeSet;
import dev.zonegate.model.TypeRef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the types of a project tell of their data, and which of them clients get to see. */
final class Disclosure {
  private static final int DEEPEST = 3;
  private static final TypeSet ENTITIES = TypeSet.load("exposure/entities.types");
  private static final Set<String> DATES =
      Set.of("java.time.LocalDate", "java.util.Date", "java.sql.Date", "java.time.LocalDateTime");
  private final Map<String, TypeOutput> outputs = new HashMap<>();
  private final Map<String, DeclaredType> types = new HashMap<>();
  private final Set<String> returned = new HashSet<>();
  private final Set<String> received = new HashSet<>();
  private final boolean hasHandlers;

  /** A field that is told. */
  record Told(String path, String owner, OutputField field, Meaning meaning) {}

  private Disclosure(Project project) {
    project.all(TypeOutput.class).forEach(each -> outputs.putIfAbsent(each.name(), each));
    project.all(DeclaredType.class).forEach(each -> types.putIfAbsent(each.name(), each));
    List<WebPayload> payloads = project.all(WebPayload.class);
    hasHandlers = !payloads.isEmpty();
    payloads.forEach(each -> reach(each.returned(), returned));
    payloads.forEach(each -> reach(each.received(), received));
  }

  static Disclosure of(Project project) {
    return project.derived(Disclosure.class, Disclosure::new);
  }

  boolean hasHandlers() {
    return hasHandlers;
  }

  /** Whether some handler answers with the type, or with one that holds it. */
  boolean isReturned(String type) {
    return returned.contains(type);
  }

  boolean isReceived(String type) {
    return received.contains(type);
  }

  Optional<DeclaredType> declared(String type) {
    return Optional.ofNullable(types.get(type));
  }

  private void reach(List<String> names, Set<String> reached) {
    Deque<String> open = new ArrayDeque<>(names);
    while (!open.isEmpty()) {
      String name = open.pop();
      TypeOutput output = outputs.get(name);
      if (reached.add(name) && output != null) {
        for (OutputField field : output.inJson()) {
          open.push(field.type());
          open.push(field.element());
        }
      }
    }
  }

  /** The sensitive data that the text of {@code type}, or its JSON, tells, nested data included. */
  List<Told> told(String type, boolean isJson) {
    List<Told> found = new ArrayList<>();
    collect(type, isJson, 0, new HashSet<>(), found);
    return found;
  }

  private void collect(String type, boolean isJson, int depth, Set<String> seen, List<Told> found) {
    TypeOutput output = outputs.get(type);
    if (output == null || depth > DEEPEST || !seen.add(type)) {
      return;
    }
    for (OutputField field : isJson ? output.inJson() : output.inText()) {
      Meaning meaning = meaning(field).orElse(null);
      if (meaning != null) {
        found.add(new Told(output.path(), simple(type), field, meaning));
      } else {
        collect(field.type(), isJson, depth + 1, seen, found);
        collect(field.element(), isJson, depth + 1, seen, found);
      }
    }
  }

  /** What a field holds, by its name and type. */
  static Optional<Meaning> meaning(OutputField field) {
    return SensitiveNames.of(field.name()).filter(each -> isText(field, each));
  }

  private static boolean isText(OutputField field, Meaning meaning) {
    TypeRef type = field.type().isEmpty() ? TypeRef.UNKNOWN : TypeRef.named(field.type());
    boolean isDate = meaning.kind() == Kind.CONTACT && DATES.contains(field.type());
    boolean isBytes = meaning.kind().isSecret() && field.type().equals("byte[]");
    boolean isAnything = field.type().equals("java.lang.Object");
    return isDate || isBytes || !isAnything && SensitiveValue.isText(type, meaning);
  }

  static String simple(String type) {
    return type.substring(type.lastIndexOf('.') + 1);
  }

  /** Whether the type is kept in a database. */
  boolean isEntity(String type) {
    DeclaredType declared = types.get(type);
    return declared != null
        && declared.annotations().stream()
            .anyMatch(each -> ENTITIES.contains(TypeRef.named(each)).isYes());
  }
}
