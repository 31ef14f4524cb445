package dev.zonegate.catalogue;

import dev.zonegate.rule.Rule;
import dev.zonegate.rule.RuleInfo;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes Error Prone's checks, whose annotations must be constants, and the file that lists them.
 */
final class ErrorProneChecks {
  static final String SERVICES =
      "errorprone-checks/src/main/resources/META-INF/services/com.google.errorprone.bugpatterns.BugChecker";

  private ErrorProneChecks() {}

  static String path(RuleInfo info) {
    return "errorprone-checks/src/main/java/dev/zonegate/errorprone/" + info.name() + ".java";
  }

  static String check(RuleInfo info) {
    return """
        package dev.zonegate.errorprone;

        import static com.google.errorprone.BugPattern.LinkType.NONE;
        import static com.google.errorprone.BugPattern.SeverityLevel.WARNING;

        import com.google.errorprone.BugPattern;

        /** %1$s %2$s; generated from the catalogue. */
        @BugPattern(
            altNames = {"%1$s", "PMD.%2$s"},
            summary = "%3$s",
            severity = WARNING,
            linkType = NONE)
        public final class %2$s extends ZonegateChecker {
          private static final long serialVersionUID = 1L;

          /** For the service loader. */
          public %2$s() {
            super("%2$s");
          }
        }
        """
        .formatted(
            info.id(), info.name(), info.summary().replace("\\", "\\\\").replace("\"", "\\\""));
  }

  static String services(List<Rule> rules) {
    return rules.stream()
        .map(each -> "dev.zonegate.errorprone." + each.info().name() + "\n")
        .collect(Collectors.joining());
  }
}
