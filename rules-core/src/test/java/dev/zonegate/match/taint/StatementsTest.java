package dev.zonegate.match.taint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.match.Snippet;
import dev.zonegate.model.Decl;
import dev.zonegate.model.SourceFile;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Statements and expressions, by whether a request's {@code sent} reaches a command. */
final class StatementsTest {
  private static final List<String> REACHING =
      List.of(
          "run(sent);",
          "if (number() > 1) { text = sent; } run(text);",
          "if (1 < 2) { text = sent; } run(text);",
          "text = number() > 1 ? sent : text; run(text);",
          "while (number() > 1) { run(text); text = sent; }",
          "do { run(text); text = sent; } while (number() > 1);",
          "for (; number() > 1; text = sent) { } run(text);",
          "for (int i = 0; i < 3; i++) { text = sent; } run(text);",
          "for (String each : new String[] {sent}) { run(each); }",
          "for (int each : numbers()) { run(text); text = sent; }",
          "for (int each : numbers()) { if (number() > 1) { text = sent; break; } } run(text);",
          "for (int each : numbers()) { if (number() > 1) { text = sent; continue; }"
              + " text = \"b\"; } run(text);",
          "for (;;) { if (number() > 1) { text = sent; break; } } run(text);",
          "outer: while (true) { while (true) { text = sent; break outer; } } run(text);",
          "outer: while (number() > 1) { while (true) { text = sent; continue outer; } }"
              + " run(text);",
          "asked: { text = sent; if (number() > 1) { break asked; } text = \"b\"; } run(text);",
          "one: two: while (true) { text = sent; break one; } run(text);",
          "while (number() > 1) { if (number() > 2) { text = sent; continue; }"
              + " text = \"b\"; } run(text);",
          "switch (number()) { case 1: text = sent; } run(text);",
          "switch (number()) { case 1: text = sent; case 2: run(text); }",
          "switch (number()) { case 1 -> text = sent; default -> text = \"b\"; } run(text);",
          "int n = 2; switch (n) { case 1: text = \"b\"; break; case 2: text = sent; } run(text);",
          "asked: switch (number()) { case 1: text = sent; break asked; default: text = \"b\"; }"
              + " run(text);",
          "text = switch (number()) { case 1 -> sent; default -> \"b\"; }; run(text);",
          "text = switch (number()) { case 1: yield sent; default: yield \"b\"; }; run(text);",
          "int n = switch (number()) { case 1 -> { text = sent; yield 1; } default -> 2; };"
              + " run(text);",
          "try { text = sent; throw new IllegalStateException(); }"
              + " catch (IllegalStateException e) { run(text); }",
          "try { text = sent; } finally { run(text); }",
          "try { return; } finally { run(sent); }",
          "try (AutoCloseable held = open(text = sent)) { } run(text);",
          "synchronized (this) { text = sent; } run(text);",
          "Object held = sent; if (held instanceof String given) { run(given); }",
          "assert number() > 1; run(sent);",
          "text = sent; while (number() > 1) { text = \"b\"; } run(text);",
          "text = sent; for (int each : numbers()) { text = \"b\"; } run(text);",
          "text = sent; switch (number()) { case 1: text = \"b\"; } run(text);",
          "run(new Held(sent, text).one());",
          "Same same = new Given(); run(same.of(sent));",
          "Box box = new Box(); box.set = sent; run(box.set);",
          "kept = sent; run(kept);",
          "String[] all = {text, sent}; int i = 0; run(all[++i]);",
          "String[] all = {text, sent}; int i = 0; i++; run(all[i]);");

  private static final List<String> HARMLESS =
      List.of(
          "sent = \"b\"; run(sent);",
          "if (1 > 2) { text = sent; } run(text);",
          "if (number() > 1) { text = sent; return; } run(text);",
          "if (number() > 1) { text = sent; throw new IllegalStateException(); } run(text);",
          "text = sent; while (true) { text = \"b\"; if (number() > 1) { break; } } run(text);",
          "text = sent; do { text = \"b\"; } while (number() > 1); run(text);",
          "while (number() > 1) { text = sent; return; } run(text);",
          "for (String each : new String[] {\"b\"}) { run(each); }",
          "for (int each : numbers()) { text = sent; return; } run(text);",
          "text = sent; outer: while (true) { while (true) { text = \"b\"; break outer; } }"
              + " run(text);",
          "text = sent; asked: { if (number() > 1) { text = \"b\"; break asked; } text = \"c\"; }"
              + " run(text);",
          "text = sent; switch (number()) { case 1: text = \"b\"; break; default: text = \"c\"; }"
              + " run(text);",
          "text = sent; switch (number()) { case 1 -> text = \"b\"; default -> text = \"c\"; }"
              + " run(text);",
          "switch (number()) { case 1: text = sent; break; case 2: run(text); }",
          "int n = 2; switch (n) { case 1: text = sent; break; case 2: text = \"b\"; } run(text);",
          "text = switch (2) { case 1 -> sent; default -> \"b\"; }; run(text);",
          "text = sent; int n = switch (number()) { case 1 -> { text = \"b\"; yield 1; }"
              + " default -> { text = \"c\"; yield 2; } }; run(text);",
          "text = sent; int n = switch (number()) { case 1: text = \"b\"; yield 1;"
              + " default: text = \"c\"; yield 2; }; run(text);",
          "try { text = sent; throw new IllegalStateException(); }"
              + " catch (IllegalStateException e) { text = \"b\"; } run(text);",
          "text = sent; try { number(); } finally { text = \"b\"; } run(text);",
          "text = sent; synchronized (this) { text = \"b\"; } run(text);",
          "try { return; } finally { number(); } run(sent);",
          "int n = 1; text = sent; switch (n) { case 1: text = \"b\"; } run(text);",
          "run(new Held(sent, text).other());",
          "Same same = new Fixed(); run(same.of(sent));",
          "Box box = new Box(); box.set = sent; run(box.fixed);",
          "Box box = new Box(); box.fixed = sent; box = new Box(); run(box.fixed);",
          "kept = sent; kept = text; run(kept);",
          "String[] all = {text, sent}; int i = 0; run(all[i++]);",
          "String[] all = {text, sent}; int i = 1; run(all[--i]);",
          "if (number() > 1 && 1 > 2) { text = sent; } run(text);",
          "if (!(1 < 2)) { text = sent; } run(text);");

  /** One file for all: the libraries are opened once. */
  @Test
  void theyAreExecutedInTheOrderOfTheLanguage() {
    List<String> all = Stream.concat(REACHING.stream(), HARMLESS.stream()).toList();
    SourceFile file = Snippet.withLibraries(servlets(all));
    List<String> reaching =
        Taint.of(file).fromRequests().stream()
            .filter(hit -> hit.kind() == SinkKind.COMMAND)
            .map(hit -> file.enclosing(hit.sink(), Decl.Type.class).name())
            .map(name -> all.get(Integer.parseInt(name.substring("Shop".length()))))
            .toList();
    assertThat(reaching).containsExactlyElementsOf(REACHING);
  }

  private static String servlets(List<String> all) {
    String common =
        """
        abstract class Shop extends jakarta.servlet.http.HttpServlet {
          static native int number();
          static native int[] numbers();
          static native AutoCloseable open(String name);
          static String kept;
        }
        record Held(String one, String other) { }
        interface Same { String of(String text); }
        class Given implements Same { public String of(String text) { return text; } }
        class Fixed implements Same { public String of(String text) { return "b"; } }
        class Box {
          String set;
          String fixed = "b";
        }
        """;
    return common
        + IntStream.range(0, all.size())
            .mapToObj(i -> servlet(i, all.get(i).replace("run(", "Runtime.getRuntime().exec(")))
            .collect(Collectors.joining());
  }

  private static String servlet(int number, String statements) {
    return """
        class Shop%d extends Shop {
          @Override protected void doGet(
              jakarta.servlet.http.HttpServletRequest request,
              jakarta.servlet.http.HttpServletResponse response) throws java.io.IOException {
            String sent = request.getParameter("name");
            String text = "a";
            %s
          }
        }
        """
        .formatted(number, statements);
  }
}
