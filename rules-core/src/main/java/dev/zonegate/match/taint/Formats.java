package dev.zonegate.match.taint;

import java.util.List;

/** Texts with places to fill in. */
final class Formats {
  private Formats() {}

  /** The format filled in: what stands in front of the first place counts for all that is given. */
  static Value format(List<Value> pieces) {
    Value format = pieces.get(0);
    if (!(format.constant() instanceof String text)) {
      return Value.join(pieces).asTaint();
    }
    String[] fixed = text.split("%(\\d++\\$)?[-#+ 0,(]*+\\d*+(\\.\\d++)?[a-zA-Z]", -1);
    Value all = Value.constant(fixed[0].replace("%%", "%").replace("%n", "\n"));
    for (int i = 1; i < fixed.length || i < pieces.size(); i++) {
      all = Texts.concat(all, i < pieces.size() ? pieces.get(i) : Value.UNKNOWN);
      all = i < fixed.length ? Texts.concat(all, Value.constant(fixed[i])) : all;
    }
    return all;
  }
}
