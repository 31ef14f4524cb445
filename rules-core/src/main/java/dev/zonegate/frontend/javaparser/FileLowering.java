package dev.zonegate.frontend.javaparser;

import com.github.javaparser.Range;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.SimpleName;
import com.github.javaparser.ast.stmt.Statement;
import dev.zonegate.frontend.BrokenCodeException;
import dev.zonegate.frontend.ImportScope;
import dev.zonegate.frontend.Token;
import dev.zonegate.frontend.Tokens;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Notification;
import dev.zonegate.model.Span;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.TypeRef;
import dev.zonegate.model.Unit;
import dev.zonegate.model.VarRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** One file while it is lowered: its places, its scope, and what could not be read. */
final class FileLowering {
  private final String path;
  private final ParsedText text;
  private final Tokens tokens;
  private final List<Notification> notifications;
  private final Set<String> neighbours;
  private final List<TypeDeclaration<?>> localTypes;
  private final TypeLowering types = new TypeLowering(this);
  private final ExprLowering expressions = new ExprLowering(this);
  private final ArrayLowering arrays = new ArrayLowering(this);
  private final AnnotationLowering annotations = new AnnotationLowering(this);
  private final StmtLowering statements = new StmtLowering(this);
  private final DeclLowering declarations = new DeclLowering(this);
  private final OwnTypes ownTypes = new OwnTypes(this);
  private List<Decl.Import> imports = List.of();
  private final Set<String> ownMethods = new HashSet<>();
  private ImportScope importScope;
  private Scope scope;

  /**
   * @param neighbours simple names of other types of its package
   * @param localTypes types in blocks that were parsed apart, in source order
   * @param notifications receives what cannot be lowered
   */
  FileLowering(
      String path,
      ParsedText text,
      Tokens tokens,
      Set<String> neighbours,
      List<TypeDeclaration<?>> localTypes,
      List<Notification> notifications) {
    this.path = path;
    this.text = text;
    this.tokens = tokens;
    this.neighbours = neighbours;
    this.localTypes = new ArrayList<>(localTypes);
    this.notifications = notifications;
  }

  Unit lower(CompilationUnit unit) {
    UnitHead head = new UnitHead(this);
    imports = head.imports(unit.getImports());
    importScope = new ImportScope(imports, neighbours);
    scope = Scope.ofFile(importScope);
    unit.findAll(MethodDeclaration.class).forEach(each -> ownMethods.add(each.getNameAsString()));
    Decl.Package declared = unit.getPackageDeclaration().map(head::packageOf).orElse(null);
    String packageName = declared == null ? "" : declared.name();
    for (TypeDeclaration<?> each : unit.getTypes()) {
      ownTypes.topLevel(each, packageName, scope);
    }
    List<Decl.Type> lowered = new ArrayList<>();
    for (TypeDeclaration<?> each : unit.getTypes()) {
      lowered.add(declarations.type(each, ownTypes.of(each)));
    }
    Decl.Module module = unit.getModule().map(head::module).orElse(null);
    Span span = text.file().span(0, text.file().content().length());
    return new Unit(span, declared, imports, lowered, module);
  }

  TypeLowering types() {
    return types;
  }

  ExprLowering expressions() {
    return expressions;
  }

  ArrayLowering arrays() {
    return arrays;
  }

  AnnotationLowering annotations() {
    return annotations;
  }

  StmtLowering statements() {
    return statements;
  }

  DeclLowering declarations() {
    return declarations;
  }

  OwnTypes ownTypes() {
    return ownTypes;
  }

  Scope scope() {
    return scope;
  }

  <T> T in(Scope inner, Supplier<T> lower) {
    Scope before = scope;
    scope = inner;
    try {
      return lower.get();
    } finally {
      scope = before;
    }
  }

  <T> T inBlock(Supplier<T> lower) {
    return in(scope.block(), lower);
  }

  /** Looks ahead: what cannot be lowered is told when its turn comes. */
  <T> T quietly(Scope inner, Supplier<T> lower) {
    int told = notifications.size();
    T found = in(inner, lower);
    notifications.subList(told, notifications.size()).clear();
    return found;
  }

  VarRef declare(VarRef variable) {
    scope.declare(variable);
    return variable;
  }

  /** The class that a static import names for a method; unknown for methods of the file. */
  TypeRef importedFrom(String method) {
    return ownMethods.contains(method) ? TypeRef.UNKNOWN : importScope.declarer(method);
  }

  boolean isStaticallyImported(String name) {
    for (Decl.Import each : imports) {
      if (each.isStatic() && !each.isOnDemand() && each.simpleName().equals(name)) {
        return true;
      }
    }
    return false;
  }

  OwnType ownType(TypeRef type) {
    OwnType enclosing = scope.enclosingType();
    boolean isNameless = enclosing != null && enclosing.ref() == type;
    return isNameless ? enclosing : ownTypes.of(type);
  }

  /** Lowers a node, or what can be lowered of its parts. */
  <T> T guarded(
      Node node, Supplier<T> lower, BiFunction<Span, List<dev.zonegate.model.Node>, T> opaque) {
    try {
      return lower.get();
    } catch (BrokenCodeException e) {
      notifications.add(new Notification(path, span(node), Notification.Kind.SYNTAX, e.advice()));
      return opaque.apply(span(node), Salvage.parts(node, this));
    } catch (RuntimeException e) {
      String kind = node.getMetaModel().getTypeName();
      // what it says may repeat a text of the file
      String reason = e.getClass().getSimpleName();
      String message = "cannot lower " + kind + " (" + reason + "); it is not judged";
      notifications.add(new Notification(path, span(node), Notification.Kind.LOWERING, message));
      return opaque.apply(span(node), Salvage.parts(node, this));
    }
  }

  /** The local types parsed apart that stand in {@code block} before {@code next}, or its end. */
  List<Stmt> localTypes(Node block, Statement next) {
    List<Stmt> found = new ArrayList<>();
    while (!localTypes.isEmpty() && stands(localTypes.get(0), block, next)) {
      found.add(declarations.localType(localTypes.remove(0)));
    }
    return found;
  }

  private static boolean stands(Node type, Node block, Statement next) {
    Range at = type.getRange().orElseThrow();
    boolean isInside = block.getRange().map(range -> range.strictlyContains(at)).orElse(false);
    return isInside && (next == null || at.isBefore(next.getRange().orElseThrow().begin));
  }

  /** The span of a node; {@link Span#NONE} if the parser gives it no place. */
  Span span(Node node) {
    return node.getRange().map(text::span).orElse(Span.NONE);
  }

  /** The span of a node that the parser lets begin after its modifiers. */
  Span spanWithModifiers(Node node, NodeList<com.github.javaparser.ast.Modifier> modifiers) {
    return modifiers.isEmpty() ? span(node) : earlier(span(modifiers.get(0)), span(node));
  }

  /** The longer of two spans with the same end. */
  Span earlier(Span one, Span other) {
    return one.isPresent() && one.compareTo(other) < 0 ? one.to(other) : other;
  }

  /** The first token of a node. */
  Token token(Node node) {
    return tokens.get(firstToken(node));
  }

  private int firstToken(Node node) {
    int index = node.getRange().map(range -> text.index(range.begin)).orElse(0);
    return Math.min(tokens.firstFrom(text.fileOffset(index)), tokens.size() - 1);
  }

  /** The span of a name, which is one token. */
  Span nameSpan(SimpleName name) {
    Span span = span(name);
    if (!span.isPresent()) {
      return span;
    }
    int token = firstToken(name);
    // an array's brackets belong to the parser's name; text under an open quote has no tokens
    return tokens.get(token).start() == start(name) ? tokens.span(token) : span;
  }

  Span lastTokenSpan(Node node) {
    return tokens.span(tokens.lastTo(end(node)));
  }

  boolean endsWithBrace(Node node) {
    return tokens.get(tokens.lastTo(end(node))).is("}");
  }

  /** The span of a class body: from the first brace after {@code header} to the end. */
  Span bodySpan(Node node, Node header) {
    int index = tokens.firstFrom(end(header));
    while (!tokens.get(index).is("{")) {
      index = tokens.get(index).is("(") ? tokens.closing(index) + 1 : index + 1;
    }
    return tokens.span(index, tokens.lastTo(end(node)));
  }

  /**
   * The span of the first {@code word} in a node, after its part {@code before} if there is one.
   */
  Span wordSpan(Node node, Optional<? extends Node> before, String word) {
    int from = before.map(this::end).orElse(start(node));
    return tokens.span(tokens.find(word, from, end(node)));
  }

  /** The span of the next pair of brackets. */
  Span nextBrackets(Span after) {
    int from = text.file().offset(after.endLine(), after.endColumn());
    int open = tokens.find("[", from, text.file().content().length());
    return tokens.span(tokens.closing(open));
  }

  private int start(Node node) {
    return text.fileOffset(text.index(node.getRange().orElseThrow().begin));
  }

  private int end(Node node) {
    return text.fileOffset(text.index(node.getRange().orElseThrow().end) + 1);
  }

  /** The name of a class that has none in the text: that of the file. */
  String implicitClassName() {
    String fileName = path.substring(path.lastIndexOf('/') + 1);
    int dot = fileName.lastIndexOf('.');
    return dot < 0 ? fileName : fileName.substring(0, dot);
  }

  /** The implicit class covers its members. */
  Span implicitClassSpan(TypeDeclaration<?> type) {
    return span(type);
  }
}
