package dev.zonegate.match;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Reads a regular expression as far as {@link Backtracking} has to know it. */
final class RegexTree {
  private static final int LAST = Character.MAX_VALUE;

  private final String regex;
  private int at;

  private RegexTree(String regex) {
    this.regex = regex;
  }

  /** What is repeated: a group, characters, or nothing that takes any. */
  sealed interface Atom permits Group, Chars, Nothing {}

  /** Branches, one of which matches. */
  record Group(List<List<Item>> branches, boolean isAtomic) implements Atom {}

  /** One of some characters. */
  record Chars(BitSet set) implements Atom {}

  /** An anchor, a look-around or a back reference. */
  record Nothing(boolean mayFail) implements Atom {}

  /** An atom with its quantifier; {@code most} is -1 for any number. */
  record Item(Atom atom, int least, int most, boolean isPossessive, int start, int end) {
    /** What a group around nothing but one item is: that item. */
    Item bare() {
      boolean isOnce = least == 1 && most == 1;
      boolean isSingle =
          atom instanceof Group group
              && !group.isAtomic()
              && group.branches().size() == 1
              && group.branches().get(0).size() == 1;
      return isOnce && isSingle ? ((Group) atom).branches().get(0).get(0).bare() : this;
    }

    boolean isUnbounded() {
      return most < 0 || most > 20;
    }

    boolean isNullable() {
      return least == 0
          || atom instanceof Nothing
          || atom instanceof Group group
              && group.branches().stream()
                  .anyMatch(each -> each.stream().allMatch(Item::isNullable));
    }

    boolean mayFail() {
      return atom instanceof Nothing nothing ? nothing.mayFail() : !isNullable();
    }

    /** The characters it consists of, if it is one after the other of one set; else null. */
    BitSet chars() {
      if (atom instanceof Chars chars) {
        return chars.set();
      }
      boolean isSingle =
          atom instanceof Group group
              && group.branches().size() == 1
              && group.branches().get(0).size() == 1;
      return isSingle ? ((Group) atom).branches().get(0).get(0).chars() : null;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Item item
          && atom.equals(item.atom)
          && least == item.least
          && most == item.most;
    }

    @Override
    public int hashCode() {
      return atom.hashCode() + least + most;
    }
  }

  /**
   * Reads it.
   *
   * @throws IllegalArgumentException if it is none or has what this does not know
   */
  static Group parse(String regex) {
    RegexTree reader = new RegexTree(regex);
    Group whole = reader.branches(false);
    if (reader.at < regex.length()) {
      throw new IllegalArgumentException("unbalanced: " + regex);
    }
    return whole;
  }

  private Group branches(boolean isAtomic) {
    List<List<Item>> branches = new ArrayList<>();
    List<Item> branch = new ArrayList<>();
    while (at < regex.length() && regex.charAt(at) != ')') {
      if (regex.charAt(at) == '|') {
        at++;
        branches.add(branch);
        branch = new ArrayList<>();
      } else {
        branch.add(item());
      }
    }
    branches.add(branch);
    return new Group(branches, isAtomic);
  }

  private Item item() {
    int start = at;
    Atom atom = atom();
    int least = 1;
    int most = 1;
    char sign = at < regex.length() ? regex.charAt(at) : ' ';
    if (sign == '*' || sign == '+' || sign == '?') {
      at++;
      least = sign == '+' ? 1 : 0;
      most = sign == '?' ? 1 : -1;
    } else if (sign == '{') {
      int close = regex.indexOf('}', at);
      String[] bounds = regex.substring(at + 1, Math.max(close, at + 1)).split(",", -1);
      at = close + 1;
      least = number(bounds[0]);
      most = bounds.length == 1 ? least : bounds[1].isEmpty() ? -1 : number(bounds[1]);
    }
    boolean isQuantified = sign == '*' || sign == '+' || sign == '?' || sign == '{';
    boolean isPossessive = isQuantified && skip('+');
    if (isQuantified && !isPossessive) {
      skip('?');
    }
    return new Item(atom, least, most, isPossessive, start, at);
  }

  private static int number(String text) {
    if (!text.matches("\\d{1,6}")) {
      throw new IllegalArgumentException("no number: " + text);
    }
    return Integer.parseInt(text);
  }

  private boolean skip(char wanted) {
    boolean isThere = at < regex.length() && regex.charAt(at) == wanted;
    at += isThere ? 1 : 0;
    return isThere;
  }

  private Atom atom() {
    char next = regex.charAt(at++);
    return switch (next) {
      case '(' -> group();
      case '[' -> new Chars(characterClass());
      case '.' -> new Chars(all());
      case '^' -> new Nothing(false);
      case '$' -> new Nothing(true);
      case '\\' -> escape();
      case '*', '+', '?' -> throw new IllegalArgumentException("nothing to repeat: " + regex);
      default -> new Chars(one(next));
    };
  }

  private Atom group() {
    boolean isAtomic = false;
    boolean isLook = false;
    if (skip('?')) {
      int colon = regex.indexOf(':', at);
      if (regex.startsWith("<=", at) || regex.startsWith("<!", at)) {
        isLook = true;
        at += 2;
      } else if (regex.startsWith("=", at) || regex.startsWith("!", at)) {
        isLook = true;
        at++;
      } else if (regex.startsWith(">", at)) {
        isAtomic = true;
        at++;
      } else if (regex.startsWith("<", at)) {
        at = after('>');
      } else if (colon >= 0 && regex.substring(at, colon).matches("[a-zA-Z-]*")) {
        at = colon + 1;
      } else {
        int close = regex.indexOf(')', at);
        at = close < 0 ? regex.length() : close + 1;
        return new Nothing(false);
      }
    }
    Group inner = branches(isAtomic);
    if (!skip(')')) {
      throw new IllegalArgumentException("unbalanced: " + regex);
    }
    return isLook ? new Nothing(true) : inner;
  }

  private int after(char end) {
    int found = regex.indexOf(end, at);
    return found < 0 ? regex.length() : found + 1;
  }

  private Atom escape() {
    if (at >= regex.length()) {
      throw new IllegalArgumentException("ends in an escape: " + regex);
    }
    char next = regex.charAt(at++);
    if ("bBAGzZ".indexOf(next) >= 0 || Character.isDigit(next)) {
      return new Nothing(next != 'b' && next != 'A');
    }
    if (next == 'k') {
      at = after('>');
      return new Nothing(true);
    }
    if (next == 'Q') {
      throw new IllegalArgumentException("quoted: " + regex);
    }
    return new Chars(escaped(next));
  }

  private BitSet escaped(char next) {
    return switch (next) {
      case 'd' -> range('0', '9');
      case 'w' -> word();
      case 's' -> space();
      case 'D' -> not(range('0', '9'));
      case 'W' -> not(word());
      case 'S' -> not(space());
      case 'n' -> one('\n');
      case 't' -> one('\t');
      case 'r' -> one('\r');
      case 'p', 'P' -> property(next == 'P');
      case 'f' -> one('\f');
      default -> Character.isLetterOrDigit(next) ? unknown() : one(next);
    };
  }

  /** Characters by a property: letters are taken for those of words, others are not known. */
  private BitSet property(boolean isNot) {
    int end = skip('{') ? regex.indexOf('}', at) : at;
    String name = regex.substring(at, Math.max(end, at));
    at = Math.min(regex.length(), Math.max(end, at) + 1);
    BitSet letters = range('a', 'z');
    letters.or(range('A', 'Z'));
    letters.set(128, LAST + 1);
    if (!name.matches("L|Alpha|IsAlphabetic|Lu|Ll|IsL|IsLetter")) {
      throw new IllegalArgumentException("not known: " + name);
    }
    return isNot ? not(letters) : letters;
  }

  private BitSet unknown() {
    throw new IllegalArgumentException("not known: " + regex);
  }

  private BitSet characterClass() {
    boolean isNot = skip('^');
    BitSet set = new BitSet();
    boolean isFirst = true;
    while (at < regex.length() && (regex.charAt(at) != ']' || isFirst)) {
      isFirst = false;
      char next = regex.charAt(at++);
      if (next == '[' || next == '&' && regex.startsWith("&", at)) {
        throw new IllegalArgumentException("nested class: " + regex);
      }
      BitSet chars = next == '\\' && at < regex.length() ? escaped(regex.charAt(at++)) : one(next);
      boolean isRange =
          chars.cardinality() == 1
              && at + 1 < regex.length()
              && regex.charAt(at) == '-'
              && regex.charAt(at + 1) != ']';
      if (isRange) {
        at++;
        set.or(range(chars.nextSetBit(0), last()));
      } else {
        set.or(chars);
      }
    }
    if (!skip(']')) {
      throw new IllegalArgumentException("open class: " + regex);
    }
    return isNot ? not(set) : set;
  }

  /** The character that ends a range. */
  private int last() {
    char last = regex.charAt(at++);
    if (last != '\\') {
      return last;
    }
    BitSet escaped = at < regex.length() ? escaped(regex.charAt(at++)) : unknown();
    return escaped.cardinality() == 1 ? escaped.nextSetBit(0) : -1;
  }

  private static BitSet one(char character) {
    BitSet set = new BitSet();
    set.set(character);
    return set;
  }

  private static BitSet range(int first, int last) {
    if (last < first) {
      throw new IllegalArgumentException("no range");
    }
    BitSet set = new BitSet();
    set.set(first, last + 1);
    return set;
  }

  private static BitSet word() {
    BitSet set = range('a', 'z');
    set.or(range('A', 'Z'));
    set.or(range('0', '9'));
    set.set('_');
    return set;
  }

  private static BitSet space() {
    BitSet set = one(' ');
    set.or(range('\t', '\r'));
    return set;
  }

  private static BitSet all() {
    BitSet set = new BitSet();
    set.set(0, LAST + 1);
    return set;
  }

  private static BitSet not(BitSet chars) {
    BitSet set = all();
    set.andNot(chars);
    return set;
  }
}
