package dev.zonegate.rules.missingtimeout;

import dev.zonegate.match.Api;
import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.ClientTimeouts;
import dev.zonegate.match.Limits;
import dev.zonegate.match.ObjectFlow;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.SourceFile;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Severity;
import java.util.List;

/** Finds clients with good defaults whose limits are switched off, and streams without any. */
final class OkHttpInfinite {
  private static final ApiSet SETTERS = ApiSet.load("timeouts/off-switches.api");
  private static final ApiSet STREAMING = ApiSet.load("timeouts/streaming.api");
  private static final ApiSet OK_HTTP =
      ApiSet.of("okhttp3.OkHttpClient.Builder#new", "okhttp3.OkHttpClient#new");
  private static final ApiSet RETROFIT = ApiSet.of("retrofit2.Retrofit.Builder#new");
  private static final ApiSet CALL_TIMEOUT = ApiSet.of("okhttp3.OkHttpClient.Builder#callTimeout");
  private static final ApiSet LASTING =
      ApiSet.of(
          "okhttp3.OkHttpClient#newWebSocket",
          "okhttp3.WebSocket.Factory#newWebSocket",
          "okhttp3.sse.EventSource.Factory#newEventSource",
          "okhttp3.sse.EventSources#createFactory");
  private final SourceFile file;

  private OkHttpInfinite(SourceFile file) {
    this.file = file;
  }

  static void find(SourceFile file, Reporter report) {
    OkHttpInfinite search = new OkHttpInfinite(file);
    for (Invocation use : SETTERS.usesIn(file)) {
      SETTERS.find(use).ifPresent(api -> search.check(use, api, report));
    }
    if (search.isStreaming()) {
      search.checkStreams(report);
    }
  }

  private void check(Invocation use, Api api, Reporter report) {
    int amount = api.number("arg", 0);
    boolean isOff =
        amount < use.arguments().size() && Limits.of(file).isNone(use.arguments().get(amount));
    if (isOff && !isLimitedOtherwise(use)) {
      report.at(
          use,
          MissingTimeoutRule.OK_HTTP_INFINITE,
          use.shortName(),
          "switches the "
              + api.attributes().get("what")
              + " timeout off, so a silent server holds its callers for ever");
    }
  }

  /** Whether the whole call has a limit, or is meant to stay open. */
  private boolean isLimitedOtherwise(Invocation use) {
    return use instanceof Expr.Call call && isCallLimited(root(call)) || isLasting();
  }

  private static Expr root(Expr.Call call) {
    Expr root = call;
    while (root instanceof Expr.Call link && link.target() != null) {
      root = link.target();
    }
    return root;
  }

  private boolean isCallLimited(Expr root) {
    ObjectFlow flow =
        Bindings.of(file)
            .declaration(root)
            .map(it -> ObjectFlow.of(file, it))
            .orElseGet(() -> ObjectFlow.of(file, root));
    return flow.calls().stream()
        .anyMatch(
            each ->
                !CALL_TIMEOUT.matches(each).isNo() && !ClientTimeouts.of(file).set(each).isEmpty());
  }

  private boolean isStreaming() {
    return file.all(Annotation.class).stream()
            .anyMatch(each -> each.type().isNamed("retrofit2.http.Streaming"))
        || file.all(Expr.Call.class).stream().anyMatch(each -> STREAMING.matches(each).isYes());
  }

  private void checkStreams(Reporter report) {
    for (Expr.New made : file.all(Expr.New.class)) {
      boolean isOwn = OK_HTTP.matches(made).isYes() && !isCallLimited(made);
      boolean isDefault = RETROFIT.matches(made).isYes() && !hasClient(made);
      if ((isOwn || isDefault) && !isLasting()) {
        report
            .at(
                made,
                MissingTimeoutRule.OK_HTTP_INFINITE,
                made.shortName(),
                "streams bodies with no limit for the whole call, so a slow server can hold it for ever")
            .severity(Severity.NOTE);
      }
    }
  }

  private boolean isLasting() {
    return file.all(Invocation.class).stream().anyMatch(each -> !LASTING.matches(each).isNo());
  }

  private boolean hasClient(Expr.New made) {
    List<Expr.Call> calls = ObjectFlow.of(file, made).calls();
    return calls.stream()
        .anyMatch(each -> each.name().equals("client") || each.name().equals("callFactory"));
  }
}
