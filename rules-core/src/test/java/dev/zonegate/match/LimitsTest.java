package dev.zonegate.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LimitsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-1",
        "0L",
        "Duration.ZERO",
        "ZERO",
        "Timeout.DISABLED",
        "Duration.ofSeconds(0)",
        "Duration.of(-1, unit)"
      })
  void isNone(String amount) {
    SourceFile file = asking(amount);
    assertThat(Limits.of(file).isNone(asked(file))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "given",
        "Duration.ofSeconds(5)",
        "ZERO_OR_MORE",
        "given.of()",
        "parsed(0)",
        "Timeout.LONG"
      })
  void isSome(String amount) {
    SourceFile file = asking(amount);
    assertThat(Limits.of(file).isNone(asked(file))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "given",
        "this.kept",
        "new Client(new Timeouts())",
        "new Client().timeout(5)",
        "Client.builder().readTimeout(5).build()",
        "withDeadline",
        "given.client()",
        "limited()",
        "absent()",
        "setUp",
        "handed",
        "other ? bare : given",
      })
  void mayHaveOne(String value) {
    SourceFile file = asking(value);
    assertThat(Limits.of(file).mayHave(asked(file))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "new Client()",
        "Client.create()",
        "Client.builder().build()",
        "new Client().build()",
        "bare",
        "later",
        "bare.copy()",
        "plain()",
        "plain().copy()",
      })
  void hasNone(String value) {
    SourceFile file = asking(value);
    assertThat(Limits.of(file).mayHave(asked(file))).isFalse();
  }

  private static SourceFile asking(String amount) {
    return Snippet.file(
        """
        import java.time.Duration;
        class Calls {
          Client kept;
          void run(Client given, boolean other) {
            Client bare = new Client();
            Client later;
            later = new Client();
            Client setUp = new Client();
            setUp.setReadTimeout(5);
            Client handed = new Client();
            handed.configure(new Timeouts());
            Client withDeadline = new Client(Deadline.after(5));
            ask(%s);
          }
          void ask(Object asked) {
          }
          Client plain() {
            return new Client();
          }
          Client limited() {
            Client made = new Client();
            made.setTimeout(5);
            return made;
          }
          abstract Client absent();
        }
        """
            .formatted(amount));
  }

  private static Expr asked(SourceFile file) {
    return file.all(Expr.Call.class).stream()
        .filter(each -> each.name().equals("ask"))
        .findFirst()
        .orElseThrow()
        .arguments()
        .get(0);
  }
}
