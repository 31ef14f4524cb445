package dev.zonegate.frontend.javac;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.zonegate.frontend.BrokenCodeException;
import dev.zonegate.frontend.Token;
import dev.zonegate.frontend.Tokens;
import dev.zonegate.frontend.WrittenModifiers;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Pattern;
import dev.zonegate.model.Span;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.TypeNode;
import dev.zonegate.model.TypeRef;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;

/** Lowers what declares a variable: fields, parameters, locals, patterns. */
final class Variables {
  private final UnitLowering unit;
  private final UnitScope scope;
  private final Tokens tokens;

  Variables(UnitLowering unit) {
    this.unit = unit;
    this.scope = unit.scope;
    this.tokens = unit.scope.tokens();
  }

  /**
   * Where the parts of a declaration stand.
   *
   * @param first index of its first token, a modifier or the type
   * @param name index of the name's token
   * @param last index of its last token before any initialiser
   */
  private record Place(WrittenModifiers modifiers, int first, int name, int last) {}

  /**
   * A field; null if it is not written but generated.
   *
   * @param from offset before which the name does not stand, for all declarators of one declaration
   *     start at the same place
   */
  Decl.Field field(VariableTree tree, int from) {
    Place place = place(tree, from);
    if (place == null) {
      return null;
    }
    TypeNode type = type(tree, place);
    declare(tree);
    Expr initializer = initializer(tree);
    return new Decl.Field(
        span(tree, place),
        tokens.span(place.name()),
        name(place),
        place.modifiers().modifiers(),
        annotations(tree),
        type,
        initializer,
        scope.variable(scope.element(tree)));
  }

  /** A local variable or resource; null if it is not written but generated. */
  Stmt.Local local(VariableTree tree, int from) {
    Place place = place(tree, from);
    if (place == null) {
      return null;
    }
    TypeNode type = type(tree, place);
    declare(tree);
    Expr initializer = initializer(tree);
    return new Stmt.Local(
        span(tree, place),
        tokens.span(place.name()),
        name(place),
        place.modifiers().modifiers(),
        annotations(tree),
        type,
        initializer,
        scope.variable(scope.element(tree)));
  }

  /** The variable of a loop or resource, which only broken code leaves without a name. */
  Stmt.Local named(VariableTree tree) {
    Stmt.Local local = local(tree, -1);
    if (local == null) {
      throw nameless();
    }
    return local;
  }

  Pattern.Typed pattern(VariableTree tree) {
    Place place = required(tree);
    TypeNode type = type(tree, place);
    declare(tree);
    return new Pattern.Typed(
        tokens.span(place.first(), place.last()),
        tokens.span(place.name()),
        name(place),
        place.modifiers().modifiers(),
        annotations(tree),
        type,
        scope.variable(scope.element(tree)));
  }

  List<Decl.Param> params(List<? extends VariableTree> trees) {
    if (trees.isEmpty()) {
      return List.of();
    }
    List<Decl.Param> params = new ArrayList<>(trees.size());
    for (VariableTree tree : trees) {
      if (place(tree, -1) == null) {
        // broken code; the method is worth more without it than not at all
        scope.notify(tree, nameless());
      } else {
        params.add(param(tree));
      }
    }
    return List.copyOf(params);
  }

  Decl.Param param(VariableTree tree) {
    Place place = required(tree);
    boolean isVarargs = isVarargs(place);
    TypeNode type =
        isVarargs && elementType(tree.getType()) != null
            ? unit.types.lower(elementType(tree.getType()))
            : type(tree, place);
    declare(tree);
    return param(tree, place, type, isVarargs);
  }

  List<Decl.Param> lambdaParams(LambdaExpressionTree tree) {
    List<Decl.Param> params = new ArrayList<>();
    int first = scope.firstToken(tree);
    boolean isImplicit = isImplicit(first);
    int from = scope.start(tree);
    for (VariableTree each : tree.getParameters()) {
      if (!isImplicit) {
        params.add(param(each));
        continue;
      }
      int name = tokens.find(written(each), from, Integer.MAX_VALUE);
      if (name < 0) {
        throw nameless();
      }
      Place place = new Place(new WrittenModifiers(java.util.Set.of(), name), name, name, name);
      params.add(param(each, place, null, false));
      from = tokens.get(name).end();
    }
    return List.copyOf(params);
  }

  /** Whether the lambda at a token is {@code x -> ...} or {@code (x, y) -> ...}. */
  private boolean isImplicit(int first) {
    if (first + 2 >= tokens.size() || !tokens.get(first).is("(")) {
      return true;
    }
    Token after = tokens.get(first + 2);
    return tokens.get(first + 1).kind() == Token.Kind.WORD && (after.is(",") || after.is(")"));
  }

  private Decl.Param param(VariableTree tree, Place place, TypeNode type, boolean isVarargs) {
    return new Decl.Param(
        tokens.span(place.first(), place.last()),
        tokens.span(place.name()),
        name(place),
        place.modifiers().modifiers(),
        annotations(tree),
        type,
        isVarargs,
        scope.variable(scope.element(tree)));
  }

  private Place required(VariableTree tree) {
    Place place = place(tree, -1);
    if (place == null) {
      throw nameless();
    }
    return place;
  }

  private static BrokenCodeException nameless() {
    return new BrokenCodeException("a variable without a name");
  }

  private Place place(VariableTree tree, int from) {
    int start = scope.start(tree);
    int end = scope.end(tree);
    Tree core = innermost(tree.getType());
    int typeEnd = core == null ? -1 : scope.end(core);
    int nameFrom = Math.max(from, Math.max(start, typeEnd <= end ? typeEnd : -1));
    Tree value = tree.getInitializer();
    int limit = value == null || scope.start(value) < 0 ? end : Math.min(end, scope.start(value));
    int name = tokens.find(written(tree), nameFrom, limit);
    if (start < 0 || name < 0) {
      return null;
    }
    int first = tokens.firstFrom(start);
    if (first >= name) {
      first = name > 0 && tokens.get(name - 1).is("var") ? name - 1 : name;
    }
    while (first > 0 && tokens.get(first - 1).is("final")) {
      first--; // javac starts some that are declared with var at var or the name
    }
    return new Place(WrittenModifiers.at(tokens, first), first, name, afterBrackets(name));
  }

  private int afterBrackets(int name) {
    int last = name;
    while (last + 2 < tokens.size()
        && tokens.get(last + 1).is("[")
        && tokens.get(last + 2).is("]")) {
      last += 2;
    }
    return last;
  }

  private Span span(VariableTree tree, Place place) {
    Tree value = tree.getInitializer();
    Token last = tokens.get(place.last());
    int end = value == null ? last.end() : Math.max(last.end(), scope.end(value));
    return scope.span(tokens.get(place.name()).start(), end);
  }

  private TypeNode type(VariableTree tree, Place place) {
    int before = place.name() - 1;
    if (before >= 0 && tokens.get(before).is("var")) {
      return new TypeNode.Var(tokens.span(before), inferred(tree));
    }
    Tree type = tree.getType();
    if (type == null) {
      return unwritten();
    }
    int start = scope.start(type);
    if (start < 0 || start >= tokens.get(place.name()).start()) {
      return replaced(tree, before);
    }
    return unit.types.lower(type, tokens.get(place.name()).start());
  }

  /** A type that a processor put in place of a word, as Lombok does for {@code val}. */
  private TypeNode replaced(VariableTree tree, int word) {
    if (word < 0 || tokens.get(word).kind() != Token.Kind.WORD) {
      return unwritten();
    }
    return new TypeNode.Named(
        tokens.span(word), tokens.get(word).text(), List.of(), false, List.of(), inferred(tree));
  }

  /** The type of a variable that broken code declares without one. */
  private static TypeNode unwritten() {
    return new TypeNode.Opaque(Span.NONE, List.of());
  }

  private TypeRef inferred(VariableTree tree) {
    Element element = scope.element(tree);
    return element == null ? TypeRef.UNKNOWN : scope.symbols().type(element.asType());
  }

  private void declare(VariableTree tree) {
    scope.declare(scope.element(tree), tree.getType());
  }

  private List<Annotation> annotations(VariableTree tree) {
    return unit.annotations.all(tree.getModifiers().getAnnotations());
  }

  private Expr initializer(VariableTree tree) {
    return tree.getInitializer() == null ? null : unit.expressions.lower(tree.getInitializer());
  }

  private boolean isVarargs(Place place) {
    return place.name() > 0 && tokens.get(place.name() - 1).is("...");
  }

  private String name(Place place) {
    return tokens.get(place.name()).text();
  }

  private static String written(VariableTree tree) {
    return tree.getName().length() == 0 ? "_" : tree.getName().toString();
  }

  private static Tree elementType(Tree type) {
    Tree bare = type instanceof AnnotatedTypeTree annotated ? annotated.getUnderlyingType() : type;
    return bare instanceof ArrayTypeTree array ? array.getType() : null;
  }

  private static Tree innermost(Tree type) {
    Tree inner = type;
    while (inner != null && elementType(inner) != null) {
      inner = elementType(inner);
    }
    return inner;
  }
}
