package dev.zonegate.rules.swallowederror;

import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Catch;
import dev.zonegate.model.TypeNode;
import dev.zonegate.model.TypeRef;
import java.util.List;
import java.util.regex.Pattern;

/** What kind of failure the types of a catch clause stand for. */
final class CaughtTypes {
  private static final int LONGEST_NAMES = 44;
  private static final TypeSet FAILURES = TypeSet.load("errors/failures.types");
  private static final TypeSet EXPECTED = TypeSet.load("errors/expected.types");
  private static final List<String> BROAD =
      List.of(
          "java.lang.Exception",
          "java.lang.RuntimeException",
          "java.lang.Throwable",
          "java.lang.Error");
  private static final Pattern EXPECTED_NAME =
      Pattern.compile(
          ".*(NotFound|Exists|Duplicate|Validation|Invalid|Illegal|Malformed|Parse|Parsing|Syntax"
              + "|Format|Unsupported|NotSupported|Conflict|Expired|Denied|Unauthorized|Forbidden"
              + "|Authentication|BadRequest|BadCredentials|Rejected|Cancel|Closed|NoSuch|Missing"
              + "|OutOfRange|Unknown|NotBound|NotAuthorized|NotAcceptable|NotAllowed|NotReadable).*");

  private CaughtTypes() {}

  /** Whether {@code type} is one of the four roots that catch mistakes in the program as well. */
  static boolean isBroad(TypeRef type) {
    return BROAD.stream().anyMatch(type::isNamed);
  }

  static boolean isBroad(Catch clause) {
    return clause.types().stream().map(TypeNode::ref).anyMatch(CaughtTypes::isBroad);
  }

  /** Whether catching it may hide that storage, a database or a remote service failed. */
  static boolean hidesFailure(Catch clause) {
    return clause.types().stream()
        .map(TypeNode::ref)
        .anyMatch(type -> isBroad(type) || isNarrowFailure(type));
  }

  /** Whether one of its types stands for a failure of something outside. */
  static boolean catchesNarrowFailure(Catch clause) {
    return clause.types().stream().map(TypeNode::ref).anyMatch(CaughtTypes::isNarrowFailure);
  }

  /** Whether all its types are an answer rather than a failure: not there, not of that form. */
  static boolean isExpected(Catch clause) {
    return clause.types().stream().map(TypeNode::ref).allMatch(CaughtTypes::isExpected);
  }

  static boolean isExpected(TypeRef type) {
    return EXPECTED.contains(type).isYes() || EXPECTED_NAME.matcher(type.simpleName()).matches();
  }

  private static boolean isNarrowFailure(TypeRef type) {
    return FAILURES.contains(type).isYes() && !isExpected(type);
  }

  /** The types as a message shows them, the first alone if they are many. */
  static String names(Catch clause) {
    List<String> names = clause.types().stream().map(CaughtTypes::name).toList();
    String all = String.join(" | ", names);
    return all.length() <= LONGEST_NAMES || names.size() == 1 ? all : names.get(0) + " | ...";
  }

  private static String name(TypeNode type) {
    return type instanceof TypeNode.Named named
        ? named.name().substring(named.name().lastIndexOf('.') + 1)
        : type.ref().simpleName();
  }
}
