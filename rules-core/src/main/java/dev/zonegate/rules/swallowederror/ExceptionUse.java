package dev.zonegate.rules.swallowederror;

import dev.zonegate.match.Bindings;
import dev.zonegate.match.LogCall;
import dev.zonegate.model.Catch;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A use of the exception in its catch clause.
 *
 * @param kind what it takes
 * @param isInLog whether it is part of a log call
 */
record ExceptionUse(Kind kind, boolean isInLog) {
  /** What a use takes. */
  enum Kind {
    /** The text only; type and place of the failure are lost. */
    TEXT,
    /** Some detail, such as a status code, the cause or its class. */
    DETAIL,
    /** The exception itself or its stack trace. */
    WHOLE
  }

  private static final Set<String> TEXT =
      Set.of("getMessage", "getLocalizedMessage", "toString", "getClass", "getOriginalMessage");
  private static final Set<String> TRACE = Set.of("printStackTrace", "getStackTrace");

  boolean isMoreThanText() {
    return kind != Kind.TEXT;
  }

  boolean isWhole() {
    return kind == Kind.WHOLE;
  }

  static List<ExceptionUse> in(SourceFile file, Catch clause) {
    List<ExceptionUse> uses = new ArrayList<>();
    for (Expr use : Bindings.of(file).uses(clause.parameter())) {
      uses.add(new ExceptionUse(kind(file, use), isInLog(file, clause, use)));
    }
    return List.copyOf(uses);
  }

  private static Kind kind(SourceFile file, Expr use) {
    Node around = file.parent(use);
    if (around instanceof Expr.Call call && call.target() == use) {
      return TEXT.contains(call.name())
          ? Kind.TEXT
          : TRACE.contains(call.name()) ? Kind.WHOLE : kindOfDetail(file, call);
    }
    if (around instanceof Expr.Binary sum && sum.operator().equals("+")) {
      return Kind.TEXT;
    }
    if (around instanceof Expr.Call call
        && call.name().equals("valueOf")
        && call.receiverType().isNamed("java.lang.String")) {
      return Kind.TEXT;
    }
    return around instanceof Expr.InstanceOf ? Kind.DETAIL : Kind.WHOLE;
  }

  /** {@code e.getCause()} on its own is as good as the exception; its message is not. */
  private static Kind kindOfDetail(SourceFile file, Expr.Call call) {
    boolean isUnwrapping =
        call.name().matches("get(Root|MostSpecific)?Cause|getTargetException|unwrap");
    boolean isTarget =
        file.parent(call) instanceof Expr.Call next
            && next.target() == call
            && TEXT.contains(next.name());
    return isUnwrapping ? isTarget ? Kind.TEXT : Kind.WHOLE : Kind.DETAIL;
  }

  private static boolean isInLog(SourceFile file, Catch clause, Expr use) {
    for (Node each = file.parent(use); each != clause; each = file.parent(each)) {
      if (each instanceof Expr.Call call && LogCall.of(file, call).isPresent()) {
        return true;
      }
    }
    return false;
  }
}
