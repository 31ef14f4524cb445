package dev.zonegate.rules.hollowtest;

import dev.zonegate.match.Words;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.Stmt;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A test of what is accepted, beside one of its class which says what is refused. That nothing is
 * thrown is then its claim.
 */
final class Acceptance {
  private static final Pattern REFUSAL =
      Pattern.compile(
          "(assert|expect)\\w*(Throws|Exception)\\w*|assertThatThrownBy|isThrownBy|catchThrowable\\w*");

  /** Words of two names that are alike but for them, the second one of a refusal. */
  private static final List<List<String>> CONTRARIES =
      List.of(
          List.of("valid", "invalid"),
          List.of("legal", "illegal"),
          List.of("good", "bad"),
          List.of("right", "wrong"),
          List.of("true", "false"),
          List.of("accepts", "rejects"),
          List.of("accepts", "refuses"),
          List.of("allows", "forbids"),
          List.of("allows", "rejects"),
          List.of("supported", "unsupported"),
          List.of("known", "unknown"));

  /** Words for input at the edge of what is allowed. */
  private static final Set<String> EDGES =
      Set.of(
          "zero",
          "zeros",
          "negative",
          "empty",
          "blank",
          "null",
          "nulls",
          "missing",
          "duplicate",
          "duplicates",
          "absent",
          "unknown",
          "unset",
          "optional");

  /** Arguments at that edge. */
  private static final Pattern EMPTY =
      Pattern.compile(
          "0[Ll]?|\"\"|null|(\\w+\\.)?EMPTY\\w*|.*\\bempty\\w*\\(\\)|(List|Set|Map)\\.of\\(\\)");

  private Acceptance() {}

  static boolean isIn(TestCase test) {
    Decl.Type type = test.type();
    Optional<Invocation> last = last(test.method().body().statements());
    if (type == null || last.isEmpty()) {
      return false;
    }
    List<TestCase> refusals =
        TestCase.of(test.file()).stream()
            .filter(each -> each.type() == type && each.method() != test.method())
            .filter(Acceptance::isRefusal)
            .toList();
    boolean isOnTheEdge =
        last.get() instanceof Expr.New
            || Words.of(test.name()).stream().anyMatch(EDGES::contains)
            || last.get().arguments().stream()
                .anyMatch(each -> EMPTY.matcher(test.file().text(each)).matches());
    return refusals.stream()
        .anyMatch(
            each ->
                isContrary(test.name(), each.name()) || isOnTheEdge && refuses(each, last.get()));
  }

  private static boolean isRefusal(TestCase test) {
    return test.expectsException()
        || test.calls().stream()
            .anyMatch(
                each -> REFUSAL.matcher(each.name()).matches() && !each.name().contains("DoesNot"));
  }

  /** Whether what {@code last} calls is called by the other test, too, as far as is known. */
  private static boolean refuses(TestCase other, Invocation last) {
    return other.uses().stream()
        .anyMatch(each -> each.name().equals(last.name()) && mayBeOfOneType(each, last));
  }

  private static boolean mayBeOfOneType(Invocation one, Invocation other) {
    if (one instanceof Expr.New made && other instanceof Expr.New like) {
      return made.created().ref().simpleName().equals(like.created().ref().simpleName());
    }
    return one.method() == null
        || other.method() == null
        || one.receiverType().isA(other.method().owner().name()).isYes()
        || other.receiverType().isA(one.method().owner().name()).isYes();
  }

  private static boolean isContrary(String name, String other) {
    List<String> words = Words.of(name);
    List<String> others = Words.of(other);
    int shorter = Math.min(words.size(), others.size());
    int same = 0;
    while (same < shorter && words.get(same).equals(others.get(same))) {
      same++;
    }
    return same < shorter
        && CONTRARIES.contains(List.of(words.get(same), others.get(same)))
        && (same > 1
            || words
                .subList(same + 1, words.size())
                .equals(others.subList(same + 1, others.size())));
  }

  /** The call that {@code nodes} end with. */
  static Optional<Invocation> last(List<? extends Node> nodes) {
    if (nodes.isEmpty()) {
      return Optional.empty();
    }
    Node last = nodes.get(nodes.size() - 1);
    if (last instanceof Stmt.Try tried) {
      Stmt.Block body = tried.finallyBlock() == null ? tried.body() : tried.finallyBlock();
      return last(Stream.concat(tried.resources().stream(), body.statements().stream()).toList());
    }
    if (last instanceof Stmt.Local local) {
      return Optional.ofNullable(local.initializer())
          .filter(Invocation.class::isInstance)
          .map(Invocation.class::cast);
    }
    Node value = last instanceof Stmt.Expression statement ? statement.expression() : last;
    return Optional.of(value).filter(Invocation.class::isInstance).map(Invocation.class::cast);
  }
}
