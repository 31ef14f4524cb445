package dev.zonegate.facts;

import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Decl;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Span;
import java.util.function.Consumer;

/**
 * A bean that runs tasks, by which a project replaces its framework's default.
 *
 * @param at the name of the method that makes it
 */
public record ExecutorBean(String path, Span at) implements Fact {
  private static final TypeSet BEANS = TypeSet.of("org.springframework.context.annotation.Bean");

  static void collect(SourceFile file, Consumer<Fact> facts) {
    for (Decl.Method method : file.all(Decl.Method.class)) {
      boolean isBean = BEANS.annotationIn(method.annotations()) != null;
      if (isBean && method.returnType() != null && mayRunTasks(method)) {
        facts.accept(new ExecutorBean(file.path(), method.nameSpan()));
      }
    }
  }

  private static boolean mayRunTasks(Decl.Method method) {
    return !method
        .returnType()
        .ref()
        .isAnyOf(
            "java.util.concurrent.Executor",
            "org.springframework.scheduling.annotation.AsyncConfigurer")
        .isNo();
  }
}
