package dev.zonegate.rules.missingtimeout;

import dev.zonegate.match.Api;
import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Constants;
import dev.zonegate.match.Limits;
import dev.zonegate.match.ObjectFlow;
import dev.zonegate.model.Answer;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Reporter;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

/** Finds URLs, sockets, and mail, directory and FTP connections that are read without a limit. */
final class RawConnection {
  private static final ApiSet OPENED = ApiSet.load("timeouts/connections.api");
  private static final ApiSet BOUNDS = ApiSet.load("timeouts/connection-bounds.api");
  private static final ApiSet READS =
      ApiSet.of("java.net.Socket#getInputStream", "java.net.Socket#getChannel");
  private final SourceFile file;
  private final RemoteAddress addresses;

  private RawConnection(SourceFile file) {
    this.file = file;
    this.addresses = new RemoteAddress(file);
  }

  static void find(SourceFile file, Reporter report) {
    RawConnection search = new RawConnection(file);
    for (Invocation use : OPENED.usesIn(file)) {
      if (use instanceof Expr opened) {
        OPENED.find(use).ifPresent(api -> search.check(opened, use, api, report));
      }
    }
  }

  private void check(Expr opened, Invocation use, Api api, Reporter report) {
    Answer remote = isRemote(opened, use, api);
    if (remote.isNo()) {
      return;
    }
    Set<String> missing = missing(opened, api);
    if (missing.isEmpty() || isConfiguredByKeys(use, api) || isMadeForCaller(use)) {
      return;
    }
    report
        .at(use, MissingTimeoutRule.RAW_CONNECTION, use.shortName(), String.join(" or ", missing))
        .confidence(remote.isYes() ? Confidence.HIGH : Confidence.MEDIUM);
  }

  /** In a socket factory that hands on what another one makes, whoever asked for it sets limits. */
  private boolean isMadeForCaller(Invocation use) {
    Decl.Type type = file.enclosing(use, Decl.Type.class);
    return use.name().equals("createSocket")
        && type != null
        && type.extendsTypes().stream()
            .anyMatch(each -> each.ref().isA("javax.net.SocketFactory").isYes());
  }

  /** Whether what is opened is on another machine; a cast to HTTP and a limit say so. */
  private Answer isRemote(Expr opened, Invocation use, Api api) {
    String where = api.attributes().get("url");
    if (where == null) {
      return Answer.YES;
    }
    boolean isHttp =
        file.parent(opened) instanceof Expr.Cast cast
                && cast.to().ref().isA("java.net.HttpURLConnection").isYes()
            || isGivenLimit(opened);
    Expr url = where.equals("target") ? use.target() : use.arguments().get(0);
    return isHttp ? Answer.YES : url == null ? Answer.NO : addresses.isRemote(url);
  }

  /** A connection that gets one of its limits is no file. */
  private boolean isGivenLimit(Expr opened) {
    return ObjectFlow.of(file, opened).calls().stream().anyMatch(each -> !set(each).isEmpty());
  }

  private Set<String> missing(Expr opened, Api api) {
    Set<String> missing =
        new LinkedHashSet<>(Arrays.asList(api.attributes().get("needs").split(",")));
    ObjectFlow flow = ObjectFlow.of(file, opened);
    flow.calls().forEach(each -> missing.removeAll(set(each)));
    boolean isGivenAway =
        flow.passed().stream()
            .anyMatch(each -> Limits.isNamed(each.to().name()) || isConfiguring(each.to()));
    boolean isSocket = api.has("kind", "socket");
    if (isSocket && flow.calls().stream().noneMatch(each -> READS.matches(each).isYes())) {
      missing.remove("read");
    }
    if (api.has("kind", "unconnected") && !connectsWithoutLimit(flow)) {
      missing.remove("connect");
    }
    if (isGivenAway) {
      missing.clear();
    }
    return missing;
  }

  private static boolean isConfiguring(Invocation use) {
    return use.name().matches("(configure|prepare|init|setup|apply).*");
  }

  private Set<String> set(Expr.Call call) {
    Set<String> set = new LinkedHashSet<>();
    boolean isOff = !call.arguments().isEmpty() && Limits.of(file).isNone(call.arguments().get(0));
    if (!isOff) {
      BOUNDS
          .mayBe(call)
          .forEach(each -> set.addAll(Arrays.asList(each.attributes().get("sets").split(","))));
    }
    return set;
  }

  private boolean connectsWithoutLimit(ObjectFlow flow) {
    return flow.calls().stream()
        .anyMatch(
            each ->
                each.name().equals("connect")
                    && (each.arguments().size() == 1
                        || each.arguments().size() == 2
                            && Limits.of(file).isNone(each.arguments().get(1))));
  }

  /** Whether the surroundings put the properties that set the timeouts. */
  private boolean isConfiguredByKeys(Invocation use, Api api) {
    String keys = api.attributes().get("keys");
    if (keys == null) {
      return false;
    }
    Node around = file.enclosing(use, Decl.Type.class);
    return file.allIn(around == null ? file.unit() : around, Expr.class).stream()
            .filter(each -> each instanceof Expr.Literal || each instanceof Expr.Name)
            .map(each -> Constants.of(file).text(each).orElse(""))
            .anyMatch(each -> each.matches(keys))
        || isGivenProperties(use, api);
  }

  /** Whether the properties come from where this file does not show. */
  private boolean isGivenProperties(Invocation use, Api api) {
    int index = api.number("properties", -1);
    return index >= 0
        && index < use.arguments().size()
        && !PropertiesShown.in(file, use.arguments().get(index));
  }
}
