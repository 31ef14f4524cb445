package dev.zonegate.facts;

import dev.zonegate.match.Rejections;
import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Decl;
import dev.zonegate.model.SourceFile;
import java.util.Set;
import java.util.function.Consumer;

/** Reads filters and interceptors that turn requests away off a file. */
final class RequestGuards {
  private static final TypeSet FILTERS = TypeSet.load("web/filters.types");
  private static final TypeSet CALLS = TypeSet.of("io.grpc.ServerInterceptor");
  private static final Set<String> METHODS =
      Set.of(
          "doFilter",
          "doFilterInternal",
          "filter",
          "preHandle",
          "interceptCall",
          "intercept",
          "onAccessDenied");

  private RequestGuards() {}

  static void collect(SourceFile file, Consumer<Fact> facts) {
    for (Decl.Type type : file.all(Decl.Type.class)) {
      if (FILTERS.isDeclaredBy(type) && deniesAccess(file, type)) {
        boolean isForCalls = CALLS.isDeclaredBy(type);
        facts.accept(new RequestGuard(file.path(), type.nameSpan(), type.name(), isForCalls));
      }
    }
  }

  private static boolean deniesAccess(SourceFile file, Decl.Type type) {
    return type.members().stream()
        .anyMatch(
            each ->
                each instanceof Decl.Method method
                    && method.body() != null
                    && METHODS.contains(method.name())
                    && Rejections.ofCallers(file, type));
  }
}
