package dev.zonegate.match;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OwnerNamesTest {
  @ParameterizedTest
  @ValueSource(strings = {"user", "userId", "ownerUuid", "createdBy", "createdByUserId", "tenant"})
  void tellsWhoseAThingIs(String property) {
    assertThat(OwnerNames.isOwner(property)).isTrue();
    assertThat(OwnerNames.isStrong(property)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"customer", "customerNumber", "customerId", "accountKey", "patientExternalId"})
  void tellsWhoseAThingIsWhereTheyLogIn(String property) {
    assertThat(OwnerNames.isStrong(property)).isFalse();
    assertThat(OwnerNames.isOwner(property)).isEqualTo(!property.endsWith("Number"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "keyId", "name", "userCount", "userAgent", "idUser", "number", ""})
  void saysNothingOfAnOwner(String property) {
    assertThat(OwnerNames.isOwner(property)).isFalse();
    assertThat(OwnerNames.isStrong(property)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "getUserId, userId",
    "setOwner, owner",
    "withTenant, tenant",
    "isOwner, owner",
    "userId, userId",
    "get, get",
    "getter, getter",
    "findUser, findUser",
  })
  void anAccessorHasAProperty(String accessor, String property) {
    assertThat(OwnerNames.property(accessor)).isEqualTo(property);
  }
}
