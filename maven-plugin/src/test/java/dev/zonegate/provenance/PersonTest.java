package dev.zonegate.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PersonTest {
  @Test
  void isReadAsGitWritesIt() {
    assertThat(Person.of("Ann Lee <Ann@Acme.example>"))
        .isEqualTo(new Person("Ann Lee", "ann@acme.example"));
    assertThat(Person.of("<ann@acme.example>")).isEqualTo(new Person("", "ann@acme.example"));
    assertThat(Person.of(" ann@acme.example ")).isEqualTo(new Person("", "ann@acme.example"));
    assertThat(Person.of("Ann Lee")).isEqualTo(new Person("Ann Lee", ""));
    assertThat(Person.of("Ann > Lee <")).isEqualTo(new Person("Ann > Lee <", ""));
    assertThat(Person.of("Ann (a@b) and <Bob> <ann@acme.example> 1"))
        .isEqualTo(new Person("Ann (a@b) and <Bob>", "ann@acme.example"));
  }

  @Test
  void maybeTheSameUnderOneNameOrOneAddress() {
    Person ann = new Person("Ann", "ann@acme.example");
    assertThat(ann.maybeSame(new Person("A. Lee", "ANN@acme.example"))).isTrue();
    assertThat(ann.maybeSame(new Person("ann", "other@acme.example"))).isTrue();
    assertThat(ann.maybeSame(new Person("Bob", "bob@acme.example"))).isFalse();
    assertThat(new Person("", "").maybeSame(new Person("", ""))).as("nobody").isFalse();
    assertThat(new Person("Ann", "").maybeSame(new Person("Bob", ""))).isFalse();
    assertThat(new Person("", "ann@x").maybeSame(new Person("", "bob@x"))).isFalse();
  }
}
