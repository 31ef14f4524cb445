package dev.zonegate.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.SourceFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AccessChecksTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "void run() { guard.checkPermission(1); }",
        "void run() { auth.users().requireManage(); }",
        "void run() { a(); b = !b; } void a() { c(); b = !b; } void c() { guard.checkPermission(1); b = !b; }",
        "void run() { a(); b = !b; } void a() { c(1); } void c(int n) { d(n); } void d(int n) { guard.checkPermission(n); }",
        "void run() { checkAccess(); } void checkAccess() { guard.checkPermission(1); }",
      })
  void areFound(String members) {
    assertThat(found(members)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "void run() { stock.checkAmount(1); }",
        "void run() { service.run(); }",
        "void run() { if (realm.isResetPasswordAllowed()) { throw null; } }",
        "void run() { users.verifyCredentials(); }",
        "void run() { frames.allowOthers(1); }",
        "void run() { checkAccess(); } void checkAccess() { if (other != null) other.access(); }",
        "void run() { a(); b = !b; } void a() { c(); b = !b; } void c() { d(); b = !b; } void d() { guard.checkPermission(1); }",
        "void run() { a(); b = !b; } void a() { c(one()); } void c(int n) { d(one()); } void d(int n) { guard.checkPermission(n); }",
      })
  void areNotFound(String members) {
    assertThat(found(members)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@PreAuthorize(\"permitAll()\")",
        "@PreAuthorize(\" permitAll \")",
        "@Secured(SecurityRule.IS_ANONYMOUS)",
        "@Secured(IS_ANONYMOUS)",
        "@Secured({\"IS_AUTHENTICATED_ANONYMOUSLY\"})",
        "@Secured({SecurityRule.IS_ANONYMOUS})",
      })
  void isOpen(String guard) {
    assertThat(AccessChecks.isOpen(annotation(guard))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@PreAuthorize(\"hasRole('A')\")",
        "@Secured(SecurityRule.IS_AUTHENTICATED)",
        "@Secured(ADMIN)",
        "@Secured({\"A\", \"B\"})",
        "@Guarded(1)",
      })
  void isNotOpen(String guard) {
    assertThat(AccessChecks.isOpen(annotation(guard))).isFalse();
  }

  private static Annotation annotation(String guard) {
    return Snippet.file("class Guarded { %s void run() { } }".formatted(guard))
        .all(Decl.Method.class)
        .get(0)
        .annotations()
        .get(0);
  }

  private static boolean found(String members) {
    SourceFile file =
        Snippet.file(
            "class Checked { boolean b; Object other; int one() { return 1; } %s }"
                .formatted(members));
    Decl.Method run =
        file.all(Decl.Method.class).stream()
            .filter(each -> each.name().equals("run"))
            .findFirst()
            .orElseThrow();
    return AccessChecks.in(file, run).isPresent();
  }
}
