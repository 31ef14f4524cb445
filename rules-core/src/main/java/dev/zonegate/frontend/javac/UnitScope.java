package dev.zonegate.frontend.javac;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.zonegate.frontend.BrokenCodeException;
import dev.zonegate.frontend.ImportScope;
import dev.zonegate.frontend.Tokens;
import dev.zonegate.model.MethodRef;
import dev.zonegate.model.Notification;
import dev.zonegate.model.SourceText;
import dev.zonegate.model.Span;
import dev.zonegate.model.TypeRef;
import dev.zonegate.model.VarRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/** Where the trees of one compilation unit stand and what they mean. */
final class UnitScope {
  private final String path;
  private final Tokens tokens;
  private final Trees trees;
  private final Symbols symbols;
  private final CompilationUnitTree unit;
  private final TreePath root;
  private final SourcePositions positions;
  private final List<Notification> notifications = new ArrayList<>();
  private final Map<Element, Tree> unresolvedTypes = new HashMap<>();
  private final Map<Tree, Integer> copiesEnd = new IdentityHashMap<>();
  private ImportScope imports = new ImportScope(List.of());
  private boolean hasMembers;

  UnitScope(String path, CompilationUnitTree unit, Tokens tokens, Trees trees, Symbols symbols) {
    this.path = path;
    this.unit = unit;
    this.tokens = tokens;
    this.trees = trees;
    this.symbols = symbols;
    this.root = new TreePath(unit);
    this.positions = trees.getSourcePositions();
  }

  CompilationUnitTree unit() {
    return unit;
  }

  Tokens tokens() {
    return tokens;
  }

  SourceText text() {
    return tokens.source();
  }

  Symbols symbols() {
    return symbols;
  }

  ImportScope imports() {
    return imports;
  }

  void imports(ImportScope scope) {
    imports = scope;
  }

  List<Notification> notifications() {
    return notifications;
  }

  /** Offset of a tree's first character; -1 if it has no place. */
  int start(Tree tree) {
    return (int) positions.getStartPosition(unit, tree);
  }

  /** Offset after a tree's last character; -1 if it has no place. */
  int end(Tree tree) {
    int end = (int) positions.getEndPosition(unit, tree);
    if (end < 0) {
      return copiesEnd.getOrDefault(tree, end);
    }
    return tree instanceof IdentifierTree || tree instanceof MemberSelectTree
        ? endOfName(tree, end)
        : end;
  }

  /** Says where a tree ends of which javac does not know it, as it has copied the tree. */
  void endsAt(Tree copy, int end) {
    copiesEnd.put(copy, end);
  }

  /** javac ends a name late in {@code try (name; ...)} and in {@code name @A ... x}. */
  private int endOfName(Tree tree, int end) {
    int last = tokens.lastTo(end);
    int start = start(tree);
    if (tree instanceof IdentifierTree) {
      int first = tokens.firstFrom(start);
      return first < last && tokens.get(first).start() == start ? tokens.get(first).end() : end;
    }
    boolean isLate = last > 0 && tokens.get(last).is(";") && tokens.get(last - 1).start() > start;
    return isLate ? tokens.get(last - 1).end() : end;
  }

  Span span(Tree tree) {
    return span(start(tree), end(tree));
  }

  /** A span that tolerates the missing ends of broken code. */
  Span span(int start, int end) {
    int length = text().content().length();
    if (start < 0 || start > length) {
      return Span.NONE;
    }
    return text().span(start, Math.min(length, Math.max(start, end)));
  }

  /** The index of the token at a tree's start. */
  int firstToken(Tree tree) {
    return tokens.firstFrom(start(tree));
  }

  Element element(Tree tree) {
    return trees.getElement(new TreePath(root, tree));
  }

  TypeRef type(Tree tree) {
    return symbols.type(mirror(tree));
  }

  TypeMirror mirror(Tree tree) {
    return trees.getTypeMirror(new TreePath(root, tree));
  }

  /** The method that an element is; null if it is none. */
  MethodRef method(Element element) {
    return element instanceof ExecutableElement method ? symbols.method(method) : null;
  }

  /** The variable that an element is; null if it is none. */
  VarRef variable(Element element) {
    if (!(element instanceof VariableElement variable)) {
      return null;
    }
    return Symbols.isErroneous(variable.asType())
        ? symbols.variable(variable, declaredType(variable))
        : symbols.variable(variable);
  }

  /** Whether an element is a type that javac found. */
  static boolean isKnownType(Element element) {
    return element != null
        && (element.getKind().isClass()
            || element.getKind().isInterface()
            || element.getKind() == javax.lang.model.element.ElementKind.TYPE_PARAMETER)
        && !Symbols.isErroneous(element.asType());
  }

  /** Remembers how the type of a variable is written that javac does not know. */
  void declare(Element variable, Tree type) {
    if (variable != null && type != null && Symbols.isErroneous(variable.asType())) {
      unresolvedTypes.put(variable, type);
    }
  }

  /** The name that this unit's imports give to the unknown type of a variable or method. */
  TypeRef declaredType(Element declared) {
    if (!hasMembers) {
      hasMembers = true;
      unit.getTypeDecls().forEach(this::declareMembers);
    }
    Tree type = unresolvedTypes.get(declared);
    return type == null ? TypeRef.UNKNOWN : namedType(type);
  }

  void notify(Tree tree, RuntimeException cause) {
    if (cause instanceof BrokenCodeException broken) {
      notifications.add(
          new Notification(path, span(tree), Notification.Kind.SYNTAX, broken.advice()));
      return;
    }
    notifications.add(
        new Notification(
            path,
            span(tree),
            Notification.Kind.LOWERING,
            "javac front-end: cannot lower "
                + tree.getKind()
                + " ("
                + cause.getClass().getSimpleName()
                + "); it is not judged"));
  }

  private TypeRef namedType(Tree type) {
    return switch (type.getKind()) {
      case ARRAY_TYPE -> namedType(((com.sun.source.tree.ArrayTypeTree) type).getType()).array();
      case PARAMETERIZED_TYPE ->
          namedType(((com.sun.source.tree.ParameterizedTypeTree) type).getType());
      case ANNOTATED_TYPE ->
          namedType(((com.sun.source.tree.AnnotatedTypeTree) type).getUnderlyingType());
      case IDENTIFIER, MEMBER_SELECT -> imports.name(type.toString());
      default -> TypeRef.UNKNOWN;
    };
  }

  private void declareMembers(Tree tree) {
    if (!(tree instanceof ClassTree type)) {
      return;
    }
    for (Tree member : type.getMembers()) {
      if (member instanceof VariableTree field) {
        declare(element(field), field.getType());
      } else if (member instanceof MethodTree method) {
        declareReturn(method);
      } else {
        declareMembers(member);
      }
    }
  }

  private void declareReturn(MethodTree tree) {
    if (element(tree) instanceof ExecutableElement method
        && Symbols.isErroneous(method.getReturnType())
        && tree.getReturnType() != null) {
      unresolvedTypes.put(method, tree.getReturnType());
    }
  }

  /** The type that a declaration declares, or null. */
  TypeRef declared(Tree tree) {
    return element(tree) instanceof TypeElement type ? symbols.raw(type) : null;
  }
}
