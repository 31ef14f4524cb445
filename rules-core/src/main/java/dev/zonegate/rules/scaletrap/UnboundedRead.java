package dev.zonegate.rules.scaletrap;

import dev.zonegate.facts.OutsideCalls;
import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.Constants;
import dev.zonegate.match.TypeSet;
import dev.zonegate.match.Vocabulary;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.TypeRef;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Reporter;
import java.util.List;

/** Finds reads of whole tables, and lists that are read only to be counted. */
final class UnboundedRead {
  private static final Vocabulary SMALL = Vocabulary.load("scale/small-tables.words");
  private static final ApiSet TEXTS = ApiSet.load("scale/list-queries.api");
  private static final TypeSet STORED = TypeSet.load("ownership/stored.types");
  private static final TypeSet QUERY =
      TypeSet.of(
          "org.springframework.data.jpa.repository.Query",
          "org.springframework.data.jdbc.repository.query.Query");
  private static final String ALL = "(find|list|get|select|fetch|load|query)All(ByOrderBy\\w*)?";
  private final SourceFile file;
  private final Reporter report;
  private final CountedRows counted;

  private UnboundedRead(SourceFile file, Reporter report) {
    this.file = file;
    this.report = report;
    this.counted = new CountedRows(file);
  }

  static void find(SourceFile file, Reporter report) {
    UnboundedRead search = new UnboundedRead(file, report);
    for (Expr.Call call : file.all(Expr.Call.class)) {
      boolean isRead = search.counted.isCounted(call) || search.isAll(call) || search.isText(call);
      if (isRead && Serving.isPartOf(file, call)) {
        search.report(call);
      }
    }
    for (Decl.Method method : file.all(Decl.Method.class)) {
      search.declared(method);
    }
  }

  /** Whether the words of a name say that there are only a few of such things. */
  static boolean isSmall(String name) {
    return SMALL.isIn(name) || SMALL.isIn(name.replaceAll("ies\\b|ies(?=[A-Z_])", "y"));
  }

  private void report(Expr.Call call) {
    String store = storeName(call);
    if (counted.isCounted(call)) {
      report.at(
          call, ScaleTrapRule.UNBOUNDED_READ, call.shortName(), "loads rows only to count them");
    } else if (isAll(call)) {
      boolean isFiltered = isFilteredInMemory(call);
      String what =
          isFiltered ? "reads the whole table to pick some rows" : "reads the whole table";
      report
          .candidate(
              call, ScaleTrapRule.UNBOUNDED_READ, new WholeTable(store), call.shortName(), what)
          .confidence(isFiltered ? Confidence.HIGH : Confidence.MEDIUM);
    } else {
      report
          .at(call, ScaleTrapRule.UNBOUNDED_READ, call.shortName(), "reads the whole table")
          .confidence(Confidence.MEDIUM);
    }
  }

  private static String storeName(Expr.Call call) {
    for (Expr each : call.arguments()) {
      if (each instanceof Expr.ClassLiteral literal) {
        return literal.named().ref().name();
      }
    }
    return call.receiverType().name();
  }

  private boolean isAll(Expr.Call call) {
    boolean isPanache =
        call.target() instanceof Expr.TypeName
            && STORED.contains(call.receiverType()).isYes()
            && call.name().matches("listAll|findAll|streamAll");
    boolean isMongo =
        call.receiverType().isA("org.springframework.data.mongodb.core.MongoOperations").isYes()
            && call.name().equals("findAll");
    boolean isStore =
        call.target() != null
            && OutsideCalls.isStore(call.receiverType())
            && (call.name().matches(ALL) || call.name().equals("selectList") && isNullOnly(call));
    return (isPanache || isMongo || isStore && takesNoLimit(call)) && !isPaged(call);
  }

  private static boolean isNullOnly(Expr.Call call) {
    return call.arguments().size() == 1
        && call.arguments().get(0) instanceof Expr.Literal literal
        && literal.isNull();
  }

  private static boolean takesNoLimit(Expr.Call call) {
    return call.arguments().isEmpty()
        || isNullOnly(call)
        || call.arguments().size() == 1
            && call.arguments().get(0).type().isNamed("org.springframework.data.domain.Sort");
  }

  /** {@code Order.findAll().page(...)}. */
  private boolean isPaged(Expr.Call call) {
    return file.parent(call) instanceof Expr.Call next
        && next.target() == call
        && next.name().matches("page|range|firstResult\\w*|count|limit|iterator|take|withHint");
  }

  private boolean isFilteredInMemory(Expr.Call call) {
    Node next = file.parent(call);
    while (next instanceof Expr.Call link && link.target() != null) {
      if (link.name().equals("filter")) {
        return true;
      }
      next = file.parent(next);
    }
    return next instanceof Stmt.Local local
        && Bindings.of(file).uses(local).stream().anyMatch(this::isStreamFiltered);
  }

  private boolean isStreamFiltered(Expr use) {
    return file.parent(use) instanceof Expr.Call stream
        && stream.name().equals("stream")
        && file.parent(stream) instanceof Expr.Call next
        && next.name().equals("filter");
  }

  private boolean isText(Expr.Call call) {
    if (TEXTS.matches(call).isYes() && !call.arguments().isEmpty()) {
      boolean isMade = call.name().startsWith("create");
      return Constants.of(file)
              .text(call.arguments().get(0))
              .filter(TableText::isWholeTable)
              .isPresent()
          && (!isMade || isListed(call));
    }
    return false;
  }

  /** Whether a query is asked for all that it finds. */
  private boolean isListed(Expr.Call made) {
    Expr each = made;
    while (file.parent(each) instanceof Expr.Call next && next.target() == each) {
      if (next.name()
          .matches("setMaxResults|setFirstResult|getSingleResult|executeUpdate|getResultStream")) {
        return false;
      }
      if (next.name().equals("getResultList") || next.name().equals("list")) {
        return !counted.isCounted(next);
      }
      each = next;
    }
    return file.parent(each) instanceof Stmt.Local local && isListed(local);
  }

  private boolean isListed(Stmt.Local query) {
    List<String> calls =
        Bindings.of(file).uses(query).stream()
            .map(file::parent)
            .filter(Expr.Call.class::isInstance)
            .map(each -> ((Expr.Call) each).name())
            .toList();
    return calls.contains("getResultList") && !calls.contains("setMaxResults");
  }

  /** {@code @Query("select o from Order o") List<Order> all();}. */
  private void declared(Decl.Method method) {
    Annotation query = QUERY.annotationIn(method.annotations());
    if (query == null || query.argument("value") == null || method.returnType() == null) {
      return;
    }
    TypeRef given = method.returnType().ref();
    boolean isList =
        given.isAnyOf("java.util.Collection", "java.lang.Iterable").isYes()
            && !given.isA("org.springframework.data.domain.Slice").isYes();
    boolean isWhole =
        Constants.of(file)
            .text(query.argument("value"))
            .filter(TableText::isWholeTable)
            .isPresent();
    if (isList && isWhole && method.params().isEmpty()) {
      report
          .at(method, ScaleTrapRule.UNBOUNDED_READ, method.name(), "reads the whole table")
          .confidence(Confidence.MEDIUM);
    }
  }
}
