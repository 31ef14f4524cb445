package dev.zonegate.rules.localeandmoney;

import dev.zonegate.match.Bindings;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What becomes of a formatter object. */
final class FormatterUse {
  private static final Set<String> STATING =
      Set.of(
          "setDecimalFormatSymbols", "useLocale", "withLocale", "localizedBy", "withDecimalStyle");
  private static final Set<String> USING = Set.of("format", "parse", "print", "formatTo");

  private FormatterUse() {}

  /** Whether the locale is given in the chain of calls on the formatter, or later. */
  static boolean isStated(SourceFile file, Expr formatter) {
    return uses(file, formatter).stream().anyMatch(each -> STATING.contains(each.name()));
  }

  static boolean isParsed(SourceFile file, Expr formatter) {
    return uses(file, formatter).stream().anyMatch(each -> each.name().startsWith("parse"));
  }

  static boolean isReadByMachine(SourceFile file, Expr formatter) {
    return uses(file, formatter).stream()
        .anyMatch(each -> USING.contains(each.name()) && Reader.of(file, each) == Reader.MACHINE);
  }

  /** Whether all that the formatter makes is printed or meant for people. */
  static boolean isShown(SourceFile file, Expr formatter) {
    List<Expr.Call> texts =
        uses(file, formatter).stream().filter(each -> USING.contains(each.name())).toList();
    return !texts.isEmpty()
        && texts.stream()
            .allMatch(
                each -> Spoken.isSpoken(file, each) || Reader.of(file, each) == Reader.PEOPLE);
  }

  /** The calls on the formatter, in its chain or by its variable, and those that are given it. */
  private static List<Expr.Call> uses(SourceFile file, Expr formatter) {
    Node parent = file.parent(formatter);
    if (parent instanceof Expr.Call call) {
      return call.target() == formatter ? chain(file, call) : List.of(call);
    }
    Variable holder = parent instanceof Variable variable ? variable : assigned(file, parent);
    if (holder == null) {
      return List.of();
    }
    return Bindings.of(file).uses(holder).stream()
        .map(file::parent)
        .filter(Expr.Call.class::isInstance)
        .map(Expr.Call.class::cast)
        .flatMap(each -> chain(file, each).stream())
        .toList();
  }

  private static Variable assigned(SourceFile file, Node parent) {
    return parent instanceof Expr.Assign assign
        ? Bindings.of(file).declaration(assign.assigned()).orElse(null)
        : null;
  }

  private static List<Expr.Call> chain(SourceFile file, Expr.Call first) {
    List<Expr.Call> calls = new ArrayList<>(List.of(first));
    Node node = first;
    while (file.parent(node) instanceof Expr.Call next && next.target() == node) {
      calls.add(next);
      node = next;
    }
    if (file.parent(node) instanceof Variable holder && holder.initializer() == node) {
      Bindings.of(file).uses(holder).stream()
          .map(file::parent)
          .filter(Expr.Call.class::isInstance)
          .map(Expr.Call.class::cast)
          .forEach(calls::add);
    }
    return calls;
  }
}
