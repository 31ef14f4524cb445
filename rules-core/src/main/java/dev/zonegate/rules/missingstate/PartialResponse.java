package dev.zonegate.rules.missingstate;

import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.Constants;
import dev.zonegate.match.Following;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Reporter;
import java.util.List;
import java.util.regex.Pattern;

/** Finds answers of which only the first part is read. */
final class PartialResponse {
  private static final ApiSet PAGES = ApiSet.load("states/pages.api");
  private static final ApiSet READS =
      ApiSet.of("java.io.InputStream#read(byte[])", "java.io.InputStream#read(byte[],int,int)");
  private static final ApiSet FIRST_PAGE =
      ApiSet.of(
          "org.springframework.data.domain.PageRequest#of",
          "org.springframework.data.domain.PageRequest#ofSize");
  private static final Pattern GOES_ON =
      Pattern.compile(
          "(?is)(is)?truncated|hasNext.*|next.*|getNext.*|getTotal.*|.*continuation.*"
              + "|.*lastEvaluatedKey|isLast|nextPageable|.*paginator|.*marker|maxKeys|limit|maxResults");
  private static final Pattern ONLY_FIRST =
      Pattern.compile(
          "(?is).*(top|first|latest|recent|newest|last|next|page|preview|sample|exists|any|one|head|batch|limit).*");
  private static final int ALL = 500;
  private static final int MANY = 100;

  private PartialResponse() {}

  static void find(SourceFile file, Reporter report) {
    for (Expr.Call call : file.all(Expr.Call.class)) {
      Decl.Method method = file.enclosing(call, Decl.Method.class);
      if (method == null || method.body() == null) {
        continue;
      }
      if (PAGES.matches(call).isYes() && !goesOn(file, method)) {
        report.at(
            call,
            MissingStateRule.PARTIAL_RESPONSE,
            call.shortName(),
            "answers with one page only");
      } else if (FIRST_PAGE.matches(call).isYes()) {
        checkPage(file, call, method, report);
      } else if (READS.matches(call).isYes()) {
        checkRead(file, call, report);
      }
    }
  }

  private static boolean goesOn(SourceFile file, Decl.Method method) {
    return ONLY_FIRST.matcher(method.name()).matches()
        || file.allIn(method.body(), Expr.Call.class).stream()
            .anyMatch(each -> GOES_ON.matcher(each.name()).matches());
  }

  /** {@code PageRequest.of(0, 1000)}, meant for all there are. */
  private static void checkPage(
      SourceFile file, Expr.Call page, Decl.Method method, Reporter report) {
    Expr size = page.argument(page.name().equals("of") ? 1 : 0).orElse(null);
    Expr content = content(file, page);
    int least = content != null ? MANY : ALL;
    boolean isFirst =
        !page.name().equals("of")
            || page.argument(0)
                .flatMap(each -> Constants.of(file).value(each))
                .filter(it -> it.equals(0))
                .isPresent();
    boolean isMeantForAll =
        size instanceof Expr.Literal
            && Constants.of(file)
                .value(size)
                .filter(it -> it instanceof Integer n && n >= least && n < Integer.MAX_VALUE)
                .isPresent();
    boolean isInLoop = enclosingLoop(file, page) != null;
    if (isFirst && isMeantForAll && !isInLoop && !goesOn(file, method)) {
      report
          .at(
              content != null ? content : page,
              MissingStateRule.PARTIAL_RESPONSE,
              page.shortName(),
              "leaves out what is beyond")
          .confidence(Confidence.MEDIUM);
    }
  }

  /**
   * {@code repository.findAll(PageRequest.of(0, 100)).getContent()}, also by way of a local: who
   * asked sees no page. Null if more than the content is used.
   */
  private static Expr content(SourceFile file, Expr.Call page) {
    if (!(file.parent(page) instanceof Expr.Call query)) {
      return null;
    }
    if (file.parent(query) instanceof Stmt.Local held) {
      List<Expr> uses = Bindings.of(file).uses(held);
      return uses.size() == 1 ? contentOf(uses.get(0), file.parent(uses.get(0))) : null;
    }
    return contentOf(query, file.parent(query));
  }

  private static Expr contentOf(Expr answer, Node use) {
    boolean isContent =
        use instanceof Expr.Call taken
            && taken.target() == answer
            && taken.name().matches("getContent|toList|stream|forEach");
    return isContent ? (Expr) use : null;
  }

  /** {@code in.read(buffer)} once, into a buffer that is made to hold it all. */
  private static void checkRead(SourceFile file, Expr.Call read, Reporter report) {
    if (enclosingLoop(file, read) != null || isInMemory(file, read)) {
      return;
    }
    boolean isForAll =
        Bindings.of(file)
            .declaration(read.arguments().get(0))
            .filter(Stmt.Local.class::isInstance)
            .map(each -> each.initializer())
            .filter(Expr.NewArray.class::isInstance)
            .filter(each -> isWholeLength(file, (Expr.NewArray) each))
            .isPresent();
    if (isForAll || file.parent(read) instanceof Stmt.Expression) {
      report.at(
          read, MissingStateRule.PARTIAL_RESPONSE, read.shortName(), "may read a part of it only");
    }
  }

  private static boolean isWholeLength(SourceFile file, Expr.NewArray buffer) {
    return buffer.sizes().size() == 1
        && file.allIn(buffer.sizes().get(0), Expr.Call.class).stream()
            .anyMatch(
                each ->
                    each.name()
                        .matches(
                            "available|length|size|getContentLength\\w*|contentLength|getSize"));
  }

  private static boolean isInMemory(SourceFile file, Expr.Call read) {
    return read.target() == null
        || read.target().type().isNamed("java.io.ByteArrayInputStream")
        || file.enclosing(read, Decl.Method.class).name().equals("read");
  }

  private static Node enclosingLoop(SourceFile file, Node node) {
    for (Node up = file.parent(node); up != null; up = file.parent(up)) {
      if (up instanceof Decl.Method) {
        return null;
      }
      if (Following.isLoop(up)) {
        return up;
      }
    }
    return null;
  }
}
