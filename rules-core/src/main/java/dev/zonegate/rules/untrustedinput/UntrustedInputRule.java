package dev.zonegate.rules.untrustedinput;

import dev.zonegate.model.ResourceFile;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.SourceFile.Role;
import dev.zonegate.rule.Candidate;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.ResourceReporter;
import dev.zonegate.rule.Rule;
import dev.zonegate.rule.RuleInfo;
import dev.zonegate.rule.RulePattern;
import dev.zonegate.rule.Settler;

/** Flags text that somebody else chose where it is believed without a check. */
public final class UntrustedInputRule implements Rule {
  static final RulePattern SSRF =
      RulePattern.error(
          "ssrf",
          "`%s` connects to a host that the client chose in `%s`",
          "fix it, or look it up in a list");
  static final RulePattern PATH_TRAVERSAL =
      RulePattern.error(
          "pathTraversal",
          "`%s` opens a file that the client named in `%s`",
          "check the normalized path with `startsWith`");
  static final RulePattern COMMAND_EXEC =
      RulePattern.error(
          "commandExec",
          "`%s` runs a command with `%s` from the client",
          "pass a fixed program a list of arguments");
  static final RulePattern UNSAFE_DESERIALISE =
      RulePattern.error(
          "unsafeDeserialise",
          "`%s` makes any class that whoever wrote %s names",
          "allow the classes you expect");
  static final RulePattern XXE =
      RulePattern.error(
          "xxe",
          "`%s` makes a parser that loads files that a document names",
          "forbid doctypes and external entities");
  static final RulePattern XSS_WRITE =
      RulePattern.error(
          "xssWrite",
          "`%s` writes `%s` from the client into a page, where it can be script",
          "escape it for HTML");
  static final RulePattern LOG_INJECTION =
      RulePattern.note(
              "logInjection",
              "`%s` logs `%s` from the client, which can forge lines",
              "replace `[\\r\\n]` in it")
          .with(Confidence.MEDIUM)
          .preview();
  static final RulePattern LDAP_INJECTION =
      RulePattern.error(
          "ldapInjection",
          "`%s` gets a name or filter that `%s` from the client can rewrite",
          "encode it with `LdapEncoder`");
  static final RulePattern XPATH_INJECTION =
      RulePattern.error(
          "xpathInjection",
          "`%s` gets an expression with `%s` from the client",
          "pass it with an `XPathVariableResolver`");
  static final RulePattern EXPRESSION_INJECTION =
      RulePattern.warning(
          "expressionInjection",
          "`%s` runs `%s` from the client as code",
          "choose from a fixed list of expressions");
  static final RulePattern OPEN_REDIRECT =
      RulePattern.error(
          "openRedirect",
          "`%s` sends the browser where `%s` from the client says",
          "choose the place from a list");
  static final RulePattern TRUST_BOUNDARY =
      RulePattern.note(
              "trustBoundary",
              "`%s` keeps `%s` from the client where code trusts it",
              "check it against a list first")
          .with(Confidence.MEDIUM)
          .preview();
  static final RulePattern MISSING_VALID =
      RulePattern.warning(
          "missingValid", "nothing checks the constraints of `%s` in `%s`", "add `@Valid` there");
  static final RulePattern MISSING_VALIDATED =
      RulePattern.warning(
          "missingValidated",
          "Spring skips the constraint on `%s`, for `%s` is not `@Validated`",
          "annotate the class with `@Validated`");
  static final RulePattern UNCHECKED_AMOUNT =
      RulePattern.note(
              "uncheckedAmount",
              "nothing checks `%s` from the client, which can be below zero",
              "add `@Positive` or `@PositiveOrZero`")
          .with(Confidence.LOW)
          .preview();
  private static final RuleInfo INFO =
      RuleInfo.named("AI04", "UntrustedInput")
          .summary(
              "Check what a client sent before a file, a host, a command or a page depends on it")
          .cwe(20, 22, 77, 78, 79, 90, 94, 117, 434, 470, 501, 502, 601, 611, 643, 918, 1336)
          .patterns(
              SSRF,
              PATH_TRAVERSAL,
              COMMAND_EXEC,
              UNSAFE_DESERIALISE,
              XXE,
              XSS_WRITE,
              LOG_INJECTION,
              LDAP_INJECTION,
              XPATH_INJECTION,
              EXPRESSION_INJECTION,
              OPEN_REDIRECT,
              TRUST_BOUNDARY,
              MISSING_VALID,
              MISSING_VALIDATED,
              UNCHECKED_AMOUNT);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(ResourceFile file, ResourceReporter report) {
    if (file.role() == Role.MAIN) {
      OpenDeserialisers.find(file, report);
    }
  }

  @Override
  public void settle(Candidate candidate, Settler settler) {
    if (candidate.evidence() instanceof FedSink) {
      Flows.settle(candidate, settler);
    } else if (candidate.evidence() instanceof MissingValid.Taken taken) {
      MissingValid.settle(candidate, taken, settler);
    } else if (candidate.evidence() instanceof InheritedPayloads.Taken taken) {
      InheritedPayloads.settle(candidate, taken, settler);
    } else if (candidate.evidence() instanceof MissingValid.Nested nested) {
      MissingValid.settle(candidate, nested, settler);
    } else if (candidate.evidence() instanceof MissingValidated.Unswitched unswitched) {
      MissingValidated.settle(candidate, unswitched, settler);
    } else if (candidate.evidence() instanceof UncheckedAmount.Amount amount) {
      UncheckedAmount.settle(candidate, amount, settler);
    }
  }

  @Override
  public void check(SourceFile file, Reporter report) {
    if (!file.isTest()) {
      new Flows(file, report).find();
      OpenDeserialisers.find(file, report);
      Xxe.find(file, report);
      MissingValid.find(file, report);
      MissingValidated.find(file, report);
      UncheckedAmount.find(file, report);
    }
  }
}
