package dev.zonegate.facts;

import dev.zonegate.match.Bindings;
import dev.zonegate.match.Methods;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.TypeNode;
import dev.zonegate.model.TypeRef;
import dev.zonegate.model.Variable;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a method that may return any object returns.
 *
 * @param types qualified names
 * @param calls of factories of which this file says no more: {@code org.acme.Factory#create/1}
 */
record Returned(Set<String> types, Set<String> calls) {
  private static final Returned NOTHING = new Returned(Set.of(), Set.of());

  static Returned by(SourceFile file, Expr returned) {
    Expr made = made(file, returned);
    String type = type(file, made);
    if (!type.isEmpty() && !type.equals("java.lang.Object")) {
      return made instanceof Expr.Literal ? NOTHING : new Returned(Set.of(type), Set.of());
    }
    if (made instanceof Expr.Call call
        && call.target() != null
        && !call.target().type().name().isEmpty()) {
      String name = InheritedCheck.call(call.name(), call.arguments().size());
      return new Returned(Set.of(), Set.of(call.target().type().name() + "#" + name));
    }
    return NOTHING;
  }

  boolean isNothing() {
    return types.isEmpty() && calls.isEmpty();
  }

  Returned and(Returned other) {
    return new Returned(union(types, other.types), union(calls, other.calls));
  }

  private static Set<String> union(Set<String> one, Set<String> other) {
    Set<String> both = new TreeSet<>(one);
    both.addAll(other);
    return both;
  }

  /** What a name stands for, where it is assigned once. */
  private static Expr made(SourceFile file, Expr returned) {
    return Bindings.of(file)
        .declaration(returned)
        .filter(each -> Bindings.of(file).isAssignedOnce(each))
        .map(Variable::initializer)
        .orElse(returned);
  }

  private static String type(SourceFile file, Expr made) {
    String known = made.type().name();
    if (known.isEmpty() && made instanceof Expr.Call call) {
      // an argument of an unknown type hides what the method of the file returns
      return Methods.of(file)
          .declaration(call)
          .map(Decl.Method::returnType)
          .map(TypeNode::ref)
          .map(TypeRef::name)
          .orElse("");
    }
    return known;
  }
}
