package dev.zonegate.facts;

import dev.zonegate.match.TypeNames;
import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The classes of the project that a file makes objects of.
 *
 * @param beans those that it hands to a container, by a {@code @Bean} method or its result
 * @param others those that no container knows of
 */
public record Creation(String path, List<String> beans, List<String> others) implements Fact {
  private static final TypeSet BEANS =
      TypeSet.of(
          "org.springframework.context.annotation.Bean",
          "org.springframework.context.annotation.Import",
          "jakarta.enterprise.inject.Produces");

  static void collect(SourceFile file, Consumer<Fact> facts) {
    Set<String> beans = new TreeSet<>();
    Set<String> others = new TreeSet<>();
    for (Decl.Method each : file.all(Decl.Method.class)) {
      if (each.returnType() != null && BEANS.annotationIn(each.annotations()) != null) {
        beans.addAll(TypeNames.in(file, each.returnType()));
      }
    }
    for (Expr.New each : file.all(Expr.New.class)) {
      Decl.Method around = file.enclosing(each, Decl.Method.class);
      boolean isBean = around != null && BEANS.annotationIn(around.annotations()) != null;
      TypeNames.in(file, each.created()).stream()
          .filter(name -> Packages.isSameProject(name, file.unit().packageName()))
          .forEach((isBean ? beans : others)::add);
    }
    if (!beans.isEmpty() || !others.isEmpty()) {
      facts.accept(new Creation(file.path(), List.copyOf(beans), List.copyOf(others)));
    }
  }
}
