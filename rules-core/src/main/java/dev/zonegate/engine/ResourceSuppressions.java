package dev.zonegate.engine;

import dev.zonegate.model.Comment;
import dev.zonegate.model.ResourceFile;
import dev.zonegate.model.ResourcePart;
import dev.zonegate.model.Span;
import dev.zonegate.rule.Finding;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code # zonegate: allow ...} in settings and {@code <!-- zonegate: allow ... -->} in XML.
 * Behind a setting or start tag on the same line it covers that one, else the next one.
 */
record ResourceSuppressions(ResourceFile file, Targets targets) {
  void read(List<Suppression> suppressions, List<Finding> notes) {
    for (Comment each : file.comments()) {
      String body = body(each);
      if (body.startsWith(AllowComment.MARK)) {
        read(each.span(), body, suppressions, notes);
      }
    }
  }

  private void read(Span at, String body, List<Suppression> suppressions, List<Finding> notes) {
    AllowComment allow = AllowComment.parse(body, targets);
    Optional<ResourcePart> part = covered(at);
    String member = part.map(ResourcePart::identity).orElse("");
    if (allow.fault() != null) {
      notes.add(
          SuppressionNotes.note(file.path(), at, member, body, allow.fault(), allow.faulty()));
    } else if (allow.isActive()) {
      Span covers = part.map(ResourcePart::head).orElse(at);
      suppressions.add(allow.suppression(file.path(), at, covers, member));
    }
  }

  private Optional<ResourcePart> covered(Span comment) {
    ResourcePart next = null;
    for (ResourcePart each : file.parts()) {
      if (each.head().isBefore(comment)) {
        if (each.head().endLine() == comment.startLine()) {
          return Optional.of(each);
        }
      } else if (next == null) {
        next = each;
      }
    }
    return Optional.ofNullable(next);
  }

  private static String body(Comment comment) {
    return comment.text().replaceAll("^(?:[#!]+|<!--)|-->$", "").replaceAll("\\s+", " ").strip();
  }
}
