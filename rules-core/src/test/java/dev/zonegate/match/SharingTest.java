package dev.zonegate.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.model.Decl;
import dev.zonegate.model.SourceFile;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SharingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@org.springframework.stereotype.Service class Orders { int sum; }|@Service",
        "@org.springframework.stereotype.Service abstract class Orders { int sum; }|@Service",
        "class Orders extends jakarta.servlet.http.HttpServlet { int sum; }|HttpServlet",
        "class Orders extends Thread implements jakarta.servlet.Filter { int sum; }|Filter",
        "class Orders { static int sum; }|static",
        "@org.springframework.stereotype.Service @org.springframework.context.annotation.Scope"
            + "(\"singleton\") class Orders { int sum; }|@Service",
        "@jakarta.ejb.Singleton @jakarta.ejb.ConcurrencyManagement("
            + "jakarta.ejb.ConcurrencyManagementType.BEAN) class Orders { int sum; }|@Singleton",
        "@jakarta.ejb.Singleton class Orders { int sum; @jakarta.ejb.Lock("
            + "jakarta.ejb.LockType.READ) int sum() { return sum; } }|@Singleton",
      })
  void allThreadsUseIt(String code, String evidence) {
    assertThat(evidence(code)).containsExactly(evidence);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "class Orders { int sum; }",
        "class Orders extends Thread implements Runnable { int sum; }",
        "abstract class Orders extends jakarta.servlet.http.HttpServlet { int sum; }",
        "class Orders extends jakarta.servlet.http.HttpServlet"
            + " implements jakarta.servlet.SingleThreadModel { int sum; }",
        "@org.springframework.stereotype.Service"
            + " @org.springframework.web.context.annotation.RequestScope class Orders { int sum; }",
        "@org.springframework.stereotype.Service @acme.ThreadScope class Orders { int sum; }",
        "@org.springframework.stereotype.Service @org.springframework.context.annotation.Scope"
            + "(\"prototype\") class Orders { int sum; }",
        "@jakarta.ejb.Singleton class Orders { int sum; }",
        "@jakarta.ejb.Singleton class Orders { int sum; @jakarta.ejb.Lock("
            + "jakarta.ejb.LockType.WRITE) int sum() { return sum; } }",
        "@jakarta.ejb.Singleton class Orders { int sum; @Deprecated int READ() { return sum; } }",
      })
  void nothingSaysSo(String code) {
    assertThat(evidence(code)).isEmpty();
  }

  private static List<String> evidence(String code) {
    SourceFile file = Snippet.withLibraries(code);
    return Sharing.evidence(file, file.all(Decl.Field.class).get(0)).stream().toList();
  }
}
