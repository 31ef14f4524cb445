package dev.zonegate.engines;

import dev.zonegate.rule.Confidence;
import java.util.List;
import java.util.Map;

/** Reads what Checkstyle writes; its severities are taste, and say nothing of how sure it is. */
final class CheckstyleReader implements XmlReport.Reader {
  private final List<Told> told;
  private String file = "";

  CheckstyleReader(List<Told> told) {
    this.told = told;
  }

  @Override
  public void start(String name, Map<String, String> attributes, int depth) {
    if (name.equals("file")) {
      file = attributes.getOrDefault("name", "");
    } else if (name.equals("error")) {
      String source = attributes.getOrDefault("source", "");
      String id = source.substring(source.lastIndexOf('.') + 1).replaceFirst("Check$", "");
      told.add(
          new Told(
              id,
              file,
              Numbers.of(attributes.get("line")),
              Math.max(1, Numbers.of(attributes.get("column"))),
              Confidence.MEDIUM,
              attributes.getOrDefault("message", "")));
    }
  }

  @Override
  public void end(String name, String text) {
    // all is said in attributes
  }
}
