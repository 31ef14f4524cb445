package dev.zonegate.rules.missingownershipcheck;

import dev.zonegate.match.Bindings;
import dev.zonegate.match.Callers;
import dev.zonegate.match.Constants;
import dev.zonegate.match.LogCall;
import dev.zonegate.match.Methods;
import dev.zonegate.match.OwnerNames;
import dev.zonegate.match.TypeSet;
import dev.zonegate.match.Vocabulary;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.rule.Reporter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds caches that hand one caller's data to the next. */
final class SharedCacheKey {
  private static final TypeSet CACHES = TypeSet.load("ownership/caches.types");
  private static final TypeSet CONFIGURED =
      TypeSet.of("org.springframework.cache.annotation.CacheConfig");
  private static final Vocabulary CALLERS = Vocabulary.load("security/caller-names.words");
  private static final Pattern OF_A_CALLER =
      Pattern.compile(
          "(?is).*(user|principal|tenant|auth|owner|account|customer|member|session|login|context).*");

  /** What a key can call to find out more: its own bean, another one, a static method. */
  private static final Pattern CALLING =
      Pattern.compile(
          "(?s)(?:(?!#root\\.target\\b|@\\w|T\\().)*+(?:#root\\.target\\b|@\\w|T\\().*\\(.*");

  private static final Set<String> PUTS =
      Set.of("put", "putIfAbsent", "computeIfAbsent", "compute", "merge");
  private static final Set<String> KEYS =
      Set.of(
          "java.lang.String",
          "java.lang.Long",
          "java.lang.Integer",
          "java.util.UUID",
          "long",
          "int");
  private static final int DEEPEST = 2;
  private final SourceFile file;
  private final Reporter report;

  SharedCacheKey(SourceFile file, Reporter report) {
    this.file = file;
    this.report = report;
  }

  void find() {
    for (Decl.Method method : file.all(Decl.Method.class)) {
      if (method.body() != null) {
        method.annotations().forEach(each -> findIn(method, each));
      }
    }
    for (Expr.Call call : file.all(Expr.Call.class)) {
      if (PUTS.contains(call.name()) && isSharedMap(call.target()) && isCallersUnderOneKey(call)) {
        report.at(
            call,
            MissingOwnershipCheckRule.SHARED_CACHE_KEY,
            call.shortName(),
            "keeps one caller's data under a key that all callers have");
      }
    }
  }

  private void findIn(Decl.Method method, Annotation annotation) {
    for (Annotation each : file.allIn(annotation, Annotation.class)) {
      if (CACHES.contains(each.type()).isYes() && !hasOwnGenerator(method, each)) {
        check(method, each);
      }
    }
  }

  private boolean hasOwnGenerator(Decl.Method method, Annotation cache) {
    Decl.Type type = file.enclosing(method, Decl.Type.class);
    Annotation configured = type == null ? null : CONFIGURED.annotationIn(type.annotations());
    return cache.argument("keyGenerator") != null
        || cache.argument("cacheKeyGenerator") != null
        || configured != null && configured.argument("keyGenerator") != null;
  }

  private void check(Decl.Method method, Annotation cache) {
    Expr key = cache.argument("key");
    Optional<String> text = key == null ? Optional.of("") : Constants.of(file).text(key);
    if (text.isEmpty()
        || CALLING.matcher(text.get()).matches()
        || OF_A_CALLER.matcher(names(text.get(), method)).matches()) {
      return;
    }
    boolean isDefault = text.get().isBlank();
    Optional<Decl.Param> told =
        method.params().stream().filter(each -> isCaller(each) && isUsed(each)).findFirst();
    if (!isDefault
        && told.isPresent()
        && !text.get().contains("#result")
        && !isCovering(text.get(), told.get())) {
      found(cache, "leaves `" + told.get().name() + "` out of its key, so callers share results");
      return;
    }
    boolean isAsked =
        isDefault ? method.params().stream().noneMatch(SharedCacheKey::isCaller) : told.isEmpty();
    if (isAsked) {
      asked(method.body(), DEEPEST)
          .ifPresent(
              use ->
                  found(cache, "keeps what `" + Shown.of(file, use) + "` decides for all callers"));
    }
  }

  private void found(Annotation cache, String what) {
    String name = "@" + cache.name().substring(cache.name().lastIndexOf('.') + 1);
    report.at(cache, MissingOwnershipCheckRule.SHARED_CACHE_KEY, name, what);
  }

  /** The key with the names of what it counts. */
  private static String names(String key, Decl.Method method) {
    StringBuilder names = new StringBuilder(key);
    for (int i = 0; i < method.params().size(); i++) {
      if (key.matches(".*#([pa]" + i + "|root\\.args\\[" + i + "])\\b.*")) {
        names.append(' ').append(method.params().get(i).name());
      }
    }
    return names.toString();
  }

  private static boolean isCovering(String key, Decl.Param caller) {
    return key.contains("#" + caller.name());
  }

  private static boolean isCaller(Decl.Param param) {
    return Callers.isHeldBy(param)
        || OwnerNames.isOwner(param.name()) && KEYS.contains(param.type().ref().name());
  }

  private boolean isUsed(Decl.Param param) {
    return Bindings.of(file).uses(param).stream().anyMatch(each -> !isLogged(each));
  }

  /** The first place that asks who is calling, and not only to log it. */
  private Optional<Expr> asked(Node part, int depth) {
    for (Expr.Call call : file.allIn(part, Expr.Call.class)) {
      if (Callers.isRead(call) && !isMadeOfParameters(call) && !isLogged(call)) {
        return Optional.of(call);
      }
      Optional<Decl.Method> own = Methods.of(file).declaration(call);
      boolean asks =
          depth > 1
              && own.isPresent()
              && own.get().body() != null
              && asked(own.get().body(), depth - 1).isPresent();
      if (asks && !isLogged(call)) {
        return Optional.of(call);
      }
    }
    return Optional.empty();
  }

  /** {@code userFromToken(token)}: the default key counts the token. */
  private boolean isMadeOfParameters(Expr.Call call) {
    return call.arguments().stream()
        .flatMap(each -> file.allIn(each, Expr.Name.class).stream())
        .map(each -> Bindings.of(file).declaration(each).orElse(null))
        .anyMatch(Decl.Param.class::isInstance);
  }

  private boolean isLogged(Expr value) {
    for (Node up = file.parent(value); up != null; up = file.parent(up)) {
      if (up instanceof Expr.Call call
          && (LogCall.of(file, call).isPresent() || call.name().matches("audit|record|track"))) {
        return true;
      }
      if (up instanceof Stmt.Local local && up != value) {
        List<Expr> uses = Bindings.of(file).uses(local);
        return !uses.isEmpty() && uses.stream().allMatch(this::isLogged);
      }
      if (up instanceof Stmt) {
        return false;
      }
    }
    return false;
  }

  private boolean isSharedMap(Expr target) {
    return target != null
        && Bindings.of(file).declaration(target).orElse(null) instanceof Decl.Field field
        && (field.modifiers().contains(Modifier.STATIC) || Singletons.isIn(file, field))
        && isMap(target);
  }

  private static boolean isMap(Expr target) {
    return target
        .type()
        .isAnyOf(
            "java.util.Map",
            "org.springframework.cache.Cache",
            "com.github.benmanes.caffeine.cache.Cache",
            "com.google.common.cache.Cache")
        .isYes();
  }

  private boolean isCallersUnderOneKey(Expr.Call put) {
    if (put.arguments().size() < 2 || Constants.of(file).value(put.arguments().get(0)).isEmpty()) {
      return false;
    }
    Expr value = put.arguments().get(1);
    Expr given =
        value instanceof Expr.Lambda lambda && lambda.body() instanceof Expr body ? body : value;
    return Callers.isOf(file, given)
        || Constants.of(file).text(put.arguments().get(0)).filter(CALLERS::isIn).isPresent();
  }
}
