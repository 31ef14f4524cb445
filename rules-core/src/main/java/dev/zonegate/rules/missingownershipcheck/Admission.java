package dev.zonegate.rules.missingownershipcheck;

import dev.zonegate.facts.Endpoint;
import dev.zonegate.facts.Endpoints;
import dev.zonegate.facts.Guard;
import dev.zonegate.facts.Guarding;
import dev.zonegate.facts.Project;
import dev.zonegate.match.AccessRule;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who a project lets into a handler. */
final class Admission {
  private static final Pattern TIED =
      Pattern.compile(
          "#\\w|@\\w+\\.|principal|authentication\\.|returnObject|filterObject|hasPermission");
  private static final Pattern ROLE =
      Pattern.compile("(?<![@\\w])(?:ROLE_)?[A-Za-z][A-Za-z0-9_:.-]*(?![\\w(])");
  private static final Pattern EVERYONE =
      Pattern.compile(
          "(?i)(ROLE_)?(USERS?|CUSTOMERS?|CLIENTS?|MEMBERS?|BUYERS?|PATIENTS?|GUESTS?|EVERYONE|AUTHENTICATED"
              + "|ANONYMOUS|APP_?USER|END_?USER|PLAYER|STUDENT|TENANT|SUBSCRIBER)");
  private static final Pattern OPEN_TO_LOGINS =
      Pattern.compile(
          "(?is).*(isAuthenticated|isFullyAuthenticated|permitAll|\\bauthenticated|RequiresAuthentication"
              + "|RequiresUser|LoginRequired|RequireLogin|CheckLogin|IS_AUTHENTICATED).*");
  private static final Pattern STAFF =
      Pattern.compile(
          "(?is).*\\b(admin|administration|internal|management|backoffice|staff|actuator)\\b.*");

  /** Of packages, which are as often called after what they manage: {@code staff}. */
  private static final Pattern STAFF_PACKAGE =
      Pattern.compile("(?is).*\\b(admin|administration|internal|backoffice|actuator)\\b.*");

  private Admission() {}

  /** The endpoint that a method is. */
  static Optional<Endpoint> endpoint(Project project, String path, InHandler method) {
    return Endpoints.of(project).stream()
        .filter(each -> each.kind().isRemote())
        .filter(each -> each.file().equals(path))
        .filter(each -> each.at().startLine() == method.line())
        .filter(each -> each.method().equals(method.method()))
        .findFirst();
  }

  /** Whether whoever has an account may call it, and no rule compares the caller with the data. */
  static boolean isForEveryUser(Project project, Endpoint endpoint) {
    boolean isStaffs =
        endpoint.paths().stream().anyMatch(each -> STAFF.matcher(each).matches())
            || isStaffs(endpoint.type());
    return !isStaffs
        && !endpoint.mayBeGuarded()
        && endpoint.guards().stream()
            .filter(each -> each.source() != Guard.Source.BODY)
            .allMatch(Admission::admitsEveryUser)
        && decisions(project, endpoint).stream().allMatch(Admission::admitsEveryUser);
  }

  private static boolean isStaffs(String type) {
    int dot = type.lastIndexOf('.');
    String name = type.substring(dot + 1).replaceAll("([a-z])([A-Z])", "$1 $2");
    return STAFF.matcher(name).matches()
        || dot > 0 && STAFF_PACKAGE.matcher(type.substring(0, dot)).matches();
  }

  /** Whether a rule of the project turns away whoever is not logged in. */
  static boolean isBehindLogin(Project project, Endpoint endpoint) {
    List<Guarding.Decision> decisions = rules(project, endpoint);
    return !decisions.isEmpty()
            && decisions.stream().allMatch(each -> each.access() == AccessRule.Access.RESTRICTED)
        || endpoint.guards().stream()
            .anyMatch(each -> !each.isOpen() && each.source() != Guard.Source.BODY);
  }

  /** Whether a rule of the project opens it to everybody. */
  static boolean isOpen(Project project, Endpoint endpoint) {
    return rules(project, endpoint).stream()
        .anyMatch(each -> each.access() == AccessRule.Access.OPEN && each.guard().isPresent());
  }

  private static List<Guard> decisions(Project project, Endpoint endpoint) {
    return rules(project, endpoint).stream()
        .filter(each -> each.access() == AccessRule.Access.RESTRICTED)
        .flatMap(each -> each.guard().stream())
        .toList();
  }

  private static List<Guarding.Decision> rules(Project project, Endpoint endpoint) {
    return endpoint.paths().isEmpty()
        ? List.of()
        : List.of(Guarding.of(project).decision(endpoint));
  }

  private static boolean admitsEveryUser(Guard guard) {
    String text = guard.text();
    int open = text.indexOf('(');
    String asked = open < 0 ? "" : text.substring(open + 1);
    if (TIED.matcher(asked).find()) {
      return false;
    }
    Matcher role = ROLE.matcher(asked);
    boolean asksForRole = false;
    while (role.find()) {
      String name = role.group().substring(role.group().lastIndexOf('.') + 1);
      if (EVERYONE.matcher(name).matches() || name.startsWith("SCOPE_")) {
        return true;
      }
      asksForRole |= !name.matches("value|or|and|hasRole|hasAnyRole|hasAuthority|roles?");
    }
    return !asksForRole && OPEN_TO_LOGINS.matcher(text).matches() || guard.isOpen();
  }
}
