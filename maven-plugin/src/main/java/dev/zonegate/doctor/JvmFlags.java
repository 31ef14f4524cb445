package dev.zonegate.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The flags without which Error Prone cannot run in the compiler of JDK 16 and later. */
public final class JvmFlags {
  private static final List<String> EXPORTS =
      List.of("api", "file", "main", "model", "parser", "processing", "tree", "util");
  private static final List<String> OPENS = List.of("code", "comp");

  private JvmFlags() {}

  /**
   * What is missing.
   *
   * @param where the flags are written, for the message
   * @param given all flags, in one text
   */
  public static Optional<Symptom> missing(String where, String given) {
    String flags = given.replaceAll("(--add-(?:exports|opens))\\s+", "$1=");
    List<String> missing = new ArrayList<>();
    EXPORTS.forEach(each -> addIfMissing("--add-exports", each, flags, missing));
    OPENS.forEach(each -> addIfMissing("--add-opens", each, flags, missing));
    if (missing.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Symptom(
            where,
            "Error Prone runs in the compiler and lacks " + missing.size() + " of its flags",
            "add " + String.join(" ", missing)));
  }

  private static void addIfMissing(String flag, String name, String given, List<String> missing) {
    String wanted = "jdk.compiler/com.sun.tools.javac." + name + "=ALL-UNNAMED";
    // what is opened is exported as well
    boolean isGiven =
        given.contains(flag + "=" + wanted) || given.contains("--add-opens=" + wanted);
    if (!isGiven) {
      missing.add(flag + " " + wanted);
    }
  }
}
