package dev.zonegate.rules.localeandmoney;

import dev.zonegate.match.LeafName;
import dev.zonegate.match.Vocabulary;
import dev.zonegate.match.Words;
import dev.zonegate.model.Expr;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the names of values and places say of money. */
final class MoneyName {
  private static final Set<String> MONEY = words("locale/money.words");
  private static final Set<String> OTHER = words("locale/not-money.words");
  private static final Set<String> CONTEXTS = words("locale/money-contexts.words");
  private static final Set<String> SCIENCES = words("locale/science.words");
  private static final Set<String> VAGUE =
      Set.of(
          "total",
          "amount",
          "rate",
          "cost",
          "balance",
          "charge",
          "credit",
          "tip",
          "interest",
          "pay",
          "premium",
          "budget");
  private static final Set<String> PRICED =
      Set.of("exchange", "hourly", "daily", "monthly", "annual", "apr", "apy");
  private static final Set<String> TAIL =
      Set.of(
          "value",
          "net",
          "gross",
          "due",
          "paid",
          "usd",
          "eur",
          "gbp",
          "sum",
          "percent",
          "percentage",
          "pct",
          "cents",
          "before",
          "after",
          "with",
          "without",
          "per",
          "for",
          "of",
          "in",
          "by",
          "from",
          "to",
          "excluding",
          "including",
          "incl",
          "excl",
          "old",
          "new",
          "min",
          "max",
          "current",
          "available",
          "remaining",
          "factor",
          "applied",
          "a",
          "b");

  private MoneyName() {}

  /** Whether a value is money by the name that it is read by. */
  static boolean isMoney(Expr value) {
    if (value instanceof Expr.Binary sum) {
      return isMoney(sum.left()) || isMoney(sum.right());
    }
    if (value instanceof Expr.Call call && call.name().endsWith("Value") && call.target() != null) {
      return isMoney(call.target());
    }
    return isMoney(LeafName.of(value));
  }

  /** Whether {@code name} ends in a word for money, and no word makes it something else. */
  static boolean isMoney(String name) {
    List<String> words = singular(name);
    int last = -1;
    for (int i = 0; i < words.size(); i++) {
      if (OTHER.contains(words.get(i))) {
        return false;
      }
      last = MONEY.contains(words.get(i)) ? i : last;
    }
    return last >= 0
        && (last == words.size() - 1 || TAIL.contains(words.get(last + 1)))
        && !isBareRate(words);
  }

  /** Whether two of its words say money, one of them for sure: {@code taxAmount}. */
  static boolean isTwice(String name) {
    return singular(name).stream().filter(MONEY::contains).count() > 1 && !isVague(name);
  }

  /** Whether its words for money may be about anything: {@code total}, {@code cost}. */
  static boolean isVague(String name) {
    return singular(name).stream().filter(MONEY::contains).allMatch(VAGUE::contains);
  }

  /** Whether a class, package or method of this name is about things that cost money. */
  static boolean isContext(List<String> words) {
    return words.stream().map(MoneyName::singularWord).anyMatch(CONTEXTS::contains);
  }

  /** Whether a class or package of this name is about numbers of another kind. */
  static boolean isScience(List<String> words) {
    return words.stream().map(MoneyName::singularWord).anyMatch(SCIENCES::contains);
  }

  /** A rate of something that costs no money. */
  private static boolean isBareRate(List<String> words) {
    return words.contains("rate")
        && words.stream()
            .filter(each -> !each.equals("rate"))
            .noneMatch(each -> MONEY.contains(each) || PRICED.contains(each));
  }

  private static List<String> singular(String name) {
    List<String> all = new ArrayList<>();
    Words.of(name).forEach(each -> all.add(singularWord(each)));
    return all;
  }

  private static String singularWord(String word) {
    boolean isPlural = word.length() > 3 && word.endsWith("s") && !word.endsWith("ss");
    return isPlural ? word.substring(0, word.length() - 1) : word;
  }

  private static Set<String> words(String table) {
    return new HashSet<>(Vocabulary.lines(table));
  }
}
