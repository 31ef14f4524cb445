package dev.zonegate.facts;

import dev.zonegate.match.AccessChecks;
import dev.zonegate.match.Completion;
import dev.zonegate.match.Methods;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.TypeNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads the methods of JAX-RS that hand a request on to the object they return. */
final class LocatorReader {
  private final SourceFile file;
  private final MappingReader mappings;
  private final WrittenGuards guards;

  LocatorReader(SourceFile file, MappingReader mappings, WrittenGuards guards) {
    this.file = file;
    this.mappings = mappings;
    this.guards = guards;
  }

  /** The ways through a method: one, or several if what it asks depends on what it returns. */
  List<WebType.Locator> read(Decl.Type type, Decl.Method method) {
    List<String> paths = mappings.located(method);
    if (paths.isEmpty()) {
      return List.of();
    }
    Map<List<Guard>, Returned> ways = new LinkedHashMap<>();
    for (Expr each : Methods.of(file).returned(method)) {
      Returned returned = Returned.by(file, each);
      if (!returned.isNothing()) {
        ways.merge(guards(type, method, each), returned, Returned::and);
      }
    }
    if (ways.size() < 2) {
      List<Guard> all =
          ways.isEmpty() ? guards(type, method, null) : ways.keySet().iterator().next();
      ways.merge(all, declared(method), Returned::and);
    }
    return ways.entrySet().stream()
        .map(each -> locator(paths, each.getValue(), each.getKey()))
        .toList();
  }

  private static WebType.Locator locator(List<String> paths, Returned to, List<Guard> guards) {
    return new WebType.Locator(paths, List.copyOf(to.types()), List.copyOf(to.calls()), guards);
  }

  private static Returned declared(Decl.Method method) {
    Set<String> types = new TreeSet<>();
    if (method.returnType() instanceof TypeNode.Named named) {
      // Class<OrderResource> stands for one
      TypeNode served =
          named.arguments().size() == 1 && named.ref().isNamed("java.lang.Class")
              ? named.arguments().get(0)
              : named;
      types.add(served.ref().name());
    }
    types.remove("java.lang.Object");
    types.remove("");
    return new Returned(types, Set.of());
  }

  private List<Guard> guards(Decl.Type type, Decl.Method method, Expr returned) {
    Optional<Guard> asked =
        AccessChecks.in(file, method, use -> returned == null || isOnWay(use, returned))
            .map(it -> WrittenGuards.within(file, type, it));
    return Stream.of(guards.on(type, method), asked).flatMap(Optional::stream).toList();
  }

  /** Whether every request that gets as far as {@code returned} has passed {@code check}. */
  private boolean isOnWay(Invocation check, Expr returned) {
    if (returned.span().isBefore(check.span())) {
      return false;
    }
    Node each = check;
    for (Node up = file.parent(each); up != null; up = file.parent(up)) {
      boolean isArm = up instanceof Stmt.If choice && choice.condition() != each;
      if (isArm && !each.span().contains(returned.span())) {
        return Completion.isNormal((Stmt) each) && !up.span().contains(returned.span());
      }
      each = up;
    }
    return true;
  }
}
