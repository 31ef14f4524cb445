package dev.zonegate.rules.localeandmoney;

import java.util.regex.Pattern;

/** Whether a regular expression knows letters of ASCII only. */
final class AsciiRegex {
  private static final Pattern ASCII =
      Pattern.compile("\\[[^\\[\\]]*(?:a-zA-Z|A-Za-z|a-z|A-Z)[^\\[\\]]*+\\]|\\\\w");
  private static final Pattern UNICODE =
      Pattern.compile(
          "\\\\p\\{|\\\\P\\{|\\(\\?[a-z]*U[a-z]*\\)|\\\\u|\\\\x\\{?[8-9a-fA-F]|\\\\[LX]");
  private static final Pattern CLASS = Pattern.compile("\\[[^\\[\\]]*\\]");
  private static final Pattern ANYTHING = Pattern.compile("(?<!\\\\)\\.[*+]");
  private static final Pattern ALL_BUT =
      Pattern.compile("(?<!\\[)\\[\\^(?!\\\\x00|\\\\p|a-z|A-Z|\\\\w)");
  private static final Pattern STRIPS =
      Pattern.compile("\\[\\^[^\\[\\]]*(?:a-z|A-Z|\\\\w|\\\\x00-\\\\x7[FfEe])[^\\[\\]]*+\\]|\\\\W");
  private static final Pattern MAIL = Pattern.compile("[\\])}][+*]@");
  private static final int ASCII_END = 0x80;

  private AsciiRegex() {}

  /** Whether it lets through texts of ASCII letters, and no other letters. */
  static boolean isAsciiOnly(String regex) {
    return ASCII.matcher(regex).find() && !knowsUnicode(regex) && !isOpen(regex);
  }

  /** Whether it lets through anything somewhere; a dot within a class is a dot. */
  private static boolean isOpen(String regex) {
    return ALL_BUT.matcher(regex).find()
        || ANYTHING.matcher(CLASS.matcher(regex).replaceAll("[]")).find();
  }

  /** Whether it means all that is not ASCII, or no ASCII letter. */
  static boolean isNotAscii(String regex) {
    return STRIPS.matcher(regex).find() && !knowsUnicode(regex);
  }

  /** Whether it is one for e-mail addresses. */
  static boolean isMail(String regex) {
    return MAIL.matcher(regex).find();
  }

  private static boolean knowsUnicode(String regex) {
    return UNICODE.matcher(regex).find() || regex.chars().anyMatch(each -> each >= ASCII_END);
  }
}
