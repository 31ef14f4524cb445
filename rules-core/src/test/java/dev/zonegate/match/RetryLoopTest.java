package dev.zonegate.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.model.SourceFile;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RetryLoopTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "while (policy.canRetry()) { try { call(); return; } catch (RuntimeException e) { } }",
        "while (shouldContinue()) { try { call(); return; } catch (RuntimeException e) { } }",
        "while (hasAttemptsLeft()) { try { call(); return; } catch (RuntimeException e) { } }",
        "while (!policy.isExhausted()) { try { call(); return; } catch (RuntimeException e) { } }",
        "while (!Thread.interrupted()) { try { call(); return; } catch (RuntimeException e) { } }",
        "while (policy.isRunning()) { try { call(); return; } catch (RuntimeException e) { } }",
        "while (open) { try { call(); return; } catch (RuntimeException e) { } }",
        "while (true) { try { call(); return; } catch (RuntimeException e) { if (n++ == 3) { throw e; } } }",
        "while (true) { try { call(); return; } catch (RuntimeException e) { if (n++ < 3) { continue; } throw e; } }",
        "while (true) { try { call(); return; } catch (RuntimeException e) { if (n++ < 3) { log(); } else { throw e; } } }",
        "while (true) { try { call(); return; } catch (RuntimeException e) { log(); } catch (InterruptedException e) { return; } }",
      })
  void areBounded(String loop) {
    assertThat(loops(loop)).singleElement().matches(RetryLoop::isBounded);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "while (true) { try { call(); return; } catch (RuntimeException e) { } }",
        "while (true) { try { call(); break; } catch (RuntimeException e) { log(); } }",
        "while (true) { try { call(); } catch (RuntimeException e) { continue; } break; }",
        "while (true) { try { call(); return; } catch (RuntimeException e) { if (n < 3) { log(); } } }",
        "boolean done = false; while (!done) { try { call(); done = true; } catch (RuntimeException e) { } }",
      })
  void areNotBounded(String loop) {
    assertThat(loops(loop)).singleElement().matches(each -> !each.isBounded());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "while (true) { try { call(); } catch (RuntimeException e) { } }",
        "while (true) { try { call(); return; } catch (RuntimeException e) { throw e; } }",
        "while (true) { try { switch (n) { case 1: break; default: call(); } } catch (RuntimeException e) { } }",
        "while (true) { try { for (;;) { break; } } catch (RuntimeException e) { } }",
        "while (true) { try { call(); } catch (RuntimeException e) { return; } }",
        "for (String each : all) { try { call(); return; } catch (RuntimeException e) { } }",
      })
  void retryNothing(String loop) {
    assertThat(loops(loop)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "|NONE",
        "log();|NONE",
        "rest();|UNKNOWN",
        "policy.awaitNext();|UNKNOWN",
        "policy.pause();|UNKNOWN",
        "pause();|CONSTANT",
        "Thread.sleep(100);|CONSTANT",
        "Thread.sleep(DELAY);|CONSTANT",
        "Thread.sleep(DELAY); waited += DELAY;|CONSTANT",
        "Thread.sleep(policy.toMillis());|CONSTANT",
        "Thread.sleep(policy.time());|CONSTANT",
        "Thread.sleep(java.time.Duration.ofSeconds(1).toMillis());|CONSTANT",
        "long time = 100; Thread.sleep(time);|CONSTANT",
        "sleep(DELAY);|CONSTANT",
        "Thread.sleep(policy.nextTime());|GROWING",
        "Thread.sleep(Math.min(i, 3));|GROWING",
        "Thread.sleep(100L << i);|GROWING",
        "long time = 100 * i; Thread.sleep(time);|GROWING",
        "Thread.sleep(delay); delay *= 2;|GROWING",
        "Thread.sleep(delay); delay = Math.min(delay * 2, 100);|GROWING",
        "Thread.sleep(delay--);|GROWING",
        "sleep(DELAY * i);|GROWING",
        "Thread.sleep(100 + random.nextInt(100));|JITTERED",
      })
  void pauses(String pause, String kind) {
    String loop =
        "for (int i = 0; i < 3; i++) { try { call(); return; } catch (RuntimeException e) { %s } }"
            .formatted(pause == null ? "" : pause);
    assertThat(LoopPauses.of(loops(loop).get(0))).hasToString(kind);
  }

  private static List<RetryLoop> loops(String code) {
    SourceFile file =
        Snippet.file(
            """
            class Retrying {
              static final long DELAY = 100;
              long delay = 100;
              long waited;
              boolean open;
              java.util.Random random;
              Policy policy;
              void run(int n, java.util.List<String> all) throws InterruptedException {
                %s
              }
              void call() throws InterruptedException { }
              void log() { }
              void rest() throws InterruptedException { Thread.sleep(50); }
              void pause() throws InterruptedException { Thread.sleep(50); }
              void sleep(long time) throws InterruptedException { Thread.sleep(time); }
              boolean shouldContinue() { return true; }
              boolean hasAttemptsLeft() { return true; }
            }
            """
                .formatted(code));
    return RetryLoop.in(file);
  }
}
