package dev.zonegate.frontend.javac;

import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import dev.zonegate.frontend.javac.Batches.Source;
import java.net.URI;
import java.util.Collection;

/** Which file javac attributes at the moment, so that a crash can be blamed. */
final class Attention implements TaskListener {
  private URI analyzed;

  @Override
  public void started(TaskEvent event) {
    if (event.getKind() == TaskEvent.Kind.ANALYZE && event.getSourceFile() != null) {
      analyzed = event.getSourceFile().toUri();
    }
  }

  @Override
  public void finished(TaskEvent event) {
    if (event.getKind() == TaskEvent.Kind.ANALYZE) {
      analyzed = null;
    }
  }

  /** The file among {@code sources} that javac did not finish; null if it is none of them. */
  Source unfinished(Collection<Source> sources) {
    for (Source source : sources) {
      if (new MemoryFile(source).toUri().equals(analyzed)) {
        return source;
      }
    }
    return null;
  }
}
