package dev.zonegate.rules.scaletrap;

import dev.zonegate.facts.OutsideCalls;
import dev.zonegate.match.Api;
import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.OneTime;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Reporter;
import java.util.Optional;

/** Finds uploads and streams of rows that are read into memory as a whole. */
final class UploadInMemory {
  private static final ApiSet UPLOADS = ApiSet.load("scale/uploads.api");
  private static final ApiSet READS = ApiSet.load("scale/whole-reads.api");
  private static final int DEEPEST = 5;
  private final SourceFile file;

  private UploadInMemory(SourceFile file) {
    this.file = file;
  }

  static void find(SourceFile file, Reporter report) {
    UploadInMemory search = new UploadInMemory(file);
    for (Expr.Call call : file.all(Expr.Call.class)) {
      boolean isFound = search.isUpload(call) || search.isCollectedStream(call);
      if (isFound && !OneTime.isPartOf(file, call)) {
        search.report(call, report);
      }
    }
  }

  private void report(Expr.Call call, Reporter report) {
    if (isCollectedStream(call)) {
      report.at(
          call, ScaleTrapRule.UNBOUNDED_READ, call.shortName(), "keeps all of a stream in memory");
    } else if (!isMeasured(call)) {
      report
          .candidate(
              call,
              ScaleTrapRule.UNBOUNDED_READ,
              new UploadLimit(UPLOADS.matches(call).isYes()),
              call.shortName(),
              "holds a whole upload in memory")
          .confidence(Confidence.MEDIUM);
    }
  }

  private boolean isUpload(Expr.Call call) {
    if (UPLOADS.find(call).filter(each -> each.has("whole", "true")).isPresent()) {
      return true;
    }
    Api read = READS.find(call).orElse(null);
    if (read == null) {
      return false;
    }
    int from = read.number("from", 0);
    Expr stream = from < 0 ? call.target() : call.argument(from).orElse(null);
    return isSent(stream, DEEPEST);
  }

  /** Whether a stream is one of what a client sends, also with others around it. */
  private boolean isSent(Expr stream, int depth) {
    if (stream == null || depth == 0) {
      return false;
    }
    if (stream instanceof Expr.Call call) {
      return UPLOADS.matches(call).isYes();
    }
    if (stream instanceof Expr.New made) {
      return made.arguments().stream().anyMatch(each -> isSent(each, depth - 1));
    }
    Optional<Variable> variable = Bindings.of(file).declaration(stream);
    return variable.filter(it -> isSent(it.initializer(), depth - 1)).isPresent();
  }

  /** Whether the method looks at the size of something first. */
  private boolean isMeasured(Expr.Call read) {
    Decl.Method method = file.enclosing(read, Decl.Method.class);
    return method != null
        && file.allIn(method, Expr.Call.class).stream()
            .filter(each -> each.span().isBefore(read.span()))
            .anyMatch(
                each ->
                    each.name().matches("getSize|getContentLength(Long)?|length|limit")
                        || each.name().matches("(check|validate|require|ensure|verify)\\w*"));
  }

  /** {@code orders.streamAll().toList()}. */
  private boolean isCollectedStream(Expr.Call call) {
    boolean isEnd = call.name().equals("toList") || call.name().equals("collect");
    if (!isEnd) {
      return false;
    }
    Expr each = call.target();
    while (each instanceof Expr.Call link && link.target() != null) {
      if (link.name().matches("limit|filter|map\\w*|flatMap")) {
        return false;
      }
      if (link.name().equals("lines") && isSent(link.target(), DEEPEST)) {
        return true;
      }
      if (link.type().isA("java.util.stream.Stream").isYes()
          && OutsideCalls.isStore(link.receiverType())) {
        return link.name().matches("(stream|read|find|get)All\\w*|stream");
      }
      each = link.target();
    }
    return false;
  }
}
