package dev.zonegate.facts;

import dev.zonegate.match.Api;
import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.Constants;
import dev.zonegate.match.Repetition;
import dev.zonegate.match.TypeSet;
import dev.zonegate.match.Vocabulary;
import dev.zonegate.match.Words;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.TypeRef;
import dev.zonegate.model.TypeShape;
import dev.zonegate.model.Variable;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells the calls for which a program waits for a database or another machine, one thing a call.
 */
public final class OutsideCalls {
  private static final ApiSet QUERIES = ApiSet.load("scale/queries.api");
  private static final ApiSet REMOTE = ApiSet.load("scale/remote-calls.api");
  private static final ApiSet SENDS = ApiSet.load("scale/sends.api");
  private static final TypeSet CLIENTS = TypeSet.load("scale/remote-clients.types");
  private static final Set<String> REMOTE_METHODS =
      Set.copyOf(Vocabulary.lines("scale/remote-methods.types"));
  private static final TypeSet STORES = TypeSet.load("scale/stores.types");
  private static final TypeSet STORED = TypeSet.load("ownership/stored.types");
  private static final TypeSet PAGES =
      TypeSet.of(
          "org.springframework.data.domain.Pageable",
          "org.springframework.data.domain.Limit",
          "org.springframework.data.domain.ScrollPosition",
          "io.micronaut.data.model.Pageable");
  private static final TypeSet LATER =
      TypeSet.of(
          "org.reactivestreams.Publisher", "io.smallrye.mutiny.Uni", "io.smallrye.mutiny.Multi");
  private static final Set<String> WAITING = Set.of("get", "join");
  private static final Set<String> ASKING =
      Set.of("exists", "count", "save", "insert", "persist", "merge", "upsert", "store", "add");
  private static final Set<String> STATIC_QUERIES =
      Set.of("findById", "find", "list", "count", "deleteById", "update", "findByIdOptional");
  private static final Pattern MANY =
      Pattern.compile(
          "(?s).*(All|Many|Batch|Bulk|ByIds|ByIdIn|InBulk|InBatch|List|Page).*|.(?:(?!By).)*+By.*In|flush|clear"
              + "|detach|evict|getReference.*|getEntityManager|getClass|equals|hashCode|toString");
  private static final Pattern NO_STORE =
      Pattern.compile("(?i)(in_?memory|fake|stub|mock|object|json|xml).*");
  private static final Pattern ACCESSOR = Pattern.compile("(get|set|is|list)\\w*");
  private static final Pattern TEXT_FOR_MANY =
      Pattern.compile("\\s(in\\s*(\\(\\s*)?|(limit|offset)\\s+)[:?]");
  private static final Pattern NO_QUERY =
      Pattern.compile("(create|drop|alter|set|truncate|pragma|grant)\\s");

  /** What is asked. */
  public enum Kind {
    /** A database, for one thing. */
    QUERY,
    /** Another machine, for an answer. */
    REMOTE,
    /** Nothing: a broker is given a message. */
    SEND
  }

  private OutsideCalls() {}

  /** What is known of the calls and types of a file, each asked of the tables once. */
  private record Known(
      Map<Invocation, Optional<Kind>> kinds,
      Map<Invocation, Boolean> queries,
      Map<TypeRef, Boolean> stores) {
    static Known of(SourceFile file) {
      return file.derived(
          Known.class,
          any ->
              new Known(new IdentityHashMap<>(), new IdentityHashMap<>(), new IdentityHashMap<>()));
    }
  }

  /** What {@code use} asks for one thing; empty if for none, for many at once, or not known. */
  public static Optional<Kind> kind(SourceFile file, Invocation use) {
    return Known.of(file).kinds().computeIfAbsent(use, each -> asked(file, each));
  }

  private static Optional<Kind> asked(SourceFile file, Invocation use) {
    if (use instanceof Expr.New || isLater(use)) {
      return Optional.empty();
    }
    if (isQuery(file, use)) {
      return isForMany(file, use) ? Optional.empty() : Optional.of(Kind.QUERY);
    }
    if (SENDS.matches(use).isYes()) {
      return Optional.of(isWaitedFor(file, use) ? Kind.REMOTE : Kind.SEND);
    }
    return isRemote(use) && !takesMany(use) ? Optional.of(Kind.REMOTE) : Optional.empty();
  }

  /** Whether {@code use} asks a database, for whatever much. */
  public static boolean isQuery(SourceFile file, Invocation use) {
    return Known.of(file).queries().computeIfAbsent(use, each -> asksDatabase(file, each));
  }

  private static boolean asksDatabase(SourceFile file, Invocation use) {
    Api api = QUERIES.find(use).orElse(null);
    if (api != null) {
      return !api.has("runs", "true") || !isMadeBeside(file, use);
    }
    return use.target() != null && !(use.target() instanceof Expr.Super) && isStoreCall(file, use);
  }

  /** Whether {@code type} gives what a database keeps, by its supertypes, annotations or name. */
  public static boolean isStore(TypeRef type) {
    boolean isDeclared = STORES.contains(type).isYes() || STORES.isOnType(type);
    boolean isMapping = type.isAnnotatedWith("org.mapstruct.Mapper").isYes();
    return isDeclared && isQueryable(type)
        || !isMapping
            && StoreNames.isStore(type.simpleName())
            && isQueryable(type)
            && !NO_STORE.matcher(type.simpleName()).matches();
  }

  /** A class shows what it does; an interface or a type that is not known has only its name. */
  private static boolean isQueryable(TypeRef type) {
    return !type.isResolved() || type.shape().kind() == TypeShape.Kind.INTERFACE;
  }

  private static boolean isStoreCall(SourceFile file, Invocation use) {
    TypeRef type = use.receiverType();
    if (use.target() instanceof Expr.TypeName) {
      return STORED.contains(type).isYes() && STATIC_QUERIES.contains(use.name());
    }
    boolean isStore = Known.of(file).stores().computeIfAbsent(type, OutsideCalls::isStore);
    return isStore && (STORES.contains(type).isYes() || isAsking(use));
  }

  /** Whether a method of something that is a store by its name asks the database. */
  private static boolean isAsking(Invocation use) {
    boolean isPlain =
        use instanceof Expr.Call
            && use.arguments().isEmpty()
            && ACCESSOR.matcher(use.name()).matches();
    return !isPlain
        && (StoreNames.isLookUp(use.name())
            || StoreNames.isChange(use.name())
            || ASKING.contains(Words.first(use.name())));
  }

  /** {@code getResultList()} of a query that is made nearby and counted there. */
  private static boolean isMadeBeside(SourceFile file, Invocation use) {
    Expr each = use.target();
    while (each instanceof Expr.Call link && !isMaking(link)) {
      each = link.target();
    }
    if (each instanceof Expr.Call) {
      return true;
    }
    Variable query = each == null ? null : Bindings.of(file).declaration(each).orElse(null);
    return query instanceof Stmt.Local local
        && local.initializer() != null
        && isInSameLoop(file, local, use)
        && file.allIn(local.initializer(), Expr.Call.class).stream().anyMatch(it -> isMaking(it));
  }

  private static boolean isMaking(Expr.Call call) {
    return QUERIES.find(call).filter(each -> each.has("made", "true")).isPresent();
  }

  private static boolean isInSameLoop(SourceFile file, Node made, Node run) {
    return loop(file, made) == loop(file, run);
  }

  private static Node loop(SourceFile file, Node node) {
    return Repetition.around(file, node).map(Repetition::at).orElse(null);
  }

  private static boolean isRemote(Invocation use) {
    return REMOTE.matches(use).isYes()
        || isClient(use.receiverType()) && use.target() != null
        || use.method() != null
            && use.method().annotations().stream().anyMatch(REMOTE_METHODS::contains);
  }

  /** Whether it only says what is to be asked when somebody subscribes. */
  private static boolean isLater(Invocation use) {
    return use.method() != null && LATER.contains(use.method().returns()).isYes()
        || use instanceof Expr.Call call && LATER.contains(call.type()).isYes();
  }

  /** Whether every method of {@code type} asks another machine. */
  public static boolean isClient(TypeRef type) {
    return CLIENTS.isOnType(type) || CLIENTS.contains(type).isYes();
  }

  /** {@code send(...).get()}. */
  private static boolean isWaitedFor(SourceFile file, Invocation send) {
    return file.parent((Node) send) instanceof Expr.Call next
        && next.target() == send
        && WAITING.contains(next.name());
  }

  private static boolean isForMany(SourceFile file, Invocation use) {
    Api api = QUERIES.find(use).orElse(null);
    if (api != null && api.attributes().containsKey("text")) {
      return isTextForMany(file, use);
    }
    if (api != null && api.has("made", "true")) {
      return isTextForMany(file, use);
    }
    return api == null && (MANY.matcher(use.name()).matches() || takesMany(use));
  }

  /** Whether its text asks for a list of keys or a page, or is not the text of a query. */
  private static boolean isTextForMany(SourceFile file, Invocation use) {
    if (use.arguments().isEmpty()) {
      return false;
    }
    String text = Constants.of(file).text(use.arguments().get(0)).orElse("");
    String sql = text.toLowerCase(Locale.ROOT).strip();
    return TEXT_FOR_MANY.matcher(sql).find() || NO_QUERY.matcher(sql).lookingAt();
  }

  private static boolean takesMany(Invocation use) {
    return use.arguments().stream().anyMatch(OutsideCalls::isMany);
  }

  private static boolean isMany(Expr argument) {
    TypeRef type = argument.type();
    boolean isList =
        type.isA("java.lang.Iterable").isYes() && !type.isA("java.nio.file.Path").isYes()
            || type.isArray() && !type.name().equals("byte[]");
    return isList || PAGES.contains(type).isYes();
  }
}
