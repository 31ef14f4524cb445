package dev.zonegate.facts;

import dev.zonegate.match.Constants;
import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Packages and classes that a program takes configuration from, by scanning or importing them.
 *
 * @param names packages and qualified names of classes, as far as they are known
 */
public record ForeignConfiguration(String path, Span at, List<String> names) implements Fact {
  private static final TypeSet SCANS =
      TypeSet.of(
          "=org.springframework.boot.autoconfigure.SpringBootApplication",
          "=org.springframework.context.annotation.ComponentScan",
          "=org.springframework.context.annotation.Import");
  private static final List<String> ELEMENTS = List.of("scanBasePackages", "basePackages", "value");

  static void collect(SourceFile file, Consumer<Fact> facts) {
    for (Decl.Type type : file.all(Decl.Type.class)) {
      for (Annotation each : type.annotations()) {
        List<String> names = SCANS.contains(each.type()).isYes() ? names(file, each) : List.of();
        if (!names.isEmpty()) {
          facts.accept(new ForeignConfiguration(file.path(), type.nameSpan(), names));
        }
      }
    }
  }

  private static List<String> names(SourceFile file, Annotation scan) {
    List<String> names = new ArrayList<>();
    for (String element : ELEMENTS) {
      Expr value = scan.argument(element);
      List<Expr> all =
          value == null
              ? List.of()
              : value instanceof Expr.ArrayInitializer list ? list.elements() : List.of(value);
      for (Expr each : all) {
        if (each instanceof Expr.ClassLiteral literal) {
          names.add(literal.named().ref().name());
        } else {
          Constants.of(file).text(each).ifPresent(names::add);
        }
      }
    }
    return names;
  }

  /** Whether a program takes configuration from packages of which no type is in the project. */
  public static boolean isAny(Project project) {
    return !outside(project).isEmpty();
  }

  /**
   * The first name that no type of the project stands behind; empty if the project has them all.
   */
  static String outside(Project project) {
    List<DeclaredType> types = project.all(DeclaredType.class);
    for (ForeignConfiguration each : project.all(ForeignConfiguration.class)) {
      for (String name : each.names()) {
        String prefix = name.replaceAll("\\.?(?<!\\*)\\*++$", "");
        boolean isFramework = prefix.startsWith("org.springframework.");
        if (!isFramework && types.stream().noneMatch(type -> isBelow(type.name(), prefix))) {
          return prefix;
        }
      }
    }
    return "";
  }

  private static boolean isBelow(String type, String prefix) {
    return type.equals(prefix) || type.startsWith(prefix + ".");
  }
}
