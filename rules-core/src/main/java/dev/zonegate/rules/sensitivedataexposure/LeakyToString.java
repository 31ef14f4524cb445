package dev.zonegate.rules.sensitivedataexposure;

import dev.zonegate.facts.Facts;
import dev.zonegate.facts.TypeOutput;
import dev.zonegate.facts.TypeOutput.OutputField;
import dev.zonegate.match.SensitiveNames.Kind;
import dev.zonegate.match.SensitiveNames.Meaning;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Span;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Reporter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds text forms that tell a secret, by Lombok, of a record, or written by hand. */
final class LeakyToString {
  private LeakyToString() {}

  static void find(SourceFile file, Reporter report) {
    List<TypeOutput> outputs = Facts.of(file, TypeOutput.class);
    if (outputs.isEmpty()) {
      return;
    }
    Map<Span, Variable> fields = new HashMap<>();
    file.all(Variable.class).forEach(each -> fields.put(each.nameSpan(), each));
    for (TypeOutput output : outputs) {
      output.inText().forEach(field -> field(file, output, field, fields, report));
    }
  }

  private static void field(
      SourceFile file,
      TypeOutput output,
      OutputField field,
      Map<Span, Variable> fields,
      Reporter report) {
    Optional<Meaning> meaning = Disclosure.meaning(field).filter(LeakyToString::isSecret);
    Variable variable = fields.get(field.at());
    if (meaning.isEmpty() || variable == null || isParsing(file, meaning.get(), variable)) {
      return;
    }
    report
        .at(
            place(file, variable),
            SensitiveDataExposureRule.LEAKY_TO_STRING,
            Disclosure.simple(output.name()),
            meaning.get().kind().words(),
            field.name())
        .confidence(meaning.get().isAmbiguous() ? Confidence.MEDIUM : Confidence.HIGH);
  }

  /** Account numbers are what statements are made of; they count in logs. */
  private static boolean isSecret(Meaning meaning) {
    return meaning.kind().isSecret() && meaning.kind() != Kind.ACCOUNT;
  }

  private static boolean isParsing(SourceFile file, Meaning meaning, Variable variable) {
    return meaning.isAmbiguous() && SensitiveValue.isParsing(file, variable);
  }

  /** The method if it is written, else the field. */
  private static Node place(SourceFile file, Variable variable) {
    Decl.Type type = file.enclosing(variable, Decl.Type.class);
    for (Decl each : type.members()) {
      if (each instanceof Decl.Method method
          && method.name().equals("toString")
          && method.params().isEmpty()) {
        return method;
      }
    }
    return variable;
  }
}
