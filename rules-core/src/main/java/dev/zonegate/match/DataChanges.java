package dev.zonegate.match;

import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.TypeRef;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Calls by which a method changes data that outlives it, as far as their names tell. */
public final class DataChanges {
  private static final Set<String> VERBS =
      Set.of(
          "save",
          "delete",
          "remove",
          "update",
          "insert",
          "upsert",
          "persist",
          "merge",
          "send",
          "publish",
          "cancel",
          "approve",
          "reject",
          "transfer",
          "pay",
          "charge",
          "refund",
          "submit",
          "enqueue",
          "purge",
          "archive",
          "activate",
          "deactivate",
          "assign",
          "revoke",
          "grant",
          "place");

  /** What is sent back to who asks: {@code sendResponse}, {@code sendRedirect}. */
  private static final Set<String> ANSWERS = Set.of("response", "redirect", "error");

  private static final TypeSet LOCAL = TypeSet.load("web/local-state.types");
  private static final int DEEPEST = 2;

  private DataChanges() {}

  /** The first such call in {@code method} or in a method of the file that it calls. */
  public static Optional<Invocation> in(SourceFile file, Decl.Method method) {
    return in(file, method, DEEPEST);
  }

  private static Optional<Invocation> in(SourceFile file, Decl.Method method, int depth) {
    if (method.body() == null || depth == 0) {
      return Optional.empty();
    }
    for (Invocation call : file.allIn(method.body(), Invocation.class)) {
      if (isChange(file, call)) {
        return Optional.of(call);
      }
      Optional<Decl.Method> own = Methods.of(file).declaration(call);
      if (own.isPresent() && own.get() != method && in(file, own.get(), depth - 1).isPresent()) {
        return Optional.of(call);
      }
    }
    return Optional.empty();
  }

  private static boolean isChange(SourceFile file, Invocation call) {
    List<String> words = Words.of(call.name());
    return !words.isEmpty()
        && VERBS.contains(words.get(0))
        && !ANSWERS.contains(words.get(words.size() - 1))
        && isService(file, call.target());
  }

  /** Whether a field holds {@code target}, and not for the method's own bookkeeping. */
  private static boolean isService(SourceFile file, Expr target) {
    boolean isField =
        target instanceof Expr.Name name
                && (name.variable() != null && name.variable().isField()
                    || Bindings.of(file).declaration(name).orElse(null) instanceof Decl.Field)
            || target instanceof Expr.FieldAccess access && access.target() instanceof Expr.This;
    return isField && !isLocalState(target.type());
  }

  private static boolean isLocalState(TypeRef type) {
    return type.name().startsWith("java.") || LOCAL.contains(type).isYes();
  }
}
