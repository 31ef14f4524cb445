package dev.zonegate.match;

import dev.zonegate.model.Answer;
import dev.zonegate.model.Catch;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.TypeNode;
import dev.zonegate.model.TypeRef;
import java.util.List;
import java.util.Set;

/** Whether code asks another machine or a database. */
public final class RemoteWork {
  private static final ApiSet CALLS = ApiSet.load("retries/remote-calls.api");
  private static final TypeSet FAILURES = TypeSet.load("retries/remote-failures.types");
  private static final TypeSet CLIENTS =
      TypeSet.of("org.springframework.cloud.openfeign.FeignClient");
  private static final Set<String> ROLES =
      Set.of(
          "client",
          "gateway",
          "api",
          "service",
          "provider",
          "connector",
          "adapter",
          "repository",
          "dao",
          "mapper",
          "template",
          "publisher",
          "producer",
          "sender",
          "proxy",
          "stub");
  private static final Set<String> LOCAL_ROLES = Set.of("executor");
  private final SourceFile file;

  private RemoteWork(SourceFile file) {
    this.file = file;
  }

  /** The remote work of a file. */
  public static RemoteWork of(SourceFile file) {
    return file.derived(RemoteWork.class, RemoteWork::new);
  }

  /**
   * Whether the loop retries remote work: by what it calls, or by the failures it expects. Unknown
   * for work that callers of the method hand in.
   */
  public Answer isRetriedBy(RetryLoop loop) {
    if (isExpected(loop.retried()) || loop.tried().stream().anyMatch(this::isRemote)) {
      return Answer.YES;
    }
    return loop.tried().stream().anyMatch(this::isHandedIn) ? Answer.UNKNOWN : Answer.NO;
  }

  private static boolean isExpected(List<Catch> clauses) {
    return clauses.stream()
        .flatMap(each -> each.types().stream())
        .map(TypeNode::ref)
        .anyMatch(each -> FAILURES.contains(each).isYes());
  }

  /** Whether a call asks another machine, by what it is or by the role of what it is called on. */
  public boolean isRemote(Invocation use) {
    if (isKnown(use)) {
      return true;
    }
    TypeRef receiver = use.receiverType();
    boolean isLibrary = receiver.name().startsWith("java.") || receiver.isUnknown();
    Expr target = use.target();
    boolean isField =
        target != null && Bindings.of(file).declaration(target).orElse(null) instanceof Decl.Field;
    List<String> words = Words.of(receiver.simpleName());
    return !isLibrary
        && isField
        && !words.isEmpty()
        && ROLES.contains(words.get(words.size() - 1))
        && words.stream().noneMatch(LOCAL_ROLES::contains);
  }

  /**
   * Whether a call is one of a library's that asks another machine, or one of a declared client.
   */
  public boolean isKnown(Invocation use) {
    return CALLS.matches(use).isYes() || CLIENTS.isOnType(use.receiverType());
  }

  /** Whether a call of a library does what must not be done twice. */
  public boolean isChange(Invocation use) {
    return CALLS.find(use).filter(each -> each.has("changes", "true")).isPresent();
  }

  /** {@code task.call()} on a parameter. */
  private boolean isHandedIn(Expr.Call call) {
    return call.target() != null
        && Bindings.of(file).declaration(call.target()).orElse(null) instanceof Decl.Param param
        && param.type() != null
        && (call.arguments().isEmpty() || call.name().equals("apply"))
        && Set.of("call", "get", "run", "execute", "apply", "accept", "invoke")
            .contains(call.name());
  }
}
