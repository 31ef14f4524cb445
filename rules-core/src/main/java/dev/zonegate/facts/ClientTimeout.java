package dev.zonegate.facts;

import dev.zonegate.match.ClientTimeouts;
import dev.zonegate.match.ClientTimeouts.Client;
import dev.zonegate.match.ClientTimeouts.Given;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Span;
import java.util.function.Consumer;

/**
 * A place that makes a remote client or a request, or sets timeouts of a client made elsewhere.
 *
 * @param at the call
 * @param family what kind of client: {@code jdkClient}, {@code webClient}
 * @param isBounded whether it has the timeouts that it needs
 */
public record ClientTimeout(String path, Span at, String family, Role role, boolean isBounded)
    implements Fact {
  /** What the place does. */
  public enum Role {
    /** It makes a client or a request. */
    MADE,
    /** It sends a request with a client made before. */
    SENT,
    /** It sets a timeout of what it is given. */
    GIVEN
  }

  static void collect(SourceFile file, Consumer<Fact> facts) {
    ClientTimeouts timeouts = ClientTimeouts.of(file);
    for (Client each : timeouts.clients()) {
      facts.accept(of(file, each.made().anchor(), each.family(), Role.MADE, each.isBounded()));
    }
    for (Given each : timeouts.given()) {
      facts.accept(of(file, each.call().anchor(), each.family(), Role.GIVEN, true));
    }
    for (ClientTimeouts.Exchange each : timeouts.exchanges()) {
      facts.accept(of(file, each.call().anchor(), "webClient", Role.SENT, each.isBounded()));
    }
  }

  private static ClientTimeout of(
      SourceFile file, Span at, String family, Role role, boolean isBounded) {
    return new ClientTimeout(file.path(), at, family, role, isBounded);
  }
}
