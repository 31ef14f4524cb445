package dev.zonegate.gate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A project whose files use each other's supertypes, constants, annotations, overloads and enum
 * constants, and that is edited at random. Some edits leave code that does not compile, as people
 * do.
 */
final class EditedProject {
  private static final String WEB = "org.springframework.web.bind.annotation";

  private final Path root;
  private final Random random;
  private final Map<Integer, Part> parts = new TreeMap<>();
  private int states = 4;
  private boolean isMarkAnEndpoint;
  private int next;

  /** What a class is made from. */
  private static final class Part {
    int base = -1;
    int used = -1;
    int constant;
    int body;
    String method = "load";
    String returns = "String";
    String parameter = "Object";
    boolean isConstant = true;
    boolean isMarked;
    boolean isPassed = true;
    int linesAbove;
  }

  EditedProject(Path root, long seed, int size) throws IOException {
    this.root = root;
    this.random = new Random(seed);
    for (int i = 0; i < size; i++) {
      add();
    }
    write();
  }

  Path sources() {
    return root.resolve("src");
  }

  Path classes() {
    return root.resolve("classes");
  }

  /** Changes something, and says what. */
  String edit() throws IOException {
    List<Integer> ids = new ArrayList<>(parts.keySet());
    int id = ids.get(random.nextInt(ids.size()));
    Part part = parts.get(id);
    String what = id + ": " + edit(id, part);
    write();
    return what;
  }

  /** Changes code that no other file can see. */
  void editBody(int id) throws IOException {
    parts.get(id).body++;
    write();
  }

  /** Changes how a method is called. */
  void renameMethod(int id, String name) throws IOException {
    parts.get(id).method = name;
    write();
  }

  private String edit(int id, Part part) {
    switch (random.nextInt(14)) {
      case 0:
        part.method = random.nextBoolean() ? "load" : "find" + random.nextInt(3);
        return "rename method to " + part.method;
      case 1:
        part.constant++;
        return "change constant";
      case 2:
        part.isConstant = !part.isConstant;
        return "constant or variable";
      case 3:
        part.isMarked = !part.isMarked;
        return "annotation";
      case 4:
        part.base = id == 0 || random.nextInt(4) == 0 ? -1 : random.nextInt(id);
        return "supertype T" + part.base;
      case 5:
        parts.remove(id);
        return "delete";
      case 6:
        return "add T" + add();
      case 7:
        states = 2 + random.nextInt(4);
        return "enum constants " + states;
      case 8:
        isMarkAnEndpoint = !isMarkAnEndpoint;
        return "annotation of the annotation";
      case 9:
        part.returns =
            List.of("String", "java.util.Optional<String>", "Object", "State")
                .get(random.nextInt(4));
        return "return type " + part.returns;
      case 10:
        part.parameter = List.of("Object", "CharSequence", "Runnable").get(random.nextInt(3));
        return "parameter " + part.parameter;
      case 11:
        part.isPassed = !part.isPassed;
        return "what is passed on";
      case 12:
        part.linesAbove++;
        return "line above";
      default:
        part.body++;
        return "body";
    }
  }

  private int add() {
    int id = next++;
    Part part = new Part();
    part.base = id == 0 || random.nextInt(3) == 0 ? -1 : random.nextInt(id);
    part.used = id == 0 ? -1 : random.nextInt(id);
    part.isMarked = random.nextInt(3) == 0;
    parts.put(id, part);
    return id;
  }

  private void write() throws IOException {
    Map<String, String> files = new TreeMap<>();
    parts.forEach((id, part) -> files.put("p" + id % 3 + "/T" + id + ".java", source(id, part)));
    StringBuilder constants = new StringBuilder("S0");
    for (int i = 1; i < states; i++) {
      constants.append(", S").append(i);
    }
    files.put("p0/State.java", "package p0;\npublic enum State { " + constants + " }\n");
    String endpoint = isMarkAnEndpoint ? "@org.springframework.stereotype.Service\n" : "";
    files.put("p1/Mark.java", "package p1;\n" + endpoint + "public @interface Mark {}\n");
    files.put(
        "org/springframework/stereotype/Service.java",
        "package org.springframework.stereotype;\npublic @interface Service {}\n");
    for (String each : List.of("RestController", "GetMapping", "RequestParam")) {
      files.put(
          WEB.replace('.', '/') + "/" + each + ".java",
          "package "
              + WEB
              + ";\npublic @interface "
              + each
              + " { String value() default \"\"; }\n");
    }
    replaceAll(files);
  }

  /** Leaves the files alone that stay the same. */
  private void replaceAll(Map<String, String> files) throws IOException {
    List<Path> old = List.of();
    if (Files.exists(sources())) {
      try (Stream<Path> all = Files.walk(sources())) {
        old = all.filter(Files::isRegularFile).toList();
      }
    }
    for (Path each : old) {
      if (!files.containsKey(SourceListing.relative(sources(), each))) {
        Files.delete(each);
      }
    }
    for (Map.Entry<String, String> each : files.entrySet()) {
      Path file = sources().resolve(each.getKey());
      Files.createDirectories(file.getParent());
      if (!Files.exists(file) || !Files.readString(file).equals(each.getValue())) {
        Files.writeString(file, each.getValue());
      }
    }
  }

  private String source(int id, Part part) {
    Part used = part.used < 0 ? part : parts.getOrDefault(part.used, part);
    String other = "T" + (part.used < 0 ? id : part.used);
    return """
        package p%d;%s
        import org.springframework.web.bind.annotation.*;
        import p0.*;
        import p1.*;
        import p2.*;
        import java.sql.*;
        import java.time.LocalDate;
        %s@RestController
        public class T%d%s {
          public static %sString TABLE = "t%d" + %s;
          public %s %s(Connection connection, %s key) throws SQLException {
            LocalDate due = LocalDate.now().plusDays(%d);
            connection.createStatement().executeQuery("select * from " + %s.TABLE);
            var found = new %s().%s(connection, null);
            System.out.println(found.toString() + due);
            return null;
          }
          public void run(Connection connection, String sql) throws SQLException {
            connection.createStatement().execute(sql);
          }
          public void pass(Connection connection, String text) throws SQLException {
            new %s().run(connection, %s);
          }
          @GetMapping("/t%d")
          public void web(@RequestParam String text, Connection connection) throws SQLException {
            new %s().pass(connection, text);
          }
          String name(State state) {
            switch (state) {
              case S0: return "zero";
              case S1: return TABLE;
            }
            return null;
          }
        }
        """
        .formatted(
            id % 3,
            "\n".repeat(part.linesAbove),
            part.isMarked ? "@Mark\n" : "",
            id,
            part.base < 0 ? "" : " extends T" + part.base,
            part.isConstant ? "final " : "",
            part.constant,
            part.used < 0 ? "\"\"" : other + ".TABLE",
            part.returns,
            part.method,
            part.parameter,
            part.body,
            other,
            other,
            used.method,
            other,
            part.isPassed ? "text" : "TABLE",
            id,
            other);
  }

  /** Compiles what compiles; what does not keeps the class files that it had. */
  void compile() throws IOException {
    Files.createDirectories(classes());
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(each -> {}, null, null);
        Stream<Path> all = Files.walk(sources())) {
      List<Path> files = all.filter(Files::isRegularFile).toList();
      List<String> options = List.of("-proc:none", "-d", classes().toString());
      compiler
          .getTask(
              null, manager, each -> {}, options, null, manager.getJavaFileObjectsFromPaths(files))
          .call();
    }
  }
}
