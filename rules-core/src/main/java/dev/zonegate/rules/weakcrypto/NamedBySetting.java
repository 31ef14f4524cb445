package dev.zonegate.rules.weakcrypto;

import dev.zonegate.facts.ConfigSetting;
import dev.zonegate.facts.Project;
import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.Constants;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.rule.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * An algorithm whose name is a setting of the project.
 *
 * @param key of the setting
 * @param fallback what the code takes if it is missing; empty if nothing
 * @param rest what follows the algorithm in the message
 */
record NamedBySetting(String key, String fallback, String rest) implements Evidence {
  private static final ApiSet READS = ApiSet.load("crypto/setting-reads.api");

  /** The setting that {@code name} is read from. */
  static Optional<NamedBySetting> of(SourceFile file, Expr name) {
    if (!(source(file, name) instanceof Expr.Call read) || !READS.matches(read).isYes()) {
      return Optional.empty();
    }
    Constants constants = Constants.of(file);
    List<Expr> arguments = read.arguments();
    String fallback =
        arguments.size() < 2 ? "" : constants.text(arguments.get(arguments.size() - 1)).orElse("");
    return constants.text(arguments.get(0)).map(key -> new NamedBySetting(key, fallback, ""));
  }

  /** What a variable that is set once is set to. */
  private static Expr source(SourceFile file, Expr name) {
    Bindings bindings = Bindings.of(file);
    if (!(bindings.declaration(name).orElse(null) instanceof Stmt.Local local)) {
      return name;
    }
    List<Expr> values = new ArrayList<>();
    bindings.assignments(local).forEach(each -> values.add(each.value()));
    boolean isEmpty = local.initializer() == null || local.initializer() instanceof Expr.Literal;
    if (!isEmpty) {
      values.add(local.initializer());
    }
    return values.size() == 1 ? values.get(0) : name;
  }

  NamedBySetting with(String text) {
    return new NamedBySetting(key, fallback, text);
  }

  /** The weak one among what the project sets; if it sets none, the fallback, if it counts. */
  Optional<String> weak(Project project, boolean withFallback, Predicate<String> isWeak) {
    List<String> values =
        project.all(ConfigSetting.class).stream()
            .filter(each -> each.key().equals(key) && each.kind() == ConfigSetting.Kind.PLAIN)
            .map(each -> each.value().strip())
            .toList();
    if (values.isEmpty()) {
      return Optional.of(fallback).filter(each -> withFallback && isWeak.test(each));
    }
    return values.stream().filter(isWeak).findFirst();
  }
}
