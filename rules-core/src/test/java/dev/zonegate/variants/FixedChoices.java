package dev.zonegate.variants;

import java.util.ArrayList;
import java.util.List;

/**
 * Ways from a fixed value, such as the name of an algorithm, to {@code bar}: each once with the
 * weak value chosen, once with the safe one.
 *
 * @param type of the value
 * @param boxed the same as a type argument
 * @param weak the weak value
 * @param safe the safe one
 * @param instead what is not chosen where the weak one is, and {@code null} in both if it is that
 */
record FixedChoices(String type, String boxed, String weak, String safe, String instead) {
  private static final String[][] WAYS = {
    {"direct", "TYPE bar = CHOSEN;", ""},
    {"overwritten", "TYPE bar = OTHER; bar = CHOSEN;", ""},
    {"late", "TYPE bar; bar = CHOSEN;", ""},
    {"constantIf", "int n = 9; TYPE bar; if (n * 2 > 10) bar = CHOSEN; else bar = OTHER;", ""},
    {"constantElse", "int n = 2; TYPE bar; if (n * 2 > 10) bar = OTHER; else bar = CHOSEN;", ""},
    {"constantTernary", "TYPE bar = 7 * 3 > 20 ? CHOSEN : OTHER;", ""},
    {
      "constantSwitch",
      "int n = 2; TYPE bar; switch (n) { case 1: bar = OTHER; break; default: bar = CHOSEN; break; }",
      ""
    },
    {
      "constantArrow",
      "int n = 2; TYPE bar = switch (n) { case 2 -> CHOSEN; default -> OTHER; };",
      ""
    },
    {"helper", "TYPE bar = chosen();", "private static TYPE chosen() { return CHOSEN; }"},
    {
      "helperChain",
      "TYPE bar = chosen();",
      "private TYPE chosen() { return made(); } private TYPE made() { return CHOSEN; }"
    },
    {
      "helperPick",
      "TYPE bar = pick(OTHER, CHOSEN);",
      "private static TYPE pick(TYPE one, TYPE two) { return two; }"
    },
    {"constant", "TYPE bar = KEPT;", "private static final TYPE KEPT = CHOSEN;"},
    {"field", "TYPE bar = kept;", "private final TYPE kept = CHOSEN;"},
    {
      "inner",
      "TYPE bar = new Inner().get();",
      "static class Inner { TYPE get() { return CHOSEN; } }"
    },
    {
      "innerConstant", "TYPE bar = Kept.IT;", "static class Kept { static final TYPE IT = CHOSEN; }"
    },
    {"array", "TYPE[] all = {OTHER, CHOSEN}; TYPE bar = all[1];", ""},
    {
      "list",
      "java.util.List<BOX> all = new java.util.ArrayList<>(); all.add(OTHER); all.add(CHOSEN); TYPE bar = all.get(1);",
      ""
    },
    {
      "map",
      "java.util.Map<String, BOX> all = new java.util.HashMap<>(); all.put(\"a\", OTHER); all.put(\"b\", CHOSEN); TYPE bar = all.get(\"b\");",
      ""
    },
    {
      "supplier", "java.util.function.Supplier<BOX> made = () -> CHOSEN; TYPE bar = made.get();", ""
    },
    {
      "tryCatch", "TYPE bar; try { bar = CHOSEN; } catch (RuntimeException e) { bar = CHOSEN; }", ""
    },
    {"finallySet", "TYPE bar = OTHER; try { request.getMethod(); } finally { bar = CHOSEN; }", ""},
    {"record", "TYPE bar = new Kept(CHOSEN).it();", "record Kept(TYPE it) {}"}
  };

  List<FlowShape> all() {
    List<FlowShape> shapes = new ArrayList<>();
    for (String[] way : WAYS) {
      shapes.add(
          new FlowShape(
              way[0], true, filled(way[1], weak, instead), filled(way[2], weak, instead)));
      String other = instead.equals(safe) ? weak : instead;
      shapes.add(
          new FlowShape(
              way[0] + "Safe", false, filled(way[1], safe, other), filled(way[2], safe, other)));
    }
    return shapes;
  }

  private String filled(String code, String chosen, String other) {
    return code.replace("CHOSEN", chosen)
        .replace("OTHER", other)
        .replace("TYPE", type)
        .replace("BOX", boxed);
  }
}
