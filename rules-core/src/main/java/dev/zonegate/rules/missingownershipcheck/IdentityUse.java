package dev.zonegate.rules.missingownershipcheck;

import dev.zonegate.match.Bindings;
import dev.zonegate.match.OwnerNames;
import dev.zonegate.match.Words;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import java.util.List;
import java.util.Optional;

/** Where a value says whose something becomes, or whose is looked up. */
final class IdentityUse {
  private static final int DEEPEST = 4;
  private final SourceFile file;

  IdentityUse(SourceFile file) {
    this.file = file;
  }

  /** Where {@code value} says whose something becomes, or whose is looked up. */
  Optional<Expr.Call> of(Expr value) {
    return use(value, DEEPEST);
  }

  private Optional<Expr.Call> use(Expr value, int depth) {
    if (depth == 0) {
      return Optional.empty();
    }
    Node up = file.parent(value);
    if (up instanceof Expr.Call call && call.arguments().contains(value)) {
      return isOwning(call)
          ? Optional.of(call)
          : isLookUp(call) ? use(call, depth - 1) : Optional.empty();
    }
    if (up instanceof Expr.Call onward && onward.target() == value && isUnwrapping(onward)) {
      return use(onward, depth - 1);
    }
    if (up instanceof Stmt.Local local) {
      return Bindings.of(file).uses(local).stream()
          .map(each -> use(each, depth - 1))
          .flatMap(Optional::stream)
          .findFirst();
    }
    return Optional.empty();
  }

  private static boolean isUnwrapping(Expr.Call call) {
    return call.name().matches("orElse\\w*|get|block|toString|longValue|getId|join|await\\w*|trim");
  }

  /** {@code users.findById(id)}, {@code UUID.fromString(id)}. */
  private static boolean isLookUp(Expr.Call call) {
    return call.name()
        .matches("(find|get|load)(By\\w*|One|Reference\\w*)?|fromString|valueOf|parse\\w*|of");
  }

  /** {@code setUserId}, {@code userId} of a builder, {@code findByUserId}. */
  private boolean isOwning(Expr.Call call) {
    if (call.target() == null || call.arguments().size() > 4) {
      return false;
    }
    List<String> words = Words.of(call.name());
    boolean isSetter =
        call.arguments().size() == 1
            && (words.get(0).equals("set") || isBuilder(call))
            && OwnerNames.isStrong(OwnerNames.property(call.name()));
    return isSetter || isOwnerFinder(call.name(), words);
  }

  private static boolean isBuilder(Expr.Call call) {
    return call.target() instanceof Expr.Call before
        && (before.name().endsWith("uilder") || isBuilder(before))
        && !call.name().matches("findBy.*");
  }

  private static boolean isOwnerFinder(String name, List<String> words) {
    int by = Math.max(words.indexOf("by"), words.indexOf("for"));
    boolean isLookedUp =
        by > 0 && words.get(0).matches("find|get|list|load|search|count|delete|read|fetch");
    if (!isLookedUp || words.contains("user") && by == 1 && words.get(0).equals("get")) {
      return false;
    }
    String key = String.join(" ", words.subList(by + 1, words.size()));
    for (String part : key.split(" and ")) {
      if (OwnerNames.isStrong(part)) {
        return !name.matches("(find|get)(User|Account|Tenant|Owner|Member)By.*");
      }
    }
    return false;
  }
}
