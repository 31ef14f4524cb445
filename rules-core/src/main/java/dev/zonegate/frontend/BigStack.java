package dev.zonegate.frontend;

/**
 * Runs a task on a thread with a stack of a given size and waits for it: long operator chains are
 * deep trees.
 */
public final class BigStack {
  private BigStack() {}

  /** Runs {@code task}; what it throws is thrown here. */
  public static void run(long bytes, Runnable task) {
    Throwable[] failure = new Throwable[1];
    Thread thread = new Thread(null, task, "zonegate-deep", bytes);
    thread.setUncaughtExceptionHandler((t, e) -> failure[0] = e);
    thread.start();
    boolean isInterrupted = false;
    while (true) {
      try {
        // zonegate: allow MissingTimeout.unboundedWait, the thread does this call's own work (until
        // 2028-11-01)
        thread.join();
        break;
      } catch (InterruptedException e) {
        isInterrupted = true;
      }
    }
    if (isInterrupted) {
      Thread.currentThread().interrupt();
    }
    if (failure[0] instanceof RuntimeException e) {
      throw e;
    }
    if (failure[0] instanceof Error e) {
      throw e;
    }
  }
}
