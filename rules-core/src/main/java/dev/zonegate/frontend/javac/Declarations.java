package dev.zonegate.frontend.javac;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ErroneousTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeParameterTree;
import com.sun.source.tree.VariableTree;
import dev.zonegate.frontend.Token;
import dev.zonegate.frontend.Tokens;
import dev.zonegate.frontend.WrittenModifiers;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.MethodRef;
import dev.zonegate.model.Span;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.TypeNode;
import dev.zonegate.model.TypeShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;

/**
 * Lowers types and their members. A member exists only if its name stands within its own span: that
 * leaves out what javac and annotation processors add.
 */
final class Declarations {
  private final UnitLowering unit;
  private final UnitScope scope;
  private final Tokens tokens;
  private final TypeHeaders headers;

  Declarations(UnitLowering unit) {
    this.unit = unit;
    this.scope = unit.scope;
    this.tokens = unit.scope.tokens();
    this.headers = new TypeHeaders(unit);
  }

  /** A type; null if it is not written but generated. */
  Decl.Type type(ClassTree tree) {
    WrittenModifiers modifiers = WrittenModifiers.at(tokens, scope.firstToken(tree));
    int name = headers.nameToken(tree, modifiers.next());
    if (name < 0) {
      return null;
    }
    TypeHeaders.Components components = headers.components(tree, name);
    return headers.type(
        tree,
        scope.span(tree),
        tokens.span(name),
        modifiers.modifiers(),
        components.params(),
        members(tree.getMembers(), components.trees()));
  }

  /** The class that a compact source file stands for; its members are all there is. */
  Decl.Type implicitType(ClassTree tree) {
    List<Decl> members = members(tree.getMembers(), List.of());
    int start = Integer.MAX_VALUE;
    int end = -1;
    for (Tree member : tree.getMembers()) {
      if (!isGenerated(member)) {
        start = Math.min(start, scope.start(member));
        end = Math.max(end, scope.end(member));
      }
    }
    Span span = scope.span(start, end);
    return headers.type(tree, span, Span.NONE, Set.of(), List.of(), members);
  }

  private boolean isGenerated(Tree member) {
    return member instanceof MethodTree method && nameToken(method) < 0;
  }

  /**
   * The members that are written.
   *
   * @param components the trees of a record's components, which are no members
   */
  List<Decl> members(List<? extends Tree> trees, List<? extends Tree> components) {
    List<Decl> lowered = new ArrayList<>(trees.size());
    int previousEnd = -1;
    for (Tree tree : trees) {
      if (components.contains(tree)) {
        continue;
      }
      int from = scope.start(tree) < previousEnd ? previousEnd : -1;
      if (tree instanceof VariableTree) {
        previousEnd = scope.end(tree);
      }
      Decl member = guarded(tree, from);
      if (member != null) {
        lowered.add(member);
      }
    }
    return List.copyOf(lowered);
  }

  private Decl guarded(Tree tree, int from) {
    try {
      return member(tree, from);
    } catch (RuntimeException e) {
      scope.notify(tree, e);
      return new Decl.Opaque(scope.span(tree), unit.salvage(tree));
    }
  }

  private Decl member(Tree tree, int from) {
    if (tree instanceof VariableTree variable) {
      return isEnumConstant(variable)
          ? enumConstant(variable)
          : unit.variables.field(variable, from);
    }
    if (tree instanceof MethodTree method) {
      return method(method);
    }
    if (tree instanceof ClassTree type) {
      return type(type);
    }
    if (tree instanceof BlockTree block) {
      return initializer(block);
    }
    if (tree instanceof ErroneousTree) {
      return new Decl.Opaque(scope.span(tree), unit.salvage(tree));
    }
    throw new IllegalArgumentException("unknown kind of member");
  }

  private Decl initializer(BlockTree tree) {
    int first = scope.firstToken(tree);
    boolean hasKeyword = first > 0 && tokens.get(first - 1).is("static");
    int start = hasKeyword && tree.isStatic() ? first - 1 : first;
    Stmt.Block block = unit.statements.block(tree);
    // javac's block of a static initialiser starts at the keyword
    int open = tokens.find("{", tokens.get(first).start(), scope.end(tree));
    Span braces = scope.span(tokens.get(open < 0 ? first : open).start(), scope.end(tree));
    return new Decl.Initializer(
        scope.span(tokens.get(start).start(), scope.end(tree)),
        tree.isStatic(),
        new Stmt.Block(braces, block.statements()));
  }

  private boolean isEnumConstant(VariableTree tree) {
    Element element = scope.element(tree);
    return element != null && element.getKind() == ElementKind.ENUM_CONSTANT;
  }

  private Decl enumConstant(VariableTree tree) {
    int start = scope.start(tree);
    int name = tokens.find(tree.getName().toString(), annotationsEnd(tree, start), scope.end(tree));
    if (name < 0) {
      return null;
    }
    NewClassTree created = tree.getInitializer() instanceof NewClassTree creation ? creation : null;
    int last = isOpen(name + 1) ? tokens.closing(name + 1) : name;
    int end = tokens.get(last).end();
    Decl.Body body = null;
    if (created != null && created.getClassBody() != null) {
      end = tokens.get(tokens.closing(last + 1)).end();
      body = unit.calls.body(created.getClassBody(), tokens.get(last).end(), end);
    }
    List<Expr> arguments =
        created == null ? List.of() : unit.expressions.all(created.getArguments());
    MethodRef constructor = created == null ? null : unit.calls.constructor(created);
    return new Decl.EnumConstant(
        scope.span(start, end),
        tokens.span(name),
        tokens.get(name).text(),
        unit.annotations.all(tree.getModifiers().getAnnotations()),
        arguments,
        body,
        constructor);
  }

  private int annotationsEnd(VariableTree tree, int start) {
    int end = start;
    for (AnnotationTree each : tree.getModifiers().getAnnotations()) {
      end = Math.max(end, scope.end(each));
    }
    return end;
  }

  private boolean isOpen(int at) {
    return at < tokens.size() && tokens.get(at).is("(");
  }

  private Decl.Method method(MethodTree tree) {
    int name = nameToken(tree);
    if (name < 0) {
      return null;
    }
    int first = firstToken(tree);
    boolean isCompact = !isOpen(name + 1);
    Decl.Method.Kind kind =
        isCompact
            ? Decl.Method.Kind.COMPACT_CONSTRUCTOR
            : isConstructor(tree) ? Decl.Method.Kind.CONSTRUCTOR : Decl.Method.Kind.METHOD;
    int nameStart = tokens.get(name).start();
    Tree returns = tree.getReturnType();
    TypeNode returnType = returns == null ? null : unit.types.lower(returns, nameStart);
    Tree defaultValue = tree.getDefaultValue();
    return new Decl.Method(
        scope.span(tokens.get(first).start(), scope.end(tree)),
        tokens.span(name),
        kind,
        tokens.get(name).text(),
        WrittenModifiers.at(tokens, first).modifiers(),
        unit.annotations.all(tree.getModifiers().getAnnotations()),
        headers.typeParams(tree.getTypeParameters()),
        returnType,
        isCompact ? List.of() : unit.variables.params(tree.getParameters()),
        unit.types.all(tree.getThrows()),
        tree.getBody() == null ? null : unit.statements.block(tree.getBody()),
        defaultValue == null ? null : unit.expressions.lower(defaultValue),
        scope.method(scope.element(tree)));
  }

  private static boolean isConstructor(MethodTree tree) {
    return tree.getName().contentEquals("<init>");
  }

  /** Javac starts a method without modifiers at its first type parameter, not at the bracket. */
  private int firstToken(MethodTree tree) {
    int first = scope.firstToken(tree);
    boolean isInBrackets = !tree.getTypeParameters().isEmpty() && first > 0;
    return isInBrackets && tokens.get(first - 1).is("<") ? first - 1 : first;
  }

  private int nameToken(MethodTree tree) {
    int start = scope.start(tree);
    int end = scope.end(tree);
    if (start < 0) {
      return -1;
    }
    int from = Math.max(start, nameFrom(tree));
    int limit = tree.getBody() == null ? end : scope.start(tree.getBody());
    for (int at = tokens.firstFrom(from); at < tokens.size(); at++) {
      Token token = tokens.get(at);
      if (token.start() >= limit) {
        return -1;
      }
      if (token.kind() == Token.Kind.WORD && isName(tree, at)) {
        return at;
      }
    }
    return -1;
  }

  private boolean isName(MethodTree tree, int at) {
    if (!isConstructor(tree)) {
      return tokens.get(at).is(tree.getName().toString()) && isOpen(at + 1);
    }
    boolean isFollowed = isOpen(at + 1) || at + 1 < tokens.size() && tokens.get(at + 1).is("{");
    return isFollowed && !tokens.get(at - 1 < 0 ? at : at - 1).is("@");
  }

  private int nameFrom(MethodTree tree) {
    int from = WrittenModifiers.at(tokens, scope.firstToken(tree)).next();
    int offset = from < tokens.size() ? tokens.get(from).start() : -1;
    for (TypeParameterTree each : tree.getTypeParameters()) {
      offset = Math.max(offset, scope.end(each));
    }
    Tree returns = tree.getReturnType();
    if (returns == null) {
      return offset;
    }
    // int f()[] ends its type after the name
    Tree inner = returns;
    while (inner instanceof com.sun.source.tree.ArrayTypeTree array) {
      inner = array.getType();
    }
    return Math.max(offset, scope.end(inner));
  }

  /** The kind of a type. */
  static TypeShape.Kind kind(ClassTree tree) {
    return switch (tree.getKind()) {
      case INTERFACE -> TypeShape.Kind.INTERFACE;
      case ENUM -> TypeShape.Kind.ENUM;
      case RECORD -> TypeShape.Kind.RECORD;
      case ANNOTATION_TYPE -> TypeShape.Kind.ANNOTATION;
      default -> TypeShape.Kind.CLASS;
    };
  }
}
