package dev.zonegate.rules.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A wrong default is a wrong finding: the page on clients says where each was read. */
final class ClientTableTest {
  private static final Path PAGE = Path.of("../docs/clients.md");
  private static final Pattern READ =
      Pattern.compile("\\d+\\.\\d+\\S* `[\\w./-]+\\.(java|kt|properties|class)(:\\d+)?`");
  private static final Pattern TYPE = Pattern.compile("(?m)^[\\w.]+\\.(\\w+)#");

  @TestFactory
  Stream<DynamicTest> eachDefaultNamesTheVersionAndTheFileItWasReadIn() throws IOException {
    List<String> rows =
        Files.readAllLines(PAGE).stream()
            .filter(each -> each.startsWith("| ") && !each.endsWith("source read |"))
            .toList();
    assertThat(rows).hasSizeGreaterThan(60);
    return rows.stream()
        .map(
            each ->
                dynamicTest(
                    each.split("\\|")[1].strip(),
                    () ->
                        assertThat(cells(each).get(cells(each).size() - 1)).containsPattern(READ)));
  }

  @TestFactory
  Stream<DynamicTest> whatTheRuleReportsForItsDefaultIsOnThePage() throws IOException {
    String page = Files.readString(PAGE);
    return Stream.of("clients", "connections", "off-switches", "pools", "thread-pools", "waits")
        .flatMap(ClientTableTest::types)
        .distinct()
        .map(
            each ->
                dynamicTest(each, () -> assertThat(page).containsPattern("\\b" + each + "\\b")));
  }

  private static List<String> cells(String row) {
    return Arrays.stream(row.split("\\|")).map(String::strip).toList();
  }

  private static Stream<String> types(String file) {
    String name = "/zonegate/apis/timeouts/" + file + ".api";
    try (InputStream in = ClientTableTest.class.getResourceAsStream(name)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return TYPE.matcher(text).results().map(each -> each.group(1)).toList().stream();
    } catch (IOException e) {
      throw new IllegalStateException(name, e);
    }
  }
}
