package dev.zonegate.fix;

import java.util.HexFormat;

/** The bytes that may stand before a text. */
enum ByteOrderMark {
  NONE(""),
  UTF_8("EFBBBF"),
  BIG("FEFF"),
  LITTLE("FFFE");

  private final String hex;

  ByteOrderMark(String hex) {
    this.hex = hex;
  }

  byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }

  /** Whether a text starts with it. */
  boolean isAtStartOf(byte[] text) {
    byte[] mark = bytes();
    for (int i = 0; i < mark.length; i++) {
      if (i >= text.length || text[i] != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
