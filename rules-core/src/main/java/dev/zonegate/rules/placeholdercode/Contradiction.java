package dev.zonegate.rules.placeholdercode;

import dev.zonegate.match.FixedTexts;
import dev.zonegate.match.Following;
import dev.zonegate.match.Methods;
import dev.zonegate.match.TypeSet;
import dev.zonegate.match.Vocabulary;
import dev.zonegate.match.Words;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.rule.Reporter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A comment or a name that promises what the code does not do. */
final class Contradiction {
  private static final List<Promise> PROMISES =
      Vocabulary.lines("placeholder/promises.patterns").stream().map(Promise::parse).toList();
  private static final Set<String> CHANGES =
      Set.copyOf(Vocabulary.lines("placeholder/changing-verbs.words"));
  private static final TypeSet HANDLERS = TypeSet.load("request/handlers.types");
  private static final Pattern UNSAID =
      Pattern.compile(
          "(?is).*\\b(not|no|never|don't|doesn't|without|already|later|caller|unless|todo|cannot|can't"
              + "|instead|skip|only|if|chunk(s|ed)?)\\b.*");
  private static final Pattern AT_ONCE =
      Pattern.compile(
          "(?is)(batch|bulk)([- ](fetch|load|insert|update|save|read|quer)\\w*)?\\b.*"
              + "|.*\\b(in|with|by) (one|a single) (query|batch|call|statement|round ?trip)\\b.*|.*\\bin bulk\\b.*");
  private static final Pattern EACH =
      Pattern.compile("map|mapToObj|flatMap|forEach|filter|peek|anyMatch|allMatch|noneMatch");
  private static final Set<String> OF_MANY = Set.of("all", "batch", "bulk", "many", "in");
  private static final Pattern LATER =
      Pattern.compile(
          "(?is).*\\b(async|asynchronous(ly)?|in (the )?background|fire[- ]and[- ]forget)\\b.*");

  /** Of the three, one of these is a part: looked for first, which costs less. */
  private static final FixedTexts WAYS =
      new FixedTexts(
          List.of("fall", "batch", "bulk", " one ", "a single", "async", "background", "forget"));

  private static final Pattern STORE =
      Pattern.compile("(?i).*(repository|repo|dao|mapper|jdbcTemplate|entityManager|client)");

  private Contradiction() {}

  private record Promise(Pattern said, Pattern done) {
    static Promise parse(String line) {
      String[] parts = line.split(" => ", 2);
      return new Promise(
          Pattern.compile(parts[0] + "\\b", Pattern.CASE_INSENSITIVE), Pattern.compile(parts[1]));
    }
  }

  static void find(SourceFile file, Reporter report) {
    for (Remark each : Remarks.of(file)) {
      if (!StandIns.isPackage(file)) {
        broken(file, each)
            .ifPresent(
                place ->
                    report.at(
                        place,
                        PlaceholderCodeRule.COMMENT_CONTRADICTS_CODE,
                        "The comment `" + shortened(each.text()) + "`"));
      }
    }
    for (Stmt.Expression each : file.all(Stmt.Expression.class)) {
      Decl.Method method = file.enclosing(each, Decl.Method.class);
      if (method != null && !Fallback.isForSuperclass(method) && !StandIns.isPackage(file)) {
        Fallback.logged(file, each)
            .filter(any -> Fallback.emptyEnd(file, each).isPresent())
            .ifPresent(
                text ->
                    report.at(
                        each,
                        PlaceholderCodeRule.COMMENT_CONTRADICTS_CODE,
                        "The log line `" + shortened(text) + "`"));
      }
    }
    for (Routine each : Routine.of(file)) {
      if (isIdle(each)) {
        report.at(
            each.method(),
            PlaceholderCodeRule.COMMENT_CONTRADICTS_CODE,
            "The name `" + each.name() + "`");
      }
    }
  }

  private static String shortened(String text) {
    String plain = text.replace("%", "").replace("`", "");
    return plain.length() <= 40 ? plain : plain.substring(0, 37) + "...";
  }

  /** Where the code does not do what the remark says. */
  private static Optional<Node> broken(SourceFile file, Remark remark) {
    if (remark.subject() instanceof Decl.Method method && remark.isAbove(method)) {
      return Optional.<Node>of(method)
          .filter(any -> method.body() != null && isOfOneCall(remark.text()))
          .filter(any -> asksForEach(file, method.body()));
    }
    if (remark.method() == null || !(remark.subject() instanceof Stmt subject)) {
      return Optional.empty();
    }
    if (Fallback.isSaid(remark.text()) && !Fallback.isForSuperclass(remark.method())) {
      return Fallback.emptyEnd(file, subject).map(Node.class::cast);
    }
    return Optional.<Node>of(subject).filter(any -> isBroken(file, remark, subject));
  }

  private static boolean isOfOneCall(String text) {
    return !WAYS.in(text).isEmpty()
        && AT_ONCE.matcher(text).matches()
        && !UNSAID.matcher(text).matches();
  }

  private static boolean isBroken(SourceFile file, Remark remark, Stmt subject) {
    String text = remark.text();
    if (isOfOneCall(text)) {
      return asksForEach(file, subject);
    }
    if (!WAYS.in(text).isEmpty()
        && LATER.matcher(text).matches()
        && !UNSAID.matcher(text).matches()) {
      return callsOwnAsync(file, subject);
    }
    return PROMISES.stream()
            .filter(each -> each.said().matcher(text).lookingAt())
            .anyMatch(each -> !each.done().matcher(names(file, remark.method())).find())
        && !UNSAID.matcher(text).matches();
  }

  /** A store is asked in a loop below {@code node}, or in a step of a stream, for one each. */
  private static boolean asksForEach(SourceFile file, Node node) {
    Stream<Node> loops =
        Stream.concat(Stream.of(node), file.allIn(node, Stmt.class).stream())
            .filter(Following::isLoop);
    Stream<Node> steps =
        file.allIn(node, Expr.Call.class).stream()
            .filter(call -> EACH.matcher(call.name()).matches())
            .flatMap(call -> call.arguments().stream())
            .filter(Expr.Lambda.class::isInstance)
            .map(Node.class::cast);
    return Stream.concat(loops, steps)
        .flatMap(each -> file.allIn(each, Expr.Call.class).stream())
        .anyMatch(Contradiction::asksStore);
  }

  private static boolean asksStore(Expr.Call call) {
    return call.target() instanceof Expr.Name store
        && Words.of(call.name()).stream().noneMatch(OF_MANY::contains)
        && call.arguments().stream()
            .noneMatch(each -> each.type().isA("java.lang.Iterable").isYes())
        && (STORE.matcher(store.name()).matches()
            || STORE.matcher(store.type().simpleName()).matches());
  }

  private static boolean callsOwnAsync(SourceFile file, Stmt statement) {
    return file.allIn(statement, Expr.Call.class).stream()
        .filter(call -> call.target() == null || call.target() instanceof Expr.This)
        .flatMap(call -> Methods.of(file).declaration(call).stream())
        .anyMatch(
            method ->
                method.annotations().stream().anyMatch(each -> each.name().endsWith("Async")));
  }

  /** Every name and keyword of the method that could keep a promise, in lower case. */
  private static String names(SourceFile file, Decl.Method method) {
    StringBuilder names = new StringBuilder();
    method.annotations().forEach(each -> names.append(each.name()).append(' '));
    for (Node each : file.allIn(method.body(), Node.class)) {
      if (each instanceof Invocation use) {
        names.append(use.name()).append(' ').append(use.receiverType().simpleName()).append(' ');
      } else if (each instanceof Expr.Name name) {
        names.append(name.name()).append(' ');
      } else if (each instanceof Expr.FieldAccess access) {
        names.append(access.name()).append(' ');
      } else if (each instanceof Stmt.If || each instanceof Stmt.Throw) {
        names.append("if throw ");
      } else if (each instanceof Stmt statement && Following.isLoop(statement)) {
        names.append("while for ");
      }
    }
    return names.toString().toLowerCase(Locale.ROOT);
  }

  /** {@code withdraw} that answers 204 and touches nothing. */
  private static boolean isIdle(Routine routine) {
    if (!routine.isVerbIn(CHANGES)
        || !routine.isService()
        || routine.method().params().isEmpty()
        || routine.isTemplate()
        || routine.isConditional()
        || StandIns.isAround(routine.file(), routine.method())
        || routine.isOverride() && !routine.implementsOwnTypes()
        || routine.doesWork()) {
      return false;
    }
    boolean isHandler = HANDLERS.annotationIn(routine.method().annotations()) != null;
    List<Expr> returned = routine.returned();
    return returned.isEmpty()
        ? routine.isVoid() && (isHandler ? saysDone(routine) : isLogged(routine))
        : returned.stream().allMatch(each -> Success.describe(routine.file(), each).isPresent());
  }

  private static boolean isLogged(Routine routine) {
    return routine.statements().isEmpty() && !routine.method().body().statements().isEmpty();
  }

  /** An empty body is a sketch; a log line or a status tells a caller that all is done. */
  private static boolean saysDone(Routine routine) {
    return isLogged(routine)
        || routine.statements().isEmpty()
            && routine.method().annotations().stream()
                .anyMatch(each -> each.name().endsWith("ResponseStatus"));
  }
}
