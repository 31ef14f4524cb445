package dev.zonegate.engines;

import dev.zonegate.rule.Confidence;
import java.util.List;
import java.util.Map;

/** Reads what SpotBugs writes, its plug-ins included. */
final class SpotBugsReader implements XmlReport.Reader {
  private final List<Told> told;
  private String type = "";
  private Confidence confidence = Confidence.LOW;
  private String message = "";
  private int depthOfBug;
  private Map<String, String> line = Map.of();
  private int depthOfLine;

  SpotBugsReader(List<Told> told) {
    this.told = told;
  }

  @Override
  public void start(String name, Map<String, String> attributes, int depth) {
    if (name.equals("BugInstance")) {
      type = attributes.getOrDefault("type", "");
      confidence =
          switch (attributes.getOrDefault("priority", "")) {
            case "1" -> Confidence.HIGH;
            case "2" -> Confidence.MEDIUM;
            default -> Confidence.LOW;
          };
      message = "";
      depthOfBug = depth;
      line = Map.of();
      depthOfLine = Integer.MAX_VALUE;
    } else if (name.equals("SourceLine") && depthOfBug > 0 && isBetter(attributes, depth)) {
      line = attributes;
      depthOfLine = depth;
    }
  }

  /** The line of the problem itself stands right below it, those of its method further down. */
  private boolean isBetter(Map<String, String> attributes, int depth) {
    boolean isPrimary = depth == depthOfBug + 1 && "true".equals(attributes.get("primary"));
    return attributes.containsKey("start") && (isPrimary || depth < depthOfLine);
  }

  @Override
  public void end(String name, String text) {
    if (name.equals("LongMessage") && depthOfBug > 0 && message.isEmpty()) {
      message = text;
    } else if (name.equals("BugInstance")) {
      String file = line.getOrDefault("sourcepath", "");
      int start = Numbers.of(line.get("start"));
      told.add(new Told(type, file, start, 1, confidence, message));
      depthOfBug = 0;
    }
  }
}
