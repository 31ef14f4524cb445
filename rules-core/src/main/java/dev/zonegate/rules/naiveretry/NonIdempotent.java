package dev.zonegate.rules.naiveretry;

import dev.zonegate.facts.WebType;
import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.Constants;
import dev.zonegate.match.RemoteWork;
import dev.zonegate.match.Retried;
import dev.zonegate.match.Words;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Candidate;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Evidence;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Settler;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Finds retries of what must happen once, with nothing by which the other side could tell. */
final class NonIdempotent {
  private static final ApiSet RESENDING =
      ApiSet.of("org.apache.http.impl.client.DefaultHttpRequestRetryHandler#new(int,boolean)");
  private static final ApiSet FEIGN = ApiSet.of("feign.Retryer.Default#new");
  private static final Set<String> ONCE =
      Set.of(
          "charge",
          "pay",
          "transfer",
          "send",
          "publish",
          "insert",
          "refund",
          "submit",
          "debit",
          "withdraw",
          "place",
          "book",
          "capture",
          "payout",
          "issue");
  private static final Set<String> KEYED =
      Set.of(
          "idempot", "dedup", "outbox", "alreadyprocessed", "isprocessed", "requestid", "existsby");
  private final SourceFile file;
  private final Map<Node, Boolean> keyed = new IdentityHashMap<>();

  private NonIdempotent(SourceFile file) {
    this.file = file;
  }

  /** A retryer of Feign, which repeats posts, too. */
  record OfFeign() implements Evidence {}

  static void find(SourceFile file, Reporter report) {
    NonIdempotent search = new NonIdempotent(file);
    for (Retried each : Retried.in(file)) {
      search.check(each, report);
    }
    for (Expr.New made : file.all(Expr.New.class)) {
      boolean isResending =
          RESENDING.matches(made).isYes()
              && Constants.of(file)
                  .value(made.arguments().get(1))
                  .filter(Boolean.TRUE::equals)
                  .isPresent();
      if (isResending) {
        report.at(made, NaiveRetryRule.RETRY_NON_IDEMPOTENT, made.shortName());
      } else if (FEIGN.matches(made).isYes()) {
        report.candidate(
            made, NaiveRetryRule.RETRY_NON_IDEMPOTENT, new OfFeign(), "a Feign `POST`");
      }
    }
  }

  static void settle(Candidate candidate, Settler settler) {
    boolean isPosting =
        settler.project().all(WebType.class).stream()
            .filter(WebType::isClient)
            .flatMap(each -> each.methods().stream())
            .flatMap(each -> each.mappings().stream())
            .anyMatch(each -> each.verbs().contains("POST"));
    if (isPosting) {
      settler.report(candidate);
    }
  }

  private void check(Retried retried, Reporter report) {
    if (isKeyed(retried)) {
      return;
    }
    RemoteWork work = RemoteWork.of(file);
    for (Invocation use : file.allIn(retried.code(), Invocation.class)) {
      boolean isKnown = work.isChange(use) || isInsert(use);
      if (isInsert(use) && retried.isForConflicts()) {
        continue; // what is caught says that no row was written
      }
      if (isKnown || isOnce(use)) {
        report
            .at(retried.at(), NaiveRetryRule.RETRY_NON_IDEMPOTENT, name(use))
            .confidence(isKnown ? Confidence.HIGH : Confidence.MEDIUM);
        return;
      }
    }
  }

  private static String name(Invocation use) {
    return use instanceof Expr.New ? use.shortName() : use.name() + "(...)";
  }

  /** Whether something around it speaks of a key, or of what was done before. */
  private boolean isKeyed(Retried retried) {
    Node around = retried.method() == null ? retried.code() : retried.method();
    Decl.Type type = file.enclosing(around, Decl.Type.class);
    return type != null && isKey(type.name())
        || keyed.computeIfAbsent(
            around,
            any -> file.allIn(any, Node.class).stream().anyMatch(each -> isKey(named(each))));
  }

  private static boolean isKey(String name) {
    String lower = name.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    return KEYED.stream().anyMatch(lower::contains);
  }

  private static String named(Node node) {
    if (node instanceof Expr.Literal literal) {
      return literal.isString() ? (String) literal.value() : "";
    }
    if (node instanceof Variable variable) {
      return variable.name();
    }
    if (node instanceof Expr.Name name) {
      return name.name();
    }
    if (node instanceof Expr.FieldAccess access) {
      return access.name();
    }
    return node instanceof Invocation use
        ? use.name()
        : node instanceof Decl.Method method ? method.name() : "";
  }

  /** {@code jdbc.update("insert into ...")}. */
  private boolean isInsert(Invocation use) {
    if (use.arguments().isEmpty() || !RemoteWork.of(file).isKnown(use)) {
      return false;
    }
    return Constants.of(file)
        .text(use.arguments().get(0))
        .map(each -> each.strip().toLowerCase(Locale.ROOT))
        .filter(each -> each.startsWith("insert into"))
        .filter(each -> !each.contains("on conflict") && !each.contains("on duplicate"))
        .isPresent();
  }

  /** A verb that speaks of doing it once, on a field that is no library's. */
  private boolean isOnce(Invocation use) {
    List<String> words = Words.of(use.name());
    boolean isField =
        use.target() != null
            && Bindings.of(file).declaration(use.target()).orElse(null) instanceof Decl.Field;
    return isField
        && !words.isEmpty()
        && ONCE.contains(words.get(0))
        && !use.receiverType().isUnknown()
        && !use.receiverType().name().startsWith("java.");
  }
}
