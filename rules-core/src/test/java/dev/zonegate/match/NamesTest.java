package dev.zonegate.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What names are taken for, word by word. */
final class NamesTest {
  @ParameterizedTest
  @CsvSource({
    "resetToken, reset token",
    "RESET_TOKEN, reset token",
    "reset-token2, reset token",
    "XMLReader, xml reader",
    "readXML, read xml",
    "aB, a b",
    "A, a",
    "_x9y_, x y",
    "zZ, z z",
    "7, ''",
    "'', ''"
  })
  void areTakenApart(String name, String words) {
    List<String> expected = words.isEmpty() ? List.of() : List.of(words.split(" "));
    assertThat(Words.of(name)).isEqualTo(expected);
    assertThat(Words.first(name)).isEqualTo(expected.isEmpty() ? "" : expected.get(0));
  }

  @ParameterizedTest
  @CsvSource({
    "getToken, Token",
    "isOpen, Open",
    "getaway, getaway",
    "get, get",
    "issue, issue",
    "getA, A",
    "getZ, Z",
    "get_a, get_a"
  })
  void loseTheVerbOfAnAccessor(String name, String rest) {
    assertThat(Words.withoutVerb(name, "get", "is")).isEqualTo(rest);
  }

  @ParameterizedTest
  @CsvSource({
    "token, true",
    "myToken, true",
    "MY_TOKEN, true",
    "my.token, true",
    "mytoken, false",
    "pin, true",
    "cardPin, true",
    "shipping, false",
    "x, true",
    "aX, true",
    "ax, false",
    "zap, false",
    "tap, false",
    "myTap, false",
    "xYes, true",
    "zoo, true",
    "ZOO, true",
    "myAnt, true",
    "ANT, true",
    "t, false",
    "'', false"
  })
  void mayHoldAWordOnlyWhereOneMayStart(String name, boolean may) {
    assertThat(new WordStarts(List.of("token", "pin", "ant", "zoo", "x", "1")).mayBeIn(name))
        .isEqualTo(may);
  }

  @ParameterizedTest
  @CsvSource({
    "password, PASSWORD",
    "userPasswords, PASSWORD",
    "passwordValue, PASSWORD",
    "passwordOfUser, PASSWORD",
    "oldPassword, PASSWORD",
    "passwordLength, ''",
    "passwordValueLength, ''",
    "passwordFromMail, PASSWORD",
    "passwordForReset, PASSWORD",
    "apiToken, TOKEN",
    "pageToken, ''",
    "nextPageToken, ''",
    "hasPassword, ''",
    "maskedPassword, ''",
    "shipping, ''",
    "pass, ''",
    "'', ''"
  })
  void standForWhatMustNotGetOut(String name, String kind) {
    assertThat(SensitiveNames.of(name).map(each -> each.kind().name()).orElse("")).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({"token, true", "accessToken, false", "secret, true", "password, false"})
  void mayMeanOtherThingsToo(String name, boolean isAmbiguous) {
    assertThat(SensitiveNames.of(name).orElseThrow().isAmbiguous()).isEqualTo(isAmbiguous);
  }

  @ParameterizedTest
  @CsvSource({
    "resetToken, true, true",
    "tokens, true, true",
    "tokenExpiry, true, false",
    "tokenExpiryValue, true, false",
    "valueOfTokenForUser, true, true",
    "pinCode, true, true",
    "pin, true, true",
    "generateCode, true, true",
    "getNewCodeValue, true, true",
    "countryCode, false, false",
    "generateCountryCode, false, false",
    "codes, true, true",
    "generate, false, false",
    "shipping, false, false",
    "'', false, false"
  })
  void areFoundInNamesAndAsWhatIsNamed(String name, boolean isIn, boolean isNamed) {
    Vocabulary guessable =
        Vocabulary.load("crypto/password-names.words", "crypto/secret-names.words");
    assertThat(guessable.isIn(name)).isEqualTo(isIn);
    assertThat(guessable.isNamed(name)).isEqualTo(isNamed);
  }

  @Test
  void areReadWithoutTheRemarksOfTheirTable() {
    assertThat(Vocabulary.lines("crypto/secret-names.words"))
        .contains("token", "=code")
        .noneMatch(each -> each.startsWith("//") || each.isBlank());
  }

  @Test
  void sayHowMuchTheyTellOf() {
    assertThat(SensitiveNames.Kind.PASSWORD.words()).isEqualTo("a password");
    assertThat(SensitiveNames.Kind.values())
        .filteredOn(each -> !each.isSecret())
        .containsExactly(SensitiveNames.Kind.CONTACT, SensitiveNames.Kind.NONE);
    assertThat(SensitiveNames.Kind.values())
        .filteredOn(SensitiveNames.Kind::isNumber)
        .containsExactly(
            SensitiveNames.Kind.CARD,
            SensitiveNames.Kind.CODE,
            SensitiveNames.Kind.IDENTITY,
            SensitiveNames.Kind.ACCOUNT);
  }

  @ParameterizedTest
  @CsvSource({
    "dbPassword, true",
    "JWT_SECRET, true",
    "spring.datasource.password, true",
    "passwords, true",
    "passwordText, true",
    "passwordForUser, true",
    "passwordEncoder, false",
    "token.expiry, false",
    "access-key-id, false",
    "name, false"
  })
  void areOfSecretsUnlessTheySayMore(String name, boolean isSecret) {
    assertThat(SecretNames.isSecret(name)).isEqualTo(isSecret);
  }
}
