package dev.zonegate.gate;

import dev.zonegate.frontend.Tokens;
import java.util.ArrayList;
import java.util.List;

/**
 * What a file says before its first type.
 *
 * @param packageName empty for the unnamed one and for what is no Java
 * @param imports as written, without {@code static}: {@code java.util.List}, {@code java.util.*}
 */
record Header(String packageName, List<String> imports) {
  static Header of(Tokens tokens) {
    String packageName = "";
    List<String> imports = new ArrayList<>();
    for (int i = 0; i < tokens.size() && !tokens.get(i).is("{"); i++) {
      if (tokens.get(i).is("package")) {
        packageName = name(tokens, i + 1);
      } else if (tokens.get(i).is("import")) {
        boolean isStatic = i + 1 < tokens.size() && tokens.get(i + 1).is("static");
        imports.add(name(tokens, isStatic ? i + 2 : i + 1));
      }
    }
    return new Header(packageName, List.copyOf(imports));
  }

  private static String name(Tokens tokens, int from) {
    StringBuilder name = new StringBuilder();
    for (int i = from; i < tokens.size() && !tokens.get(i).is(";"); i++) {
      name.append(tokens.get(i).text());
    }
    return name.toString();
  }
}
