package dev.zonegate.rules.hardcodedsecret;

import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.Operands;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds secrets among the arguments of a process, which every user of the machine can list. */
final class SecretInArgs {
  private static final ApiSet PROCESSES = ApiSet.load("secrets/processes.api");
  private static final Set<String> LISTS = Set.of("of", "asList", "add", "addAll");

  private SecretInArgs() {}

  static void find(Search search) {
    for (Invocation use : search.file().all(Invocation.class)) {
      if (PROCESSES.matches(use).isYes()) {
        for (Expr argument : use.arguments()) {
          for (Expr part : parts(search, argument, 0)) {
            SecretUse.nameOf(part).ifPresent(name -> report(search, part, name));
          }
        }
      }
    }
  }

  private static void report(Search search, Expr at, String name) {
    search
        .report()
        .at(
            at,
            HardcodedSecretRule.SECRET_IN_URL_OR_ARGS,
            NamedLiteral.shortened(name),
            "the arguments of a process, which all users see");
  }

  /** The texts that an argument is made of: sums, arrays, lists and what is added to them. */
  private static List<Expr> parts(Search search, Expr argument, int depth) {
    List<Expr> parts = new ArrayList<>();
    if (depth > 4) {
      return parts;
    }
    if (argument instanceof Expr.Binary sum && sum.operator().equals("+")) {
      parts.addAll(Operands.of(sum, "+"));
    } else if (argument instanceof Expr.NewArray array && array.initializer() != null) {
      array.initializer().elements().forEach(each -> parts.addAll(parts(search, each, depth + 1)));
    } else if (argument instanceof Expr.Call call && LISTS.contains(call.name())) {
      call.arguments().forEach(each -> parts.addAll(parts(search, each, depth + 1)));
    } else {
      parts.add(argument);
      Bindings.of(search.file())
          .declaration(argument)
          .ifPresent(variable -> parts.addAll(held(search, variable, depth)));
    }
    return parts;
  }

  private static List<Expr> held(Search search, Variable variable, int depth) {
    List<Expr> held = new ArrayList<>();
    if (variable.initializer() != null) {
      boolean isList =
          variable.initializer() instanceof Expr.Call call && LISTS.contains(call.name());
      boolean isMade =
          isList
              || variable.initializer() instanceof Expr.NewArray
              || variable.initializer() instanceof Expr.Binary;
      held.addAll(isMade ? parts(search, variable.initializer(), depth + 1) : List.of());
    }
    for (Expr use : Bindings.of(search.file()).uses(variable)) {
      Node parent = search.file().parent(use);
      if (parent instanceof Expr.Call call && call.target() == use && call.name().equals("add")) {
        call.arguments().forEach(each -> held.addAll(parts(search, each, depth + 1)));
      }
    }
    return held;
  }
}
