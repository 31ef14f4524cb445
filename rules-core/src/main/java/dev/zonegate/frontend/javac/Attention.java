package dev.zonegate.frontend.javac;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import dev.zonegate.frontend.javac.Batches.Source;
import java.net.URI;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Which file javac works on at the moment, so that a crash can be blamed, and which it has done.
 */
final class Attention implements TaskListener {
  private final Map<URI, Integer> begun = new HashMap<>();
  private URI parsed;
  private URI analyzed;

  @Override
  public void started(TaskEvent event) {
    if (event.getSourceFile() == null) {
      return;
    }
    URI file = event.getSourceFile().toUri();
    if (event.getKind() == TaskEvent.Kind.PARSE) {
      parsed = file;
    } else if (event.getKind() == TaskEvent.Kind.ANALYZE) {
      analyzed = file;
      begun.merge(file, 1, Integer::sum);
    }
  }

  @Override
  public void finished(TaskEvent event) {
    if (event.getKind() == TaskEvent.Kind.PARSE) {
      parsed = null;
    } else if (event.getKind() == TaskEvent.Kind.ANALYZE) {
      analyzed = null;
    }
  }

  /** The file among {@code sources} that javac did not finish; null if it is none of them. */
  Source unfinished(Collection<Source> sources) {
    URI current = analyzed == null ? parsed : analyzed;
    for (Source source : sources) {
      if (new MemoryFile(source).toUri().equals(current)) {
        return source;
      }
    }
    return null;
  }

  /** Whether javac has attributed all types of a unit, one after the other. */
  boolean isDone(CompilationUnitTree unit) {
    URI file = unit.getSourceFile().toUri();
    long types = unit.getTypeDecls().stream().filter(ClassTree.class::isInstance).count();
    return types > 0 && !file.equals(analyzed) && begun.getOrDefault(file, 0) == types;
  }
}
