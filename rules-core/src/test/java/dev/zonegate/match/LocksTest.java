package dev.zonegate.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether a lock is held where {@code book()} is called. */
final class LocksTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "synchronized void run() { book(); }",
        "void run() { synchronized (this) { book(); } }",
        "void run() { lock.lock(); book(); }",
        "void run() { lock.lock(); try { book(); } finally { lock.unlock(); } }",
        "void run() { lock.unlock(); lock.lock(); book(); }",
        "void run() { if (lock.tryLock()) { book(); } }",
        "void run() { if (!lock.tryLock()) { return; } book(); }",
        "void run() { withLock(() -> book()); }",
        "void run() { try (Held held = lock.acquire()) { book(); } }",
        "void run() { try (Held rowLock = rows.take()) { book(); } }",
        "void runLocked() { book(); }",
        "@SchedulerLock void run() { book(); }",
        "@net.javacrumbs.SchedulerLock(name = \"a\") void run() { book(); }",
        "void run() { lock.lock(); inner(); } private void inner() { book(); }",
        "void run() { lock.lock(); a(); } private void a() { b(); } private void b() { book(); }",
        "void run() { lock.lock(); Runnable r = () -> book(); }",
      })
  void isHeld(String code) {
    assertThat(isHeldIn(code)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "void run() { book(); }",
        "void run() { synchronized (book()) { } }",
        "void run() { lock.lock(); lock.unlock(); book(); }",
        "void run() { book(); lock.lock(); }",
        "void run() { if (lock.isLocked()) { book(); } }",
        "void run() { if (!lock.tryLock()) { book(); } }",
        "void run() { withRetry(() -> book()); }",
        "void run() { book().withLock(); }",
        "void run() { try (Held held = rows.take()) { book(); } }",
        "void run() { lock.release(); book(); }",
        "void unlockedRun() { book(); }",
        "@Transactional void run() { book(); }",
        "void run() { lock.lock(); inner(); } void inner() { book(); }",
        "void run() { lock.lock(); inner(); } void other() { inner(); }"
            + " private void inner() { book(); }",
        "private void inner() { book(); }",
        "void run() { lock.lock(); a(); } private void a() { b(); } private void b() { c(); }"
            + " private void c() { d(); } private void d() { book(); }",
        "synchronized void run(java.util.concurrent.Executor pool) { pool.execute(() -> book()); }",
        "Object kept = book();",
      })
  void isNotHeld(String code) {
    assertThat(isHeldIn(code)).isFalse();
  }

  private static boolean isHeldIn(String code) {
    SourceFile file = Snippet.file("class Rooms { Lock lock; Rows rows; " + code + " }");
    Expr.Call booking = Snippet.find(file, Expr.Call.class, "book()");
    assertThat(file.enclosing(booking, Decl.Type.class)).isNotNull();
    return Locks.of(file).isHeldAt(booking);
  }
}
