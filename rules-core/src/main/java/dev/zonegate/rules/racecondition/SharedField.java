package dev.zonegate.rules.racecondition;

import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.Locks;
import dev.zonegate.match.Sharing;
import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A field and what this file does with it. */
record SharedField(SourceFile file, Decl.Field field) {
  private static final TypeSet COLLECTIONS = TypeSet.load("concurrency/collections.types");
  private static final ApiSet MAKES_PLAIN = ApiSet.load("concurrency/collection-factories.api");
  private static final TypeSet CONCURRENT = TypeSet.load("concurrency/concurrent.types");
  private static final ApiSet MAKES_CONCURRENT =
      ApiSet.load("concurrency/concurrent-factories.api");
  private static final Set<String> CHANGES =
      Set.of(
          "put",
          "putAll",
          "putIfAbsent",
          "computeIfAbsent",
          "computeIfPresent",
          "compute",
          "merge",
          "remove",
          "removeIf",
          "removeAll",
          "removeFirst",
          "removeLast",
          "retainAll",
          "clear",
          "add",
          "addAll",
          "addFirst",
          "addLast",
          "set",
          "replaceAll",
          "sort",
          "push",
          "pop",
          "poll",
          "pollFirst",
          "pollLast",
          "offer");

  /** The field that {@code use} names, if this file declares it. */
  static Optional<SharedField> named(SourceFile file, Expr use) {
    return Bindings.of(file).declaration(use).orElse(null) instanceof Decl.Field field
        ? Optional.of(new SharedField(file, field))
        : Optional.empty();
  }

  /** Whether a collection call of this name changes it. */
  static boolean isChange(String name) {
    return CHANGES.contains(name);
  }

  boolean isStatic() {
    return field.modifiers().contains(Modifier.STATIC)
        || field.symbol() != null && field.symbol().isStatic();
  }

  boolean isFinal() {
    return field.modifiers().contains(Modifier.FINAL);
  }

  boolean isVolatile() {
    return field.modifiers().contains(Modifier.VOLATILE);
  }

  /** The class that declares it, or null if that has no name. */
  Decl.Type owner() {
    return file.parent(field) instanceof Decl.Type type ? type : null;
  }

  /** Whether all threads use the one object that has it. */
  boolean isOfSingleton() {
    return owner() != null && Sharing.evidence(file, owner()).isPresent();
  }

  List<Expr> uses() {
    return Bindings.of(file).uses(field);
  }

  /** Whether it surely holds a collection that is not made for several threads. */
  boolean isPlainCollection() {
    List<Expr> values = values().toList();
    return !values.isEmpty() && values.stream().allMatch(SharedField::makesPlain);
  }

  /** Whether it surely holds a collection each of whose calls is safe. */
  boolean isConcurrentCollection() {
    return CONCURRENT.contains(field.type().ref()).isYes()
        || values().findAny().isPresent() && values().allMatch(SharedField::makesConcurrent);
  }

  /** What it is given, here and elsewhere in the file. */
  Stream<Expr> values() {
    List<Expr> values = new ArrayList<>();
    if (field.initializer() != null) {
      values.add(field.initializer());
    }
    Bindings.of(file).assignments(field).forEach(each -> values.add(each.value()));
    return values.stream();
  }

  /** The uses that assign it, other than its initialiser, and step it up or down. */
  List<Expr> assigning() {
    return uses().stream().filter(this::isAssigned).toList();
  }

  private boolean isAssigned(Expr use) {
    Node parent = file.parent(use);
    return parent instanceof Expr.Assign assign && assign.assigned() == use || isStep(parent);
  }

  static boolean isStep(Node node) {
    return node instanceof Expr.Unary unary
        && (unary.operator().equals("++") || unary.operator().equals("--"));
  }

  /** The call made on a use of it, or null. */
  Expr.Call callOn(Expr use) {
    return file.parent(use) instanceof Expr.Call call && call.target() == use ? call : null;
  }

  /** Whether {@code use} runs when other threads may use it too, with no lock to keep them out. */
  boolean isInTheOpen(Node use) {
    return !Startup.isPartOf(file, use) && !Locks.of(file).isHeldAt(use);
  }

  static boolean makesPlain(Expr value) {
    return value instanceof Expr.New created
            && created.body() == null
            && COLLECTIONS.contains(created.created().ref()).isYes()
        || value instanceof Expr.Call call && MAKES_PLAIN.matches(call).isYes();
  }

  static boolean makesConcurrent(Expr value) {
    return value instanceof Expr.New created && CONCURRENT.contains(created.created().ref()).isYes()
        || value instanceof Expr.Call call && MAKES_CONCURRENT.matches(call).isYes();
  }
}
