package dev.zonegate.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is called on {@code new Box()}, and whether others may get hold of it. */
final class ObjectFlowTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Box box = new Box(); box.open();|open",
        "Box box; box = new Box(); box.open();|open",
        "Box box; Box other = box = new Box(); other.open();|open",
        "Box box = new Box(); Box other = null; other.open();|",
        "Box box = (Box) new Box(); box.open();|open",
        "Box box = b ? new Box() : null; box.open();|open",
        "Box box = switch (n) { case 1 -> new Box(); default -> null; }; box.open();|open",
        "Box box = switch (n) { case 1: yield new Box(); default: yield null; }; box.open();|open",
        "new Box().self().open();|self,open",
        "held = new Box();|close",
        "give(new Box());|shut",
        "privately().open();|open",
      })
  void isFollowed(String code, String calls) {
    ObjectFlow flow = flow(code);
    assertThat(flow.calls().stream().map(Expr.Call::name).collect(Collectors.joining(",")))
        .isEqualTo(calls == null ? "" : calls);
    assertThat(flow.isLeaving()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "shown = new Box();",
        "unknown = new Box();",
        "all[0] = new Box();",
        "Box[] boxes = { new Box() };",
        "unknown.take(new Box());",
        "Supplier<Box> later = () -> new Box();",
        "Supplier<Box> later = () -> { return new Box(); };",
      })
  void leaves(String code) {
    assertThat(flow(code).isLeaving()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"made(() -> new Box()).open();", "made(() -> { return new Box(); }).open();"})
  void comesOutOfTheCallThatASupplierIsGivenTo(String code) {
    assertThat(flow(code).calls()).singleElement().matches(each -> each.name().equals("open"));
  }

  private static ObjectFlow flow(String code) {
    boolean isElsewhere = !code.contains("new Box()");
    SourceFile file =
        Snippet.file(
            """
            import java.util.function.Supplier;
            class Boxes {
              private Box held;
              Box shown;
              private Box[] all;
              void run(boolean b, int n) {
                %s
              }
              void end() { held.close(); }
              private void give(Box given) { given.shut(); }
              private Box privately() { return %s; }
              private Box made(Supplier<Box> maker) { return maker.get(); }
              static class Box { Box self() { return this; } void open() { } void close() { } void shut() { } }
            }
            """
                .formatted(code, isElsewhere ? "new Box()" : "null"));
    return ObjectFlow.of(file, Snippet.find(file, Expr.New.class, "new Box()"));
  }
}
