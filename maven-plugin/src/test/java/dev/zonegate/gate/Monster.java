package dev.zonegate.gate;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Sources that generators write and no person does, of any size. */
enum Monster {
  METHOD(20_000, n -> method(lines(n, i -> "go(list, \"v" + i + "\");"))),
  SWITCH(
      5_000,
      n ->
          method(
              "switch (n) {\n"
                  + lines(n, i -> "case " + i + ": list.add(\"c" + i + "\"); break;")
                  + "}")),
  SUM(10_000, n -> method("String s = name" + lines(n, i -> "+ \"t" + i + "\"") + ";")),
  BLOCKS(400, n -> method("if (n > 1) {\n".repeat(n) + "}\n".repeat(n))),
  PARENTHESES(400, n -> method("int x = " + "(".repeat(n) + "n" + ")".repeat(n) + ";")),
  ARGUMENTS(
      400, n -> method("String s = " + "String.valueOf(".repeat(n) + "n" + ")".repeat(n) + ";")),
  LAMBDAS(
      400,
      n -> "Runnable r = " + "() -> { Runnable r = ".repeat(n) + "null" + "; }".repeat(n) + ";"),
  GENERICS(400, n -> "List<".repeat(n) + "String" + ">".repeat(n) + " deep;"),
  LITERAL(3 << 20, n -> method("String s = \"" + "x".repeat(n) + "\";")),
  COMMENT(3 << 20, n -> "/* " + "a long story; ".repeat(n / 14) + "*/ int x;"),
  CHAIN(
      10_000,
      n -> method("StringBuilder b = new StringBuilder()" + ".append(name)".repeat(n) + ";")),
  METHODS(
      10_000, n -> lines(n, i -> "String m" + i + "(String a) { return a.trim() + " + i + "; }")),
  FIELDS(50_000, n -> lines(n, i -> "private String f" + i + " = \"v" + i + "\";")),
  ARRAY(100_000, n -> "static final int[] ALL = {\n" + lines(n, i -> i + ",") + "};");

  private final int size;
  private final IntFunction<String> members;

  Monster(int size, IntFunction<String> members) {
    this.size = size;
    this.members = members;
  }

  /** A whole one, or a part of one. */
  String source(double part) {
    return "import java.util.*;\nclass Monster {\n  void go(List<String> l, String s) { l.add(s); }\n"
        + members.apply((int) (size * part))
        + "\n}\n";
  }

  private static String method(String body) {
    return "void run(List<String> list, String name, int n) {\n" + body + "\n}\n";
  }

  private static String lines(int count, IntFunction<String> line) {
    return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining("\n", "", "\n"));
  }
}
