package dev.zonegate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The schema that editors use and the reader accept and refuse the same policies. */
final class PolicySchemaTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{version: 1, zones: [{name: a, tier: human-only}]}",
        "{version: '1', zones: [{name: a, tier: ai-assisted, paths: ['**']}]}",
        "{version: 1, zones: [{name: a.b-c_d, tier: ai-friendly, packages: ['com.acme..', '..x', 'a.*.b']}]}",
        "{version: 1, zones: [{name: a, tier: human-only}], layers: {com.acme.web..: [com.acme.data], com.acme.data: []}}",
        "{version: 1, zones: [{name: a, tier: human-only}], rules: {}}",
        "{version: 1, zones: [{name: a, tier: human-only}], sanctioned: {java.net.http.HttpClient: use Http, org.joda.time..: no, 'java.lang.System#getenv': no}}",
        "{version: 1, rulesetVersion: 0.1.0, zones: [{name: a, tier: human-only}]}",
        "{version: 1, rulesetVersion: 0.1, zones: [{name: a, tier: human-only}]}",
        "{version: 1, zones: [{name: a, tier: human-only}], rules: {TimeZone: off, AI03: error}}",
        "{version: 1, zones: [{name: a, tier: human-only}], rules: {TimeZone.implicitNow: {severity: note}}}",
        "{version: 1, zones: [{name: a, tier: human-only}], rules: {TimeZone: {zones: {a: warning}}}}",
        "{version: 1, zones: [{name: a, tier: human-only, machine-written: review, counts-as-machine: [unknown, bot]}]}",
        "{version: 1, zones: [{name: a, tier: human-only, reviewers: ['@a/b-c', 'a@b.c'], spot-check: 30%}]}",
        "{version: 1, zones: [{name: a, tier: human-only}], markers: ['@com.acme.ByAi', 'AI-generated, by hand']}",
        "{version: 1, zones: [{name: a, tier: human-only, senior-above: 0%}]}",
        "{version: 1, zones: [{name: a, tier: human-only, annotations: [Critical, '@com.acme.Regulated']}]}",
        "{version: 1, zones: [{name: a, tier: human-only, blocks-on: sure-error, suppression: any, baseline: none, unread-code: report}]}",
        "{version: 1, zones: [{name: a, tier: human-only}], engines: {spotbugs: run, pmd: report, errorprone: report}}",
        "{version: 1, zones: [{name: a, tier: human-only}], engines: {spotbugs: {version: 4.9.3, findsecbugs: 1.13.0, heap: 512, seconds: 60}}}",
        "{version: 1, zones: [{name: a, tier: human-only}], engines: {checkstyle: {version: 10.26.1}, pmd: {}}}",
      })
  void bothAccept(String policy) throws IOException {
    assertThat(schemaAccepts(policy)).as("schema").isTrue();
    assertThat(readerAccepts(policy)).as("reader").isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{zones: [{name: a, tier: human-only}]}",
        "{version: 2, zones: [{name: a, tier: human-only}]}",
        "{version: 1}",
        "{version: 1, zones: []}",
        "{version: 1, zones: {name: a}}",
        "{version: 1, zones: [{name: a, tier: human-only}], extra: 1}",
        "{version: 1, zones: [{tier: human-only}]}",
        "{version: 1, zones: [{name: a}]}",
        "{version: 1, zones: [{name: 'a b', tier: human-only}]}",
        "{version: 1, zones: [{name: a, tier: strict}]}",
        "{version: 1, zones: [{name: a, tier: human-only, path: ['x']}]}",
        "{version: 1, zones: [{name: a, tier: human-only, paths: 'x'}]}",
        "{version: 1, zones: [{name: a, tier: human-only, paths: []}]}",
        "{version: 1, zones: [{name: a, tier: human-only, paths: ['']}]}",
        "{version: 1, zones: [{name: a, tier: human-only, packages: ['com/acme']}]}",
        "{version: 1, zones: [{name: a, tier: human-only}], sanctioned: {HttpClient: use Http}}",
        "{version: 1, zones: [{name: a, tier: human-only}], sanctioned: {java.net.URL: ''}}",
        "{version: 1, zones: [{name: a, tier: human-only}], sanctioned: [java.net.URL]}",
        "{version: 1, zones: [{name: a, tier: human-only}], layers: {com/acme: []}}",
        "{version: 1, zones: [{name: a, tier: human-only}], layers: {com.acme: com.data}}",
        "{version: 1, zones: [{name: a, tier: human-only}], rules: {TimeZone: loud}}",
        "{version: 1, zones: [{name: a, tier: human-only}], rules: {TimeZone: {}}}",
        "{version: 1, zones: [{name: a, tier: human-only}], rules: {TimeZone: {level: off}}}",
        "{version: 1, zones: [{name: a, tier: human-only}], rules: {TimeZone: {zones: {a: loud}}}}",
        "{version: 1, zones: [{name: a, tier: human-only}], rules: {'no rule': off}}",
        "{version: 1, rulesetVersion: newest, zones: [{name: a, tier: human-only}]}",
        "{version: 1, rulesetVersion: 0.1.0-SNAPSHOT, zones: [{name: a, tier: human-only}]}",
        "{version: 1, rulesetVersion: [0.1], zones: [{name: a, tier: human-only}]}",
        "{version: 1, zones: [{name: a, tier: human-only, machine-written: deny}]}",
        "{version: 1, zones: [{name: a, tier: human-only, counts-as-machine: [human]}]}",
        "{version: 1, zones: [{name: a, tier: human-only, reviewers: [ann]}]}",
        "{version: 1, zones: [{name: a, tier: human-only, reviewers: ann@acme.example}]}",
        "{version: 1, zones: [{name: a, tier: human-only, spot-check: 30}]}",
        "{version: 1, zones: [{name: a, tier: human-only, spot-check: 101%}]}",
        "{version: 1, zones: [{name: a, tier: human-only}], markers: ['@a b']}",
        "{version: 1, zones: [{name: a, tier: human-only}], markers: [' ']}",
        "{version: 1, zones: [{name: a, tier: human-only, annotations: ['com..Regulated']}]}",
        "{version: 1, zones: [{name: a, tier: human-only, senior-above: half}]}",
        "{version: 1, zones: [{name: a, tier: human-only, annotations: []}]}",
        "{version: 1, zones: [{name: a, tier: human-only, blocks-on: off}]}",
        "{version: 1, zones: [{name: a, tier: human-only, suppression: never}]}",
        "{version: 1, zones: [{name: a, tier: human-only, baseline: [none]}]}",
        "{version: 1, zones: [{name: a, tier: human-only, unread-code: 1}]}",
        "{version: 1, zones: [{name: a, tier: human-only}], engines: [spotbugs]}",
        "{version: 1, zones: [{name: a, tier: human-only}], engines: {findbugs: run}}",
        "{version: 1, zones: [{name: a, tier: human-only}], engines: {errorprone: run}}",
        "{version: 1, zones: [{name: a, tier: human-only}], engines: {pmd: on}}",
        "{version: 1, zones: [{name: a, tier: human-only}], engines: {pmd: {findsecbugs: 1.13.0}}}",
        "{version: 1, zones: [{name: a, tier: human-only}], engines: {spotbugs: {version: '[4,5)'}}}",
        "{version: 1, zones: [{name: a, tier: human-only}], engines: {spotbugs: {version: ../4}}}",
        "{version: 1, zones: [{name: a, tier: human-only}], engines: {spotbugs: {heap: 1}}}",
        "{version: 1, zones: [{name: a, tier: human-only}], engines: {spotbugs: {heap: 512m}}}",
        "{version: 1, zones: [{name: a, tier: human-only}], engines: {spotbugs: {seconds: 0}}}",
        "[]",
      })
  void bothRefuse(String policy) throws IOException {
    assertThat(schemaAccepts(policy)).as("schema").isFalse();
    assertThat(readerAccepts(policy)).as("reader").isFalse();
  }

  private static boolean readerAccepts(String policy) {
    try {
      PolicyReader.read(policy, Path.of("zonegate.yml"), Rules.NAMES);
      return true;
    } catch (PolicyException e) {
      return false;
    }
  }

  private static boolean schemaAccepts(String policy) throws IOException {
    Object document = new Load(LoadSettings.builder().build()).loadFromString(policy);
    String json = new ObjectMapper().writeValueAsString(document);
    try (InputStream in =
        PolicySchemaTest.class.getResourceAsStream("/zonegate/zonegate.schema.json")) {
      String schema = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Validator.Result result =
          new ValidatorFactory()
              .withJsonNodeFactory(new JacksonNode.Factory())
              .validate(schema, json);
      return result.isValid();
    }
  }
}
