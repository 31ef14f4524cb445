package shop.encoding;

class Escapes {
  String caf\u00e9 = "caf\u00e9 \u0022 + "tail";
  char quote = '\u005c'', plain = '\u0041';
  int \u0061bc = 1, \uuu0064ef = abc;
  String pair = "\\u0041", astral = "\ud83d\ude00";
  int f() { return \u0061bc + this.\u0061bc; } /\u002a hidden *\u002f int last = 2;
  // ends here \u000a int next = 3;
  \u0053tring g(\u0053tring s) { return s.\u0074rim(); }
}
