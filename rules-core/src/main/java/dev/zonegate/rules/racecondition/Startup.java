package dev.zonegate.rules.racecondition;

import dev.zonegate.match.Bindings;
import dev.zonegate.match.HandOver;
import dev.zonegate.match.Methods;
import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Code that runs before a shared object is used, or once it is no longer. */
final class Startup {
  private static final TypeSet INITIALISERS = TypeSet.load("concurrency/initialisers.types");
  private static final TypeSet LISTENERS =
      TypeSet.of(
          "org.springframework.context.event.EventListener",
          "io.micronaut.runtime.event.annotation.EventListener");
  private static final TypeSet OBSERVED = TypeSet.of("jakarta.enterprise.event.Observes");
  private static final Pattern LIFECYCLE =
      Pattern.compile("Ready|Started|Startup|Refreshed|Closed|Shutdown|Initialized|Destroyed");
  private static final TypeSet RUNNERS =
      TypeSet.of(
          "org.springframework.boot.CommandLineRunner",
          "org.springframework.boot.ApplicationRunner",
          "org.springframework.context.SmartLifecycle",
          "org.springframework.context.Lifecycle",
          "jakarta.servlet.ServletContextListener");
  private static final Set<String> NAMES =
      Set.of(
          "init",
          "initialize",
          "initialise",
          "afterPropertiesSet",
          "afterSingletonsInstantiated",
          "destroy",
          "close",
          "shutdown",
          "contextInitialized",
          "contextDestroyed",
          "onStartup",
          "configure",
          "setApplicationContext",
          "setBeanFactory",
          "setEnvironment",
          "setServletContext",
          "setResourceLoader",
          "main");
  private static final Set<String> RUN = Set.of("run", "start", "stop");
  private static final int DEEPEST = 3;

  private Startup() {}

  /** Whether {@code node} runs only then. */
  static boolean isPartOf(SourceFile file, Node node) {
    return isPartOf(file, node, DEEPEST);
  }

  private static boolean isPartOf(SourceFile file, Node node, int depth) {
    for (Node up = file.parent(node); up != null; up = file.parent(up)) {
      boolean isLater = up instanceof Expr.Lambda work && !isForEach(file, work);
      if (isLater || up instanceof Decl.Body) {
        return false;
      }
      if (up instanceof Decl.Field || up instanceof Decl.Initializer) {
        return true;
      }
      if (up instanceof Decl.Method method) {
        return is(file, method) || isCalledByIt(file, method, depth);
      }
    }
    return false;
  }

  /** Whether a lambda runs for each element at once, not some time later. */
  private static boolean isForEach(SourceFile file, Expr.Lambda work) {
    return file.parent(work) instanceof Expr.Call call
        && call.name().startsWith("forEach")
        && HandOver.of(file, work).isEmpty();
  }

  private static boolean is(SourceFile file, Decl.Method method) {
    return method.isConstructor()
        || INITIALISERS.annotationIn(method.annotations()) != null
        || NAMES.contains(method.name())
        || isSetter(file, method)
        || isStartedListener(file, method)
        || RUN.contains(method.name()) && isRunner(file, method);
  }

  /** {@code void setClock(Clock clock) { this.clock = clock; }}: injection, or a test's. */
  private static boolean isSetter(SourceFile file, Decl.Method method) {
    return method.name().startsWith("set")
        && method.params().size() == 1
        && method.body() != null
        && file.allIn(method.body(), Stmt.If.class).stream()
            .allMatch(each -> isAbout(file, method.params().get(0), each.condition()));
  }

  /** {@code if (clock == null)}: what is set decides, not what was there before. */
  private static boolean isAbout(SourceFile file, Decl.Param given, Expr condition) {
    return file.allIn(condition, Expr.Name.class).stream()
        .allMatch(
            each -> {
              Node named = Bindings.of(file).declaration(each).orElse(null);
              return named == given || named instanceof Stmt.Local;
            });
  }

  /**
   * {@code @EventListener(ApplicationReadyEvent.class)}, {@code (@Observes StartupEvent event)}.
   */
  private static boolean isStartedListener(SourceFile file, Decl.Method method) {
    boolean isListener =
        LISTENERS.annotationIn(method.annotations()) != null
            || method.name().equals("onApplicationEvent");
    return isListener && isLifecycle(file, method.annotations())
        || method.params().stream()
            .filter(each -> isListener || OBSERVED.annotationIn(each.annotations()) != null)
            .anyMatch(
                each ->
                    each.type() != null && isLifecycle(file, List.of(each.type()))
                        || isLifecycle(file, each.annotations()));
  }

  private static boolean isLifecycle(SourceFile file, List<? extends Node> parts) {
    return parts.stream().anyMatch(each -> LIFECYCLE.matcher(file.text(each)).find());
  }

  private static boolean isRunner(SourceFile file, Decl.Method method) {
    Decl.Type type = file.enclosing(method, Decl.Type.class);
    return type != null
        && (RUNNERS.contains(type.ref()).isYes()
            || type.implementsTypes().stream()
                .anyMatch(each -> RUNNERS.contains(each.ref()).isYes()));
  }

  private static boolean isCalledByIt(SourceFile file, Decl.Method method, int depth) {
    if (depth == 0 || method.modifiers().contains(Modifier.PUBLIC)) {
      return false;
    }
    List<Invocation> calls = Methods.of(file).calls(method);
    return !calls.isEmpty()
        && calls.stream()
            .allMatch(
                each -> !(each instanceof Expr.MethodReference) && isPartOf(file, each, depth - 1));
  }
}
