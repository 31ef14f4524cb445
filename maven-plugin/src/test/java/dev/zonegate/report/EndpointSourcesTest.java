package dev.zonegate.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.engine.Analysis;
import dev.zonegate.engine.Settings;
import dev.zonegate.facts.Project;
import dev.zonegate.frontend.javac.JavacFrontEnd;
import dev.zonegate.gate.Inputs;
import dev.zonegate.gate.SourceAnalysis;
import dev.zonegate.gate.SourceListing;
import dev.zonegate.gate.SourceRoot;
import dev.zonegate.model.SourceFile.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sources and settings without any library: what they say of who may call what. */
final class EndpointSourcesTest {
  @TempDir Path folder;

  @Test
  void webXmlMapsAndGuardsServlets() throws IOException {
    write(
        "src/main/java/Ledger.java",
        "import jakarta.servlet.http.HttpServlet;",
        "import jakarta.servlet.http.HttpServletRequest;",
        "import jakarta.servlet.http.HttpServletResponse;",
        "public class Ledger extends HttpServlet {",
        "  protected void doGet(HttpServletRequest ask, HttpServletResponse answer) {}",
        "}");
    write(
        "src/main/webapp/WEB-INF/web.xml",
        "<web-app>",
        "<servlet><servlet-name>l</servlet-name><servlet-class>Ledger</servlet-class></servlet>",
        "<servlet-mapping><servlet-name>l</servlet-name><url-pattern>/ledger/*</url-pattern></servlet-mapping>",
        "<security-constraint><web-resource-collection><url-pattern>/ledger/*</url-pattern></web-resource-collection>",
        "<auth-constraint><role-name>clerk</role-name></auth-constraint></security-constraint>",
        "</web-app>");
    assertThat(table())
        .containsExactly(
            "GET /ledger/* Ledger.doGet <auth-constraint> clerk src/main/webapp/WEB-INF/web.xml",
            "1 endpoints: 0 open, 0 not known");
  }

  @Test
  void micronautsAnnotationsAndUrlMapCount() throws IOException {
    write(
        "Prices.java",
        "import io.micronaut.http.annotation.Controller;",
        "import io.micronaut.http.annotation.Get;",
        "import io.micronaut.http.annotation.Post;",
        "import io.micronaut.http.annotation.Put;",
        "import io.micronaut.security.annotation.Secured;",
        "import io.micronaut.security.rules.SecurityRule;",
        "@Controller(\"/prices\") class Prices {",
        "  @Get @Secured(SecurityRule.IS_ANONYMOUS) String all() { return null; }",
        "  @Post @Secured(\"CLERK\") void add() {}",
        "  @Put(\"/{id}\") void change(long id) {}",
        "}");
    write(
        "application.yml",
        "micronaut:",
        "  security:",
        "    intercept-url-map:",
        "      - pattern: /prices/**",
        "        http-method: PUT",
        "        access:",
        "          - ADMIN");
    assertThat(table())
        .containsExactly(
            "open GET /prices Prices.all @Secured(SecurityRule.IS_ANONYMOUS) Prices.all",
            "POST /prices Prices.add @Secured(\"CLERK\") Prices.add",
            "PUT /prices/{id} Prices.change access ADMIN application.yml",
            "3 endpoints: 1 open, 0 not known");
  }

  @Test
  void anInterceptorGuardsCallsAndNoRequests() throws IOException {
    write(
        "Orders.java",
        "import io.grpc.stub.StreamObserver;",
        "class Orders extends acme.OrdersGrpc.OrdersImplBase {",
        "  public void place(String order, StreamObserver<String> done) {}",
        "}");
    write(
        "Status.java",
        "import org.springframework.web.bind.annotation.GetMapping;",
        "import org.springframework.web.bind.annotation.RestController;",
        "@RestController class Status { @GetMapping(\"/status\") String status() { return null; } }");
    assertThat(table().get(0)).isEqualTo("open GRPC Orders/place Orders.place");
    write(
        "Tokens.java",
        "import io.grpc.Metadata;",
        "import io.grpc.ServerCall;",
        "import io.grpc.ServerCallHandler;",
        "import io.grpc.ServerInterceptor;",
        "class Tokens implements ServerInterceptor {",
        "  public <Q, A> ServerCall.Listener<Q> interceptCall(",
        "      ServerCall<Q, A> call, Metadata head, ServerCallHandler<Q, A> next) {",
        "    if (head == null) { call.close(io.grpc.Status.UNAUTHENTICATED, head); }",
        "    return next.startCall(call, head);",
        "  }",
        "}");
    assertThat(table())
        .contains(
            "? GRPC Orders/place Orders.place Tokens Tokens.java",
            "open GET /status Status.status");
  }

  @Test
  void settingsPutManagementOnTheWebAndImplyADefaultChain() throws IOException {
    write(
        "application.properties",
        "management.endpoints.web.exposure.include=health,env",
        "management.endpoints.web.base-path=/manage");
    assertThat(table()).contains("open any /manage/env Actuator.env");
    write("application-more.properties", "x=y");
    write("config/application.properties", "spring.security.user.name=clerk");
    assertThat(table())
        .contains(
            "any /manage/env Actuator.env Spring Boot's default chain config/application.properties");
  }

  @Test
  void configurationOfAnotherProjectIsNotKnown() throws IOException {
    write(
        "app/Shop.java",
        "package app;",
        "import org.springframework.boot.autoconfigure.SpringBootApplication;",
        "import org.springframework.web.bind.annotation.GetMapping;",
        "import org.springframework.web.bind.annotation.RestController;",
        "@SpringBootApplication(scanBasePackages = {\"app\", \"com.acme.security.*\"}) class Shop {}",
        "@RestController class Status { @GetMapping(\"/status\") String status() { return null; } }");
    assertThat(table()).contains("? GET /status Status.status not known com.acme.security");
  }

  private void write(String path, String... lines) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, String.join("\n", lines) + "\n");
  }

  /** The table without its head, blanks and zone. */
  private List<String> table() {
    Settings settings = new Settings(Set.of(), Set.of());
    List<SourceRoot> roots = List.of(new SourceRoot(folder, Role.MAIN, SourceRoot.Holds.BOTH));
    SourceListing listing = SourceListing.of(roots, folder, SourceListing.Filter.ALL);
    Inputs inputs = new Inputs(listing, StandardCharsets.UTF_8, List.of(), false, 0, 0, settings);
    Analysis analysis = new Analysis(List.of(), settings);
    Project project =
        Project.whole(
            SourceAnalysis.of(inputs, List.of(new JavacFrontEnd()), analysis, "").facts());
    return EndpointTable.lines(project, path -> "").stream()
        .skip(1)
        .map(each -> each.text().strip().replaceAll("\\s+", " "))
        .toList();
  }
}
