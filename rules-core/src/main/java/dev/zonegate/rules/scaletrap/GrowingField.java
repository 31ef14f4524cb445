package dev.zonegate.rules.scaletrap;

import dev.zonegate.match.Bindings;
import dev.zonegate.match.Constants;
import dev.zonegate.match.OneTime;
import dev.zonegate.match.Repetition;
import dev.zonegate.match.Sharing;
import dev.zonegate.match.SmallSources;
import dev.zonegate.match.Words;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.TypeNode;
import dev.zonegate.model.TypeRef;
import dev.zonegate.model.TypeShape;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Related;
import dev.zonegate.rule.Report;
import dev.zonegate.rule.Reporter;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds shared collections to which requests add and from which nothing is ever removed. */
final class GrowingField {
  private static final Set<String> ADDING =
      Set.of(
          "put",
          "putIfAbsent",
          "computeIfAbsent",
          "compute",
          "merge",
          "add",
          "addAll",
          "putAll",
          "addLast",
          "addFirst",
          "push",
          "offer");
  private static final Set<String> READING =
      Set.of(
          "get",
          "getOrDefault",
          "containsKey",
          "contains",
          "containsValue",
          "forEach",
          "stream",
          "isEmpty",
          "indexOf",
          "getFirst",
          "getLast",
          "peek",
          "equals",
          "hashCode",
          "toString");

  /** Meters, which their registry keeps for ever anyway. */
  private static final List<String> METERS =
      List.of("io.micrometer.", "io.prometheus.", "com.codahale.metrics.", "io.opentelemetry.api.");

  private static final Pattern STAND_IN =
      Pattern.compile("(?is).*(in_?memory|fake|stub|mock|registry|registrar|repository).*");
  private static final Pattern STORE = Pattern.compile("(?is).*store.*");

  /** What ends by itself, and so has to be forgotten some day; without the s of many. */
  private static final Set<String> TRANSIENT =
      Set.of(
          "session",
          "token",
          "otp",
          "code",
          "nonce",
          "attempt",
          "ticket",
          "challenge",
          "captcha",
          "cache",
          "state",
          "upload",
          "progres",
          "request",
          "cursor",
          "idempotency");

  private static final Set<String> PARTS_OF_SETUP =
      Set.of(
          "client",
          "queue",
          "executor",
          "scheduler",
          "pool",
          "config",
          "factory",
          "template",
          "connection",
          "producer",
          "consumer",
          "topic");

  private final SourceFile file;

  private GrowingField(SourceFile file) {
    this.file = file;
  }

  static void find(SourceFile file, Reporter report) {
    GrowingField search = new GrowingField(file);
    for (Decl.Field field : file.all(Decl.Field.class)) {
      if (search.isSharedCollection(field)) {
        search.look(field, report);
      }
    }
  }

  private void look(Decl.Field field, Reporter report) {
    Expr.Call growth = null;
    for (Expr use : Bindings.of(file).uses(field)) {
      Expr.Call call = callOn(use);
      if (call == null ? !isHarmless(use) : !ADDING.contains(call.name()) && !isReading(call)) {
        return;
      }
      if (call != null && growth == null && ADDING.contains(call.name()) && grows(call)) {
        growth = call;
      }
    }
    if (growth != null) {
      Report found =
          report
              .at(
                  field,
                  ScaleTrapRule.UNBOUNDED_CACHE,
                  field.name(),
                  "grows with each `" + growth.name() + "` and never shrinks,")
              .confidence(Confidence.MEDIUM)
              .related(Related.at(file, growth, "adds to it"));
      if (holdsPartsOfSetup(field.type())) {
        found.preview();
      }
    }
  }

  private boolean isSharedCollection(Decl.Field field) {
    TypeRef type = field.type().ref();
    return type.isAnyOf("java.util.Map", "java.util.Collection").isYes()
        && !type.isAnyOf(
                "java.util.WeakHashMap",
                "java.util.EnumMap",
                "java.util.EnumSet",
                "java.util.concurrent.BlockingQueue",
                "com.google.common.cache.Cache")
            .isYes()
        && Sharing.evidence(file, field).isPresent()
        && !hasFewKeys(field.type())
        && isPlainlyMade(field.initializer())
        && !isStandIn(field);
  }

  private boolean hasFewKeys(TypeNode type) {
    if (!(type instanceof TypeNode.Named named) || named.arguments().isEmpty()) {
      return false;
    }
    TypeRef key = named.arguments().get(0).ref();
    TypeRef last = named.arguments().get(named.arguments().size() - 1).ref();
    return SmallSources.isFew(key)
        || key.isNamed("java.lang.Class")
        || isAnnotation(key)
        || METERS.stream().anyMatch(last.name()::startsWith);
  }

  /** Clients, queues, pools: often one for each thing that is configured, and so a few. */
  private static boolean holdsPartsOfSetup(TypeNode type) {
    return type instanceof TypeNode.Named named
        && named.arguments().size() == 2
        && Words.of(named.arguments().get(1).ref().simpleName()).stream()
            .reduce((first, last) -> last)
            .filter(PARTS_OF_SETUP::contains)
            .isPresent();
  }

  /** An empty collection that keeps all it gets: none with an end, a weak one or one of others. */
  private static boolean isPlainlyMade(Expr initial) {
    if (initial instanceof Expr.New made) {
      return made.body() == null
          && made.arguments().stream().allMatch(each -> each instanceof Expr.Literal)
          && made.receiverType().name().startsWith("java.util.")
          && !made.receiverType().simpleName().startsWith("Weak")
          && !made.receiverType().simpleName().contains("Blocking");
    }
    return initial instanceof Expr.Call call
        && (call.name()
                .matches("newKeySet|newConcurrentMap|newHashMap|newArrayList|newConcurrentHashSet")
            || call.name().startsWith("synchronized")
                && call.arguments().size() == 1
                && isPlainlyMade(call.arguments().get(0)));
  }

  /**
   * A store of its own, which stands for a database in tests and examples; none is what keeps
   * sessions, codes and the like, which end with nobody telling it.
   */
  private boolean isStandIn(Decl.Field field) {
    Decl.Type type = file.enclosing(field, Decl.Type.class);
    return type != null
        && (STAND_IN.matcher(type.name()).matches()
            || STORE.matcher(type.name()).matches()
                && Stream.of(type.name(), field.name())
                    .flatMap(each -> Words.of(each).stream())
                    .noneMatch(each -> TRANSIENT.contains(each.replaceFirst("s$", ""))));
  }

  private Expr.Call callOn(Expr use) {
    Node parent = file.parent(use);
    Node target =
        parent instanceof Expr.FieldAccess access && access.target() == use ? access : use;
    return file.parent(target) instanceof Expr.Call call && call.target() == target ? call : null;
  }

  private boolean isReading(Expr.Call call) {
    if (READING.contains(call.name())) {
      return true;
    }
    boolean isView = call.name().matches("values|keySet|entrySet|iterator");
    boolean isSize = call.name().equals("size");
    return isView && isOnlyRead(call) || isSize && !isCompared(call);
  }

  private boolean isOnlyRead(Expr.Call view) {
    Node parent = file.parent(view);
    return parent instanceof Expr.Call next
            && next.target() == view
            && next.name().matches("stream|forEach|size|contains|isEmpty|toString")
        || parent instanceof Stmt.ForEach
        || parent instanceof Expr.New;
  }

  /** Whether a decision depends on its size. */
  private boolean isCompared(Expr.Call size) {
    return file.parent(size) instanceof Expr.Binary;
  }

  /** A copy; whatever else is done with the whole of it may remove something. */
  private boolean isHarmless(Expr use) {
    Node parent = file.parent(use);
    return parent instanceof Expr.New
        || parent instanceof Stmt.ForEach
        || parent instanceof Expr.Call call
            && call.name().matches("copyOf|unmodifiable\\w*")
            && call.target() != use
        || parent instanceof Stmt.Synchronized;
  }

  /** Whether it adds something new whenever somebody asks for something new. */
  private boolean grows(Expr.Call call) {
    if (OneTime.isPartOf(file, call) || isRegistration(call) || call.arguments().isEmpty()) {
      return false;
    }
    Expr key = call.arguments().get(0);
    return Constants.of(file).values(key).isEmpty()
        && !SmallSources.isFew(key.type())
        && !key.type().isNamed("java.lang.Class")
        && !(key instanceof Expr.ClassLiteral)
        && !isOfAnnotation(key)
        && Repetition.around(file, call).filter(SmallSources.of(file)::isSmall).isEmpty();
  }

  /** {@code limited.name()}: as many values as there are annotations in the code. */
  private boolean isOfAnnotation(Expr key) {
    return key instanceof Expr.Call read
        && read.target() != null
        && isAnnotation(read.target().type());
  }

  private boolean isAnnotation(TypeRef type) {
    return type.shape().kind() == TypeShape.Kind.ANNOTATION
        || type.isA("java.lang.annotation.Annotation").isYes()
        || file.all(Decl.Type.class).stream()
            .anyMatch(
                each ->
                    each.kind() == TypeShape.Kind.ANNOTATION
                        && each.name().equals(type.simpleName()));
  }

  private boolean isRegistration(Expr.Call call) {
    Decl.Method method = file.enclosing(call, Decl.Method.class);
    return method == null || isRegistration(method);
  }

  /** Whether a method sets its object up with what there are few of, by its name. */
  static boolean isRegistration(Decl.Method method) {
    return method
            .name()
            .matches("(register|subscribe|add|load|refresh|reload|configure|set|bind)\\w*")
        && !method.name().matches("(?s)addTo.*|loadOr.*|loadBy.*|load[A-Z].*For.*");
  }
}
