package dev.zonegate.engines;

import dev.zonegate.rule.Confidence;
import java.util.List;
import java.util.Map;

/** Reads what PMD writes. */
final class PmdReader implements XmlReport.Reader {
  private final List<Told> told;
  private String file = "";
  private Map<String, String> violation = Map.of();

  PmdReader(List<Told> told) {
    this.told = told;
  }

  @Override
  public void start(String name, Map<String, String> attributes, int depth) {
    if (name.equals("file")) {
      file = attributes.getOrDefault("name", "");
    } else if (name.equals("violation")) {
      violation = attributes;
    }
  }

  @Override
  public void end(String name, String text) {
    if (name.equals("violation")) {
      Confidence confidence =
          switch (violation.getOrDefault("priority", "")) {
            case "1", "2" -> Confidence.HIGH;
            case "3" -> Confidence.MEDIUM;
            default -> Confidence.LOW;
          };
      told.add(
          new Told(
              violation.getOrDefault("rule", ""),
              file,
              Numbers.of(violation.get("beginline")),
              Math.max(1, Numbers.of(violation.get("begincolumn"))),
              confidence,
              text));
    }
  }
}
