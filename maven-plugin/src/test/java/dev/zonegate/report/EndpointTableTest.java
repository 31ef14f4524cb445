package dev.zonegate.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.facts.Endpoint;
import dev.zonegate.facts.Guard;
import dev.zonegate.facts.Project;
import dev.zonegate.facts.Route;
import dev.zonegate.model.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EndpointTableTest {
  private static Route route(int line, String verb, String path, String method, Guard... guards) {
    return new Route(
        new Endpoint(
            "src/Orders.java",
            new Span(line, 1, line, 5),
            Endpoint.Kind.ROUTE,
            List.of(verb),
            List.of(path),
            "acme.Orders",
            method,
            List.of(),
            List.of(guards),
            false,
            false,
            List.of()));
  }

  @Test
  void anEndpointShowsItsGuardAndWhereThatComesFrom() {
    Guard guard = new Guard(Guard.Source.CLASS, "@Secured(\"CLERK\")", "Orders", false);
    Project project =
        Project.whole(
            List.of(
                route(1, "GET", "/orders", "list", guard), route(2, "POST", "/orders", "place")));

    assertThat(EndpointTable.lines(project, path -> "core").stream().map(Line::text).toList())
        .containsExactly(
            "      method  path     handler       guard              from    zone",
            "      GET     /orders  Orders.list   @Secured(\"CLERK\")  Orders  core",
            "open  POST    /orders  Orders.place                             core",
            "2 endpoints: 1 open, 0 not known");
  }
}
