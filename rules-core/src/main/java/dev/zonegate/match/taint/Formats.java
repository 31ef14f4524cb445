package dev.zonegate.match.taint;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts with places to fill in. */
final class Formats {
  private static final Pattern PLACE =
      Pattern.compile("%(?:(\\d{1,4}+)\\$)?[-#+ 0,(]*+\\d*+(?:\\.\\d++)?([a-zA-Z%])");

  private Formats() {}

  /**
   * The format filled in, as the places ask for what is given: {@code %2$s}, or one after the
   * other. Where none asks for anything all comes last: other formats have other places.
   */
  static Value format(List<Value> pieces) {
    Value format = pieces.get(0);
    if (!(format.constant() instanceof String text)) {
      return Value.join(pieces).asTaint();
    }
    boolean isAsked = false;
    Value all = Value.constant("");
    int end = 0;
    int next = 1;
    Matcher place = PLACE.matcher(text);
    while (place.find()) {
      all = Texts.concat(all, Value.constant(text.substring(end, place.start())));
      end = place.end();
      String kind = place.group(2);
      if (kind.equals("%") || kind.equals("n")) {
        all = Texts.concat(all, Value.constant(kind.equals("n") ? "\n" : kind));
        continue;
      }
      int at = place.group(1) == null ? next++ : Integer.parseInt(place.group(1));
      boolean isGiven = at > 0 && at < pieces.size();
      all = Texts.concat(all, isGiven ? pieces.get(at) : Value.UNKNOWN);
      isAsked |= isGiven;
    }
    all = Texts.concat(all, Value.constant(text.substring(end)));
    for (Value each : isAsked ? List.<Value>of() : pieces.subList(1, pieces.size())) {
      all = Texts.concat(all, each);
    }
    return all;
  }
}
