package dev.zonegate.rules.sensitivedataexposure;

import dev.zonegate.facts.Facts;
import dev.zonegate.facts.TypeOutput;
import dev.zonegate.facts.TypeOutput.OutputField;
import dev.zonegate.match.SensitiveNames.Kind;
import dev.zonegate.match.SensitiveNames.Meaning;
import dev.zonegate.match.Vocabulary;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Span;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Candidate;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Evidence;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Settler;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds secrets that Jackson writes, and settles by whether the project answers with the type. */
final class LeakySerialisation {
  private static final Vocabulary ANSWERS = Vocabulary.load("exposure/answers.words");
  private static final Vocabulary QUESTIONS = Vocabulary.load("exposure/questions.words");
  private static final Vocabulary ISSUING = Vocabulary.load("exposure/issuing.words");

  /**
   * A field that JSON tells.
   *
   * @param type its type's qualified name
   */
  record Written(String type, Kind kind) implements Evidence {}

  private LeakySerialisation() {}

  static void find(SourceFile file, Reporter report) {
    List<TypeOutput> outputs = Facts.of(file, TypeOutput.class);
    if (outputs.isEmpty()) {
      return;
    }
    Map<Span, Variable> fields = new HashMap<>();
    file.all(Variable.class).forEach(each -> fields.put(each.nameSpan(), each));
    for (TypeOutput output : outputs) {
      output.inJson().forEach(field -> find(output, field, fields, report));
    }
  }

  private static void find(
      TypeOutput output, OutputField field, Map<Span, Variable> fields, Reporter report) {
    Meaning meaning = Disclosure.meaning(field).orElse(null);
    if (meaning == null
        || !meaning.kind().isSecret()
        || meaning.kind() == Kind.ACCOUNT
        || !fields.containsKey(field.at())) {
      return;
    }
    report.candidate(
        fields.get(field.at()),
        SensitiveDataExposureRule.LEAKY_SERIALISATION,
        new Written(output.name(), meaning.kind()),
        Disclosure.simple(output.name()),
        field.name(),
        meaning.kind().words());
  }

  static void settle(Candidate candidate, Written written, Settler settler) {
    Disclosure disclosure = Disclosure.of(settler.project());
    String name = Disclosure.simple(written.type());
    boolean isEntity = disclosure.isEntity(written.type());
    boolean isMeant =
        !isEntity
            && (written.kind() == Kind.TOKEN
                || written.kind() == Kind.SECRET
                || written.kind() == Kind.CODE)
            && (ISSUING.isIn(name) || written.kind() == Kind.TOKEN);
    if (isMeant) {
      return;
    }
    if (disclosure.isReturned(written.type())) {
      settler.report(candidate).confidence(Confidence.HIGH);
      return;
    }
    boolean isExcused =
        disclosure.isReceived(written.type())
            || settler.project().isWhole() && (isEntity || disclosure.hasHandlers())
            || QUESTIONS.isIn(name);
    if (!isExcused && (isEntity || ANSWERS.isIn(name))) {
      settler.report(candidate).confidence(isEntity ? Confidence.LOW : Confidence.MEDIUM);
    }
  }
}
