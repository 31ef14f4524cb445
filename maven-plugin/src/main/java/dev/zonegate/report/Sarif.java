package dev.zonegate.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/**
 * The parts of SARIF 2.1.0 that a report uses; names are the standard's. Empty ones are left out.
 */
final class Sarif {
  static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

  private Sarif() {}

  record Log(@JsonProperty("$schema") String schema, String version, List<Run> runs) {}

  record Run(
      Tool tool,
      Automation automationDetails,
      List<Invocation> invocations,
      @JsonInclude(JsonInclude.Include.ALWAYS) List<Result> results,
      String columnKind,
      Map<String, Object> properties) {}

  record Automation(String id) {}

  record Tool(Driver driver) {}

  record Driver(
      String name,
      String semanticVersion,
      @JsonInclude(JsonInclude.Include.ALWAYS) List<Descriptor> rules,
      List<Descriptor> notifications) {}

  record Descriptor(
      String id,
      String name,
      Message shortDescription,
      Message fullDescription,
      Help help,
      Configuration defaultConfiguration,
      Map<String, Object> properties) {}

  record Help(String text, String markdown) {}

  record Configuration(String level) {}

  record Message(String text) {}

  record Invocation(boolean executionSuccessful, List<Notification> toolExecutionNotifications) {}

  record Notification(
      Reference descriptor, String level, Message message, List<Location> locations) {}

  record Reference(String id) {}

  record Result(
      String ruleId,
      int ruleIndex,
      String level,
      Message message,
      List<Location> locations,
      Map<String, String> partialFingerprints,
      List<CodeFlow> codeFlows,
      List<Location> relatedLocations,
      List<Suppression> suppressions,
      List<Fix> fixes,
      Map<String, Object> properties) {}

  record CodeFlow(List<ThreadFlow> threadFlows) {}

  record ThreadFlow(List<ThreadFlowLocation> locations) {}

  record ThreadFlowLocation(Location location) {}

  record Location(Integer id, PhysicalLocation physicalLocation, Message message) {}

  record PhysicalLocation(ArtifactLocation artifactLocation, Region region) {}

  record ArtifactLocation(String uri) {}

  record Region(int startLine, Integer startColumn, Integer endLine, Integer endColumn) {}

  record Suppression(String kind, String status, String justification, Location location) {}

  record Fix(Message description, List<ArtifactChange> artifactChanges) {}

  record ArtifactChange(ArtifactLocation artifactLocation, List<Replacement> replacements) {}

  record Replacement(
      Region deletedRegion, @JsonInclude(JsonInclude.Include.ALWAYS) Content insertedContent) {}

  record Content(@JsonInclude(JsonInclude.Include.ALWAYS) String text) {}
}
