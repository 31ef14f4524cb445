package dev.zonegate.match;

import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Code that runs once, at the start of a program, or by hand: seeders, migrations, tools. */
public final class OneTime {
  private static final Vocabulary WORDS = Vocabulary.load("scale/one-time.words");
  private static final TypeSet TYPES = TypeSet.load("scale/one-time.types");
  private static final TypeSet ANNOTATIONS = TypeSet.load("scale/one-time-annotations.types");
  private static final TypeSet LISTENERS =
      TypeSet.of("org.springframework.context.event.EventListener");
  private static final Set<String> OF_TYPES =
      Set.of(
          "run",
          "afterPropertiesSet",
          "afterSingletonsInstantiated",
          "start",
          "stop",
          "contextInitialized",
          "migrate",
          "execute");
  private static final Pattern MIGRATION_TOOLS =
      Pattern.compile("\\b(liquibase|flyway|mongock)\\b");
  private static final int DEEPEST = 3;

  private OneTime() {}

  /** Which declarations of a file say that they run once. */
  private record Named(Map<Decl, Boolean> known) {}

  /** Whether {@code node} is part of such code. */
  public static boolean isPartOf(SourceFile file, Node node) {
    return isNamed(file, node) || isStart(file, node, DEEPEST) || Profiles.isForTests(file, node);
  }

  /**
   * Whether {@code node} runs when its object or the program starts, whatever its class is called.
   */
  public static boolean isStart(SourceFile file, Node node) {
    return isStart(file, node, DEEPEST);
  }

  private static boolean isNamed(Decl decl) {
    return decl instanceof Decl.Type type
            && (WORDS.isIn(type.name())
                || ANNOTATIONS.annotationIn(type.annotations()) != null
                || hasMain(type))
        || decl instanceof Decl.Method method && WORDS.isIn(method.name());
  }

  private static boolean isNamed(SourceFile file, Node node) {
    Map<Decl, Boolean> known =
        file.derived(Named.class, any -> new Named(new IdentityHashMap<>())).known();
    for (Node up = node; up != null; up = file.parent(up)) {
      if (up instanceof Decl decl && known.computeIfAbsent(decl, OneTime::isNamed)) {
        return true;
      }
    }
    String home = file.unit().packageName();
    return WORDS.isIn(home.substring(home.lastIndexOf('.') + 1))
        || MIGRATION_TOOLS.matcher(home).find();
  }

  private static boolean isStart(SourceFile file, Node node, int depth) {
    Decl.Method method =
        node instanceof Decl.Method one ? one : file.enclosing(node, Decl.Method.class);
    if (method == null) {
      return true;
    }
    if (method.isConstructor()
        || ANNOTATIONS.annotationIn(method.annotations()) != null
        || isMain(method)
        || isStartedListener(file, method)
        || OF_TYPES.contains(method.name()) && isOfType(file, method)) {
      return true;
    }
    List<Invocation> calls = Methods.of(file).calls(method);
    return depth > 0
        && method.modifiers().contains(Modifier.PRIVATE)
        && !calls.isEmpty()
        && calls.stream().allMatch(each -> isStart(file, each, depth - 1));
  }

  private static boolean isOfType(SourceFile file, Decl.Method method) {
    return file.parent(method) instanceof Decl.Type type && TYPES.isDeclaredBy(type);
  }

  private static boolean isStartedListener(SourceFile file, Decl.Method method) {
    Annotation listener = LISTENERS.annotationIn(method.annotations());
    return listener != null
        && (file.text(listener) + method.params().stream().map(file::text).toList())
            .matches("(?s).*(Ready|Started|Refreshed|Closed|Startup).*");
  }

  private static boolean isMain(Decl.Method method) {
    return method.name().equals("main") && method.modifiers().contains(Modifier.STATIC);
  }

  /** A tool has a {@code main} of its own; the one of a server only starts it. */
  private static boolean hasMain(Decl.Type type) {
    return type.annotations().stream().noneMatch(each -> each.name().endsWith("Application"))
        && type.members().stream()
            .anyMatch(each -> each instanceof Decl.Method method && isMain(method));
  }
}
