package dev.zonegate.frontend.javaparser;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.SimpleName;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.Type;
import dev.zonegate.frontend.UnresolvedName;
import dev.zonegate.frontend.UnresolvedName.Segment;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Span;
import dev.zonegate.model.TypeNode;
import dev.zonegate.model.TypeRef;
import dev.zonegate.model.VarRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Lowers names and dotted names, which may mean variables, fields, types and packages. */
final class NameLowering {
  private static final VarRef LENGTH =
      new VarRef(
          VarRef.Kind.FIELD,
          "<array>",
          "length",
          TypeRef.primitive("int"),
          false,
          true,
          Set.of(),
          null);
  private final FileLowering file;

  NameLowering(FileLowering file) {
    this.file = file;
  }

  /** Whether an expression is a name or a chain of names. */
  static boolean isName(Expression expr) {
    Expression each = expr;
    while (each instanceof FieldAccessExpr access) {
      each = access.getScope();
    }
    return each instanceof NameExpr;
  }

  /** Whether a type is written as a chain of names, so that it may be an expression after all. */
  static boolean isName(Type type) {
    if (!(type instanceof ClassOrInterfaceType named)) {
      return false;
    }
    boolean isPlain = named.getTypeArguments().isEmpty() && named.getAnnotations().isEmpty();
    return isPlain && named.getScope().map(NameLowering::isName).orElse(true);
  }

  /** Lowers a chain of names. */
  Expr lower(Expression expr, boolean isTarget) {
    List<Segment> segments = new ArrayList<>();
    Expression each = expr;
    while (each instanceof FieldAccessExpr access) {
      segments.add(0, segment(access.getName()));
      each = access.getScope();
    }
    segments.add(0, segment(((NameExpr) each).getName()));
    return lower(segments, isTarget);
  }

  /** Lowers the target of a method reference that the parser takes for a type. */
  Expr lower(Type type) {
    List<Segment> segments = new ArrayList<>();
    ClassOrInterfaceType each = (ClassOrInterfaceType) type;
    while (each != null) {
      segments.add(0, segment(each.getName()));
      each = each.getScope().orElse(null);
    }
    return lower(segments, true);
  }

  private Segment segment(SimpleName name) {
    return new Segment(name.getIdentifier(), file.nameSpan(name));
  }

  private Expr lower(List<Segment> segments, boolean isTarget) {
    Segment first = segments.get(0);
    VarRef variable = file.scope().variable(first.name());
    if (variable != null) {
      Expr name = new Expr.Name(first.span(), first.name(), variable, variable.type());
      return fields(name, segments, 1);
    }
    boolean isVariable =
        file.scope().mayBeVariable(first.name()) || file.isStaticallyImported(first.name());
    if (isVariable || !isTarget && segments.size() == 1) {
      Expr name = new Expr.Name(first.span(), first.name(), null, TypeRef.UNKNOWN);
      return fields(name, segments, 1);
    }
    int inType = ownTypeSegments(segments, isTarget);
    if (inType > 0) {
      return fields(type(segments.subList(0, inType)), segments, inType);
    }
    return UnresolvedName.lower(segments, isTarget, file.scope().imports());
  }

  /** How many segments name a type of this file. */
  private int ownTypeSegments(List<Segment> segments, boolean isTarget) {
    int limit = isTarget ? segments.size() : segments.size() - 1;
    int count = 0;
    while (count < limit && file.scope().ownType(dotted(segments, count + 1)) != null) {
      count++;
    }
    return count;
  }

  private static String dotted(List<Segment> segments, int count) {
    StringBuilder name = new StringBuilder();
    for (Segment each : segments.subList(0, count)) {
      name.append(name.length() == 0 ? "" : ".").append(each.name());
    }
    return name.toString();
  }

  private Expr type(List<Segment> segments) {
    Span span = segments.get(0).span().to(segments.get(segments.size() - 1).span());
    String name = dotted(segments, segments.size());
    TypeRef ref = file.scope().type(name);
    return new Expr.TypeName(
        span, new TypeNode.Named(span, name, List.of(), false, List.of(), ref));
  }

  private Expr fields(Expr start, List<Segment> segments, int from) {
    Expr whole = start;
    for (Segment each : segments.subList(from, segments.size())) {
      whole = field(start.span().to(each.span()), whole, each.name(), each.span());
    }
    return whole;
  }

  /** {@code target.name}. */
  Expr field(Span span, Expr target, SimpleName name) {
    return field(span, target, name.getIdentifier(), file.nameSpan(name));
  }

  private Expr field(Span span, Expr target, String name, Span nameSpan) {
    VarRef variable = member(target.type(), name);
    TypeRef type = variable == null ? TypeRef.UNKNOWN : variable.type();
    return new Expr.FieldAccess(span, target, nameSpan, name, variable, type);
  }

  private VarRef member(TypeRef type, String name) {
    if (type.isArray()) {
      return name.equals("length") ? LENGTH : null;
    }
    OwnType own = file.ownType(type);
    return own == null ? null : own.field(name);
  }
}
