package dev.zonegate.rules.authbypass;

import dev.zonegate.match.Bindings;
import dev.zonegate.match.Vocabulary;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Variable;

/** Whether what a header says decides whose data a request is about. */
final class OwnerClaim {
  private static final Vocabulary NAMES = Vocabulary.load("security/owner-headers.words");
  private static final Vocabulary OWNERS = Vocabulary.load("security/owners.words");

  private final SourceFile file;

  OwnerClaim(SourceFile file) {
    this.file = file;
  }

  /** Whether a header of this name says who the caller is. */
  static boolean isNamed(String header) {
    return NAMES.isIn(header);
  }

  /** Whether data is looked up or written by the claim, or it is compared with an owner. */
  boolean chooses(Expr value, Variable held) {
    return value != null && isOwner(value)
        || held != null && Bindings.of(file).uses(held).stream().anyMatch(this::isOwner);
  }

  private boolean isOwner(Expr claim) {
    Node up = file.parent(claim);
    if (up instanceof Expr.Call parsed
        && parsed.arguments().contains(claim)
        && parsed.name().matches("parseLong|parseInt|valueOf|fromString|of")) {
      up = file.parent(parsed);
    }
    if (!(up instanceof Expr.Call call) || call.target() == null || call.target() == claim) {
      return false;
    }
    return call.name().equals("equals")
        ? call.target() instanceof Expr.Call getter && OWNERS.isIn(getter.name())
        : call.name().matches("(find|get|load|fetch|read|delete|count|list|query|set).*")
            && OWNERS.isIn(call.name());
  }
}
