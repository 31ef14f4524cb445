package dev.zonegate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import dev.zonegate.fixtures.FixtureClasspath;
import dev.zonegate.frontend.javac.JavacFrontEnd;
import dev.zonegate.frontend.javaparser.JavaparserFrontEnd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Good code that goes in circles: methods that call themselves or each other, types that make
 * themselves, variables that come from themselves. No rule follows it without end.
 */
final class CircularCodeTest {
  private static final Path FIXTURES =
      Path.of(System.getProperty("zonegate.root"), "rules-core/src/test/resources/fixtures");
  private static final String SOMETIMES = "if (System.nanoTime() > 9L) { %s }";

  private final JavaParser parser =
      new JavaParser(new ParserConfiguration().setLanguageLevel(LanguageLevel.JAVA_17));

  @TempDir Path folder;

  /** How a method comes back to itself. */
  enum Circle {
    ALONE {
      @Override
      void close(JavaParser parser, MethodDeclaration method) {
        again(parser, method, method.getNameAsString());
        for (Parameter each : method.getParameters()) {
          if (!each.isFinal()) {
            String name = each.getNameAsString();
            String more = each.getTypeAsString().equals("String") ? name + " + " + name : name;
            begin(parser, method, String.format(SOMETIMES, name + " = " + more + ";"));
          }
        }
      }
    },
    BY_A_TWIN {
      @Override
      void close(JavaParser parser, MethodDeclaration method) {
        MethodDeclaration twin = method.clone().setName("other" + method.getNameAsString());
        twin.setAnnotations(new NodeList<>());
        again(parser, twin, method.getNameAsString());
        again(parser, method, twin.getNameAsString());
        ((TypeDeclaration<?>) method.getParentNode().orElseThrow()).addMember(twin);
      }
    };

    abstract void close(JavaParser parser, MethodDeclaration method);

    private static void again(JavaParser parser, MethodDeclaration method, String called) {
      String call =
          method.getParameters().stream()
              .map(Parameter::getNameAsString)
              .collect(Collectors.joining(", ", called + "(", ");"));
      boolean isVoid = method.getType().isVoidType();
      begin(
          parser, method, String.format(SOMETIMES, isVoid ? call + " return;" : "return " + call));
    }

    private static void begin(JavaParser parser, MethodDeclaration method, String statement) {
      method
          .getBody()
          .orElseThrow()
          .addStatement(0, parser.parseStatement(statement).getResult().orElseThrow());
    }
  }

  @Test
  void noRuleFollowsForEverWhatCallsAndMakesItself() throws IOException {
    judge(Circle.ALONE);
  }

  @Tag("robustness")
  @Test
  void noRuleFollowsForEverWhatTwoCallInTurn() throws IOException {
    judge(Circle.BY_A_TWIN);
  }

  private void judge(Circle circle) throws IOException {
    try (Stream<Path> rules = Files.list(FIXTURES)) {
      for (Path rule : rules.sorted().toList()) {
        Path circular = folder.resolve(rule.getFileName());
        int written = write(rule, circular, circle);
        JudgedFolder judged =
            JudgedFolder.of(
                circular,
                List.of(new JavacFrontEnd(), new JavaparserFrontEnd()),
                FixtureClasspath.jars());

        assertThat(judged.paths()).hasSize(written).hasSizeGreaterThan(4);
        assertThat(judged.crashes()).isEmpty();
      }
    }
  }

  private int write(Path from, Path to, Circle circle) throws IOException {
    List<Path> sources;
    try (Stream<Path> files = Files.walk(from)) {
      sources = files.filter(each -> each.toString().endsWith(".java")).sorted().toList();
    }
    int written = 0;
    for (Path each : sources) {
      CompilationUnit unit = parser.parse(each).getResult().orElse(null);
      if (unit != null) {
        unit.findAll(MethodDeclaration.class).stream()
            .filter(it -> it.getBody().isPresent())
            .filter(it -> it.getParentNode().orElseThrow() instanceof TypeDeclaration)
            .forEach(it -> circle.close(parser, it));
        unit.findAll(ClassOrInterfaceDeclaration.class).forEach(this::makeItself);
        unit.findAll(VariableDeclarationExpr.class).forEach(this::appendToItself);
        Path file = to.resolve(from.relativize(each));
        Files.createDirectories(file.getParent());
        Files.writeString(file, unit.toString());
        written++;
      }
    }
    return written;
  }

  /** The type makes itself, and its fields are set from themselves. */
  private void makeItself(ClassOrInterfaceDeclaration type) {
    if (type.isInterface() || type.isAbstract() || !type.getTypeParameters().isEmpty()) {
      return;
    }
    String name = type.getNameAsString();
    String scope = type.isTopLevelType() || type.isStatic() ? "static " : "";
    add(type, scope + name + " makeItself() { return new " + name + "(); }");
    for (FieldDeclaration field : type.getFields()) {
      if (!field.isFinal() && !field.isStatic()) {
        for (VariableDeclarator each : field.getVariables()) {
          String held = each.getNameAsString();
          add(type, each.getTypeAsString() + " again" + held + "() { return " + held + "; }");
          add(type, "void keep" + held + "() { " + held + " = again" + held + "(); }");
        }
      }
    }
  }

  /** A builder of text is given its own length. */
  private void appendToItself(VariableDeclarationExpr local) {
    VariableDeclarator builder = local.getVariable(0);
    boolean isBuilder =
        builder.getTypeAsString().matches("StringBu(ild|ff)er")
            && builder.getInitializer().isPresent();
    if (isBuilder
        && local.getParentNode().orElseThrow() instanceof ExpressionStmt statement
        && statement.getParentNode().orElseThrow() instanceof BlockStmt block) {
      String name = builder.getNameAsString();
      String append = name + ".append(" + name + ".length()).append(" + name + ");";
      block.addStatement(
          block.getStatements().indexOf(statement) + 1,
          parser.parseStatement(append).getResult().orElseThrow());
    }
  }

  private void add(ClassOrInterfaceDeclaration type, String member) {
    type.addMember(parser.parseBodyDeclaration(member).getResult().orElseThrow());
  }
}
