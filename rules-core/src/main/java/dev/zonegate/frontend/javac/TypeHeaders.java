package dev.zonegate.frontend.javac;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeParameterTree;
import com.sun.source.tree.VariableTree;
import dev.zonegate.frontend.Tokens;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.Span;
import dev.zonegate.model.TypeNode;
import dev.zonegate.model.TypeRef;
import dev.zonegate.model.TypeShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Lowers what stands before the body of a type. */
final class TypeHeaders {
  private static final Set<String> KEYWORDS = Set.of("class", "interface", "enum", "record");

  private final UnitLowering unit;
  private final UnitScope scope;
  private final Tokens tokens;

  TypeHeaders(UnitLowering unit) {
    this.unit = unit;
    this.scope = unit.scope;
    this.tokens = unit.scope.tokens();
  }

  /** A record's components, and the trees that stand for them among its members. */
  record Components(List<Decl.Param> params, List<VariableTree> trees) {}

  /**
   * Index of a type's name; -1 if it is not written.
   *
   * @param keyword index of the token after the modifiers
   */
  int nameToken(ClassTree tree, int keyword) {
    int at = is(keyword, "@") ? keyword + 1 : keyword;
    boolean isWritten =
        at + 1 < tokens.size()
            && KEYWORDS.contains(tokens.get(at).text())
            && tokens.get(at + 1).is(tree.getSimpleName().toString());
    return isWritten ? at + 1 : -1;
  }

  Components components(ClassTree tree, int name) {
    if (tree.getKind() != Tree.Kind.RECORD) {
      return new Components(List.of(), List.of());
    }
    int at = name + 1;
    if (is(at, "<")) {
      at = tokens.closing(at) + 1;
    }
    if (!is(at, "(")) {
      return new Components(List.of(), List.of());
    }
    int from = tokens.get(at).start();
    int to = tokens.get(tokens.closing(at)).end();
    List<VariableTree> trees = new ArrayList<>();
    for (Tree member : tree.getMembers()) {
      int start = scope.start(member);
      if (member instanceof VariableTree variable && start > from && start < to) {
        trees.add(variable);
      }
    }
    ComponentAnnotations annotations = new ComponentAnnotations(unit, tree);
    List<Decl.Param> params =
        unit.variables.params(trees).stream().map(annotations::complete).toList();
    return new Components(params, trees);
  }

  Decl.Type type(
      ClassTree tree,
      Span span,
      Span nameSpan,
      Set<Modifier> modifiers,
      List<Decl.Param> components,
      List<Decl> members) {
    TypeShape.Kind kind = Declarations.kind(tree);
    boolean isInterface = kind == TypeShape.Kind.INTERFACE || kind == TypeShape.Kind.ANNOTATION;
    List<TypeNode> superclass =
        tree.getExtendsClause() == null
            ? List.of()
            : List.of(unit.types.lower(tree.getExtendsClause()));
    List<TypeNode> interfaces = unit.types.all(tree.getImplementsClause());
    TypeRef ref = scope.declared(tree);
    String name = tree.getSimpleName().toString();
    return new Decl.Type(
        span,
        nameSpan,
        kind,
        name,
        ref == null ? name : ref.name(),
        modifiers,
        unit.annotations.all(tree.getModifiers().getAnnotations()),
        typeParams(tree.getTypeParameters()),
        isInterface ? interfaces : superclass,
        isInterface ? List.of() : interfaces,
        unit.types.all(tree.getPermitsClause()),
        components,
        members,
        ref == null ? TypeRef.UNKNOWN : ref);
  }

  List<Decl.TypeParam> typeParams(List<? extends TypeParameterTree> trees) {
    if (trees.isEmpty()) {
      return List.of();
    }
    List<Decl.TypeParam> lowered = new ArrayList<>(trees.size());
    for (TypeParameterTree tree : trees) {
      int start = scope.start(tree);
      for (AnnotationTree each : tree.getAnnotations()) {
        start = Math.min(start, scope.start(each));
      }
      lowered.add(
          new Decl.TypeParam(
              scope.span(start, scope.end(tree)),
              tree.getName().toString(),
              unit.annotations.all(tree.getAnnotations()),
              unit.types.all(tree.getBounds())));
    }
    return List.copyOf(lowered);
  }

  private boolean is(int at, String text) {
    return at < tokens.size() && tokens.get(at).is(text);
  }
}
