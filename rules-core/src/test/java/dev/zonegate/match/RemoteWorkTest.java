package dev.zonegate.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RemoteWorkTest {
  @ParameterizedTest
  @ValueSource(strings = {"client.call()", "this.client.call()", "gateway.call()"})
  void isDoneByFieldsThatAreCalledSo(String call) {
    assertThat(isRemote(call)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "own()",
        "local.call()",
        "pool.shutdown()",
        "tasks.call()",
        "plain.call()",
        "no.call()"
      })
  void isNothingElse(String call) {
    assertThat(isRemote(call)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "client.call();|RuntimeException|YES",
        "own();|java.net.SocketTimeoutException|YES",
        "task.call();|Exception|UNKNOWN",
        "function.apply(1);|Exception|UNKNOWN",
        "task.other();|Exception|NO",
        "task.call(1);|Exception|NO",
        "own();|Exception|NO",
      })
  void isRetried(String tried, String failure, String answer) {
    SourceFile file =
        file("while (true) { try { %s return; } catch (%s e) { } }".formatted(tried, failure));
    assertThat(RemoteWork.of(file).isRetriedBy(RetryLoop.in(file).get(0))).hasToString(answer);
  }

  private static boolean isRemote(String call) {
    SourceFile file = file(call + ";");
    return RemoteWork.of(file).isRemote(Snippet.find(file, Expr.Call.class, call));
  }

  private static SourceFile file(String code) {
    return Snippet.file(
        """
        class Orders {
          OrderClient client;
          PriceGateway gateway;
          java.util.concurrent.ExecutorService pool;
          TaskExecutorService tasks;
          Plain plain;
          void run(Task task, Task function) throws Exception {
            OrderClient local = null;
            %s
          }
          void own() throws java.net.SocketTimeoutException { }
          interface OrderClient { void call(); }
          interface PriceGateway { void call(); }
          interface TaskExecutorService { void call(); }
          interface Plain { void call(); }
        }
        """
            .formatted(code));
  }
}
