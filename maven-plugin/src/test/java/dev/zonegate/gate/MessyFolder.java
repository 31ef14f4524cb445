package dev.zonegate.gate;

import dev.zonegate.frontend.Mutations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/**
 * A folder as collections of snippets are: unrelated files, many of one name, with and without a
 * package, copies of each other, some broken. The same seed makes the same folder.
 */
final class MessyFolder {
  private static final List<String> STEMS =
      List.of(
          "Order",
          "Invoice",
          "Customer",
          "Payment",
          "Account",
          "Product",
          "Cart",
          "User",
          "Token",
          "Report",
          "Booking",
          "Ticket",
          "Ledger",
          "Shipment",
          "Main");
  private static final List<String> KINDS =
      List.of("Service", "Controller", "Repository", "Dto", "DTO2", "Copy", "New", "Util", "");
  private static final List<String> PACKAGES =
      List.of("", "", "", "com.example", "com.example.demo", "com.acme.shop", "app.service");

  private final Random random;

  private MessyFolder(long seed) {
    this.random = new Random(seed);
  }

  /** Writes so many files below a folder. */
  static void write(Path folder, int files, long seed) {
    MessyFolder messy = new MessyFolder(seed);
    try {
      for (int i = 0; i < files; i++) {
        Path file = folder.resolve(messy.path(i));
        Files.createDirectories(file.getParent());
        Files.write(file, messy.text(i).getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String path(int number) {
    return switch (random.nextInt(3)) {
      case 0 -> "snippet_" + number + ".java";
      case 1 -> "case" + number / 4 + "/src/Main" + number % 4 + ".java";
      default -> "model" + number % 7 + "/task_" + number + "/Solution.java";
    };
  }

  private String text(int number) {
    String text = source();
    return number % 10 == 3 ? new Mutations(List.of(text), number).next() : text;
  }

  private String source() {
    String stem = any(STEMS);
    String name = stem + any(KINDS);
    String packageName = any(PACKAGES);
    StringBuilder text = new StringBuilder();
    if (!packageName.isEmpty()) {
      text.append("package ").append(packageName).append(";\n\n");
    }
    text.append("import java.util.*;\nimport org.springframework.stereotype.Service;\n\n");
    text.append("public class ").append(name).append(" {\n");
    for (String field : List.of("id", "name", "total", "createdAt", "status")) {
      text.append("  private String ").append(field).append(";\n");
    }
    text.append("  private ").append(any(STEMS)).append("Repository repository;\n");
    int methods = 2 + random.nextInt(8);
    for (int i = 0; i < methods; i++) {
      text.append(any(METHODS).replace("#", stem).replace("$", String.valueOf(i)));
    }
    return text.append("}\n").toString();
  }

  private String any(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }

  private static final List<String> METHODS =
      List.of(
          """
            public List<#> find$(String name) {
              List<#> found = new ArrayList<>();
              for (# each : repository.findAll()) {
                if (each.getName().equals(name) && each.getStatus() != null) {
                  found.add(each);
                }
              }
              return found;
            }
          """,
          """
            public String load$(java.io.File file) {
              try {
                java.io.FileReader reader = new java.io.FileReader(file);
                StringBuilder text = new StringBuilder();
                int c;
                while ((c = reader.read()) >= 0) {
                  text.append((char) c);
                }
                return text.toString();
              } catch (Exception e) {
                return null;
              }
            }
          """,
          """
            public void save$(java.sql.Connection connection, String id) throws Exception {
              java.sql.Statement statement = connection.createStatement();
              statement.executeUpdate("update # set name = '" + id + "' where id = " + id);
            }
          """,
          """
            public Map<String, Object> summary$(Map<String, Object> request) {
              Map<String, Object> result = new HashMap<>();
              Object value = request.get("total");
              if (value == null) {
                result.put("status", "missing");
              } else {
                result.put("total", value.toString().trim());
              }
              return result;
            }
          """,
          """
            public synchronized int next$() {
              for (int attempt = 0; attempt < 3; attempt++) {
                try {
                  return Integer.parseInt(new Scanner(new java.net.URL("http://acme.example/#").openStream()).next());
                } catch (Exception e) {
                  Thread.yield();
                }
              }
              throw new UnsupportedOperationException("Not implemented yet");
            }
          """,
          """
            private static String hash$(String text) throws Exception {
              java.security.MessageDigest digest = java.security.MessageDigest.getInstance("MD5");
              return new String(digest.digest(text.getBytes()));
            }
          """);
}
