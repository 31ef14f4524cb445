package dev.zonegate.match;

import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.TypeRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The methods that this file declares, and where this file calls them. */
public final class Methods {
  private final SourceFile file;
  private final Map<String, Decl.Method> bySignature = new HashMap<>();

  /** Names in signatures: most calls of a program have none of them. */
  private final Set<String> signed = new HashSet<>();

  private final Map<String, List<Decl.Method>> byName = new HashMap<>();
  private final Map<Decl.Method, List<Invocation>> calls = new IdentityHashMap<>();
  private final Map<Invocation, Decl.Method> called = new IdentityHashMap<>();
  private final Map<Stmt.Block, List<Expr>> returned = new IdentityHashMap<>();

  private Methods(SourceFile file) {
    this.file = file;
    for (Decl.Method method : file.all(Decl.Method.class)) {
      byName.computeIfAbsent(method.name(), name -> new ArrayList<>()).add(method);
      if (method.method() != null) {
        signed.add(method.method().name());
        bySignature.putIfAbsent(method.method().toString(), method);
      }
    }
    for (Invocation use : file.all(Invocation.class)) {
      Decl.Method method = meant(use);
      if (method != null) {
        called.put(use, method);
        calls.computeIfAbsent(method, any -> new ArrayList<>()).add(use);
      }
    }
  }

  /** The methods of a file, computed once. */
  public static Methods of(SourceFile file) {
    return file.derived(Methods.class, Methods::new);
  }

  /** The method that {@code use} calls, if this file declares it. */
  public Optional<Decl.Method> declaration(Invocation use) {
    return Optional.ofNullable(called.get(use));
  }

  private Decl.Method meant(Invocation use) {
    if (use.method() != null) {
      boolean mayBe = signed.contains(use.method().name());
      return mayBe ? bySignature.get(use.method().toString()) : null;
    }
    boolean isOwn = use.target() == null || use.target() instanceof Expr.This;
    List<Decl.Method> named = byName.getOrDefault(use.name(), List.of());
    if (named.isEmpty() || use instanceof Expr.New) {
      return null;
    }
    if (use instanceof Expr.Call && isOwn) {
      return only(named, use.arguments().size());
    }
    List<Decl.Method> ofType =
        named.stream().filter(each -> isDeclaredIn(each, use.receiverType())).toList();
    return use instanceof Expr.Call
        ? only(ofType, use.arguments().size())
        : ofType.size() == 1 ? ofType.get(0) : null;
  }

  private static Decl.Method only(List<Decl.Method> methods, int arguments) {
    List<Decl.Method> accepting =
        methods.stream().filter(each -> accepts(each, arguments)).toList();
    return accepting.size() == 1 ? accepting.get(0) : null;
  }

  /** Whether a type of this file that nothing resolved declares a method. */
  private boolean isDeclaredIn(Decl.Method method, TypeRef type) {
    return file.parent(method) instanceof Decl.Type declaring
        && !type.isUnknown()
        && type.isNamed(declaring.qualifiedName());
  }

  /** The calls of and references to {@code method} in this file. */
  public List<Invocation> calls(Decl.Method method) {
    return Collections.unmodifiableList(calls.getOrDefault(method, List.of()));
  }

  /**
   * What the calls in this file pass for a parameter; empty unless the method is private and every
   * use of it is a plain call, so that these are all the values it can have.
   */
  public List<Expr> argumentsFor(Decl.Param param) {
    Decl.Method method = file.parent(param) instanceof Decl.Method declared ? declared : null;
    if (method == null || param.isVarargs() || !method.modifiers().contains(Modifier.PRIVATE)) {
      return List.of();
    }
    int index = method.params().indexOf(param);
    List<Expr> arguments = new ArrayList<>();
    for (Invocation use : calls(method)) {
      if (use instanceof Expr.MethodReference || use.arguments().size() <= index) {
        return List.of();
      }
      arguments.add(use.arguments().get(index));
    }
    return arguments;
  }

  /** The values that {@code method} returns, without those of lambdas and classes inside it. */
  public List<Expr> returned(Decl.Method method) {
    return method.body() == null ? List.of() : returnedBy(method.body());
  }

  /** The values that a lambda returns. */
  public List<Expr> returned(Expr.Lambda lambda) {
    return lambda.body() instanceof Expr value
        ? List.of(value)
        : returnedBy((Stmt.Block) lambda.body());
  }

  /** The values that a body returns, without those of lambdas and classes inside it. */
  public List<Expr> returnedBy(Stmt.Block body) {
    return returned.computeIfAbsent(body, this::values);
  }

  private List<Expr> values(Stmt.Block body) {
    List<Expr> values = new ArrayList<>();
    for (Stmt.Return each : file.allIn(body, Stmt.Return.class)) {
      if (each.value() != null && isDirectlyIn(each, body)) {
        values.add(each.value());
      }
    }
    return Collections.unmodifiableList(values);
  }

  private boolean isDirectlyIn(Stmt.Return statement, Stmt.Block body) {
    for (var each = file.parent(statement); each != body; each = file.parent(each)) {
      if (each instanceof Expr.Lambda || each instanceof Decl) {
        return false;
      }
    }
    return true;
  }

  private static boolean accepts(Decl.Method method, int arguments) {
    int declared = method.params().size();
    boolean isVarargs = declared > 0 && method.params().get(declared - 1).isVarargs();
    return isVarargs ? arguments >= declared - 1 : arguments == declared;
  }
}
