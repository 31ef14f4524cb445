package dev.zonegate.rules.missingtimeout;

import dev.zonegate.match.Bindings;
import dev.zonegate.match.ClientTimeouts;
import dev.zonegate.match.ClientTimeouts.Client;
import dev.zonegate.match.ClientTimeouts.Exchange;
import dev.zonegate.match.ObjectFlow;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Reporter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Finds `WebClient`s without a response timeout whose exchanges have none either, and exchanges
 * without one among others that have one.
 */
final class WebClients {
  private static final String CLIENT = "org.springframework.web.reactive.function.client.WebClient";
  private final SourceFile file;
  private final ClientTimeouts timeouts;
  private final List<Exchange> exchanges;

  private WebClients(SourceFile file) {
    this.file = file;
    this.timeouts = ClientTimeouts.of(file);
    this.exchanges = timeouts.exchanges();
  }

  static void find(SourceFile file, Reporter report) {
    WebClients search = new WebClients(file);
    for (Client each : search.timeouts.clients()) {
      if (each.family().equals("webClient")) {
        search.check(each, report);
      }
    }
    for (Exchange each : search.exchanges) {
      if (!each.isBounded() && search.isOnGiven(each.call())) {
        search.checkBlock(each.call(), report);
      }
    }
  }

  private boolean isOnGiven(Expr.Call exchange) {
    Expr root = exchange;
    while (root instanceof Expr.Call link && link.target() != null) {
      root = link.target();
    }
    Variable client = Bindings.of(file).declaration(root).orElse(null);
    return client != null
        && client.initializer() == null
        && client.type() != null
        && client.type().ref().isNamed(CLIENT)
        && Bindings.of(file).assignments(client).stream().noneMatch(this::isMadeHere);
  }

  private boolean isMadeHere(Expr.Assign assign) {
    return !(assign.value() instanceof Expr.Name given)
        || !(Bindings.of(file).declaration(given).orElse(null) instanceof Decl.Param);
  }

  private void checkBlock(Expr.Call exchange, Reporter report) {
    Excuse excuse = new Excuse("webClient", Excuse.Origin.ELSEWHERE);
    ObjectFlow.of(file, exchange).calls().stream()
        .filter(each -> each.name().startsWith("block") && each.arguments().isEmpty())
        .findFirst()
        .ifPresent(
            each ->
                report.candidate(
                    each, MissingTimeoutRule.WEB_CLIENT_NO_TIMEOUT, excuse, each.shortName()));
  }

  private void check(Client client, Reporter report) {
    Set<Expr.Call> calls = identical(client.flow().calls());
    List<Exchange> own = exchanges.stream().filter(each -> calls.contains(each.call())).toList();
    if (isBoundedItself(client, own)) {
      return;
    }
    List<Exchange> unbounded =
        own.stream().filter(each -> !each.isBounded() && !each.isOpen()).toList();
    boolean isAnyBounded = own.stream().anyMatch(Exchange::isBounded);
    if (isAnyBounded) {
      unbounded.forEach(
          each ->
              report.at(
                  each.call(), MissingTimeoutRule.WEB_CLIENT_NO_TIMEOUT, each.call().shortName()));
      return;
    }
    String name = client.made().shortName();
    if (unbounded.isEmpty() || client.flow().isLeaving()) {
      Excuse excuse = new Excuse("webClient", Excuse.Origin.MADE);
      report.candidate(client.made(), MissingTimeoutRule.WEB_CLIENT_NO_TIMEOUT, excuse, name);
    } else {
      report.at(client.made(), MissingTimeoutRule.WEB_CLIENT_NO_TIMEOUT, name);
    }
  }

  /** Whether a call other than those on what its exchanges give sets a timeout. */
  private boolean isBoundedItself(Client client, List<Exchange> own) {
    List<Expr.Call> before = new ArrayList<>(client.flow().calls());
    for (Exchange each : own) {
      before.removeAll(ObjectFlow.of(file, each.call()).calls());
    }
    return before.stream().anyMatch(each -> timeouts.set(each).contains("read"));
  }

  private static Set<Expr.Call> identical(List<Expr.Call> calls) {
    Set<Expr.Call> found = Collections.newSetFromMap(new IdentityHashMap<>());
    found.addAll(calls);
    return found;
  }
}
