package dev.zonegate.gate;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A source that generators write and no person does, of any size.
 *
 * @param name of its kind
 * @param size of a whole one, in what its kind has many of
 */
record Monster(String name, int size, IntFunction<String> members) {
  static final List<Monster> ALL =
      List.of(
          new Monster("method", 20_000, n -> method(lines(n, i -> "go(list, \"v" + i + "\");"))),
          new Monster(
              "switch",
              5_000,
              n ->
                  method(
                      "switch (n) {\n"
                          + lines(n, i -> "case " + i + ": list.add(\"c" + i + "\"); break;")
                          + "}")),
          new Monster(
              "sum",
              10_000,
              n -> method("String s = name" + lines(n, i -> "+ \"t" + i + "\"") + ";")),
          new Monster("blocks", 400, n -> method("if (n > 1) {\n".repeat(n) + "}\n".repeat(n))),
          new Monster(
              "parentheses",
              400,
              n -> method("int x = " + "(".repeat(n) + "n" + ")".repeat(n) + ";")),
          new Monster(
              "arguments",
              400,
              n -> method("String s = " + "String.valueOf(".repeat(n) + "n" + ")".repeat(n) + ";")),
          new Monster(
              "lambdas",
              400,
              n ->
                  "Runnable r = "
                      + "() -> { Runnable r = ".repeat(n)
                      + "null"
                      + "; }".repeat(n)
                      + ";"),
          new Monster(
              "generics", 400, n -> "List<".repeat(n) + "String" + ">".repeat(n) + " deep;"),
          new Monster("literal", 3 << 20, n -> method("String s = \"" + "x".repeat(n) + "\";")),
          new Monster(
              "comment", 3 << 20, n -> "/* " + "a long story; ".repeat(n / 14) + "*/ int x;"),
          new Monster(
              "chain",
              10_000,
              n ->
                  method(
                      "StringBuilder b = new StringBuilder()" + ".append(name)".repeat(n) + ";")),
          new Monster(
              "methods",
              10_000,
              n -> lines(n, i -> "String m" + i + "(String a) { return a.trim() + " + i + "; }")),
          new Monster(
              "fields", 50_000, n -> lines(n, i -> "private String f" + i + " = \"v" + i + "\";")),
          new Monster(
              "array",
              100_000,
              n -> "static final int[] ALL = {\n" + lines(n, i -> i + ",") + "};"));

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

  @Override
  public String toString() {
    return name;
  }
}
