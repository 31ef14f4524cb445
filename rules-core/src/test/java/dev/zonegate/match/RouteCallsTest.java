package dev.zonegate.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RouteCallsTest {
  private static final String PACKAGE = "org.springframework.web.servlet.function.";
  private static final ApiSet READS = ApiSet.of(PACKAGE + "ServerRequest#pathVariable");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "return route().GET(\"/a\", this::list).build();",
        "return route().DELETE(\"/a\", this::list).build();",
        "return route(RequestPredicates.GET(\"/a\"), this::list);",
        "return old.andRoute(RequestPredicates.GET(\"/a\"), this::list);",
      })
  void makeARoute(String code) {
    SourceFile file = withSpring(code);
    assertThat(file.all(Expr.Call.class)).anyMatch(it -> RouteCalls.isRoute(file, it));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "return old;",
        "return new Client().GET(\"/a\");",
        "return this.GET(\"/a\");",
        "return new Client().route(\"/a\", this::list);",
        "return route().filter((request, next) -> next.handle(request)).build();",
      })
  void makeNone(String code) {
    SourceFile file = withSpring(code);
    assertThat(file.all(Expr.Call.class)).noneMatch(it -> RouteCalls.isRoute(file, it));
  }

  private static SourceFile withSpring(String code) {
    return Snippet.withLibraries(
        """
        import static org.springframework.web.servlet.function.RouterFunctions.route;
        import org.springframework.web.servlet.function.*;
        class Routes {
          RouterFunction<ServerResponse> routes(RouterFunction<ServerResponse> old) {
            %s
          }
          ServerResponse list(ServerRequest request) {
            return null;
          }
          RouterFunction<ServerResponse> GET(String path) {
            return null;
          }
          static class Client {
            RouterFunction<ServerResponse> GET(String path) {
              return null;
            }
            RouterFunction<ServerResponse> route(String path, HandlerFunction<?> handler) {
              return null;
            }
          }
        }
        """
            .formatted(code));
  }

  /** Nothing gives the parameter a type where the library is missing. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "return made.GET(\"/a\", request -> request.pathVariable(\"id\"));",
        "return route(made, request -> request.pathVariable(\"id\"));",
      })
  void aHandlerReadsItsRequest(String code) {
    assertThat(isRead("RouterFunction<ServerResponse>", code)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "return made.GET(\"/a\", (request, next) -> request.pathVariable(\"id\"));",
        "return made.filter(request -> request.pathVariable(\"id\"));",
        "return made.GET(\"/a\", (ServerRequest request) -> request.pathVariable(\"id\"));",
        "return made.GET(\"/a\", request -> request.pathVariables(\"id\"));",
        "return made.GET(\"/a\", request -> made.pathVariable(\"id\"));",
        "return made.GET(\"/a\", request -> pathVariable(request));",
        "return made.GET(\"/a\", request -> request::pathVariable);",
        "return made.pathVariable(\"id\");",
      })
  void othersDoNot(String code) {
    assertThat(isRead("RouterFunction<ServerResponse>", code)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Object", "Router<ServerResponse>"})
  void whatMakesNoRoutesHasNoHandlers(String made) {
    assertThat(isRead(made, "return made.GET(\"/a\", request -> request.pathVariable(\"id\"));"))
        .isFalse();
  }

  private static boolean isRead(String made, String code) {
    SourceFile file =
        Snippet.file(
            "import org.springframework.web.servlet.function.*; class Routes { "
                + made
                + " routes(Missing made) { "
                + code
                + " } }");
    return file.all(Expr.Call.class).stream().anyMatch(it -> RouteCalls.isRead(file, it, READS));
  }
}
