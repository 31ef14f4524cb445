package dev.zonegate.frontend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.zonegate.frontend.resource.ResourceNames;
import dev.zonegate.frontend.resource.ResourceReader;
import dev.zonegate.model.Comment;
import dev.zonegate.model.Notification;
import dev.zonegate.model.ResourceFile;
import dev.zonegate.model.ResourceFile.Format;
import dev.zonegate.model.Setting;
import dev.zonegate.model.SourceFile.Role;
import dev.zonegate.model.SourceText;
import dev.zonegate.model.XmlElement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ResourceReaderTest {
  private static ResourceFile read(String path, String content) {
    return ResourceReader.read(new SourceInput(path, SourceText.of(content), Role.MAIN));
  }

  private static List<String> shown(ResourceFile file) {
    return file.settings().stream()
        .map(
            each ->
                each.identity()
                    + "="
                    + each.value()
                    + " @"
                    + file.text().slice(each.keySpan())
                    + "|"
                    + file.text().slice(each.valueSpan()))
        .toList();
  }

  @Test
  void propertiesAreReadAsJavaReadsThem() {
    ResourceFile file =
        read(
            "application.properties",
            "# head\na.b = one \\\n   two\n!x\nc\\:d:\\u0041\\t\r\nempty\nlast value=x  \n");

    assertThat(shown(file))
        .containsExactly(
            "a.b=one two @a.b|one \\\n   two",
            "c:d=A\t @c\\:d|\\u0041\\t",
            "empty= @empty|",
            "last=value=x   @last|value=x");
    assertThat(file.comments()).extracting(Comment::text).containsExactly("# head", "!x");
  }

  @Test
  void documentsOfPropertiesNameTheirProfiles() {
    ResourceFile file =
        read(
            "application.properties",
            "a=1\n#---\na=2\nspring.config.activate.on-profile=dev | test\n!---\na=3\n");

    assertThat(file.settings())
        .extracting(Setting::profile)
        .containsExactly("", "dev | test", "dev | test", "");
  }

  @Test
  void aFileNamesTheProfileOfItsSettings() {
    assertThat(read("x/application-local.yml", "a: 1\n").settings().get(0).profile())
        .isEqualTo("local");
    assertThat(read("x/.env.test", "A=1\n").settings().get(0).profile()).isEqualTo("test");
  }

  @Test
  void yamlKeysAreWhole() {
    ResourceFile file =
        read(
            "application.yml",
            """
            spring:
              datasource: {url: "jdbc:h2", password: 's3cret'} # why
              list:
                - one # two
                - name: x#y
                  none:
            "a.b": |
              # text
              more
            ---
            spring.config.activate.on-profile: test
            v: @project.version@
            e: é😀 # smile
            k: ~
            """);

    assertThat(shown(file))
        .containsExactly(
            "spring.datasource.url=jdbc:h2 @url|\"jdbc:h2\"",
            "spring.datasource.password=s3cret @password|'s3cret'",
            "spring.list[0]=one @one|one",
            "spring.list[1].name=x#y @name|x#y",
            "spring.list[1].none= @none|",
            "a.b=# text\nmore\n @\"a.b\"||\n  # text\n  more\n",
            "test/spring.config.activate.on-profile=test @spring.config.activate.on-profile|test",
            "test/v=@project.version@ @v|@project.version@",
            "test/e=é😀 @e|é😀",
            "test/k= @k|~");
    assertThat(file.comments())
        .extracting(Comment::text)
        .containsExactly("# why", "# two", "# smile");
    assertThat(file.notifications()).isEmpty();
  }

  @Test
  void anAliasOfAScalarIsItsValue() {
    ResourceFile file = read("application.yml", "x: &p abc\ny: {z: *p}\nm: &m {n: 1}\no: *m\n");

    assertThat(shown(file)).contains("y.z=abc @z|*p").hasSize(4);
  }

  @Test
  void environmentFilesHaveQuotesAndComments() {
    ResourceFile file =
        read(".env", "# c\nexport A='x # y'\nB=plain#1 # note\nC=\"q\\\"\"\nD=\nnonsense\n");

    assertThat(shown(file))
        .containsExactly(
            "A=x # y @A|'x # y'", "B=plain#1 @B|plain#1", "C=q\\\" @C|\"q\\\"\"", "D= @D|");
    assertThat(file.comments()).extracting(Comment::text).containsExactly("# c", "# note");
  }

  @Test
  void xmlKnowsWhereThingsStand() {
    ResourceFile file =
        read(
            "OrderMapper.xml",
            """
            <?xml version="1.0"?>
            <!DOCTYPE mapper PUBLIC "-//x//EN" "http://x/y.dtd" [<!ENTITY a "b>">]>
            <mapper namespace="acme.Orders">
              <!-- one -->
              <select id="find" resultType='Order'>
                select * from orders where a &lt; #{a} &a;
                <if test="x &gt; 1">and ${x}</if><![CDATA[ <> ]]>
              </select>
              <empty/>
            </mapper>
            """);
    XmlElement select = file.root().children().get(0);

    assertThat(file.notifications()).isEmpty();
    assertThat(file.elements())
        .extracting(XmlElement::name)
        .containsExactly("mapper", "select", "if", "empty");
    assertThat(select.identity()).isEqualTo("mapper#acme.Orders/select#find");
    assertThat(select.text()).contains("a < #{a} &a;").endsWith("<> \n  ");
    assertThat(file.text().slice(select.head()))
        .isEqualTo("<select id=\"find\" resultType='Order'>");
    assertThat(file.text().slice(select.span())).endsWith("</select>");
    assertThat(file.text().slice(select.attribute("resultType").orElseThrow().valueSpan()))
        .isEqualTo("Order");
    assertThat(select.children().get(0).attribute("test").orElseThrow().value()).isEqualTo("x > 1");
    assertThat(file.comments()).extracting(Comment::text).containsExactly("<!-- one -->");
  }

  @Test
  void relaxedKeysAreOne() {
    ResourceFile file = read("a.properties", "my.jwt-secret=1\nmy.jwtSecret=1\n");
    ResourceFile environment = read(".env", "MY_JWTSECRET=1\n");

    assertThat(file.settings()).extracting(Setting::relaxedKey).containsOnly("my.jwtsecret");
    assertThat(environment.settings()).extracting(Setting::relaxedKey).containsOnly("my.jwtsecret");
  }

  @Test
  void placeholdersNest() {
    ResourceFile file = read("a.properties", "a=x${B:${C:d}}y${E}\n");

    assertThat(file.settings().get(0).placeholders()).containsExactly("B:${C:d}", "E");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a: [", "a: b: c", "\t- x", "%", "a: *unknown", "{{ helm }}: x", "a: &x [*x]"})
  void brokenYamlIsToldAndNeverThrows(String content) {
    ResourceFile file = read("application.yml", content);

    assertThat(file.notifications())
        .allSatisfy(each -> assertThat(each.kind()).isEqualTo(Notification.Kind.SYNTAX));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a",
        "<a b",
        "<a b='",
        "</a>",
        "<a><b></a>",
        "<!--",
        "<a>&#xFFFFFF;&x</a",
        "<![CDATA[",
        "<a ="
      })
  void brokenXmlIsTold(String content) {
    ResourceFile file = read("OrderMapper.xml", content);

    assertThat(file.notifications())
        .extracting(Notification::kind)
        .containsExactly(Notification.Kind.SYNTAX);
  }

  @Test
  void depthAndLengthAreBounded() {
    assertThat(read("application.yml", "[".repeat(100_000)).notifications()).hasSize(1);
    assertThat(read("OrderMapper.xml", "<a>".repeat(100_000)).notifications()).hasSize(1);
    assertThat(read("a.properties", "a".repeat(3 << 20)).notifications())
        .extracting(Notification::kind)
        .containsExactly(Notification.Kind.FILE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "src/main/resources/application.yml",
        "application-dev.yaml",
        "bootstrap.properties",
        "config/jdbc.properties",
        ".env",
        "prod.env",
        "x/OrderMapper.xml",
        "mapper/orders/order.xml",
        "db/mapping/entity/Order.xml",
        "acme/OrderRepository.xml",
        "acme/orders/dao/Order.xml",
        "logback-spring.xml",
        "META-INF/persistence.xml",
        "billing/pom.xml"
      })
  void resourceFilesAreKnownByName(String path) {
    assertThat(ResourceNames.format(path)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<mapper namespace='acme.Orders'></mapper>",
        "<?xml version='1.0'?>\n<!-- <beans> -->\n<mapper x='1'\n  namespace = \"acme.Orders\">",
        "<!DOCTYPE mapper PUBLIC \"-//mybatis.org//DTD Mapper 3.0//EN\" \"x.dtd\"><mapper>",
        "<!DOCTYPE configuration\n  PUBLIC '-//mybatis.org//DTD Config 3.0//EN' 'x.dtd'><configuration>",
        "<!DOCTYPE mapper SYSTEM 'x.dtd' [ <!ENTITY e '>'> ]><mapper namespace='acme.Orders'>&e;",
      })
  void mappersAreKnownByHowTheyBegin(String content) {
    assertThat(ResourceReader.format("db/data.xml", () -> content)).contains(Format.XML);
    assertThat(ResourceReader.format("db/data.txt", () -> content)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<mapper>",
        "<mapper namespace=''>",
        "<mappers namespace='acme.Orders'>",
        "<configuration><appender/></configuration>",
        "<beans><mapper namespace='acme.Orders'/></beans>",
        "<!-- <mapper namespace='acme.Orders'> --><beans/>",
        "<!DOCTYPE mapper [ <!ENTITY e \"<mapper namespace='acme.Orders'>\"> ]><beans/>",
        "<!DOCTYPE mapper [",
        "<mapper namespace='acme",
        "-//mybatis.org//DTD Mapper 3.0//EN",
      })
  void otherXmlIsNot(String content) {
    assertThat(ResourceReader.format("db/data.xml", () -> content)).isEmpty();
  }

  @Test
  void noMoreThanTheBeginningTellsWhatAFileIs() {
    String mapper = "<mapper namespace='acme.Orders'>";
    String comment = "<!--" + " ".repeat(ResourceReader.HEAD) + "-->";
    assertThat(ResourceReader.format("db/data.xml", () -> comment + mapper)).isEmpty();
    assertThat(ResourceReader.format("db/data.xml", () -> mapper + comment)).isPresent();
  }

  @Test
  void theBeginningOfAFileIsNotReadIfItsNameTells() {
    assertThat(ResourceReader.format("OrderMapper.xml", () -> fail("is read"))).isPresent();
    assertThat(ResourceReader.format("notes.md", () -> fail("is read"))).isEmpty();
  }

  @Test
  void entitiesOfADocumentTypeAreNotResolved() {
    ResourceFile file =
        read(
            "db/data.xml",
            "<!DOCTYPE mapper [ <!ENTITY e SYSTEM 'file:///etc/hostname'> ]>"
                + "<mapper namespace='acme.Orders'>&e;</mapper>");
    assertThat(file.root().text()).isEqualTo("&e;");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "messages.properties",
        "messages_de.properties",
        "i18n/Labels.properties",
        "org/acme/OrderResources_fr.properties",
        ".env.example",
        "openapi.yml",
        "docker-compose.yml",
        "data.xml",
        "App.java"
      })
  void otherFilesAreNot(String path) {
    assertThat(ResourceNames.format(path)).isEmpty();
  }
}
