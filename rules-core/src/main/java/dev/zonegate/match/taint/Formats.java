package dev.zonegate.match.taint;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts with places to fill in. */
final class Formats {
  private static final Pattern PLACE =
      Pattern.compile("%(?:(\\d++)\\$)?[-#+ 0,(]*+\\d*+(?:\\.\\d++)?[a-zA-Z]");
  private static final int MOST = 4;

  private Formats() {}

  /** The format filled in: what stands in front of the first place counts for all that is given. */
  static Value format(List<Value> pieces) {
    Value format = pieces.get(0);
    if (!(format.constant() instanceof String text)) {
      return Value.join(pieces).asTaint();
    }
    String[] fixed = PLACE.split(text, -1);
    List<Value> given = numbered(text, pieces);
    Value all = Value.constant(fixed[0].replace("%%", "%").replace("%n", "\n"));
    for (int i = 1; i < fixed.length || i < given.size(); i++) {
      all = Texts.concat(all, i < given.size() ? given.get(i) : Value.UNKNOWN);
      all = i < fixed.length ? Texts.concat(all, Value.constant(fixed[i])) : all;
    }
    return all;
  }

  /** What is given, as the places ask for it: {@code %2$s}; as it is if they do not say. */
  private static List<Value> numbered(String text, List<Value> pieces) {
    List<Value> asked = new ArrayList<>();
    asked.add(pieces.get(0));
    Matcher place = PLACE.matcher(text);
    while (place.find()) {
      String number = place.group(1);
      int at = number == null || number.length() > MOST ? 0 : Integer.parseInt(number);
      if (at < 1 || at >= pieces.size()) {
        return pieces;
      }
      asked.add(pieces.get(at));
    }
    return asked.size() == 1 ? pieces : asked;
  }
}
