package dev.zonegate.engine;

import dev.zonegate.model.Annotation;
import dev.zonegate.model.Comment;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Span;
import dev.zonegate.model.VarRef;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Finding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code @SuppressWarnings}. It covers its declaration, annotations included; on {@code int
 * a, b} it covers both variables. A comment right behind it, on the same line, is its reason.
 */
final class AnnotationSuppressions {
  private final SourceFile file;
  private final Targets targets;
  private final Map<String, Suppression> found = new LinkedHashMap<>();

  AnnotationSuppressions(SourceFile file, Targets targets) {
    this.file = file;
    this.targets = targets;
  }

  void read(List<Suppression> suppressions, List<Finding> notes) {
    for (Decl.Type type : file.all(Decl.Type.class)) {
      declaration(type, type.annotations(), notes);
    }
    for (Decl.Method method : file.all(Decl.Method.class)) {
      declaration(method, method.annotations(), notes);
    }
    for (Decl.EnumConstant constant : file.all(Decl.EnumConstant.class)) {
      declaration(constant, constant.annotations(), notes);
    }
    for (Variable variable : file.all(Variable.class)) {
      declaration(variable, variable.annotations(), notes);
    }
    suppressions.addAll(found.values());
  }

  private void declaration(Node declaration, List<Annotation> annotations, List<Finding> notes) {
    for (Annotation each : annotations) {
      boolean isSuppression =
          each.name().equals("SuppressWarnings")
              || each.type().isNamed("java.lang.SuppressWarnings");
      if (isSuppression && each.argument("value") != null) {
        Span covers = first(annotations.get(0).span(), declaration.span()).to(declaration.span());
        Reason reason = reason(each);
        value(each.argument("value"), declaration, covers, reason, notes);
      }
    }
  }

  private static Span first(Span one, Span other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private void value(
      Expr value, Node declaration, Span covers, Reason reason, List<Finding> notes) {
    if (value instanceof Expr.ArrayInitializer many) {
      many.elements().forEach(each -> value(each, declaration, covers, reason, notes));
      return;
    }
    String text = text(value);
    Optional<Targets.Target> target = text == null ? Optional.empty() : targets.find(text);
    if (target.isEmpty()) {
      return;
    }
    String member = Fingerprints.member(file, declaration);
    String name = target.get().name();
    if (!target.get().isKnown()) {
      notes.add(
          SuppressionNotes.note(
              file.path(), value.span(), member, name, SuppressionNotes.UNKNOWN, name));
    } else if (!reason.fault().isEmpty()) {
      notes.add(
          SuppressionNotes.note(
              file.path(), value.span(), member, name, SuppressionNotes.MALFORMED, reason.fault()));
    } else if (target.get().isActive()) {
      Suppression suppression =
          new Suppression(
              file.path(),
              value.span(),
              covers,
              Suppression.Origin.ANNOTATION,
              name,
              member,
              reason.text(),
              reason.until());
      found.merge(value.span() + name, suppression, AnnotationSuppressions::joined);
    }
  }

  private Reason reason(Annotation annotation) {
    for (Comment each : file.comments()) {
      if (isBehind(annotation.span(), each)) {
        String text = each.text().replaceFirst("^/[/*]", "").replaceFirst("\\*/$", "").strip();
        boolean isOther = text.startsWith(AllowComment.MARK) || text.startsWith("NOPMD");
        return isOther ? Reason.NONE : Reason.parse(text.replaceAll("\\s+", " "));
      }
    }
    return Reason.NONE;
  }

  private boolean isBehind(Span annotation, Comment comment) {
    Span at = comment.span();
    if (at.startLine() != annotation.endLine() || !annotation.isBefore(at)) {
      return false;
    }
    int from = file.text().offset(annotation.endLine(), annotation.endColumn());
    int to = file.text().offset(at.startLine(), at.startColumn());
    return file.text().content().substring(from, to).isBlank();
  }

  private static Suppression joined(Suppression one, Suppression next) {
    return new Suppression(
        one.path(),
        one.at(),
        one.covers().to(next.covers()),
        one.origin(),
        one.target(),
        one.member(),
        one.reason(),
        one.until());
  }

  private static String text(Expr value) {
    if (value instanceof Expr.Literal literal && literal.isString()) {
      return (String) literal.value();
    }
    if (value instanceof Expr.Name name) {
      return constant(name.variable());
    }
    if (value instanceof Expr.FieldAccess field) {
      return constant(field.variable());
    }
    if (value instanceof Expr.Binary sum && sum.operator().equals("+")) {
      String left = text(sum.left());
      String right = text(sum.right());
      return left == null || right == null ? null : left + right;
    }
    return null;
  }

  private static String constant(VarRef variable) {
    return variable != null && variable.constant() instanceof String text ? text : null;
  }
}
