package dev.zonegate.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.catalogue.Catalogue;
import dev.zonegate.engine.Analysis;
import dev.zonegate.engine.Settings;
import dev.zonegate.fixtures.FixtureClasspath;
import dev.zonegate.frontend.SourceInput;
import dev.zonegate.frontend.SourceSet;
import dev.zonegate.frontend.javac.JavacFrontEnd;
import dev.zonegate.model.Notification;
import dev.zonegate.model.SourceFile.Role;
import dev.zonegate.model.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every call that a rule knows, as it stands while somebody types it: without its arguments, with
 * one that is not right, on a type instead of an object.
 */
final class HalfWrittenCallsTest {
  private static final Pattern API = Pattern.compile("\\b[a-z][\\w.]*+#\\w++");
  private static final int IN_A_FILE = 100;

  private record Called(String type, String method) {}

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void noRuleTrustsThatArgumentsAreThere(boolean isResolved) {
    List<Called> calls = calls();
    assertThat(calls).hasSizeGreaterThan(2_500);
    List<SourceInput> inputs = new ArrayList<>();
    for (int i = 0; i < calls.size(); i += IN_A_FILE) {
      String text = source("Half" + i, calls.subList(i, Math.min(calls.size(), i + IN_A_FILE)));
      inputs.add(new SourceInput("Half" + i + ".java", SourceText.of(text), Role.MAIN));
    }
    List<Path> classPath = isResolved ? FixtureClasspath.jars() : List.of();
    Analysis analysis = new Analysis(Catalogue.rules(), Settings.DEFAULT);
    List<Notification> failures = Collections.synchronizedList(new ArrayList<>());
    new JavacFrontEnd()
        .read(
            new SourceSet(inputs, classPath, 17, 17),
            file ->
                analysis.check(file).notifications().stream()
                    .filter(
                        each ->
                            each.kind() == Notification.Kind.RULE
                                || each.kind() == Notification.Kind.LOWERING)
                    .forEach(failures::add));
    assertThat(failures).isEmpty();
  }

  private static List<Called> calls() {
    TreeSet<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
      files
          .filter(each -> each.toString().endsWith(".api") || each.toString().endsWith(".java"))
          .flatMap(each -> API.matcher(text(each)).results().map(MatchResult::group))
          .forEach(found::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found.stream().map(each -> each.split("#")).map(it -> new Called(it[0], it[1])).toList();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String source(String name, List<Called> calls) {
    StringBuilder text = new StringBuilder("class ").append(name).append(" {\n");
    for (int i = 0; i < calls.size(); i++) {
      text.append(method(i, calls.get(i)));
    }
    return text.append("}\n").toString();
  }

  private static String method(int number, Called call) {
    String made = "new " + call.type();
    String on = call.method().equals("new") ? made : "it." + call.method();
    String ofType = call.method().equals("new") ? made : call.type() + "." + call.method();
    return String.format(
        """
          Object m%d(%s it, String password) throws Exception {
            %s();
            %s();
            var one = %s(password);
            var other = %s(x -> x, null);
            try (var it2 = %s()) {
              for (int i = 0; i < 9; i++) {
                password += %s(one, i, password);
              }
            }
            if (%s() || %s(password) != null) {
              throw %s();
            }
            return %s(%s(), () -> %s());
          }
        """,
        number, call.type(), on, ofType, on, on, on, on, on, on, on, on, on, ofType);
  }
}
