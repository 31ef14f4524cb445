package dev.zonegate.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.model.Decl;
import dev.zonegate.model.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GrpcCallsTest {
  private static final String BASE = "OrdersGrpc.OrdersImplBase";
  private static final String CALL =
      "public void find(Request request, StreamObserver<Reply> out) { }";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "class Orders extends OrdersGrpc.OrdersImplBase { }",
        "class Orders implements io.grpc.BindableService { }",
        "@net.devh.boot.grpc.server.service.GrpcService class Orders { }",
      })
  void isService(String code) {
    assertThat(GrpcCalls.isService(last(code))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "class Orders { }",
        "class Orders extends OrdersGrpc.OrdersStub { }",
        "class Orders extends OrdersImplBase { } ",
        "@org.springframework.stereotype.Service class Orders implements Runnable { }",
      })
  void isNoService(String code) {
    assertThat(GrpcCalls.isService(last(code))).isFalse();
  }

  private static Decl.Type last(String code) {
    var types = file(code).all(Decl.Type.class);
    return types.get(types.size() - 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        CALL,
        "void send(StreamObserver<Reply> out) { }",
        "public Mono<Reply> find(Request request) { return null; }",
        "public Flux<Reply> list(Request request) { return null; }",
      })
  void isCall(String code) {
    assertThat(GrpcCalls.isCall(method(BASE, code))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "private void find(Request request, StreamObserver<Reply> out) { }",
        "static void find(Request request, StreamObserver<Reply> out) { }",
        "public void find(StreamObserver<Reply> out, Request request) { }",
        "public void find() { }",
        "public Mono<Reply> find() { return null; }",
        "public Mono<Reply> find(Request request, int most) { return null; }",
        "Mono<Reply> find(Request request) { return null; }",
        "public Reply find(Request request) { return null; }",
        "public Orders(Request request) { }",
      })
  void isNoCall(String code) {
    assertThat(GrpcCalls.isCall(method(BASE, code))).isFalse();
  }

  @Test
  void whatTheClientSentIsTheFirstThing() {
    assertThat(isRequest(BASE, CALL, 0)).isTrue();
    assertThat(isRequest(BASE, CALL, 1)).isFalse();
    assertThat(isRequest("Object", CALL, 0)).isFalse();
    assertThat(isRequest(BASE, "void send(StreamObserver<Reply> out) { }", 0)).isFalse();
    assertThat(isRequest(BASE, CALL.replace("public", "private"), 0)).isFalse();
  }

  private static boolean isRequest(String base, String code, int at) {
    SourceFile file = service(base, code);
    Decl.Method method = asked(file);
    return GrpcCalls.isRequest(file, method, method.params().get(at));
  }

  private static Decl.Method method(String base, String code) {
    return asked(service(base, code));
  }

  private static SourceFile service(String base, String code) {
    return file("class Orders extends " + base + " { " + code + " }");
  }

  private static Decl.Method asked(SourceFile file) {
    return file.all(Decl.Method.class).stream()
        .filter(each -> each.body() != null)
        .findFirst()
        .orElseThrow();
  }

  private static SourceFile file(String code) {
    return Snippet.withLibraries(
        "import io.grpc.stub.StreamObserver; import reactor.core.publisher.*;"
            + " class Request { } class Reply { }"
            + " class OrdersGrpc { static class OrdersImplBase { } static class OrdersStub { } }"
            + " class OrdersImplBase { } "
            + code);
  }
}
