package dev.zonegate.rules.timezone;

import dev.zonegate.match.Api;
import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.Printed;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.MethodRef;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.TypeRef;
import dev.zonegate.rule.Reporter;
import java.util.List;

/** Finds new {@code java.util.Date}s and their like, unless a foreign signature asks for them. */
final class LegacyDateApi {
  private static final ApiSet LEGACY = ApiSet.load("time/legacy.api");
  private static final String[] LEGACY_TYPES = {
    "java.util.Date",
    "java.util.Calendar",
    "java.text.DateFormat",
    "javax.xml.datatype.XMLGregorianCalendar"
  };
  private static final String[] ADAPTERS = {
    "jakarta.persistence.AttributeConverter",
    "jakarta.xml.bind.annotation.adapters.XmlAdapter",
    "org.springframework.core.convert.converter.Converter",
    "org.springframework.format.Formatter",
    "org.hibernate.usertype.UserType",
    "org.apache.ibatis.type.TypeHandler",
    "com.fasterxml.jackson.databind.JsonDeserializer",
    "com.fasterxml.jackson.databind.JsonSerializer",
    "java.beans.PropertyEditor"
  };
  private static final ApiSet MILLIS = ApiSet.of("java.util.Date#getTime()");
  private static final String[] JDBC = {
    "java.sql.ResultSet", "java.sql.PreparedStatement", "java.sql.CallableStatement"
  };

  private LegacyDateApi() {}

  static void find(SourceFile file, Reporter report) {
    for (Invocation use : LEGACY.usesIn(file)) {
      if (use instanceof Stmt.ConstructorCall) {
        continue;
      }
      LEGACY
          .find(use)
          .filter(api -> !isBoundary(file, use, api) && !isCopy(use))
          .ifPresent(api -> report.at(use, TimeZoneRule.LEGACY_DATE_API, use.shortName()));
    }
  }

  private static boolean isBoundary(SourceFile file, Invocation use, Api api) {
    Decl.Type type = file.enclosing(use, Decl.Type.class);
    return isAdapter(file, use)
        || type != null && type.ref().isAnyOf(ADAPTERS).isYes()
        || flowsOut(file, (Expr) use, api.has("jdbc", "yes"));
  }

  /** {@code new Date(start.getTime())}, which a mutable value needs. */
  private static boolean isCopy(Invocation use) {
    return use.arguments().size() == 1
        && use.arguments().get(0) instanceof Expr.Call read
        && MILLIS.matches(read).isYes();
  }

  private static boolean isAdapter(SourceFile file, Node use) {
    Decl.Method method = file.enclosing(use, Decl.Method.class);
    return method != null
        && method.params().stream()
            .anyMatch(each -> each.type() != null && each.type().ref().isAnyOf(JDBC).isYes());
  }

  /** Whether the value goes only where somebody else's signature asks for it. */
  private static boolean flowsOut(SourceFile file, Expr value, boolean isJdbc) {
    Node parent = file.parent(value);
    if (parent instanceof Expr.Conditional || parent instanceof Expr.Cast) {
      return flowsOut(file, (Expr) parent, isJdbc);
    }
    if (parent instanceof Stmt.Return) {
      return isOverride(file.enclosing(parent, Decl.Method.class));
    }
    if (parent instanceof Stmt.Local local) {
      List<Expr> uses = Bindings.of(file).uses(local);
      return !uses.isEmpty()
          && uses.stream().allMatch(use -> isArgumentOfForeign(file, use, isJdbc));
    }
    return isArgumentOfForeign(file, value, isJdbc);
  }

  private static boolean isArgumentOfForeign(SourceFile file, Expr value, boolean isJdbc) {
    if (!(file.parent(value) instanceof Invocation call) || call.target() == value) {
      return false;
    }
    MethodRef method = call.method();
    if (method == null) {
      return true;
    }
    TypeRef parameter = parameter(method, call.arguments().indexOf(value));
    return isForeign(file, method.owner())
        && (parameter.isAnyOf(LEGACY_TYPES).isYes() || isJdbc && !Printed.isText(file, call));
  }

  private static TypeRef parameter(MethodRef method, int index) {
    int last = method.parameters().size() - 1;
    return method.parameters().get(Math.min(index, last));
  }

  /** Another library's type: it does not share the file's first two packages. */
  private static boolean isForeign(SourceFile file, TypeRef owner) {
    String[] own = file.unit().packageName().split("\\.");
    String home = own.length < 2 ? own[0] : own[0] + "." + own[1];
    boolean isLegacyItself = owner.isAnyOf(LEGACY_TYPES).isYes();
    return !isLegacyItself && !(owner.name() + ".").startsWith(home + ".");
  }

  private static boolean isOverride(Decl.Method method) {
    return method != null
        && method.annotations().stream()
            .anyMatch(each -> each.type().isNamed("java.lang.Override"));
  }
}
