package dev.zonegate.match.flow;

import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.Methods;
import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Case;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.Variable;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who must close a resource. The method that opens it, unless it hands it on: returns it, keeps it
 * in a field, passes it to a constructor or to a method that is not known to leave it alone.
 */
public final class ResourceOwnership {
  private static final TypeSet WRAPPERS = TypeSet.load("resources/wrappers.types");
  private static final ApiSet BORROWERS = ApiSet.load("resources/borrowers.api");
  private static final TypeSet CLEANED_UP = TypeSet.of("lombok.Cleanup");
  private static final ApiSet OPENERS = ApiSet.load("resources/openers.api");
  private static final Pattern ENDS =
      Pattern.compile(
          "(close|release|shutdown|dispose|disconnect|destroy|abort|terminate|cancel|stop|free"
              + "|delete|purge|returnResource|returnObject|safeClose|tryClose)\\w*");
  private static final int DEEPEST = 3;
  private final SourceFile file;
  private final Bindings bindings;
  private final Methods methods;

  private ResourceOwnership(SourceFile file) {
    this.file = file;
    this.bindings = Bindings.of(file);
    this.methods = Methods.of(file);
  }

  /** The ownership of a file. */
  public static ResourceOwnership of(SourceFile file) {
    return file.derived(ResourceOwnership.class, ResourceOwnership::new);
  }

  /** Where a new resource goes. */
  public sealed interface Fate {
    /** Into a local variable of the same routine, by {@code at}. */
    record Held(Variable variable, Node at) implements Fate {}

    /** Used where it stands by {@code use}, and bound to nothing. */
    record Dropped(Node use) implements Fate {}

    /** To somebody else, or to a {@code try} that closes it. */
    record Gone() implements Fate {}
  }

  /** Where the resource that {@code opened} makes goes, inside wrappers and stages of a stream. */
  public Fate fate(Expr opened) {
    Expr value = opened;
    while (true) {
      Node parent = file.parent(value);
      if (parent instanceof Expr.Cast cast) {
        value = cast;
      } else if (parent instanceof Expr.New wrapper && isWrapper(wrapper, value)) {
        value = wrapper;
      } else if (parent instanceof Expr.Call stage && stage.target() == value && isSame(stage)) {
        value = stage;
      } else {
        Expr choice = choice(value, parent);
        return choice == null ? fate(value, parent) : ofChoice(choice);
      }
    }
  }

  /** The switch or conditional that {@code value} is one result of, or null. */
  private Expr choice(Expr value, Node parent) {
    if (parent instanceof Expr.Conditional either && either.condition() != value) {
      return either;
    }
    boolean isResult =
        parent instanceof Stmt.Yield
            || parent instanceof Stmt.Expression && file.parent(parent) instanceof Case;
    return isResult ? file.enclosing(parent, Expr.SwitchExpr.class) : null;
  }

  /** What is opened in one case only may be closed in one case only. */
  private Fate ofChoice(Expr choice) {
    Fate fate = fate(choice);
    boolean isLost = fate instanceof Fate.Held held && !isEverReleased(held.variable());
    return isLost ? fate : new Fate.Gone();
  }

  /** What a wrapper around a resource is made around, or the expression itself. */
  public Expr wrapped(Expr value) {
    Expr inner = value;
    while (inner instanceof Expr.New wrapper
        && !wrapper.arguments().isEmpty()
        && isWrapper(wrapper, wrapper.arguments().get(0))) {
      inner = wrapper.arguments().get(0);
    }
    return inner;
  }

  private Fate fate(Expr value, Node parent) {
    if (parent instanceof Stmt.Local local) {
      return isManaged(local) ? new Fate.Gone() : new Fate.Held(local, local);
    }
    if (parent instanceof Expr.Assign assign && assign.value() == value) {
      Variable variable = bindings.declaration(assign.assigned()).orElse(null);
      boolean isOwn =
          variable instanceof Stmt.Local && file.parent(assign) instanceof Stmt.Expression;
      return isOwn ? new Fate.Held(variable, assign) : new Fate.Gone();
    }
    if (parent instanceof Expr.Call call && call.target() == value) {
      boolean isGone =
          call.method() == null || ENDS.matcher(call.name()).matches() || isReturnedPart(call);
      return isGone ? new Fate.Gone() : new Fate.Dropped(call);
    }
    if (parent instanceof Invocation use && BORROWERS.matches(use).isYes()) {
      return new Fate.Dropped(use);
    }
    return parent instanceof Stmt.Expression statement && file.parent(statement) instanceof Stmt
        ? new Fate.Dropped(statement)
        : new Fate.Gone();
  }

  /** {@code return connection.createStatement().executeQuery(sql)}: the result leads back to it. */
  private boolean isReturnedPart(Expr.Call call) {
    return file.parent(call) instanceof Stmt.Return
        && !call.type().isA("java.lang.AutoCloseable").isNo();
  }

  /** In the head of a {@code try}, or what Lombok makes one of. */
  private boolean isManaged(Stmt.Local local) {
    return CLEANED_UP.annotationIn(local.annotations()) != null
        || file.parent(local) instanceof Stmt.Try attempt
            && attempt.resources().stream().anyMatch(each -> each == local);
  }

  /** Whether {@code created} closes {@code value} with itself. */
  private static boolean isWrapper(Expr.New created, Expr value) {
    return !created.arguments().isEmpty()
        && created.arguments().get(0) == value
        && WRAPPERS.contains(created.receiverType()).isYes();
  }

  /** A stage of a stream closes the stream that it continues. */
  private static boolean isSame(Expr.Call stage) {
    return stage.type().isA("java.util.stream.BaseStream").isYes()
        && stage.receiverType().isA("java.util.stream.BaseStream").isYes()
        && !stage.name().equals("flatMap");
  }

  /** The claim that what {@code variable} holds has been closed or handed on. */
  public Claim released(Variable variable) {
    return new Released(variable, 0);
  }

  /** Whether nothing releases it, gives it anew or asks whether there is one. */
  public boolean isLeftAlone(Variable variable) {
    return bindings.isAssignedOnce(variable)
        && new Released(variable, 0).releases.isEmpty()
        && bindings.uses(variable).stream()
            .noneMatch(use -> file.parent(use) instanceof Expr.Binary);
  }

  /** Whether something in the routine of {@code at} closes {@code variable} or hands it on. */
  public boolean isEverReleased(Variable variable) {
    return bindings.uses(variable).stream().anyMatch(use -> isReleaseHere(use, 0));
  }

  /** Itself, or what was taken out of it: the content of an answer closes the answer. */
  private boolean isReleaseHere(Expr use, int depth) {
    if (isRelease(use, depth)) {
      return true;
    }
    if (file.parent(use) instanceof Expr.Call call
        && call.target() == use
        && isReturnedPart(call)) {
      return true;
    }
    Variable part = part(use);
    if (part instanceof Decl.Field || part instanceof Stmt.Local local && isManaged(local)) {
      return true;
    }
    return part != null
        && depth < DEEPEST
        && bindings.uses(part).stream()
            .anyMatch(each -> isReleaseHere(each, depth + 1) || isConsumed(each));
  }

  /** The variable that a closeable part of a resource is held in, or null. */
  private Variable part(Expr use) {
    Node value = use;
    while (file.parent(value) instanceof Expr.Call call && call.target() == value) {
      value = call;
    }
    boolean isPart =
        value != use
            && value instanceof Expr.Call call
            && !endsAlone(call)
            && (call.type().isA("java.lang.AutoCloseable").isYes()
                || call.type().simpleName().endsWith("Entity")
                || call.name().equals("getOutputStream")
                || call.name().equals("getInputStream"));
    while (file.parent(value) instanceof Expr.New wrapper && isWrapper(wrapper, (Expr) value)) {
      value = wrapper;
    }
    return isPart ? holder(value) : null;
  }

  /** A result that is closed leaves its statement open, and that one its connection. */
  private static boolean endsAlone(Expr.Call opened) {
    return OPENERS.find(opened).filter(each -> each.has("of", "target")).isPresent();
  }

  private Variable holder(Node value) {
    if (file.parent(value) instanceof Expr.Assign assign && assign.value() == value) {
      return bindings.variable(assign.assigned()).orElse(null);
    }
    return file.parent(value) instanceof Stmt.Local local ? local : null;
  }

  /** {@code body.string()}. */
  private boolean isConsumed(Expr use) {
    return file.parent(use) instanceof Expr.Call call
        && call.target() == use
        && (call.name().equals("string") || call.name().equals("bytes"));
  }

  /** Whether this use of a variable closes what it holds or hands it on. */
  private boolean isRelease(Expr use, int depth) {
    Node parent = file.parent(use);
    if (parent instanceof Expr.Call call && call.target() == use) {
      return ENDS.matcher(call.name()).matches()
          || isSame(call) && !(fate(call) instanceof Fate.Dropped);
    }
    if (parent instanceof Expr.MethodReference reference) {
      return ENDS.matcher(reference.name()).matches();
    }
    if (parent instanceof Invocation call) {
      return !isBorrowed(call, use, depth);
    }
    if (parent instanceof Expr.Assign assign) {
      return assign.value() == use;
    }
    return parent instanceof Stmt.Return
        || parent instanceof Stmt.Yield
        || parent instanceof Variable
        || parent instanceof Stmt.Try
        || parent instanceof Expr.Lambda
        || parent instanceof Expr.Conditional
        || parent instanceof Expr.Cast
        || parent instanceof Expr.ArrayInitializer;
  }

  private boolean isBorrowed(Invocation call, Expr use, int depth) {
    if (BORROWERS.matches(call).isYes()) {
      return true;
    }
    Decl.Method own = methods.declaration(call).orElse(null);
    if (own == null || own.body() == null || depth >= DEEPEST) {
      return false;
    }
    int index = index(call.arguments(), use);
    if (index < 0 || index >= own.params().size()) {
      return false;
    }
    return bindings.uses(own.params().get(index)).stream()
        .noneMatch(each -> isRelease(each, depth + 1));
  }

  private static int index(List<Expr> arguments, Expr wanted) {
    for (int i = 0; i < arguments.size(); i++) {
      if (arguments.get(i) == wanted) {
        return i;
      }
    }
    return -1;
  }

  private final class Released implements Claim {
    private final Variable variable;
    private final Set<Node> releases = Collections.newSetFromMap(new IdentityHashMap<>());

    Released(Variable variable, int depth) {
      this.variable = variable;
      Node routine = ControlFlow.of(file).routine(variable);
      for (Expr use : bindings.uses(variable)) {
        Node inner = ControlFlow.of(file).routine(use);
        if (inner != routine) {
          capturing(use, routine);
        } else if (isRelease(use, depth)) {
          releases.add(releaser(use));
        } else if (isReleaseHere(use, depth)) {
          releases.add(use);
        }
      }
    }

    /** A close counts when it is tried; a variable in a {@code try} head when it is named. */
    private Node releaser(Expr use) {
      Node parent = file.parent(use);
      return parent instanceof Invocation call && !(parent instanceof Expr.MethodReference)
          ? call
          : use;
    }

    private void capturing(Expr use, Node routine) {
      for (Node up = file.parent(use); up != null && up != routine; up = file.parent(up)) {
        releases.add(up);
      }
    }

    @Override
    public Effect after(Node node) {
      if (releases.contains(node)) {
        return Effect.ESTABLISHES;
      }
      return Places.of(file).isAssigned(variable, node) ? Effect.RESETS : Effect.NONE;
    }

    @Override
    public boolean isImplied(Expr test, boolean holds) {
      if (test instanceof Expr.Binary comparison) {
        NullTest isNull = NullTest.of(comparison);
        return isNull != null
            && isNull.isEqual() == holds
            && bindings.declaration(isNull.tested()).orElse(null) == variable;
      }
      return false;
    }
  }

  /** Whether a field is closed, shut down or handed on anywhere in this file. */
  public boolean isFieldReleased(Decl.Field field) {
    List<Expr> uses = bindings.uses(field);
    return uses.stream().anyMatch(use -> isRelease(use, 0) && !isWritten(use));
  }

  private boolean isWritten(Expr use) {
    return file.parent(use) instanceof Expr.Assign assign && assign.assigned() == use;
  }
}
