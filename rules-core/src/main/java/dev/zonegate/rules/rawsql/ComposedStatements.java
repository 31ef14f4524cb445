package dev.zonegate.rules.rawsql;

import dev.zonegate.match.Bindings;
import dev.zonegate.match.Composition;
import dev.zonegate.match.Methods;
import dev.zonegate.match.Origin;
import dev.zonegate.match.TextComposition;
import dev.zonegate.match.TextPart;
import dev.zonegate.match.taint.Hit;
import dev.zonegate.match.taint.SinkKind;
import dev.zonegate.match.taint.Step;
import dev.zonegate.match.taint.Taint;
import dev.zonegate.match.taint.Trace;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Related;
import dev.zonegate.rule.Report;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.RulePattern;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Statements handed over as text with a piece in it that somebody else chooses. */
final class ComposedStatements {
  private final SourceFile file;
  private final Reporter report;
  private final Grades grades;
  private final Set<Node> found = Collections.newSetFromMap(new IdentityHashMap<>());

  ComposedStatements(SourceFile file, Reporter report) {
    this.file = file;
    this.report = report;
    this.grades = new Grades(file);
  }

  void find() {
    for (Invocation use : Sink.mayBeIn(file)) {
      Sink.of(use, file).ifPresent(this::check);
    }
    new FedStatements(file, report).find(found);
  }

  /** One finding for each pattern, on the piece that is trusted least. */
  private void check(Sink sink) {
    Taint taint = Taint.of(file);
    Hit hit = taint.requestAt(SinkKind.SQL, sink.use());
    boolean isFollowed = taint.isFollowed(sink.use());
    boolean isDenied = hit == null && isFollowed;
    boolean isUnreached = isFollowed && !taint.isReached(SinkKind.SQL, sink.use());
    Map<RulePattern, List<Suspect>> suspects = new LinkedHashMap<>();
    for (Expr text : sink.texts()) {
      Composition composition = TextComposition.of(file).of(text);
      for (TextPart part : composition.parts()) {
        Suspect suspect = Suspect.of(part, composition, sink.after(), grades);
        boolean isHarmless =
            isDenied && part.origin() == Origin.REQUEST || isUnreached && isMadeHere(part);
        if (suspect.confidence() != null && !isHarmless) {
          suspects.computeIfAbsent(pattern(sink, suspect), any -> new ArrayList<>()).add(suspect);
        }
      }
    }
    suspects.forEach((pattern, all) -> report(sink, pattern, all));
    if (suspects.isEmpty() && hit != null) {
      report(sink, hit);
    }
    if (!suspects.isEmpty() || hit != null) {
      found.add(sink.use());
    }
  }

  /** Whether code of this file returns the piece, which is then followed through that code. */
  private boolean isMadeHere(TextPart part) {
    if (part.origin() != Origin.CALL || !(part.expr() instanceof Expr.Call call)) {
      return false;
    }
    Expr function =
        call.target() == null
            ? null
            : Bindings.of(file).declaration(call.target()).map(Variable::initializer).orElse(null);
    return function instanceof Expr.Lambda
        || ComputedTexts.isRead(call, file)
        || Methods.of(file).declaration(call).isPresent();
  }

  /** Reports request data that comes by a way on which the text itself cannot be read. */
  private void report(Sink sink, Hit hit) {
    Trace trace = hit.source();
    String origin = ((dev.zonegate.match.taint.Origin.Source) trace.origin()).text();
    Report made =
        report.at(sink.use(), pattern(sink), Snippets.of(sink.use()), Snippets.shortened(origin));
    for (Step each : trace.last().path()) {
      made.related(Related.at(file, each.at(), each.message()).onPath());
    }
  }

  private static RulePattern pattern(Sink sink, Suspect suspect) {
    if (suspect.position().isName() && !sink.ownsNames()) {
      return RawSqlRule.IDENTIFIER_INTERPOLATION;
    }
    return pattern(sink);
  }

  static RulePattern pattern(Sink sink) {
    return switch (sink.pattern()) {
      case "jpaConcat" -> RawSqlRule.JPA_CONCAT;
      case "springJdbcConcat" -> RawSqlRule.SPRING_JDBC_CONCAT;
      case "jooqPlainSql" -> RawSqlRule.JOOQ_PLAIN_SQL;
      case "nosqlConcat" -> RawSqlRule.NOSQL_CONCAT;
      default -> RawSqlRule.JDBC_CONCAT;
    };
  }

  /** One finding, which callers may excuse where all of it is what they pass. */
  private void report(Sink sink, RulePattern pattern, List<Suspect> all) {
    Suspect suspect = all.stream().reduce(Suspect::worse).orElseThrow();
    TextPart part = suspect.part();
    List<TextPart> parts = all.stream().map(Suspect::part).toList();
    String statement = Snippets.of(sink.use());
    String pasted = Snippets.of(part.expr(), file);
    Report made =
        PassedParts.of(parts, file)
            .map(each -> report.candidate(sink.use(), pattern, each, statement, pasted))
            .orElseGet(() -> report.at(sink.use(), pattern, statement, pasted));
    Grades.put(made, suspect.confidence());
    boolean isElsewhere = part.source() != part.expr() && part.source() != null;
    Node from = isElsewhere ? part.source() : part.expr();
    made.related(Related.at(file, from, origin(part.origin())).onPath());
  }

  private static String origin(Origin origin) {
    return switch (origin) {
      case REQUEST -> "the client sends it here";
      case PARAMETER, PROPERTY -> "any caller can pass it here";
      case FIELD, CALL, UNKNOWN -> "it comes from here";
    };
  }

  /**
   * A pasted piece.
   *
   * @param confidence how sure it is that it must not be pasted; null if it is nobody's business
   */
  private record Suspect(TextPart part, Position position, Confidence confidence) {
    static Suspect of(TextPart part, Composition whole, String clause, Grades grades) {
      String before = clause + " " + part.before();
      String after =
          whole.text().startsWith(part.before())
              ? whole.text().substring(Math.min(whole.text().length(), part.before().length() + 1))
              : "";
      boolean isWhole = whole.isPassedOn() && part.before().isBlank() && clause.isEmpty();
      Position position = isWhole ? Position.FRAGMENT : Position.of(before, after);
      return new Suspect(part, position, grades.of(part, position));
    }

    static Suspect worse(Suspect one, Suspect other) {
      return other.confidence.compareTo(one.confidence) < 0 ? other : one;
    }
  }
}
