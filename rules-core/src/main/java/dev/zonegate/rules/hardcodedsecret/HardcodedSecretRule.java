package dev.zonegate.rules.hardcodedsecret;

import dev.zonegate.model.ResourceFile;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.SourceFile.Role;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.ResourceReporter;
import dev.zonegate.rule.Rule;
import dev.zonegate.rule.RuleInfo;
import dev.zonegate.rule.RulePattern;

/** Flags passwords, keys and tokens that are written in code or in committed configuration. */
public final class HardcodedSecretRule implements Rule {
  static final RulePattern CREDENTIAL_LITERAL =
      RulePattern.warning(
              "credentialLiteral",
              "`%s` is given a %s of %d characters from the code",
              "read it from the environment")
          .hidingText();
  static final RulePattern NAMED_LITERAL =
      RulePattern.warning(
              "namedLiteral",
              "`%s` is a secret of %d characters that stands in the code",
              "read it from the environment")
          .hidingText();
  static final RulePattern KNOWN_TOKEN =
      RulePattern.warning(
              "knownToken",
              "This is a %s of %d characters, which whoever reads it can use",
              "revoke it and read a new one from the environment")
          .hidingText();
  static final RulePattern FALLBACK_SECRET =
      RulePattern.warning(
              "fallbackSecret",
              "Without `%s` a built-in secret of %d characters is used",
              "drop the default, so that the start fails")
          .hidingText();
  static final RulePattern DEMO_SECRET =
      RulePattern.warning(
              "demoSecret",
              "`%s` is a demo value of %d characters that everybody tries first",
              "generate one and read it from the environment")
          .hidingText();
  static final RulePattern IN_MEMORY_USER =
      RulePattern.warning(
              "inMemoryUser",
              "%s makes a user with a built-in password",
              "read users from a store or set a test profile")
          .hidingText();
  static final RulePattern SECRET_IN_URL_OR_ARGS =
      RulePattern.warning(
              "secretInUrlOrArgs",
              "`%s` goes into %s",
              "send it in a header, a file or standard input")
          .hidingText();
  static final RulePattern COMMITTED_CONFIG =
      RulePattern.warning(
              "committedConfig",
              "`%s` holds a secret of %d characters in a committed file",
              "write a placeholder such as `${DB_PASSWORD}`")
          .hidingText();

  private static final RuleInfo INFO =
      RuleInfo.named("AI05", "HardcodedSecret")
          .summary("Keep passwords, keys and tokens out of code and committed configuration")
          .cwe(798, 259, 321, 547, 1392, 312, 598, 214)
          .patterns(
              CREDENTIAL_LITERAL,
              NAMED_LITERAL,
              KNOWN_TOKEN,
              FALLBACK_SECRET,
              DEMO_SECRET,
              IN_MEMORY_USER,
              SECRET_IN_URL_OR_ARGS,
              COMMITTED_CONFIG);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(SourceFile file, Reporter report) {
    if (file.role() != Role.MAIN) {
      return;
    }
    // the pattern that knows most about a text comes first and keeps it
    Search search = new Search(file, report);
    KnownTokens.find(search);
    InMemoryUser.find(search);
    FallbackSecret.find(search);
    CredentialLiteral.find(search);
    NamedLiteral.find(search);
    SecretInUrl.find(search);
    SecretInArgs.find(search);
  }

  @Override
  public void check(ResourceFile file, ResourceReporter report) {
    if (file.role() == Role.MAIN) {
      CommittedConfig.find(file, report);
    }
  }
}
