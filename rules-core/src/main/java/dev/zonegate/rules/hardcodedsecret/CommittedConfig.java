package dev.zonegate.rules.hardcodedsecret;

import dev.zonegate.match.Profiles;
import dev.zonegate.match.SecretNames;
import dev.zonegate.model.ResourceFile;
import dev.zonegate.model.ResourceFile.Format;
import dev.zonegate.model.ResourcePart;
import dev.zonegate.model.Setting;
import dev.zonegate.model.Span;
import dev.zonegate.model.XmlElement;
import dev.zonegate.rule.Report;
import dev.zonegate.rule.ResourceReporter;
import dev.zonegate.rule.RulePattern;
import dev.zonegate.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds secrets in configuration files that are packaged with the code. */
final class CommittedConfig {
  private static final Pattern CONFIG_FILE =
      Pattern.compile("(?is)(?:application|bootstrap)\\b.*|.*\\.env(?:\\..*)?|.*\\.xml");
  private static final Pattern IN_MEMORY =
      Pattern.compile("(?i)jdbc:(?:h2:mem|hsqldb:mem|derby:memory|sqlite::memory).*");
  private static final Pattern COUNTED = Pattern.compile("\\d+(?:ms|s|m|h|d|[KMG]?B)?|PT?\\w+");

  /** A password among other settings of a login module. */
  private static final Pattern JAAS =
      Pattern.compile(
          "LoginModule\\s(?:(?!LoginModule).)*?\\bpassword\\s*=\\s*[\"'][^\"'${]+[\"']");

  private final ResourceFile file;
  private final ResourceReporter report;

  private CommittedConfig(ResourceFile file, ResourceReporter report) {
    this.file = file;
    this.report = report;
  }

  /** A name with a value, wherever the file keeps them. */
  private record Entry(ResourcePart part, Span shown, String name, String value, String profile) {}

  static void find(ResourceFile file, ResourceReporter report) {
    CommittedConfig search = new CommittedConfig(file, report);
    for (Setting each : file.settings()) {
      search.check(new Entry(each, each.anchor(), each.key(), each.value(), each.profile()));
    }
    file.elements().forEach(each -> search.entries(each).forEach(search::check));
  }

  /**
   * {@code <x password="..."/>}, {@code <x name="password" value="..."/>}, {@code <password>...}.
   */
  private List<Entry> entries(XmlElement element) {
    List<Entry> entries = new ArrayList<>();
    for (XmlElement.Attribute each : element.attributes()) {
      entries.add(new Entry(element, each.nameSpan(), each.name(), each.value(), ""));
    }
    Optional<XmlElement.Attribute> value = element.attribute("value");
    Optional<XmlElement.Attribute> name =
        element.attribute("name").or(() -> element.attribute("key"));
    if (name.isPresent()) {
      String text = value.map(XmlElement.Attribute::value).orElse(element.text().strip());
      entries.add(new Entry(element, element.anchor(), name.get().value(), text, ""));
    } else if (element.children().isEmpty()) {
      entries.add(new Entry(element, element.anchor(), element.name(), element.text().strip(), ""));
    }
    return entries;
  }

  private void check(Entry entry) {
    Optional<TokenShapes.Token> token = TokenShapes.in(entry.value());
    List<Defaults.Default> defaults = Defaults.in(entry.value());
    if (token.isPresent()) {
      report(entry, HardcodedSecretRule.KNOWN_TOKEN, token.get().kind(), token.get().length());
    } else if (!defaults.isEmpty()) {
      defaults.forEach(each -> fallback(entry, each));
    } else if (JAAS.matcher(entry.value()).find()
        || SecretNames.isSecret(entry.name()) && isSecret(entry)) {
      boolean isDemo = Shapes.isDemo("password", entry.value());
      report(
          entry,
          isDemo ? HardcodedSecretRule.DEMO_SECRET : HardcodedSecretRule.COMMITTED_CONFIG,
          NamedLiteral.shortened(entry.name()),
          entry.value().length());
    }
  }

  private void fallback(Entry entry, Defaults.Default found) {
    boolean isNamed = SecretNames.isSecret(found.key());
    if ((isNamed || SecretNames.isSecret(entry.name()))
        && Shapes.isDefault(isNamed ? found.key() : entry.name(), found.value())) {
      report(
          entry,
          HardcodedSecretRule.FALLBACK_SECRET,
          NamedLiteral.shortened(found.key()),
          found.value().length());
    }
  }

  private boolean isSecret(Entry entry) {
    String value = entry.value();
    if (entry.name().startsWith("logging.level.")
        || !Shapes.isUsable(value)
        || value.chars().anyMatch(Character::isWhitespace)
        || isOfMemory(entry)) {
      return false;
    }
    boolean isSure = CONFIG_FILE.matcher(file.name()).matches() && Shapes.isOwn(entry.name());
    boolean isOther = value.contains("://") || Shapes.isReference(value);
    return !isOther
        && (isSure
            ? Shapes.isOwnValue(entry.name(), value)
            : !COUNTED.matcher(value).matches()
                && (Shapes.isReal(entry.name(), value) || isMixed(entry, value)));
  }

  /** Long texts of letters and digits under a key such as {@code api-key}. */
  private static boolean isMixed(Entry entry, String value) {
    return value.length() >= 16
        && Shapes.isReal("password", value)
        && SecretNames.isSecret(entry.name());
  }

  /** A database that lives in memory has nothing to protect. */
  private boolean isOfMemory(Entry entry) {
    int dot = entry.name().lastIndexOf('.');
    if (file.format() == Format.XML || dot < 0) {
      return false;
    }
    String group = entry.name().substring(0, dot + 1);
    return file.settings().stream()
        .anyMatch(
            each ->
                each.key().startsWith(group)
                    && each.profile().equals(entry.profile())
                    && IN_MEMORY.matcher(each.value()).matches());
  }

  private void report(Entry entry, RulePattern pattern, Object... arguments) {
    Report made = report.at(entry.part(), entry.shown(), pattern, arguments);
    if (Profiles.isForTests(entry.profile())) {
      made.severity(Severity.NOTE);
    }
  }
}
