package dev.zonegate.copies;

import dev.zonegate.model.Span;
import dev.zonegate.model.Stmt;
import dev.zonegate.provenance.FileProvenance;
import dev.zonegate.provenance.Provenance;
import dev.zonegate.provenance.ProvenanceException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which lines a change has brought. */
final class ChangedLines {
  private final Provenance change;
  private final Map<String, FileProvenance> files = new HashMap<>();

  ChangedLines(Provenance change) {
    this.change = change;
  }

  private FileProvenance of(String path) throws ProvenanceException {
    FileProvenance file = files.get(path);
    if (file == null) {
      file = change.mayTouch(path) ? change.of(path) : new FileProvenance(path, List.of());
      files.put(path, file);
    }
    return file;
  }

  boolean isChanged(String path) throws ProvenanceException {
    return !of(path).stretches().isEmpty();
  }

  boolean isChanged(String path, int line) throws ProvenanceException {
    return of(path).touches(line, line);
  }

  /** Whether a change wrote it: of a copy that was there before it may touch a line or two. */
  boolean isMostly(String path, Span span) throws ProvenanceException {
    int changed = 0;
    for (int line = span.startLine(); line <= span.endLine(); line++) {
      changed += isChanged(path, line) ? 1 : 0;
    }
    return changed * 2 >= span.endLine() - span.startLine() + 1;
  }

  /** The first new statement of a copy: where a reader of the change looks for it. */
  Stmt first(CopiedCode copy) throws ProvenanceException {
    for (Stmt outer : copy.statements()) {
      for (Stmt each : copy.file().allIn(outer, Stmt.class)) {
        boolean isBlock = each instanceof Stmt.Block;
        if (!isBlock && isChanged(copy.file().path(), each.span().startLine())) {
          return each;
        }
      }
    }
    return copy.statements().get(0);
  }
}
