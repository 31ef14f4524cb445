package dev.zonegate.match.taint;

import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** What a text can no longer harm once some of its characters were replaced. */
final class Replacements {
  private static final List<String> SPECIAL =
      List.of("'", "\"", "/", "\\", "<", ">", ";", "\n", "\r", "(", ")", "*", "&", "|", "$", "`");

  private Replacements() {}

  /** The kinds of sink that a call of {@code String.replace} and the like makes harmless. */
  static int cleanedBy(String method, List<Value> arguments) {
    boolean isReplacing = method.equals("replaceAll") || method.equals("replace");
    if (!isReplacing || arguments.size() != 2 || arguments.get(1).isTainted()) {
      return SinkKind.NONE;
    }
    Object removed = arguments.get(0).constant();
    if (removed == null) {
      return SinkKind.NONE;
    }
    return method.equals("replaceAll")
        ? cleanedBy(String.valueOf(removed))
        : removing(String.valueOf(removed)::equals);
  }

  private static int cleanedBy(String regex) {
    try {
      Pattern pattern = Pattern.compile(regex);
      boolean isAll = SPECIAL.stream().allMatch(each -> pattern.matcher(each).find());
      return isAll ? SinkKind.ALL : removing(each -> pattern.matcher(each).find());
    } catch (PatternSyntaxException e) {
      return SinkKind.NONE;
    }
  }

  private interface Removal {
    boolean of(String character);
  }

  private static int removing(Removal removal) {
    int kinds = removal.of("\n") || removal.of("\r") ? SinkKind.LOG.bit() : SinkKind.NONE;
    kinds |= removal.of("<") ? SinkKind.XSS.bit() : SinkKind.NONE;
    kinds |= removal.of("'") ? SinkKind.XPATH.bit() : SinkKind.NONE;
    kinds |= removal.of("/") && removal.of("\\") ? SinkKind.PATH.bit() : SinkKind.NONE;
    // whoever escapes these by one call each escapes the others, too
    return kinds | (removal.of("(") || removal.of(")") ? SinkKind.LDAP.bit() : SinkKind.NONE);
  }
}
