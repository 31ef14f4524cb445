package dev.zonegate.mcp;

import java.util.List;
import java.util.Map;

/**
 * Something that an agent can ask for; changes nothing.
 *
 * @param name as it is called
 * @param description for the model
 */
public record Tool(String name, String description, List<Argument> arguments, Answer answer) {
  public Tool {
    arguments = List.copyOf(arguments);
  }

  /** A text that a tool takes. */
  public record Argument(String name, String description, boolean isRequired) {}

  /** What a tool does. */
  @FunctionalInterface
  public interface Answer {
    /**
     * The text of the answer.
     *
     * @param arguments by name; the required ones are there
     */
    String to(Map<String, String> arguments) throws ToolException;
  }
}
