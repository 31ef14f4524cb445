package dev.zonegate.rules.resourceleak;

import dev.zonegate.match.Methods;
import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import java.util.List;
import java.util.Set;

/** Whether code runs once, at the start of a program or of a component, or again and again. */
final class Lifetimes {
  private static final TypeSet ONCE = TypeSet.load("resources/once.types");
  private static final TypeSet ONCE_CLASSES = TypeSet.load("resources/once-classes.types");
  private static final TypeSet APPLICATION = TypeSet.load("sql/application-classes.types");
  private static final Set<String> STARTERS =
      Set.of(
          "main",
          "init",
          "initialize",
          "initialise",
          "start",
          "open",
          "setUp",
          "setup",
          "configure",
          "afterPropertiesSet",
          "onApplicationEvent",
          "contextInitialized",
          "connect",
          "postConstruct",
          "onStartup");
  private static final int DEEPEST = 3;

  private Lifetimes() {}

  /** Whether {@code node} stands in a constructor, initialiser, factory or method run at start. */
  static boolean runsOnce(SourceFile file, Node node) {
    Decl.Method method = file.enclosing(node, Decl.Method.class);
    return method == null || runsOnce(file, method, 0);
  }

  private static boolean runsOnce(SourceFile file, Decl.Method method, int depth) {
    Decl.Type type = file.enclosing(method, Decl.Type.class);
    if (method.isConstructor()
        || STARTERS.contains(method.name())
        || isMarked(method.annotations(), ONCE)
        || type != null && (isMarked(type.annotations(), ONCE_CLASSES) || hasMain(type))) {
      return true;
    }
    List<Invocation> calls = Methods.of(file).calls(method);
    return depth < DEEPEST
        && method.modifiers().contains(Modifier.PRIVATE)
        && !calls.isEmpty()
        && calls.stream().allMatch(call -> isCalledOnce(file, call, depth));
  }

  private static boolean isCalledOnce(SourceFile file, Invocation call, int depth) {
    Decl.Method caller = file.enclosing(call, Decl.Method.class);
    return caller == null || runsOnce(file, caller, depth + 1);
  }

  private static boolean isMarked(List<Annotation> annotations, TypeSet marks) {
    return marks.annotationIn(annotations) != null;
  }

  private static boolean hasMain(Decl.Type type) {
    return type.members().stream()
        .anyMatch(
            each ->
                each instanceof Decl.Method method
                    && method.name().equals("main")
                    && method.modifiers().contains(Modifier.STATIC));
  }

  /** The type around all types around {@code node}. */
  static Node outermost(SourceFile file, Node node) {
    Node found = file.unit();
    for (Decl.Type type = file.enclosing(node, Decl.Type.class);
        type != null;
        type = file.enclosing(type, Decl.Type.class)) {
      found = type;
    }
    return found;
  }

  /** Whether {@code node} stands in a class that serves requests or events. */
  static boolean isInApplication(SourceFile file, Node node) {
    for (Decl.Type type = file.enclosing(node, Decl.Type.class);
        type != null;
        type = file.enclosing(type, Decl.Type.class)) {
      if (isMarked(type.annotations(), APPLICATION)) {
        return true;
      }
    }
    return false;
  }
}
