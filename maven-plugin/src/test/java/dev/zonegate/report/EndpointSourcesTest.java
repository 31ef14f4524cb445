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
  void aQuestionAboutASettingOrAChangeIsNoCheckOfACaller() throws IOException {
    write(
        "Users.java",
        "import org.springframework.web.bind.annotation.*;",
        "@RestController class Users {",
        "  Realm realm; Rights rights; Permissions permissions;",
        "  @PutMapping(\"/reset\") void reset() { if (realm.isResetPasswordAllowed()) save(); }",
        "  @PutMapping(\"/users\") void change(User user) { if (user.isPasswordChanged()) save(); }",
        "  @PutMapping(\"/vars\") void vars(String name) { if (!realm.hasVariableOnScope(name)) save(); }",
        "  @PutMapping(\"/rights\") void rights() { if (rights.isAllowed()) save(); }",
        "  @PutMapping(\"/roles\") void roles() { if (permissions.isChangeAllowed()) save(); }",
        "  @PutMapping(\"/scopes\") void scopes() { rights.requireScope(\"users\"); }",
        "  private void save() {}",
        "}");
    assertThat(table())
        .containsExactly(
            "open PUT /reset Users.reset",
            "open PUT /users Users.change",
            "open PUT /vars Users.vars",
            "PUT /rights Users.rights rights.isAllowed() Users.rights",
            "PUT /roles Users.roles permissions.isChangeAllowed() Users.roles",
            "PUT /scopes Users.scopes rights.requireScope(...) Users.scopes",
            "6 endpoints: 3 open, 0 not known");
  }

  @Test
  void aQuestionWhoseAnswerDecidesNothingIsNoCheck() throws IOException {
    write(
        "Codes.java",
        "import org.springframework.web.bind.annotation.*;",
        "@RestController class Codes {",
        "  User user; TokenStore tokens; Options options; Map page;",
        "  @GetMapping(\"/shown\") void shown() { page.put(\"mayDelete\", user.hasRole(\"ADMIN\")); work(); }",
        "  @GetMapping(\"/noted\") void noted() { if (!user.hasRole(\"ADMIN\")) { page.clear(); } work(); }",
        "  @GetMapping(\"/asked\") void asked() { if (!user.hasRole(\"ADMIN\")) { return; } work(); }",
        "  @GetMapping(\"/kept\") void kept() { boolean may = user.hasRole(\"ADMIN\"); if (may) { work(); } }",
        "  @GetMapping(\"/state\") void state() { if (tokens.find().isEmpty()) { return; } work(); }",
        "  @GetMapping(\"/frames\") void frames() { options.allowFrames(\"a\"); work(); }",
        "  @GetMapping(\"/switch\") void flag() { if (options.isValidateSignature()) { return; } work(); }",
        "  @GetMapping(\"/code\") void verifyCode() { verifyCode(user.code()); }",
        "  void verifyCode(String code) { work(); }",
        "  void work() {}",
        "}");
    assertThat(table())
        .containsExactly(
            "open GET /shown Codes.shown",
            "open GET /noted Codes.noted",
            "GET /asked Codes.asked user.hasRole(...) Codes.asked",
            "GET /kept Codes.kept user.hasRole(...) Codes.kept",
            "open GET /state Codes.state",
            "open GET /frames Codes.frames",
            "open GET /switch Codes.flag",
            "open GET /code Codes.verifyCode",
            "8 endpoints: 6 open, 0 not known");
  }

  @Test
  void whatChoosesAmongManyThingsTurnsNobodyAway() throws IOException {
    write(
        "Roles.java",
        "import java.util.*;",
        "import java.util.function.Predicate;",
        "import org.springframework.web.bind.annotation.*;",
        "@RestController class Roles {",
        "  List<Role> roles; List<Client> clients; Consent consent; Auth auth; User currentUser; User user;",
        "  @GetMapping(\"/granted\") List<Role> granted() {",
        "    Predicate<Role> inScope = role -> clients.stream().anyMatch(each -> each.hasScope(role));",
        "    return roles.stream().filter(inScope).toList();",
        "  }",
        "  @GetMapping(\"/refused\") List<Role> refused(Role role) {",
        "    if (clients.stream().noneMatch(each -> each.hasScope(role))) { return List.of(); }",
        "    return roles;",
        "  }",
        "  @GetMapping(\"/seen\") List<Role> seen() {",
        "    return roles.stream().filter(each -> auth.hasPermission(each)).toList();",
        "  }",
        "  @GetMapping(\"/mine\") List<Role> mine() {",
        "    return roles.stream().filter(each -> currentUser.hasRole(each)).toList();",
        "  }",
        "  @PostMapping(\"/consents\") void consent() {",
        "    boolean isNew = false;",
        "    for (Role each : roles) {",
        "      if (!consent.isScopeGranted(each)) { consent.add(each); isNew = true; }",
        "    }",
        "    if (isNew) { save(); }",
        "    log();",
        "  }",
        "  @PostMapping(\"/found\") void found() {",
        "    boolean isFound = false;",
        "    for (Role each : roles) { if (consent.isScopeGranted(each)) { isFound = true; } }",
        "    if (!isFound) { throw new IllegalStateException(); }",
        "    log();",
        "  }",
        "  @GetMapping(\"/page\") Map<String, Object> page() {",
        "    boolean mayDelete = false;",
        "    if (user != null) { mayDelete = user.hasRole(\"DELETE\"); }",
        "    Map<String, Object> page = new HashMap<>();",
        "    page.put(\"mayDelete\", mayDelete);",
        "    return page;",
        "  }",
        "  @GetMapping(\"/kept\") void kept() {",
        "    boolean mayDelete = false;",
        "    if (user != null) { mayDelete = user.hasRole(\"DELETE\"); }",
        "    if (!mayDelete) { throw new IllegalStateException(); }",
        "    log();",
        "  }",
        "  void save() {}",
        "  void log() {}",
        "}");
    assertThat(table())
        .containsExactly(
            "open GET /granted Roles.granted",
            "GET /refused Roles.refused each.hasScope(role) Roles.refused",
            "GET /seen Roles.seen auth.hasPermission(each) Roles.seen",
            "GET /mine Roles.mine currentUser.hasRole(each) Roles.mine",
            "open POST /consents Roles.consent",
            "POST /found Roles.found consent.isScopeGranted(each) Roles.found",
            "open GET /page Roles.page",
            "GET /kept Roles.kept user.hasRole(...) Roles.kept",
            "8 endpoints: 3 open, 0 not known");
  }

  @Test
  void howTheServerItselfLogsInElsewhereIsNoCheckOfACaller() throws IOException {
    write(
        "Answers.java",
        "import org.springframework.web.bind.annotation.*;",
        "@RestController class Answers {",
        "  Provider provider; Auth auth; Social social; User currentUser;",
        "  @GetMapping(\"/jwt\") String jwt() {",
        "    if (provider.getConfig().isJWTAuthentication()) { return signed(); }",
        "    return plain();",
        "  }",
        "  @GetMapping(\"/social\") String social() { return social.users().verifyCredentials().name(); }",
        "  @GetMapping(\"/given\") String given(String password) {",
        "    social.users().verifyCredentials(password);",
        "    return plain();",
        "  }",
        "  @GetMapping(\"/auth\") String auth() { auth.verifyCredentials(); return plain(); }",
        "  @GetMapping(\"/own\") String own() { currentUser.checkPassword(); return plain(); }",
        "  @GetMapping(\"/user\") String user() {",
        "    if (!currentUser.isJwtAuthentication()) { return null; }",
        "    return plain();",
        "  }",
        "  String signed() { return null; }",
        "  String plain() { return null; }",
        "}");
    assertThat(table())
        .containsExactly(
            "open GET /jwt Answers.jwt",
            "open GET /social Answers.social",
            "GET /given Answers.given users().verifyCredentials(password) Answers.given",
            "GET /auth Answers.auth auth.verifyCredentials() Answers.auth",
            "GET /own Answers.own currentUser.checkPassword() Answers.own",
            "GET /user Answers.user currentUser.isJwtAuthentication() Answers.user",
            "6 endpoints: 2 open, 0 not known");
  }

  @Test
  void anAnnotationThatIsNotThereIsNamed() throws IOException {
    write(
        "Orders.java",
        "import acme.security.ClerkOnly;",
        "import org.springframework.web.bind.annotation.*;",
        "@RestController @acme.audit.Watched class Orders {",
        "  @GetMapping(\"/orders\") @ClerkOnly void all() {}",
        "  @PostMapping(\"/orders\") void add() {}",
        "}");
    assertThat(table())
        .containsExactly(
            "? GET /orders Orders.all @ClerkOnly? Orders.all",
            "? POST /orders Orders.add @acme.audit.Watched? Orders",
            "2 endpoints: 0 open, 2 not known");
  }

  @Test
  void whatAsksAnInterceptorThatMayBeThereIsNotKnown() throws IOException {
    write("AccessInterceptor.java", "interface AccessInterceptor { void access(long id); }");
    write(
        "Base.java",
        "class Base {",
        "  protected AccessInterceptor interceptor;",
        "  protected void load(long id) { if (interceptor != null) { interceptor.access(id); } }",
        "}");
    write(
        "Tasks.java",
        "import org.springframework.web.bind.annotation.*;",
        "@RestController class Tasks extends Base {",
        "  @GetMapping(\"/tasks\") void all() { if (interceptor != null) interceptor.access(0); }",
        "  @GetMapping(\"/tasks/{id}\") void one(long id) { load(id); }",
        "  @PostMapping(\"/tasks\") void add(long id) { one(id); }",
        "  @PutMapping(\"/tasks\") void load() { load(1); }",
        "  @GetMapping(\"/states\") void states() { if (interceptor != null) { log(); } }",
        "  @GetMapping(\"/forms\") Form form() {",
        "    if (interceptor != null) { return interceptor.form(); }",
        "    return null;",
        "  }",
        "  @GetMapping(\"/forms/{id}\") Form form(long id) {",
        "    load(id);",
        "    if (interceptor != null) { return interceptor.form(); }",
        "    return null;",
        "  }",
        "  @GetMapping(\"/values\") List<String> values(List<String> values) {",
        "    if (interceptor != null) { values = interceptor.accessValues(values); }",
        "    return values;",
        "  }",
        "  @PutMapping(\"/forms\") void store() {",
        "    if (interceptor != null) { if (interceptor.vetoes(0)) { return; } }",
        "    log();",
        "  }",
        "  private void log() {}",
        "  @PatchMapping(\"/tasks\") void correct() { validateAccess(); }",
        "  private void validateAccess() { if (interceptor != null) { interceptor.access(0); } }",
        "}");
    assertThat(table())
        .containsExactly(
            "? GET /tasks Tasks.all interceptor? Tasks.all",
            "? GET /tasks/{id} Tasks.one interceptor? Base.load",
            "? POST /tasks Tasks.add interceptor? Base.load",
            "? PUT /tasks Tasks.load interceptor? Base.load",
            "open GET /states Tasks.states",
            "open GET /forms Tasks.form",
            "? GET /forms/{id} Tasks.form interceptor? Base.load",
            "? GET /values Tasks.values interceptor? Tasks.values",
            "? PUT /forms Tasks.store interceptor? Tasks.store",
            "? PATCH /tasks Tasks.correct interceptor? Tasks.validateAccess",
            "10 endpoints: 2 open, 8 not known");
  }

  @Test
  void whatALocatorAsksGuardsOnlyWhatItReturnsBehindIt() throws IOException {
    write(
        "Loader.java",
        "import jakarta.ws.rs.Path;",
        "@Path(\"/account\") class Loader {",
        "  Request request; Clients clients; Auth auth;",
        "  @Path(\"/\") public Object service() {",
        "    if (request.isOptions()) { return new Preflight(); }",
        "    else if (request.isJson()) { return rest(clients.current()); }",
        "    Pages pages = new Pages();",
        "    return pages;",
        "  }",
        "  @Path(\"/orders\") public Orders orders() { auth.requireManage(); return new Orders(); }",
        "  private Rest rest(Client client) { auth.requireView(client); return new Rest(); }",
        "}");
    write("Preflight.java", resource("Preflight", "@OPTIONS"));
    write("Rest.java", resource("Rest", "@PUT"));
    write("Pages.java", resource("Pages", "@GET"));
    write("Orders.java", resource("Orders", "@POST"));
    assertThat(table())
        .containsExactly(
            "POST /account/orders Orders.answer auth.requireManage() Loader.orders",
            "open GET /account Pages.answer",
            "open OPTIONS /account Preflight.answer",
            "PUT /account Rest.answer auth.requireView(client) Loader.rest",
            "4 endpoints: 2 open, 0 not known");
  }

  @Test
  void aFactoryInTheSourcesSaysWhatALocatorReturns() throws IOException {
    write(
        "Protocols.java",
        "import jakarta.ws.rs.Path;",
        "@Path(\"/protocols\") class Protocols {",
        "  Registry registry;",
        "  @Path(\"{name}\") public Object protocol(String name) {",
        "    ProtocolFactory factory = registry.find(name);",
        "    return factory.create(name);",
        "  }",
        "}");
    write("ProtocolFactory.java", "interface ProtocolFactory { Object create(String name); }");
    write("Named.java", "abstract class Named implements ProtocolFactory {}");
    write(
        "TokenFactory.java",
        "class TokenFactory extends Named {",
        "  @Override public Object create(String name) { return new Tokens(); }",
        "  Object create() { return new Others(); }",
        "}");
    write("Tokens.java", resource("Tokens", "@GET"));
    assertThat(table())
        .containsExactly(
            "open GET /protocols/{name} Tokens.answer", "1 endpoints: 1 open, 0 not known");
  }

  private static String resource(String name, String verb) {
    return "import jakarta.ws.rs.*; public class %s { %s public String answer() { return null; } }"
        .formatted(name, verb);
  }

  @Test
  void whatOnlyHandsOnIsAsNearAsWhatItHandsOnTo() throws IOException {
    write(
        "Pages.java",
        "import org.springframework.web.bind.annotation.*;",
        "@RestController class Pages {",
        "  Auth auth;",
        "  @GetMapping(\"/grants\") String grants() { return page(); }",
        "  @GetMapping(\"/starts\") String starts() { return begin(); }",
        "  private String page() { return show(\"page\"); }",
        "  private String begin() { String page = next(); return page; }",
        "  private String next() { String page = show(\"start\"); return page; }",
        "  private String show(String name) { auth.requireView(); return name; }",
        "}");
    assertThat(table())
        .containsExactly(
            "GET /grants Pages.grants auth.requireView() Pages.show",
            "open GET /starts Pages.starts",
            "2 endpoints: 1 open, 0 not known");
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
            "? GRPC Orders/place Orders.place Tokens? Tokens.java",
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

  @Test
  void functionalRoutesShowTheirHandlersAndWhatGuardsThese() throws IOException {
    write(
        "Routes.java",
        "import static org.springframework.web.servlet.function.RequestPredicates.*;",
        "import static org.springframework.web.servlet.function.RouterFunctions.*;",
        "import org.springframework.web.servlet.function.*;",
        "class Routes {",
        "  RouterFunction<ServerResponse> orders(Orders orders) {",
        "    return route().path(\"/orders\", b -> b.GET(orders::list)",
        "      .POST(\"/{id}\", accept(null), r -> orders.place(r))",
        "      .DELETE(\"/{id}\", r -> ServerResponse.noContent().build())).build();",
        "  }",
        "  RouterFunction<ServerResponse> returns(Orders orders) {",
        "    return nest(path(\"/returns\"), route(method(HttpMethod.PUT), orders::place)",
        "      .andRoute(GET(\"/{id}\").and(accept(null)), orders::checked));",
        "  }",
        "  RouterFunction<ServerResponse> guarded(Orders orders) {",
        "    return route().GET(\"/guarded\", orders::list)",
        "      .filter((request, next) -> next.handle(request)).build();",
        "  }",
        "}");
    write(
        "Orders.java",
        "import org.springframework.security.access.prepost.PreAuthorize;",
        "import org.springframework.web.servlet.function.*;",
        "class Orders {",
        "  ServerResponse list(ServerRequest request) { return null; }",
        "  @PreAuthorize(\"hasRole('CLERK')\")",
        "  ServerResponse place(ServerRequest request) { return null; }",
        "  ServerResponse checked(ServerRequest request) {",
        "    if (!request.servletRequest().isUserInRole(\"CLERK\")) { return null; }",
        "    return null;",
        "  }",
        "}");
    assertThat(table())
        .containsExactlyInAnyOrder(
            "open GET /orders Orders.list",
            "POST /orders/{id} Orders.place @PreAuthorize(\"hasRole('CLERK')\") Orders.place",
            "open DELETE /orders/{id} Routes.orders",
            "PUT /returns Orders.place @PreAuthorize(\"hasRole('CLERK')\") Orders.place",
            "GET /returns/{id} Orders.checked servletRequest().isUserInRole(...) Orders.checked",
            "? GET /guarded Orders.list filter(...)? Routes.guarded",
            "6 endpoints: 2 open, 1 not known");
  }

  @Test
  void functionalRoutesOfWebFluxAreRoutesToo() throws IOException {
    write(
        "Routes.java",
        "import org.springframework.web.reactive.function.server.RequestPredicates;",
        "import org.springframework.web.reactive.function.server.RouterFunction;",
        "import org.springframework.web.reactive.function.server.RouterFunctions;",
        "import org.springframework.web.reactive.function.server.ServerRequest;",
        "import org.springframework.web.reactive.function.server.ServerResponse;",
        "import reactor.core.publisher.Mono;",
        "class Routes {",
        "  RouterFunction<ServerResponse> orders() {",
        "    return RouterFunctions.route(RequestPredicates.GET(\"/orders\"), this::list)",
        "      .andRoute(RequestPredicates.POST(\"/orders\"), this::list);",
        "  }",
        "  Mono<ServerResponse> list(ServerRequest request) { return null; }",
        "}");
    assertThat(table())
        .containsExactlyInAnyOrder(
            "open GET /orders Routes.list",
            "open POST /orders Routes.list",
            "2 endpoints: 2 open, 0 not known");
  }

  @Test
  void servicesOfGrpcAreFoundByTheirAnnotation() throws IOException {
    write(
        "Orders.java",
        "import io.quarkus.grpc.GrpcService;",
        "import io.smallrye.mutiny.Uni;",
        "import jakarta.annotation.security.RolesAllowed;",
        "@GrpcService class Orders implements acme.OrderService {",
        "  public Uni<String> place(String order) { return null; }",
        "  @RolesAllowed(\"CLERK\") public Uni<String> cancel(String order) { return null; }",
        "}");
    assertThat(table())
        .containsExactly(
            "open GRPC OrderService/place Orders.place",
            "GRPC OrderService/cancel Orders.cancel @RolesAllowed(\"CLERK\") Orders.cancel",
            "2 endpoints: 1 open, 0 not known");
  }

  @Test
  void listenersAndSchedulesShowWhatTheyWaitForAndAreNeverOpen() throws IOException {
    write(
        "Listeners.java",
        "import org.springframework.amqp.rabbit.annotation.*;",
        "import org.springframework.jms.annotation.JmsListener;",
        "import org.springframework.kafka.annotation.*;",
        "import org.springframework.scheduling.annotation.*;",
        "class Listeners {",
        "  @KafkaListener(topics = {\"orders\", \"returns\"}) void kafka(String order) {}",
        "  @KafkaListener(topicPartitions = @TopicPartition(topic = \"parts\", partitions = \"0\"))",
        "  void parts(String order) {}",
        "  @RabbitListener(queues = \"mail\") void rabbit(String order) {}",
        "  @RabbitListener(bindings = @QueueBinding(value = @Queue(\"audit\")))",
        "  void bound(String order) {}",
        "  @JmsListener(destination = \"post\") void jms(String order) {}",
        "  @Scheduled(fixedDelay = 5000) void often() {}",
        "  @Schedules({@Scheduled(cron = \"0 0 1 * * *\"), @Scheduled(fixedRate = 10)})",
        "  void twice() {}",
        "}",
        "@KafkaListener(topics = \"many\") class Many {",
        "  @KafkaHandler void one(String order) {}",
        "  @KafkaHandler(isDefault = true) void other(Object order) {}",
        "}",
        "@RabbitListener(queues = \"some\") class Some { @RabbitHandler void one(String order) {} }",
        "class Old implements javax.jms.MessageListener {",
        "  public void onMessage(javax.jms.Message message) {}",
        "}");
    assertThat(table())
        .containsExactlyInAnyOrder(
            "MESSAGE orders returns Listeners.kafka",
            "MESSAGE parts Listeners.parts",
            "MESSAGE mail Listeners.rabbit",
            "MESSAGE audit Listeners.bound",
            "MESSAGE post Listeners.jms",
            "SCHEDULE 5000 Listeners.often",
            "SCHEDULE 0 0 1 * * * Listeners.twice",
            "SCHEDULE 10 Listeners.twice",
            "MESSAGE many Many.one",
            "MESSAGE many Many.other",
            "MESSAGE some Some.one",
            "MESSAGE Old.onMessage",
            "12 endpoints: 0 open, 0 not known");
  }

  @Test
  void aClientIsNoEndpointAndWhatItSharesWithAControllerIsTheControllers() throws IOException {
    write(
        "Stock.java",
        "import org.springframework.cloud.openfeign.FeignClient;",
        "import org.springframework.web.bind.annotation.*;",
        "@FeignClient(\"prices\") interface Prices { @GetMapping(\"/prices\") String all(); }",
        "interface StockApi { @GetMapping(\"/stock/{id}\") String stock(@PathVariable long id); }",
        "@FeignClient(\"stock\") interface StockClient extends StockApi {}",
        "@RestController class Stock implements StockApi {",
        "  public String stock(long id) { return null; }",
        "}");
    assertThat(table())
        .containsExactly("open GET /stock/{id} Stock.stock", "1 endpoints: 1 open, 0 not known");
  }

  @Test
  void aClassOfMicronautGuardsWhatItsMethodsDoNot() throws IOException {
    write(
        "Prices.java",
        "import io.micronaut.http.annotation.*;",
        "import io.micronaut.security.annotation.Secured;",
        "import io.micronaut.security.rules.SecurityRule;",
        "import jakarta.annotation.security.*;",
        "@Controller(\"/prices\") @Secured(SecurityRule.IS_AUTHENTICATED) class Prices {",
        "  @Get String all() { return null; }",
        "  @Get(uris = {\"/a\", \"/b\"}) @PermitAll String some() { return null; }",
        "  @Post @RolesAllowed(\"CLERK\") void add() {}",
        "  @Options(\"/{id}\") @DenyAll void ask(long id) {}",
        "}");
    assertThat(table())
        .containsExactly(
            "GET /prices Prices.all @Secured(SecurityRule.IS_AUTHENTICATED) Prices",
            "open GET /prices/a /prices/b Prices.some @PermitAll Prices.some",
            "POST /prices Prices.add @RolesAllowed(\"CLERK\") Prices.add",
            "OPTIONS /prices/{id} Prices.ask @DenyAll Prices.ask",
            "4 endpoints: 1 open, 0 not known");
  }

  @Test
  void aServletIsGuardedMethodByMethodAndMappedTwice() throws IOException {
    write(
        "Ledger.java",
        "import jakarta.servlet.annotation.*;",
        "import jakarta.servlet.http.*;",
        "@ServletSecurity(value = @HttpConstraint, httpMethodConstraints =",
        "  @HttpMethodConstraint(value = \"POST\", rolesAllowed = \"clerk\"))",
        "public class Ledger extends HttpServlet {",
        "  protected void doGet(HttpServletRequest ask, HttpServletResponse answer) {}",
        "  protected void doPost(HttpServletRequest ask, HttpServletResponse answer) {}",
        "}");
    write(
        "WEB-INF/web.xml",
        "<web-app>",
        "<servlet><servlet-name>l</servlet-name><servlet-class>Ledger</servlet-class></servlet>",
        "<servlet-mapping><servlet-name>l</servlet-name><url-pattern>/a</url-pattern></servlet-mapping>",
        "<servlet-mapping><servlet-name>l</servlet-name><url-pattern>/b</url-pattern></servlet-mapping>",
        "<security-constraint><web-resource-collection><url-pattern>/a</url-pattern>",
        "<http-method>DELETE</http-method></web-resource-collection><auth-constraint/>",
        "</security-constraint>",
        "</web-app>");
    assertThat(table())
        .containsExactly(
            "open GET /a /b Ledger.doGet @HttpConstraint Ledger",
            "POST /a /b Ledger.doPost @HttpMethodConstraint(value = \"POST\", rolesAllowed = \"clerk\") Ledger",
            "2 endpoints: 1 open, 0 not known");
  }

  @Test
  void aPathWhoseBeginningIsNotKnownSaysSo() throws IOException {
    write(
        "Tokens.java",
        "import jakarta.ws.rs.*;",
        "class Tokens { @POST @Path(\"introspect\") public String introspect() { return null; } }");
    assertThat(table().get(0)).isEqualTo("? POST /?/introspect Tokens.introspect locator? Tokens");
    write(
        "Protocol.java",
        "import jakarta.ws.rs.*;",
        "class Protocol implements Shown {",
        "  @Path(\"token\") public Object token() { return new Tokens(); }",
        "}");
    assertThat(table().get(0)).isEqualTo("open POST /?/token/introspect Tokens.introspect");
    write("Shown.java", "@jakarta.ws.rs.Path(\"/realms\") interface Shown {}");
    assertThat(table().get(0)).isEqualTo("open POST /realms/token/introspect Tokens.introspect");
  }

  @Test
  void whatASuperclassServesAndAsksCounts() throws IOException {
    write(
        "Root.java",
        "import jakarta.ws.rs.*;",
        "@Path(\"/shop\") public class Root {",
        "  @Path(\"orders\") public Orders orders() { return new Orders(); }",
        "}");
    write(
        "Shared.java",
        "import jakarta.ws.rs.*;",
        "abstract class Shared {",
        "  protected Caller auth;",
        "  @GET @Path(\"back\") public String back() { return null; }",
        "  protected void store(String order) { auth.requireManage(order); }",
        "  protected void log(String order) {}",
        "}");
    write(
        "Orders.java",
        "import jakarta.ws.rs.*;",
        "class Orders extends Shared {",
        "  @POST public void add(String order) { log(order); store(order); }",
        "  @PUT public void touch(String order) { log(order); }",
        "}");
    assertThat(table())
        .containsExactly(
            "POST /shop/orders Orders.add auth.requireManage(order) Shared.store",
            "open PUT /shop/orders Orders.touch",
            "open GET /shop/orders/back Orders.back",
            "3 endpoints: 2 open, 0 not known");
  }

  @Test
  void aMappingInALibraryIsNotKnown() throws IOException {
    write(
        "acme/shop/Orders.java",
        "package acme.shop;",
        "import org.springframework.web.bind.annotation.RestController;",
        "@RestController class Orders implements acme.shop.api.OrderApi {",
        "  @Override public String all() { return null; }",
        "}");
    assertThat(table().get(0)).isEqualTo("? ? /? Orders.all OrderApi? Orders");
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
