package dev.zonegate.rules.weakcrypto;

import dev.zonegate.match.Api;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.Constants;
import dev.zonegate.match.Methods;
import dev.zonegate.match.TypeSet;
import dev.zonegate.match.taint.FixedArguments;
import dev.zonegate.model.Answer;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.Variable;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What becomes of one cookie in its file: its flags, whether it is sent, whether it is deleted. */
final class CookieUse {
  private static final Set<String> SENDING =
      Set.of("addCookie", "addCookies", "cookie", "setCookie", "putCookie", "encode", "addHeader");
  private static final TypeSet FINISHED =
      TypeSet.of("org.springframework.http.ResponseCookie", "jakarta.ws.rs.core.NewCookie");
  private final SourceFile file;
  private final Expr made;
  private final Map<String, Answer> flags = new HashMap<>();
  private final Map<String, Node> places = new HashMap<>();
  private final Deque<Expr> open = new ArrayDeque<>();
  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private boolean isSent;
  private boolean isDeleted;
  private boolean isOutOfSight;

  private CookieUse(SourceFile file, Expr made, Api api) {
    this.file = file;
    this.made = made;
    this.isSent = api.has("sent", "yes");
  }

  static CookieUse of(SourceFile file, Expr made, Api api) {
    CookieUse use = new CookieUse(file, made, api);
    if (made instanceof Invocation invocation && invocation.arguments().size() > 1) {
      use.isDeleted = use.isNothing(invocation.arguments().get(1));
    }
    use.open.add(made);
    while (!use.open.isEmpty()) {
      use.follow(use.open.poll());
    }
    return use;
  }

  /** Whether it certainly is sent as this file shows it. */
  boolean isSent() {
    return isSent;
  }

  boolean isDeleted() {
    return isDeleted;
  }

  Answer secure() {
    return flag("secure");
  }

  Answer httpOnly() {
    return flag("httponly");
  }

  /** Where the flag is turned off, or where the cookie is made if nothing sets it. */
  Node place(String flag) {
    return places.getOrDefault(flag, made);
  }

  private Answer flag(String name) {
    Answer set = flags.get(name);
    return set != null ? set : isOutOfSight ? Answer.UNKNOWN : Answer.NO;
  }

  private void follow(Expr value) {
    if (!seen.add(value)) {
      return;
    }
    Node parent = file.parent(value);
    if (parent instanceof Expr.Call call && call.target() == value) {
      on(call);
    } else if (parent instanceof Variable variable && variable.initializer() == value) {
      follow(variable);
    } else if (parent instanceof Expr.Assign assign && assign.value() == value) {
      Bindings.of(file)
          .declaration(assign.assigned())
          .ifPresentOrElse(this::follow, () -> isOutOfSight = true);
    } else if (parent instanceof Invocation use) {
      passed(use, value);
    } else if (parent instanceof Stmt.Return) {
      returned(parent);
    } else if (parent instanceof Expr.Cast || parent instanceof Expr.Conditional) {
      open.add((Expr) parent);
    } else if (!(parent instanceof Stmt) && !(parent instanceof Expr.Assign)) {
      isOutOfSight |= !(parent instanceof Expr.Binary);
    }
  }

  private void follow(Variable variable) {
    if (seen.add(variable)) {
      open.addAll(Bindings.of(file).uses(variable));
    }
  }

  private void on(Expr.Call call) {
    String property = call.name().toLowerCase(Locale.ROOT).replaceFirst("^set", "");
    if (property.equals("attribute") && call.arguments().size() == 2) {
      String named = Constants.of(file).text(call.arguments().get(0)).orElse("");
      flag(call, named.toLowerCase(Locale.ROOT), call.arguments().get(1));
    } else if (call.arguments().size() == 1) {
      flag(call, property, call.arguments().get(0));
    }
    if (!call.type().name().equals("void") && !call.type().isNamed("java.lang.String")) {
      open.add(call);
    }
  }

  private void flag(Expr.Call call, String property, Expr value) {
    if (property.equals("maxage") || property.equals("value")) {
      isDeleted |= property.equals("maxage") && isZero(value);
    } else if (property.equals("secure") || property.equals("httponly")) {
      boolean isOff = isOff(value);
      flags.merge(property, isOff ? Answer.NO : Answer.YES, Answer::or);
      if (isOff) {
        places.put(property, call);
      }
    }
  }

  private boolean isOff(Expr value) {
    Set<Object> values = Constants.of(file).values(value);
    Set<Object> given = values.size() == 1 ? values : given(value);
    return given.size() == 1 && given.iterator().next().toString().equals("false");
  }

  /** What a flag is given on the way from where the cookie is made, or else where it is set. */
  private Set<Object> given(Expr value) {
    Set<Object> fromHere = FixedArguments.of(file).values(value, made);
    return fromHere.isEmpty() ? FixedArguments.of(file).values(value) : fromHere;
  }

  private boolean isZero(Expr value) {
    Optional<Object> constant = Constants.of(file).value(value);
    return constant.filter(it -> it.toString().equals("0")).isPresent()
        || file.text(value).endsWith("Duration.ZERO");
  }

  /** An empty value is how a cookie is taken back. */
  private boolean isNothing(Expr value) {
    return value instanceof Expr.Literal literal
        && (literal.isNull() || "".equals(literal.value()));
  }

  private void passed(Invocation use, Expr value) {
    if (SENDING.contains(use.name()) || FINISHED.contains(value.type()).isYes()) {
      isSent = true;
      return;
    }
    Decl.Method method = Methods.of(file).declaration(use).orElse(null);
    int index = use.arguments().indexOf(value);
    if (method != null && method.body() != null && index < method.params().size()) {
      follow(method.params().get(index));
    } else {
      isOutOfSight = true;
    }
  }

  private void returned(Node statement) {
    Decl.Method method = file.enclosing(statement, Decl.Method.class);
    if (method == null || Methods.of(file).calls(method).isEmpty()) {
      isOutOfSight |= !isSent || made.type().isA("jakarta.servlet.http.Cookie").isYes();
      return;
    }
    for (Invocation each : Methods.of(file).calls(method)) {
      if (each instanceof Expr value) {
        open.add(value);
      }
    }
  }
}
