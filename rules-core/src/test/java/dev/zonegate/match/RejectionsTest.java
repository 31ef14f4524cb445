package dev.zonegate.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.frontend.SourceInput;
import dev.zonegate.frontend.SourceSet;
import dev.zonegate.frontend.javac.JavacFrontEnd;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.SourceText;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether code turns somebody away for who it is is what a check of the caller is known by. */
final class RejectionsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "response.sendError(401);",
        "response.sendError(403, \"no\");",
        "response.setStatus(HttpStatus.FORBIDDEN);",
        "response.status(Status.UNAUTHORIZED).build();",
        "context.abortWith(Response.status(Status.FORBIDDEN).build());",
        "call.close(Status.PERMISSION_DENIED, headers);",
        "observer.onError(Status.UNAUTHENTICATED.asRuntimeException());",
        "answerForbidden(response);",
        "throw new AccessDeniedException(\"no\");",
        "throw new UnauthorizedException();",
      })
  void turnsACallerAway(String code) {
    SourceFile file = file(code);
    assertThat(Rejections.ofCallers(file, file.unit())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "response.sendError(404);",
        "response.sendError();",
        "response.setStatus(HttpStatus.NOT_FOUND);",
        "response.setHeader(403);",
        "call.close(Status.UNAVAILABLE, headers);",
        "log(Status.PERMISSION_DENIED);",
        "throw new IllegalStateException(\"Forbidden\");",
        "throw forbidden;",
        "new AccessDeniedException(\"no\");",
      })
  void turnsNobodyAwayForWhoTheyAre(String code) {
    SourceFile file = file(code);
    assertThat(Rejections.ofCallers(file, file.unit())).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "response.sendRejection();",
        "response.setStatus(429);",
        "response.setStatus(HttpStatus.BAD_REQUEST);",
        "deny();",
        "commence(request);",
        "notSupported();",
      })
  void turnsARequestAway(String code) {
    assertThat(first(code)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "response.setStatus(200);",
        "response.setStatus();",
        "response.setHeader(403);",
        "response.setStatus(HttpStatus.OK);",
        "denyable();",
        "supported();",
      })
  void letsARequestPass(String code) {
    assertThat(first(code)).isFalse();
  }

  private static boolean first(String code) {
    SourceFile file = file(code);
    return Rejections.is(file, file.allIn(file.unit(), Expr.Call.class).get(0));
  }

  private static SourceFile file(String code) {
    String text =
        "package a; import org.acme.AccessDeniedException; import org.acme.UnauthorizedException;"
            + " class A { void check() { "
            + code
            + " } }";
    SourceInput input = new SourceInput("A.java", SourceText.of(text), SourceFile.Role.MAIN);
    List<SourceFile> files = new ArrayList<>();
    new JavacFrontEnd().read(new SourceSet(List.of(input), List.of(), 17, 17), files::add);
    return files.get(0);
  }
}
