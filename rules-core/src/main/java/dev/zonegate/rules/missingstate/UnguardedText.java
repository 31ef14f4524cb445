package dev.zonegate.rules.missingstate;

import dev.zonegate.match.Bindings;
import dev.zonegate.match.Constants;
import dev.zonegate.match.Same;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Report;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Severity;
import java.util.Optional;
import java.util.Set;

/**
 * Finds parts of a text that may not be there: pieces of a split, groups, what stands before an
 * index.
 */
final class UnguardedText {
  private static final Set<String> MATCHES = Set.of("find", "matches", "lookingAt", "hitEnd");
  private static final Set<String> INDEXES = Set.of("indexOf", "lastIndexOf");
  private static final Set<String> TEXT_QUESTIONS =
      Set.of("contains", "indexOf", "lastIndexOf", "matches", "startsWith", "endsWith", "length");

  private UnguardedText() {}

  static void find(SourceFile file, Reporter report) {
    for (Expr.Index each : file.all(Expr.Index.class)) {
      checkPiece(file, each, report);
    }
    for (Expr.Call call : file.all(Expr.Call.class)) {
      if (call.name().equals("group")
          && call.target() != null
          && call.target().type().isNamed("java.util.regex.Matcher")) {
        checkGroup(file, call, report);
      } else if (call.name().equals("substring") && call.target() != null) {
        checkSubstring(file, call, report);
      }
    }
  }

  /** {@code line.split(";")[2]} and {@code args[0]}. */
  private static void checkPiece(SourceFile file, Expr.Index piece, Reporter report) {
    int index =
        Constants.of(file)
            .value(piece.index())
            .filter(Integer.class::isInstance)
            .map(Integer.class::cast)
            .orElse(-1);
    if (index < 0 || isCaught(file, piece)) {
      return;
    }
    Variable variable = Bindings.of(file).declaration(piece.array()).orElse(null);
    Expr value = variable instanceof Stmt.Local local ? local.initializer() : piece.array();
    boolean isSplit =
        index > 0
            && value instanceof Expr.Call split
            && split.name().equals("split")
            && split.target() != null
            && split.target().type().isNamed("java.lang.String")
            && !Asked.about(file, piece, split.target(), TEXT_QUESTIONS);
    boolean isArguments = variable instanceof Decl.Param param && isMain(file, param);
    if ((isSplit || isArguments) && !isMeasured(file, piece, variable)) {
      String name = piece.array() instanceof Expr.Name one ? one.name() : "split(...)";
      Report found =
          report.at(
              piece,
              MissingStateRule.UNGUARDED_FIRST,
              name + "[" + index + "]",
              isSplit ? "the text has fewer pieces" : "there are fewer arguments");
      if (isSplit) {
        lowerOwn(file, ((Expr.Call) value).target(), found);
      }
    }
  }

  /** What the program wrote itself has the form that it reads. */
  private static void lowerOwn(SourceFile file, Expr text, Report found) {
    if (TextOrigin.isOwn(file, text)) {
      found.severity(Severity.NOTE).confidence(Confidence.LOW);
    }
  }

  private static boolean isMain(SourceFile file, Decl.Param param) {
    return file.parent(param) instanceof Decl.Method method
        && method.name().equals("main")
        && method.params().size() == 1
        && param.symbol() != null
        && param.symbol().type().isNamed("java.lang.String[]");
  }

  private static boolean isMeasured(SourceFile file, Expr.Index piece, Variable variable) {
    return variable != null
        && (Asked.about(file, piece, piece.array(), Set.of("length"))
            || Bindings.of(file).uses(variable).stream()
                .anyMatch(
                    use ->
                        file.parent(use) instanceof Expr.FieldAccess length
                            && length.name().equals("length")
                            && length.span().isBefore(piece.span())));
  }

  private static boolean isCaught(SourceFile file, Node node) {
    for (Stmt.Try each = file.enclosing(node, Stmt.Try.class);
        each != null;
        each = file.enclosing(each, Stmt.Try.class)) {
      if (each.body().span().contains(node.span())
          && each.catches().stream()
              .flatMap(it -> it.types().stream())
              .anyMatch(
                  it ->
                      it.ref()
                          .simpleName()
                          .matches(
                              "(Runtime|(Array|String)?IndexOutOfBounds|IllegalState)?Exception"))) {
        return true;
      }
    }
    return false;
  }

  private static void checkGroup(SourceFile file, Expr.Call group, Reporter report) {
    Variable matcher = Bindings.of(file).declaration(group.target()).orElse(null);
    boolean isMadeHere =
        matcher instanceof Stmt.Local local
                && local.initializer() instanceof Expr.Call made
                && made.name().equals("matcher")
                && isUsedForCallsOnly(file, local)
            || group.target() instanceof Expr.Call direct && direct.name().equals("matcher");
    if (isMadeHere
        && !Asked.about(file, group, group.target(), MATCHES)
        && !isAskedAround(file, group)
        && !isCaught(file, group)) {
      report.at(group, MissingStateRule.UNGUARDED_FIRST, group.shortName(), "nothing matches");
    }
  }

  private static boolean isUsedForCallsOnly(SourceFile file, Stmt.Local matcher) {
    return Bindings.of(file).uses(matcher).stream()
        .allMatch(use -> file.parent(use) instanceof Expr.Call call && call.target() == use);
  }

  /** Whether a loop around it goes on only while something matches. */
  private static boolean isAskedAround(SourceFile file, Expr.Call group) {
    return file.allIn(file.enclosing(group, Decl.class), Expr.Call.class).stream()
        .anyMatch(
            each ->
                MATCHES.contains(each.name())
                    && Same.are(each.target(), group.target())
                    && Asked.isTest(file, each));
  }

  /** {@code name.substring(0, name.indexOf('@'))}. */
  private static void checkSubstring(SourceFile file, Expr.Call call, Reporter report) {
    Optional<Expr.Call> index =
        call.arguments().stream()
            .filter(Expr.Call.class::isInstance)
            .map(Expr.Call.class::cast)
            .filter(each -> INDEXES.contains(each.name()) && Same.are(each.target(), call.target()))
            .findFirst();
    boolean isText = call.target().type().isNamed("java.lang.String");
    if (isText
        && index.isPresent()
        && !(call.target() instanceof Expr.Call)
        && !Asked.about(file, call, call.target(), TEXT_QUESTIONS)
        && !isCaught(file, call)) {
      Report found =
          report.at(
              call,
              MissingStateRule.UNGUARDED_FIRST,
              call.shortName(),
              "`" + index.get().shortName() + "` finds nothing");
      lowerOwn(file, call.target(), found);
    }
  }
}
