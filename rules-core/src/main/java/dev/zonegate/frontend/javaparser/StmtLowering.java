package dev.zonegate.frontend.javaparser;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.expr.ComponentPatternExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MatchAllPatternExpr;
import com.github.javaparser.ast.expr.RecordPatternExpr;
import com.github.javaparser.ast.expr.SimpleName;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.AssertStmt;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.EmptyStmt;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.LocalClassDeclarationStmt;
import com.github.javaparser.ast.stmt.LocalRecordDeclarationStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import com.github.javaparser.ast.stmt.YieldStmt;
import dev.zonegate.model.Case;
import dev.zonegate.model.Catch;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.Pattern;
import dev.zonegate.model.Span;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.TypeNode;
import dev.zonegate.model.VarRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lowers statements and patterns. */
final class StmtLowering {
  private final FileLowering file;

  StmtLowering(FileLowering file) {
    this.file = file;
  }

  Stmt.Block block(BlockStmt block) {
    return file.inBlock(
        () -> new Stmt.Block(file.span(block), statements(block.getStatements(), block)));
  }

  /** The statements of a block or case, among them the local types that were parsed apart. */
  private List<Stmt> statements(NodeList<Statement> statements, com.github.javaparser.ast.Node in) {
    List<Stmt> lowered = new ArrayList<>();
    for (Statement each : statements) {
      lowered.addAll(file.localTypes(in, each));
      lowered.addAll(lower(each));
    }
    lowered.addAll(file.localTypes(in, null));
    return lowered;
  }

  /** A statement where the grammar allows one only. */
  private Stmt stmt(Statement statement) {
    return lower(statement).get(0);
  }

  List<Stmt> lower(Statement statement) {
    if (statement instanceof ExpressionStmt expression
        && expression.getExpression() instanceof VariableDeclarationExpr declaration) {
      return new ArrayList<>(file.declarations().locals(declaration, VarRef.Kind.LOCAL));
    }
    return List.of(file.guarded(statement, () -> simple(statement), Stmt.Opaque::new));
  }

  private Stmt simple(Statement statement) {
    Span span = file.span(statement);
    if (statement instanceof BlockStmt block) {
      return block(block);
    }
    if (statement instanceof ExpressionStmt expression) {
      return new Stmt.Expression(span, expr(expression.getExpression()));
    }
    if (statement instanceof IfStmt branch) {
      return branch(branch);
    }
    if (statement instanceof ReturnStmt exit) {
      return new Stmt.Return(span, expr(exit.getExpression()));
    }
    if (statement instanceof ThrowStmt exit) {
      return new Stmt.Throw(span, expr(exit.getExpression()));
    }
    if (statement instanceof TryStmt attempt) {
      return file.inBlock(() -> attempt(attempt));
    }
    if (statement instanceof SwitchStmt choice) {
      Expr selector = expr(choice.getSelector());
      return new Stmt.Switch(span, selector, cases(choice.getEntries()));
    }
    if (statement instanceof EmptyStmt) {
      return new Stmt.Empty(span);
    }
    Stmt loop = loop(statement, span);
    return loop == null ? rarer(statement, span) : loop;
  }

  private Stmt loop(Statement statement, Span span) {
    if (statement instanceof ForEachStmt loop) {
      return file.inBlock(() -> forEach(loop));
    }
    if (statement instanceof ForStmt loop) {
      return file.inBlock(() -> forLoop(loop));
    }
    if (statement instanceof WhileStmt loop) {
      return file.inBlock(
          () -> {
            Expr condition = expr(loop.getCondition());
            return new Stmt.While(span, condition, stmt(loop.getBody()));
          });
    }
    if (statement instanceof DoStmt loop) {
      Stmt body = stmt(loop.getBody());
      return new Stmt.DoWhile(span, body, expr(loop.getCondition()));
    }
    return null;
  }

  private Stmt rarer(Statement statement, Span span) {
    if (statement instanceof BreakStmt exit) {
      return new Stmt.Break(span, label(exit.getLabel()));
    }
    if (statement instanceof ContinueStmt exit) {
      return new Stmt.Continue(span, label(exit.getLabel()));
    }
    if (statement instanceof YieldStmt exit) {
      return new Stmt.Yield(span, expr(exit.getExpression()));
    }
    if (statement instanceof ExplicitConstructorInvocationStmt call) {
      return constructorCall(call);
    }
    if (statement instanceof SynchronizedStmt sync) {
      Expr lock = expr(sync.getExpression());
      return new Stmt.Synchronized(span, lock, block(sync.getBody()));
    }
    if (statement instanceof LabeledStmt labeled) {
      return new Stmt.Labeled(
          span, labeled.getLabel().getIdentifier(), stmt(labeled.getStatement()));
    }
    if (statement instanceof AssertStmt check) {
      Expr condition = expr(check.getCheck());
      return new Stmt.Assert(span, condition, expr(check.getMessage()));
    }
    if (statement instanceof LocalClassDeclarationStmt local) {
      return file.declarations().localType(local.getClassDeclaration());
    }
    if (statement instanceof LocalRecordDeclarationStmt local) {
      return file.declarations().localType(local.getRecordDeclaration());
    }
    throw new IllegalArgumentException("unknown statement " + statement.getMetaModel());
  }

  /** The variables of a pattern in the condition are seen after an {@code if} that never ends. */
  private Stmt branch(IfStmt branch) {
    Scope around = file.scope();
    Scope inner = around.block();
    Stmt.If lowered =
        file.in(
            inner,
            () -> {
              Expr condition = expr(branch.getCondition());
              Stmt then = stmt(branch.getThenStmt());
              Stmt otherwise = branch.getElseStmt().map(this::stmt).orElse(null);
              return new Stmt.If(file.span(branch), condition, then, otherwise);
            });
    if (lowered.otherwise() == null && leaves(lowered.then())) {
      around.adopt(inner);
    }
    return lowered;
  }

  private static boolean leaves(Stmt statement) {
    if (statement instanceof Stmt.Block block && !block.statements().isEmpty()) {
      return leaves(block.statements().get(block.statements().size() - 1));
    }
    return statement instanceof Stmt.Return
        || statement instanceof Stmt.Throw
        || statement instanceof Stmt.Break
        || statement instanceof Stmt.Continue
        || statement instanceof Stmt.Yield;
  }

  private Stmt attempt(TryStmt attempt) {
    List<Node> resources = new ArrayList<>();
    Stmt.Block body =
        file.inBlock(
            () -> {
              for (Expression each : attempt.getResources()) {
                if (each instanceof VariableDeclarationExpr declaration) {
                  resources.addAll(file.declarations().locals(declaration, VarRef.Kind.RESOURCE));
                } else {
                  resources.add(expr(each));
                }
              }
              return block(attempt.getTryBlock());
            });
    List<Catch> catches = new ArrayList<>();
    for (CatchClause each : attempt.getCatchClauses()) {
      catches.add(file.inBlock(() -> handler(each)));
    }
    Stmt.Block last = attempt.getFinallyBlock().map(this::block).orElse(null);
    return new Stmt.Try(file.span(attempt), resources, body, catches, last);
  }

  private Catch handler(CatchClause clause) {
    Decl.Param parameter = file.declarations().param(clause.getParameter(), VarRef.Kind.EXCEPTION);
    return new Catch(file.span(clause), parameter, block(clause.getBody()));
  }

  private Stmt forEach(ForEachStmt loop) {
    Expr iterable = expr(loop.getIterable());
    Stmt.Local variable = file.declarations().element(loop.getVariable(), iterable.type());
    return new Stmt.ForEach(file.span(loop), variable, iterable, stmt(loop.getBody()));
  }

  private Stmt forLoop(ForStmt loop) {
    List<Stmt> init = new ArrayList<>();
    for (Expression each : loop.getInitialization()) {
      if (each instanceof VariableDeclarationExpr declaration) {
        init.addAll(file.declarations().locals(declaration, VarRef.Kind.LOCAL));
      } else {
        Expr expr = expr(each);
        init.add(new Stmt.Expression(expr.span(), expr));
      }
    }
    Expr condition = expr(loop.getCompare());
    List<Expr> update = file.expressions().exprs(loop.getUpdate());
    return new Stmt.For(file.span(loop), init, condition, update, stmt(loop.getBody()));
  }

  private Stmt constructorCall(ExplicitConstructorInvocationStmt call) {
    Expr target = expr(call.getExpression());
    List<TypeNode> typeArguments = file.types().arguments(call.getTypeArguments());
    boolean isSuper = !call.isThis();
    Span keyword = file.wordSpan(call, call.getExpression(), isSuper ? "super" : "this");
    List<Expr> arguments = file.expressions().exprs(call.getArguments());
    return new Stmt.ConstructorCall(
        file.span(call), keyword, isSuper, target, typeArguments, arguments, null);
  }

  List<Case> cases(NodeList<SwitchEntry> entries) {
    return file.inBlock(
        () -> {
          List<Case> cases = new ArrayList<>();
          for (SwitchEntry each : entries) {
            boolean isGroup = each.getType() == SwitchEntry.Type.STATEMENT_GROUP;
            // what a group declares is seen by the groups after it
            cases.add(isGroup ? oneCase(each, false) : file.inBlock(() -> oneCase(each, true)));
          }
          return cases;
        });
  }

  private Case oneCase(SwitchEntry entry, boolean isArrow) {
    List<Node> labels = new ArrayList<>();
    for (Expression each : entry.getLabels()) {
      labels.add(each instanceof ComponentPatternExpr pattern ? pattern(pattern) : expr(each));
    }
    Expr guard = expr(entry.getGuard());
    List<Stmt> body = statements(entry.getStatements(), entry);
    boolean isDefault = entry.isDefault() || labels.isEmpty();
    return new Case(file.span(entry), labels, isDefault, guard, isArrow, body);
  }

  Pattern pattern(ComponentPatternExpr pattern) {
    if (pattern instanceof TypePatternExpr typed) {
      return typed(typed);
    }
    if (pattern instanceof RecordPatternExpr deconstruction) {
      TypeNode type = file.types().type(deconstruction.getType());
      List<Pattern> components = new ArrayList<>();
      for (ComponentPatternExpr each : deconstruction.getPatternList()) {
        components.add(pattern(each));
      }
      return new Pattern.Deconstruction(file.span(pattern), type, components);
    }
    if (pattern instanceof MatchAllPatternExpr) {
      return new Pattern.Any(file.span(pattern));
    }
    throw new IllegalArgumentException("unknown pattern " + pattern.getMetaModel());
  }

  private Pattern typed(TypePatternExpr pattern) {
    TypeNode type = file.types().type(pattern.getType());
    SimpleName name = pattern.getName();
    VarRef symbol =
        file.declare(
            new VarRef(
                VarRef.Kind.PATTERN,
                "",
                name.getIdentifier(),
                type.ref(),
                false,
                file.declarations().isFinal(pattern.getModifiers()),
                Set.of(),
                null));
    return new Pattern.Typed(
        file.spanWithModifiers(pattern, pattern.getModifiers()),
        file.nameSpan(name),
        name.getIdentifier(),
        file.declarations().modifiers(pattern.getModifiers()),
        List.of(),
        type,
        symbol);
  }

  private Expr expr(Expression expr) {
    return file.expressions().expr(expr);
  }

  private Expr expr(Optional<Expression> expr) {
    return expr.map(this::expr).orElse(null);
  }

  private static String label(Optional<SimpleName> label) {
    return label.map(SimpleName::getIdentifier).orElse(null);
  }
}
