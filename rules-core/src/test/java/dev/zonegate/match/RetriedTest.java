package dev.zonegate.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.model.SourceFile;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The code that is run again; {@code !} if for conflicts of optimistic locks alone. */
final class RetriedTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "void run() { template.execute(c -> save()); }#c -> save()",
        "void run() { template.execute(callback); }#",
        "void run() { load().retry(3).subscribe(); }#load()",
        "void run() { load().map(x -> x).subscribe(); }#",
        "void run() { mine(c -> save()); }#",
        "@Retryable void run() { save(); }#{ save(); }",
        "@Retryable(retryFor = OptimisticLockingFailureException.class) void run() { save(); }#!{ save(); }",
        "@Retryable(retryFor = {OptimisticLockingFailureException.class}) void run() { save(); }#!{ save(); }",
        "@Retryable(retryFor = {OptimisticLockingFailureException.class, IllegalStateException.class}) void run() { save(); }#{ save(); }",
        "@Retryable abstract void run();#",
        "void run() { save(); }#",
      })
  void isFound(String members, String code) {
    SourceFile file =
        Snippet.withLibraries(
            """
            import java.util.function.Function;
            import org.springframework.dao.OptimisticLockingFailureException;
            import org.springframework.retry.RetryCallback;
            import org.springframework.retry.annotation.Retryable;
            import org.springframework.retry.support.RetryTemplate;
            import reactor.core.publisher.Mono;
            abstract class Retrying {
              RetryTemplate template;
              RetryCallback<String, RuntimeException> callback;
              abstract Mono<String> load();
              abstract String save();
              abstract void mine(Function<String, String> work);
              %s
            }
            """
                .formatted(members));
    assertThat(
            Retried.in(file).stream()
                .map(each -> (each.isForConflicts() ? "!" : "") + file.text(each.code()))
                .collect(Collectors.joining(",")))
        .isEqualTo(code == null ? "" : code);
  }
}
