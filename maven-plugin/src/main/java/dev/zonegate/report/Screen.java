package dev.zonegate.report;

import java.util.Map;

/**
 * How lines are shown.
 *
 * @param isColoured with ANSI colours
 * @param isForAgent to a program that writes code: no colours, no tables
 * @param explain the command that shows a rule's page, without the rule
 */
public record Screen(boolean isColoured, boolean isForAgent, String explain) {
  /**
   * Whether a coding agent reads what is printed.
   *
   * @param environment of the process
   */
  public static boolean isAgent(Map<String, String> environment) {
    return environment.entrySet().stream()
        .filter(each -> !each.getValue().isEmpty() && !each.getValue().equals("0"))
        .map(Map.Entry::getKey)
        .anyMatch(Screen::namesAgent);
  }

  private static boolean namesAgent(String variable) {
    return switch (variable) {
      case "AI_AGENT",
          "CLAUDECODE",
          "CLAUDE_CODE",
          "CURSOR_AGENT",
          "GEMINI_CLI",
          "COPILOT_CLI",
          "OPENCODE",
          "OPENCODE_CLIENT",
          "ANTIGRAVITY_AGENT",
          "AUGMENT_AGENT",
          "GOOSE_TERMINAL",
          "CLINE_ACTIVE" ->
          true;
      // a person who uses Codex may have set where it keeps its files
      default -> variable.startsWith("CODEX_") && !variable.equals("CODEX_HOME");
    };
  }

  /** The command that runs another goal. */
  public String goal(String name) {
    return explain.substring(0, explain.lastIndexOf(':') + 1) + name;
  }

  /** The command that runs a goal on code that is compiled before. */
  public String goalOfCompiled(String name) {
    return goal(name).replaceFirst("^mvn ", "mvn test-compile ");
  }

  String bold(String text) {
    return paint("1", text);
  }

  String red(String text) {
    return paint("31;1", text);
  }

  String green(String text) {
    return paint("32;1", text);
  }

  String yellow(String text) {
    return paint("33", text);
  }

  private String paint(String code, String text) {
    return isColoured ? "\u001b[" + code + "m" + text + "\u001b[m" : text;
  }
}
