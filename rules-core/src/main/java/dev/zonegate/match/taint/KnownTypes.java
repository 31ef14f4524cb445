package dev.zonegate.match.taint;

import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.TypeRef;
import dev.zonegate.model.Variable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the types of a file are for, each found out once. */
final class KnownTypes {
  private static final TypeSet BUILDERS =
      TypeSet.of(
          "java.lang.AbstractStringBuilder",
          "java.lang.StringBuilder",
          "java.lang.StringBuffer",
          "java.io.StringWriter",
          "java.util.StringJoiner");
  // concrete classes too: where nothing resolves a type, its name is all there is
  private static final TypeSet KEYED =
      TypeSet.of(
          "java.util.Map",
          "java.util.HashMap",
          "java.util.LinkedHashMap",
          "java.util.TreeMap",
          "java.util.concurrent.ConcurrentHashMap",
          "java.util.Dictionary",
          "java.util.Properties",
          "jakarta.servlet.ServletRequest",
          "jakarta.servlet.http.HttpServletRequest",
          "jakarta.servlet.http.HttpSession",
          "jakarta.servlet.ServletContext",
          "org.springframework.ui.Model");
  private static final TypeSet SEQUENCES =
      TypeSet.of(
          "java.lang.Iterable",
          "java.util.Collection",
          "java.util.List",
          "java.util.ArrayList",
          "java.util.LinkedList",
          "java.util.Set",
          "java.util.HashSet",
          "java.util.LinkedHashSet",
          "java.util.Queue",
          "java.util.Deque",
          "java.util.ArrayDeque",
          "java.util.Vector",
          "java.util.Stack",
          "java.util.stream.BaseStream",
          "java.util.stream.Stream",
          "java.util.Iterator");
  private static final TypeSet HOLDERS =
      TypeSet.of("java.lang.ThreadLocal", "java.util.concurrent.atomic.AtomicReference");
  private final Memo<TypeRef, Boolean> inert = new Memo<>(Types::isInert);
  private final Memo<Variable, Boolean> inertVariables = new Memo<>(Types::isInert);
  private final Memo<TypeRef, Holder> holders = new Memo<>(Holder::of);
  private final Map<String, Decl.Type> own = new HashMap<>();
  private final Memo<Decl.Method, List<Decl.Method>> implementations =
      new Memo<>(this::implementing);
  private final SourceFile file;
  private final Set<Variable> components = Collections.newSetFromMap(new IdentityHashMap<>());

  /** What an object of a type holds others as. */
  private record Holder(boolean isBuilder, boolean isKeyed, boolean isSequence, boolean isHolder) {
    static Holder of(TypeRef type) {
      return new Holder(
          BUILDERS.contains(type).isYes(),
          KEYED.contains(type).isYes(),
          type.isArray() || SEQUENCES.contains(type).isYes(),
          HOLDERS.contains(type).isYes());
    }
  }

  private KnownTypes(SourceFile file) {
    this.file = file;
    for (Decl.Type each : file.all(Decl.Type.class)) {
      own.putIfAbsent(each.qualifiedName(), each);
      own.putIfAbsent(each.ref().name(), each);
      components.addAll(each.components());
    }
  }

  static KnownTypes of(SourceFile file) {
    return file.derived(KnownTypes.class, KnownTypes::new);
  }

  /** As {@link Types#isInert(TypeRef)}. */
  boolean isInert(TypeRef type) {
    return inert.of(type);
  }

  /** As {@link Types#isInert(Variable)}. */
  boolean isInert(Variable variable) {
    return inertVariables.of(variable);
  }

  /** Whether a text is put together in it. */
  boolean isBuilder(TypeRef type) {
    return holders.of(type).isBuilder;
  }

  /** Whether it holds values under keys. */
  boolean isKeyed(TypeRef type) {
    return holders.of(type).isKeyed;
  }

  /** Whether it holds values one after the other. */
  boolean isSequence(TypeRef type) {
    return holders.of(type).isSequence;
  }

  /** Whether it holds one value. */
  boolean isHolder(TypeRef type) {
    return holders.of(type).isHolder;
  }

  /** Whether a variable is the component of a record. */
  boolean isComponent(Variable variable) {
    return components.contains(variable);
  }

  /** The class that {@code new} makes an object of, if this file declares it. */
  Optional<Decl.Type> own(Expr.New created) {
    return Optional.ofNullable(own.get(created.receiverType().name()));
  }

  /** The methods of this file with a body that implement {@code method}. */
  List<Decl.Method> implementations(Decl.Method method) {
    return implementations.of(method);
  }

  private List<Decl.Method> implementing(Decl.Method method) {
    List<Decl.Method> found = new ArrayList<>();
    for (Decl.Method each : file.all(Decl.Method.class)) {
      boolean isSame =
          each.body() != null
              && each.name().equals(method.name())
              && each.params().size() == method.params().size();
      if (isSame && isBelow(each, method)) {
        found.add(each);
      }
    }
    return found;
  }

  private boolean isBelow(Decl.Method method, Decl.Method declared) {
    Decl.Type owner = file.enclosing(method, Decl.Type.class);
    Decl.Type above = file.enclosing(declared, Decl.Type.class);
    return owner != null
        && above != null
        && owner != above
        && owner.ref().isA(above.qualifiedName()).isYes();
  }
}
