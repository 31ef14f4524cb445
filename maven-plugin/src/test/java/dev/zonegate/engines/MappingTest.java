package dev.zonegate.engines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.catalogue.Catalogue;
import dev.zonegate.gate.RuleNames;
import dev.zonegate.rule.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Opcodes;

/** What stands in the mapping is there: in the engines, and here. */
final class MappingTest {
  private static final List<String> CHECKSTYLE_PACKAGES =
      List.of("", "blocks/", "coding/", "sizes/", "design/", "metrics/");

  private final Mapping mapping = Mapping.load();

  @Test
  void spotBugsAndItsPluginKnowEveryId() throws IOException {
    Set<String> known = new HashSet<>();
    for (URL each : Collections.list(getClass().getClassLoader().getResources("findbugs.xml"))) {
      known.addAll(all("<BugPattern\\b[^>]*\\btype=\"([^\"]+)\"", text(each)));
    }
    assertThat(known).contains("DM_DEFAULT_ENCODING", "SQL_INJECTION_JDBC");
    assertThat(known).containsAll(mapping.ids(Engine.SPOTBUGS));
  }

  @Test
  void pmdKnowsEveryId() throws IOException {
    Set<String> known = new HashSet<>();
    for (String each : List.of("bestpractices", "design", "errorprone", "multithreading")) {
      known.addAll(rules(each));
    }
    for (String each : List.of("performance", "security", "codestyle")) {
      known.addAll(rules(each));
    }
    assertThat(known).containsAll(mapping.ids(Engine.PMD));
  }

  @Test
  void checkstyleKnowsEveryId() {
    assertThat(mapping.ids(Engine.CHECKSTYLE)).allMatch(MappingTest::isCheck);
    assertThat(isCheck("NoSuch")).isFalse();
  }

  @Test
  void errorProneKnowsEveryId() throws IOException {
    URL any = MappingTest.class.getResource("/com/google/errorprone/bugpatterns/EmptyCatch.class");
    Set<String> known = new HashSet<>();
    try (JarFile jar = ((JarURLConnection) any.openConnection()).getJarFile()) {
      for (JarEntry each : Collections.list(jar.entries())) {
        if (each.getName().matches("com/google/errorprone/bugpatterns/.*[^0-9]\\.class")) {
          known.addAll(names(jar.getInputStream(each).readAllBytes()));
        }
      }
    }
    assertThat(known).contains("EmptyCatch").doesNotContain("BugChecker");
    assertThat(known).containsAll(mapping.ids(Engine.ERRORPRONE));
  }

  /** What a check is called, which its class need not be. */
  private static Set<String> names(byte[] type) {
    Set<String> names = new HashSet<>();
    ClassReader reader = new ClassReader(type);
    String simple = reader.getClassName().replaceAll(".*[/$]", "");
    reader.accept(
        new ClassVisitor(Opcodes.ASM9) {
          @Override
          public AnnotationVisitor visitAnnotation(String of, boolean isVisible) {
            if (!of.equals("Lcom/google/errorprone/BugPattern;")) {
              return null;
            }
            names.add(simple);
            return new AnnotationVisitor(Opcodes.ASM9) {
              @Override
              public void visit(String name, Object value) {
                if (name.equals("name")) {
                  names.clear();
                  names.add((String) value);
                }
              }
            };
          }
        },
        ClassReader.SKIP_CODE);
    return names;
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void everyIdStandsForAPatternOfOurs(Engine engine) {
    RuleNames names = new RuleNames(Catalogue.rules().stream().map(Rule::info).toList());
    assertThat(mapping.ids(engine)).isNotEmpty();
    for (String id : mapping.ids(engine)) {
      String key = mapping.key(engine, id).orElseThrow();
      assertThat(names.key(key)).as(engine + " " + id).contains(key);
      assertThat(key).contains(".");
    }
    assertThat(mapping.key(engine, "NO_SUCH_ID")).isEmpty();
  }

  private static boolean isCheck(String id) {
    String folder = "com/puppycrawl/tools/checkstyle/checks/";
    return CHECKSTYLE_PACKAGES.stream()
        .map(each -> folder + each + id + "Check.class")
        .anyMatch(each -> MappingTest.class.getClassLoader().getResource(each) != null);
  }

  private static Set<String> rules(String category) throws IOException {
    URL file = MappingTest.class.getResource("/category/java/" + category + ".xml");
    return all("<rule\\s+name=\"([^\"]+)\"", text(file));
  }

  private static Set<String> all(String pattern, String text) {
    Set<String> found = new HashSet<>();
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  private static String text(URL file) throws IOException {
    try (InputStream in = file.openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
