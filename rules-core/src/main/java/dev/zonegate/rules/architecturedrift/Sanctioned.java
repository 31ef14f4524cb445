package dev.zonegate.rules.architecturedrift;

import dev.zonegate.match.ApiSet;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.TypeNode;
import dev.zonegate.model.TypeRef;
import dev.zonegate.rule.Reporter;
import java.util.TreeMap;

/** What the policy of the project does not want to be used. */
final class Sanctioned {
  private static final int LONGEST = 70;

  private Sanctioned() {}

  static void find(SourceFile file, Reporter report) {
    new TreeMap<>(report.conventions().sanctioned())
        .forEach(
            (banned, instead) -> {
              if (!isTheWay(file, instead)) {
                find(file, banned, instead, report);
              }
            });
  }

  /** The class that is to be used instead may use what it wraps. */
  private static boolean isTheWay(SourceFile file, String instead) {
    return file.all(Decl.Type.class).stream()
        .anyMatch(each -> instead.contains(each.qualifiedName()));
  }

  private static void find(SourceFile file, String banned, String instead, Reporter report) {
    if (banned.contains("#")) {
      ApiSet methods = ApiSet.of(banned);
      file.all(Invocation.class).stream()
          .filter(each -> methods.matches(each).isYes())
          .forEach(each -> report(each, each.shortName(), instead, report));
    } else {
      file.all(Node.class).stream()
          .filter(each -> isBanned(each, banned))
          .findFirst()
          .ifPresent(each -> report(each, type(each).simpleName(), instead, report));
    }
  }

  private static boolean isBanned(Node node, String banned) {
    TypeRef type = type(node);
    if (type == null || type.isUnknown()) {
      return false;
    }
    return banned.endsWith("..")
        ? type.name().startsWith(banned.substring(0, banned.length() - 1))
        : type.isNamed(banned) || type.name().startsWith(banned + ".");
  }

  private static TypeRef type(Node node) {
    if (node instanceof TypeNode.Named named) {
      return named.ref();
    }
    return node instanceof Annotation annotation ? annotation.type() : null;
  }

  private static void report(Node at, String what, String instead, Reporter report) {
    String said = instead.length() > LONGEST ? instead.substring(0, LONGEST) + "..." : instead;
    report.at(
        at,
        ArchitectureDriftRule.BYPASS_SANCTIONED,
        what,
        "is not for this project: " + said.replace('`', '\''));
  }
}
