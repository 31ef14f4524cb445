package dev.zonegate.facts;

import dev.zonegate.match.Bindings;
import dev.zonegate.match.HandOver;
import dev.zonegate.match.Methods;
import dev.zonegate.model.Catch;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Span;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.TypeRef;
import dev.zonegate.model.Variable;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * What a method asks of databases and other machines each time that it runs.
 *
 * @param at its name
 * @param type qualified name of its class
 * @param supertypes names of all supertypes of its class as far as they are known
 * @param parameters how many parameters it has
 * @param queries the calls that ask a database
 * @param remotes the calls that ask another machine
 * @param sends the calls that give a broker a message
 * @param calls the calls of other methods of the project
 * @param reads what it reads off its parameters: qualified type and getter or field
 */
public record OutsideWork(
    String path,
    Span at,
    String type,
    List<String> supertypes,
    String method,
    int parameters,
    List<String> queries,
    List<String> remotes,
    List<String> sends,
    List<Onward> calls,
    List<Read> reads)
    implements Fact {
  private static final Pattern NOT_EACH_TIME =
      Pattern.compile("(.*\\.)?(Cacheable|Cached|CacheResult|Async|Memoize\\w*)");
  private static final Pattern LOOKUP =
      Pattern.compile("(get|find|lookup)(Provider|Bean|Service|Instance|Component)?|lookup|select");
  private static final Set<String> KEYS = Set.of("getId", "id", "hashCode");
  private static final Set<String> ONCE = Set.of("computeIfAbsent", "memoize", "executePipelined");

  /** A call of a method of the project; its type is qualified. */
  public record Onward(String type, String method, int arguments) {}

  /**
   * Something that is read off an object.
   *
   * @param type of the object, qualified
   * @param isUsed whether something is read off it in turn
   */
  public record Read(String type, String name, boolean isUsed) {}

  static void collect(SourceFile file, Consumer<Fact> facts) {
    for (Decl.Method method : file.all(Decl.Method.class)) {
      Decl.Type type = file.enclosing(method, Decl.Type.class);
      if (method.body() != null && type != null && !method.isConstructor()) {
        OutsideWork work = of(file, type, method);
        if (work.isSome()) {
          facts.accept(work);
        }
      }
    }
  }

  /** Of a method of an anonymous class the type that this is made of. */
  private static List<String> supertypes(SourceFile file, Decl.Type type, Decl.Method method) {
    Expr.New made = file.enclosing(method, Expr.New.class);
    boolean isAnonymous = made != null && made.body() != null && type.span().contains(made.span());
    return isAnonymous ? List.of(made.created().ref().name()) : Supertypes.of(file, type);
  }

  private boolean isSome() {
    return !queries.isEmpty()
        || !remotes.isEmpty()
        || !sends.isEmpty()
        || !calls.isEmpty()
        || !reads.isEmpty();
  }

  private static OutsideWork of(SourceFile file, Decl.Type type, Decl.Method method) {
    Set<Onward> calls = new LinkedHashSet<>();
    List<String> queries = new ArrayList<>();
    List<String> remotes = new ArrayList<>();
    List<String> sends = new ArrayList<>();
    for (Invocation use : of(file, method)) {
      OutsideCalls.Kind kind = OutsideCalls.kind(file, use).orElse(null);
      if (kind == OutsideCalls.Kind.QUERY) {
        queries.add(use.shortName());
      } else if (kind == OutsideCalls.Kind.REMOTE) {
        remotes.add(use.shortName());
      } else if (kind == OutsideCalls.Kind.SEND) {
        sends.add(use.shortName());
      } else {
        String target = target(file, type, use);
        if (!target.isEmpty()) {
          calls.add(new Onward(target, use.name(), use.arguments().size()));
        }
      }
    }
    return new OutsideWork(
        file.path(),
        method.nameSpan(),
        type.qualifiedName(),
        supertypes(file, type, method),
        method.name(),
        method.params().size(),
        queries,
        remotes,
        sends,
        List.copyOf(calls),
        reads(file, method));
  }

  /**
   * The calls in a method that run whenever it does, by the same thread: not what a cache keeps,
   * what other threads do, or what only a failure leads to.
   */
  public static List<Invocation> of(SourceFile file, Decl.Method method) {
    if (method.body() == null
        || method.annotations().stream()
            .anyMatch(each -> NOT_EACH_TIME.matcher(each.name()).matches())) {
      return List.of();
    }
    Map<Node, Boolean> known = new IdentityHashMap<>();
    known.put(method, true);
    return file.allIn(method.body(), Invocation.class).stream()
        .filter(
            each ->
                !keepsOff(file, file.parent(each), each)
                    && isRun(file, file.parent(file.parent(each)), known))
        .toList();
  }

  /**
   * Whether what is in {@code inner} runs with its method.
   *
   * @param known what was found out already: chains of calls are deep
   */
  private static boolean isRun(SourceFile file, Node inner, Map<Node, Boolean> known) {
    List<Node> passed = new ArrayList<>();
    Node up = inner;
    while (up != null && !known.containsKey(up) && !keepsOff(file, up, null)) {
      passed.add(up);
      up = file.parent(up);
    }
    boolean isRun = up == null || known.getOrDefault(up, false);
    passed.forEach(each -> known.put(each, isRun));
    return isRun;
  }

  /** Whether something does not run what is in it, or at another time. */
  private static boolean keepsOff(SourceFile file, Node outer, Invocation inner) {
    boolean isKept =
        outer instanceof Expr.Call call
            && ONCE.contains(call.name())
            && (inner == null || call.target() != inner);
    return outer instanceof Catch
        || outer instanceof Decl
        || isKept
        || outer instanceof Expr.Lambda lambda
            && !(file.parent(lambda) instanceof Invocation call && !HandOver.is(call));
  }

  /** The type of the project that a call is for; empty for a library's or a value's. */
  public static String target(SourceFile file, Decl.Type type, Invocation use) {
    if (use.target() == null
        || use.target() instanceof Expr.This
        || use.target() instanceof Expr.Super) {
      boolean isOwn = use.method() != null && Methods.of(file).declaration(use).isEmpty();
      return use instanceof Expr.New
          ? ""
          : isOwn ? near(file, use.method().owner()) : type.qualifiedName();
    }
    Variable variable = Bindings.of(file).declaration(use.target()).orElse(null);
    boolean isBean =
        variable instanceof Decl.Field
            || use.target() instanceof Expr.TypeName
            || isLookedUp(variable instanceof Stmt.Local ? variable.initializer() : use.target());
    return isBean ? near(file, use.target().type()) : "";
  }

  /** {@code session.getProvider(Mails.class)}: a bean as a field would hold it. */
  private static boolean isLookedUp(Expr value) {
    return value instanceof Expr.Call call
        && LOOKUP.matcher(call.name()).matches()
        && !call.arguments().isEmpty()
        && call.arguments().get(0) instanceof Expr.ClassLiteral;
  }

  private static String near(SourceFile file, TypeRef type) {
    String home = file.unit().packageName();
    boolean isNear = !type.name().isEmpty() && type.name().startsWith(Packages.root(home));
    return isNear ? type.name() : "";
  }

  private static List<Read> reads(SourceFile file, Decl.Method method) {
    Set<Read> found = new LinkedHashSet<>();
    for (Decl.Param param : method.params()) {
      String type = param.type() == null ? "" : near(file, param.type().ref());
      if (!type.isEmpty()) {
        for (Expr use : Bindings.of(file).uses(param)) {
          if (file.parent(use) instanceof Expr.Call call
              && call.target() == use
              && call.arguments().isEmpty()) {
            found.add(new Read(type, call.name(), isReadOn(file, call)));
          }
        }
      }
    }
    return List.copyOf(found);
  }

  /** Whether something other than its key is read off what {@code getter} gives. */
  public static boolean isReadOn(SourceFile file, Expr.Call getter) {
    return file.parent(getter) instanceof Expr.Call next
        && next.target() == getter
        && !KEYS.contains(next.name());
  }
}
