package dev.zonegate.rules.untrustedinput;

import dev.zonegate.facts.ConstrainedType;
import dev.zonegate.facts.DeclaredType;
import dev.zonegate.facts.Project;
import dev.zonegate.facts.StoredType;
import dev.zonegate.facts.Validation;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a project says must hold of its types, and which of them it checks. */
final class Validated {
  private final Map<String, List<String>> supertypes = new HashMap<>();
  private final Set<String> constrained = new HashSet<>();
  private final Set<String> stored = new HashSet<>();
  private final Set<String> received = new HashSet<>();
  private final Set<String> inCode = new HashSet<>();
  private final Set<String> compared = new HashSet<>();

  private Validated(Project project) {
    project.all(DeclaredType.class).forEach(each -> supertypes.put(each.name(), each.supertypes()));
    project.all(ConstrainedType.class).forEach(each -> constrained.add(each.name()));
    project.all(StoredType.class).forEach(each -> stored.add(each.name()));
    for (Validation each : project.all(Validation.class)) {
      received.addAll(each.received());
      inCode.addAll(each.inCode());
      compared.addAll(each.compared());
    }
  }

  static Validated of(Project project) {
    return project.derived(Validated.class, Validated::new);
  }

  /** Whether a type, or one that it inherits data from, carries constraints. */
  boolean isConstrained(String type) {
    return constrained.contains(type)
        || supertypes.getOrDefault(type, List.of()).stream().anyMatch(constrained::contains);
  }

  /** Whether code validates a type, or whatever it is given. */
  boolean isCheckedInCode(String type) {
    return inCode.contains(type)
        || inCode.contains("java.lang.Object")
        || supertypes.getOrDefault(type, List.of()).stream().anyMatch(inCode::contains);
  }

  /** Whether the database's side validates a type before it is stored. */
  boolean isStored(String type) {
    return stored.contains(type);
  }

  boolean isReceived(String type) {
    return received.contains(type);
  }

  /** Whether an amount that is called so is compared with something anywhere. */
  boolean isCompared(String amount) {
    return compared.contains(amount);
  }
}
