package dev.zonegate.rules.scaletrap;

import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Backtracking;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.Constants;
import dev.zonegate.match.Origin;
import dev.zonegate.match.TextComposition;
import dev.zonegate.match.TextPart;
import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Reporter;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds regular expressions that a request can keep busy for ever, and those it can choose. */
final class Redos {
  private static final ApiSet PATTERNS = ApiSet.load("scale/regex.api");
  private static final TypeSet CONSTRAINT = TypeSet.of("jakarta.validation.constraints.Pattern");
  private static final String LENGTH = "(.*\\.)?(Size|Length)";
  private static final Set<String> WHOLE = Set.of("matches", "asMatchPredicate");
  private static final int LONGEST = 34;
  private final SourceFile file;
  private final Reporter report;

  private Redos(SourceFile file, Reporter report) {
    this.file = file;
    this.report = report;
  }

  static void find(SourceFile file, Reporter report) {
    Redos search = new Redos(file, report);
    for (Annotation each : file.all(Annotation.class)) {
      if (CONSTRAINT.annotationIn(List.of(each)) != null) {
        search.constraint(each);
      }
    }
    for (Invocation use : PATTERNS.usesIn(file)) {
      if (use instanceof Expr.Call call && PATTERNS.matches(call).isYes()) {
        search.look(call);
      }
    }
  }

  private void constraint(Annotation annotation) {
    Expr regex = annotation.argument("regexp");
    Variable variable = file.enclosing(annotation, Variable.class);
    boolean isShort =
        variable != null
            && variable.annotations().stream()
                .anyMatch(each -> each.name().matches(LENGTH) && each.argument("max") != null);
    if (regex != null && !isShort) {
      Constants.of(file)
          .text(regex)
          .flatMap(text -> Backtracking.exponentialPart(text, true))
          .ifPresent(part -> report(annotation, part, Confidence.HIGH));
    }
  }

  private void report(Node at, String part, Confidence confidence) {
    String shown = part.length() > LONGEST ? part.substring(0, LONGEST) + "..." : part;
    report
        .at(
            at,
            ScaleTrapRule.REDOS,
            shown.replace('`', '\''),
            "takes exponential time on a near match")
        .confidence(confidence);
  }

  private void look(Expr.Call call) {
    if (call.arguments().isEmpty()) {
      return; // broken code
    }
    Expr regex = call.arguments().get(0);
    Optional<String> text = Constants.of(file).text(regex);
    if (text.isEmpty()) {
      chosen(call, regex);
      return;
    }
    Optional<String> part = Backtracking.exponentialPart(text.get(), isWhole(call));
    if (part.isPresent()) {
      Optional<Confidence> confidence = reached(call);
      confidence.ifPresent(it -> report(call, part.get(), it));
    }
  }

  /** A pattern of which a part is what a client sent. */
  private void chosen(Expr.Call call, Expr regex) {
    boolean isSent =
        TextComposition.of(file).of(regex).parts().stream()
            .anyMatch(each -> each.origin() == Origin.REQUEST && !isQuoted(each));
    if (isSent && !isQuoted(regex) && !isMeasured(regex, call)) {
      report.at(
          call, ScaleTrapRule.REDOS, call.shortName(), "runs a pattern that the client chooses");
    }
  }

  private boolean isQuoted(TextPart part) {
    return isQuoted(part.expr());
  }

  private boolean isQuoted(Expr value) {
    for (Node each = value; each instanceof Expr; each = file.parent(each)) {
      if (each instanceof Expr.Call call && call.name().equals("quote")) {
        return true;
      }
    }
    return false;
  }

  private boolean isWhole(Expr.Call call) {
    if (call.name().equals("matches")) {
      return true;
    }
    return file.all(Invocation.class).stream()
        .anyMatch(each -> WHOLE.contains(each.name()) && each.arguments().isEmpty());
  }

  /** How surely a text of somebody else's gets there; empty if none does or it is cut first. */
  private Optional<Confidence> reached(Expr.Call call) {
    if (call.name().equals("matches") && call.arguments().size() == 2) {
      return ofText(call.arguments().get(1), call);
    }
    if (!call.name().equals("compile")) {
      return ofText(call.target(), call);
    }
    if (!(file.parent(call) instanceof Variable variable)) {
      return matched(call);
    }
    return Bindings.of(file).uses(variable).stream()
        .flatMap(use -> matched(use).stream())
        .sorted()
        .findFirst();
  }

  /** {@code pattern.matcher(text)}. */
  private Optional<Confidence> matched(Expr pattern) {
    return file.parent(pattern) instanceof Expr.Call matcher
            && matcher.target() == pattern
            && matcher.arguments().size() == 1
        ? ofText(matcher.arguments().get(0), matcher)
        : Optional.empty();
  }

  private Optional<Confidence> ofText(Expr text, Node at) {
    if (text == null || isMeasured(text, at)) {
      return Optional.empty();
    }
    List<TextPart> parts = TextComposition.of(file).of(text).parts();
    boolean isSent = parts.stream().anyMatch(each -> each.origin() == Origin.REQUEST);
    boolean isGiven =
        parts.stream()
            .anyMatch(
                each -> each.origin() == Origin.PARAMETER || each.origin() == Origin.PROPERTY);
    if (isSent) {
      return Optional.of(Confidence.HIGH);
    }
    return isGiven ? Optional.of(Confidence.MEDIUM) : Optional.empty();
  }

  /** Whether the method looks at the length of a text first. */
  private boolean isMeasured(Expr text, Node at) {
    Decl.Method method = file.enclosing(at, Decl.Method.class);
    String name = file.text(text);
    return method != null
        && file.allIn(method, Expr.Call.class).stream()
            .filter(each -> each.span().isBefore(at.span()))
            .anyMatch(
                each ->
                    each.name().equals("length")
                            && each.target() != null
                            && file.text(each.target()).equals(name)
                        || each.name().matches("(?i)(check|limit|require|truncate|abbreviate).*")
                            && each.arguments().stream()
                                .anyMatch(it -> file.text(it).equals(name)));
  }
}
