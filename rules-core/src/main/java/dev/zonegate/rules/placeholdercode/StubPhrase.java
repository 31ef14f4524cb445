package dev.zonegate.rules.placeholdercode;

import dev.zonegate.match.Bindings;
import dev.zonegate.match.FixedTexts;
import dev.zonegate.match.Vocabulary;
import dev.zonegate.model.Comment;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Severity;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A comment that says of the code beside it that it only stands in for code. */
final class StubPhrase {
  private static final List<Phrase> PHRASES =
      Vocabulary.lines("placeholder/stub-phrases.patterns").stream().map(Phrase::parse).toList();
  private static final FixedTexts WORDS =
      new FixedTexts(PHRASES.stream().flatMap(each -> each.words().stream()).distinct().toList());
  private static final Pattern SEPARATORS = Pattern.compile("[\"%]+");
  private static final int LONGEST = 40;

  private StubPhrase() {}

  private record Phrase(boolean isSure, List<String> words, Pattern pattern) {
    static Phrase parse(String line) {
      String[] parts = line.split(" ", 3);
      List<String> words = List.of(parts[1].replace('_', ' ').split("\\|"));
      Pattern pattern = Pattern.compile(parts[2], Pattern.CASE_INSENSITIVE);
      return new Phrase(parts[0].equals("sure"), words, pattern);
    }
  }

  static void find(SourceFile file, Reporter report) {
    for (Remark each : Remarks.of(file)) {
      if (each.subject() != null && mayBeOfCode(file, each)) {
        String text = each.text();
        Set<String> words = WORDS.in(text);
        if (!words.isEmpty() && !StandIns.isAround(file, each.subject())) {
          find(file, each, text, words, report);
        }
      }
    }
  }

  /** Most text of a file is its licence, and Javadoc above what does something. */
  private static boolean mayBeOfCode(SourceFile file, Remark remark) {
    if (remark.subject() instanceof Decl.Import) {
      return false;
    }
    return remark.kind() != Comment.Kind.JAVADOC
        || remark.method() != null
        || isBesideNothing(file, remark);
  }

  private static void find(
      SourceFile file, Remark remark, String text, Set<String> words, Reporter report) {
    boolean isHollow = isBesideNothing(file, remark);
    boolean isOfCode = remark.method() != null || isHollow;
    Optional<String> said = said(text, words, isHollow && isHint(file, remark));
    if (said.isEmpty() || isNotImplemented(remark)) {
      return;
    }
    var found =
        report
            .at(remark.subject(), PlaceholderCodeRule.STUB_PHRASE, where(file, remark), said.get())
            .confidence(isHollow ? Confidence.HIGH : Confidence.MEDIUM);
    if (!isOfCode) {
      found.severity(Severity.NOTE);
    }
  }

  /** The exception says it already, where {@code notImplemented} reports it. */
  private static boolean isNotImplemented(Remark remark) {
    return remark.subject() instanceof Stmt.Throw;
  }

  private static Optional<String> said(String text, Set<String> words, boolean isHint) {
    for (Phrase each : PHRASES) {
      boolean isMeant = each.isSure() || isHint;
      if (isMeant && !Collections.disjoint(each.words(), words)) {
        Matcher matcher = each.pattern().matcher(text);
        if (matcher.find()) {
          return Optional.of(shortened(matcher.group()));
        }
      }
    }
    return Optional.empty();
  }

  private static String shortened(String phrase) {
    String plain = SEPARATORS.matcher(phrase).replaceAll("").strip();
    return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST - 3) + "...";
  }

  private static String where(SourceFile file, Remark remark) {
    Node subject = remark.subject();
    Decl.Method method =
        remark.method() != null
            ? remark.method()
            : subject instanceof Decl.Method itself
                ? itself
                : file.enclosing(subject, Decl.Method.class);
    if (method != null) {
      return method.name();
    }
    return subject instanceof Decl.Field field
        ? field.name()
        : subject instanceof Decl.Type type ? type.name() : "This";
  }

  /** Whether the statement beside it, or the whole method, does nothing that it could mean. */
  private static boolean isBesideNothing(SourceFile file, Remark remark) {
    Node subject = remark.subject();
    if (subject instanceof Decl.Method method) {
      return method.body() != null
          && !method.isConstructor()
          && (remark.method() != method || !method.params().isEmpty() || !isVoid(method))
          && !Effects.areIn(file, method.body());
    }
    return remark.method() != null
        && subject instanceof Stmt statement
        && (isHollow(file, statement) || isHollow(file, remark.method()));
  }

  /** What Javadoc says of a calculation may be a word of its subject. */
  private static boolean isHint(SourceFile file, Remark remark) {
    return remark.kind() != Comment.Kind.JAVADOC
        || !(remark.subject() instanceof Decl.Method method)
        || file.allIn(method.body(), Stmt.Return.class).stream()
            .allMatch(each -> each.value() == null || isConstant(file, each.value()));
  }

  private static boolean isConstant(SourceFile file, Expr value) {
    boolean isChain = value instanceof Expr.Call call && call.target() instanceof Expr.Call;
    return isMadeUp(file, value) && (!isChain || !file.allIn(value, Expr.Literal.class).isEmpty());
  }

  private static boolean isVoid(Decl.Method method) {
    return method.returnType() == null || method.returnType().ref().isNamed("void");
  }

  private static boolean isHollow(SourceFile file, Decl.Method method) {
    return !method.isConstructor() && !Effects.areIn(file, method.body());
  }

  /** A constant is returned or kept, time is waited, or a line is logged. */
  private static boolean isHollow(SourceFile file, Stmt statement) {
    if (statement instanceof Stmt.Return end) {
      return end.value() != null && isMadeUp(file, end.value());
    }
    if (statement instanceof Stmt.Local local) {
      return local.initializer() != null
          && isMadeUp(file, local.initializer())
          && Bindings.of(file).uses(local).stream().noneMatch(use -> isFilled(file, use));
    }
    return statement instanceof Stmt.Expression line
        && (Routine.isLog(file, statement)
            || line.expression() instanceof Expr.Call && !Effects.areIn(file, line.expression())
            || line.expression() instanceof Expr.Assign assign && isMadeUp(file, assign.value()));
  }

  /** Something real is assigned to it later, or set in it. */
  private static boolean isFilled(SourceFile file, Expr use) {
    Node up = file.parent(use);
    if (up instanceof Expr.Assign assign) {
      return assign.assigned() == use && !isMadeUp(file, assign.value());
    }
    return up instanceof Expr.Call call
        && call.target() == use
        && file.parent(call) instanceof Stmt.Expression
        && call.arguments().stream().anyMatch(each -> !isMadeUp(file, each));
  }

  /** A literal, or something made of literals alone. */
  private static boolean isMadeUp(SourceFile file, Expr value) {
    return !Effects.areIn(file, value)
        && file.allIn(value, Expr.Name.class).isEmpty()
        && (value instanceof Expr.Literal
            || value instanceof Expr.New
            || value instanceof Expr.Call
            || value instanceof Expr.FieldAccess);
  }
}
