package dev.zonegate.rules.localeandmoney;

import dev.zonegate.match.LeafName;
import dev.zonegate.match.Words;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What makes a number money besides its name: what the type and package are about, other money
 * beside it, what it is multiplied with.
 *
 * @param type where the number is declared
 * @param names words of its package, of its types and of the method around
 */
record MoneyHints(SourceFile file, Decl.Type type, List<String> names) {
  private static final Set<String> QUANTITIES =
      Set.of(
          "quantity",
          "qty",
          "units",
          "amount",
          "count",
          "items",
          "discount",
          "percent",
          "vat",
          "tax",
          "rate",
          "nights",
          "hours",
          "months",
          "seats",
          "price");
  private static final Set<String> CURRENCIES = Set.of("currency", "iban", "usd", "eur", "cents");

  static MoneyHints of(SourceFile file, Decl.Type type) {
    List<String> names = new ArrayList<>(Reader.surroundings(file, type));
    names.addAll(Words.of(type.name()));
    return new MoneyHints(file, type, names);
  }

  /** The hints inside of a method, whose name counts too. */
  MoneyHints in(Decl.Method method) {
    List<String> all = new ArrayList<>(names);
    all.addAll(Words.of(method.name()));
    return new MoneyHints(file, type, all);
  }

  boolean isScience() {
    return MoneyName.isScience(names);
  }

  /** Whether the number that {@code declaration} names so is money by two hints. */
  boolean isMoney(String name, Node declaration) {
    if (!MoneyName.isMoney(name)) {
      return false;
    }
    boolean isTwice = MoneyName.isTwice(name);
    boolean isContext = MoneyName.isContext(names);
    boolean isUsed = isUsed(name, declaration);
    return MoneyName.isVague(name) && !isTwice
        ? isContext || isUsed && hasOtherMoney(name)
        : isTwice || isContext || isUsed || hasOtherMoney(name);
  }

  /** Whether the type has other money, or says in which currency. */
  private boolean hasOtherMoney(String name) {
    return file.allIn(type, Variable.class).stream()
        .map(Variable::name)
        .filter(each -> !each.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
        .anyMatch(
            each ->
                MoneyName.isMoney(each) && !MoneyName.isVague(each)
                    || Words.of(each).stream().anyMatch(CURRENCIES::contains));
  }

  /** Whether it is multiplied by a quantity, or added to other money. */
  private boolean isUsed(String name, Node declaration) {
    Node scope = declaration instanceof Decl.Method method ? method : type;
    return file.allIn(scope, Expr.Binary.class).stream()
        .filter(each -> Set.of("*", "+", "-").contains(each.operator()))
        .anyMatch(
            each ->
                isNamed(each.left(), name) && isPartner(each.right(), name)
                    || isNamed(each.right(), name) && isPartner(each.left(), name));
  }

  private static boolean isNamed(Expr value, String name) {
    return LeafName.of(value).equals(name);
  }

  private static boolean isPartner(Expr value, String name) {
    String other = LeafName.of(value);
    return !other.equals(name)
        && (MoneyName.isMoney(other) || Words.of(other).stream().anyMatch(QUANTITIES::contains));
  }
}
