package dev.zonegate.rules.untrustedinput;

import dev.zonegate.facts.Validation;
import dev.zonegate.match.BeanValidation;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.TypeSet;
import dev.zonegate.match.Words;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.TypeRef;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Candidate;
import dev.zonegate.rule.Evidence;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Settler;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Quantities and amounts of money that a client sends and no code of the project compares. */
final class UncheckedAmount {
  private static final TypeSet VALUES = TypeSet.load("validation/values.types");
  private static final TypeSet READERS = TypeSet.load("validation/readers.types");
  private static final Set<String> NUMBERS =
      Set.of(
          "int",
          "long",
          "double",
          "float",
          "short",
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Double",
          "java.lang.Float",
          "java.math.BigDecimal");

  /** Words of a number that bounds what is searched. */
  private static final List<String> BOUNDS = List.of("min", "max", "from", "to", "below", "above");

  /**
   * A number that nothing on itself restricts.
   *
   * @param type qualified name of the type it is part of; empty for a parameter
   * @param name as {@link Validation#amount} has it
   * @param isKeptHere whether it is handed to nothing but setters and constructors
   */
  record Amount(String type, String name, boolean isKeptHere) implements Evidence {}

  private UncheckedAmount() {}

  static void find(SourceFile file, Reporter report) {
    for (Decl.Method method : file.all(Decl.Method.class)) {
      if (Payloads.isHandler(file, method) && READERS.annotationIn(method.annotations()) != null) {
        method.params().stream()
            .filter(each -> VALUES.annotationIn(each.annotations()) != null)
            .forEach(each -> find(file, report, each, ""));
      }
    }
    for (Decl.Type type : file.all(Decl.Type.class)) {
      type.components().forEach(each -> find(file, report, each, type.qualifiedName()));
      for (Decl each : type.members()) {
        if (each instanceof Decl.Field field && !field.modifiers().contains(Modifier.STATIC)) {
          find(file, report, field, type.qualifiedName());
        }
      }
    }
  }

  private static void find(SourceFile file, Reporter report, Variable variable, String type) {
    String amount = Validation.amount(variable.name());
    boolean isOpen =
        !amount.isEmpty()
            && isNumber(variable)
            && Collections.disjoint(Words.of(variable.name()), BOUNDS)
            && !BeanValidation.isConstrained(file, variable);
    if (isOpen) {
      report.candidate(
          variable,
          UntrustedInputRule.UNCHECKED_AMOUNT,
          new Amount(type, amount, isKept(file, variable)),
          variable.name());
    }
  }

  private static boolean isNumber(Variable variable) {
    TypeRef type = variable.type().ref();
    return NUMBERS.contains(type.name());
  }

  /** Whether what a handler does with its parameter is to keep it. */
  private static boolean isKept(SourceFile file, Variable variable) {
    List<? extends Expr> uses = Bindings.of(file).uses(variable);
    return file.parent(variable) instanceof Decl.Method
        && !uses.isEmpty()
        && uses.stream().map(file::parent).allMatch(UncheckedAmount::keeps);
  }

  private static boolean keeps(Node user) {
    return user instanceof Expr.New
        || user instanceof Expr.Call call && call.name().startsWith("set")
        || user instanceof Expr.Assign;
  }

  /** Only a whole project can tell that nothing that it is handed to compares it. */
  static void settle(Candidate candidate, Amount amount, Settler settler) {
    Validated validated = Validated.of(settler.project());
    boolean isSent =
        amount.type().isEmpty()
            || validated.isReceived(amount.type()) && !validated.isStored(amount.type());
    if ((settler.project().isWhole() || amount.isKeptHere())
        && isSent
        && !validated.isCheckedInCode(amount.type())
        && !validated.isCompared(amount.name())) {
      settler.report(candidate);
    }
  }
}
