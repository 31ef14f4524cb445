package dev.zonegate.rules.swallowederror;

import dev.zonegate.match.Bindings;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.TypeNode;
import java.util.regex.Pattern;

/** What the name of a type tells where the type itself is not at hand. */
final class OutsideNames {
  private static final Pattern OUTSIDE =
      Pattern.compile(
          ".*(Client|Gateway|Repository|Dao|DAO|Template|Mapper|Connector|Publisher|Producer"
              + "|Sender|Service|Api|Feign)");
  private static final Pattern STORES = Pattern.compile(".*(Repository|Dao|DAO|Mapper)");
  private static final Pattern WRITES =
      Pattern.compile("(save|insert|update|delete|remove|persist|merge)([A-Z].*)?");

  private OutsideNames() {}

  /** Whether {@code call} is on a variable whose type nobody knows but is named as a service. */
  static boolean isOn(SourceFile file, Expr.Call call) {
    return isOn(file, call, OUTSIDE);
  }

  /** Whether it is on one named as a store and named as a change. */
  static boolean isWrite(SourceFile file, Expr.Call call) {
    return WRITES.matcher(call.name()).matches() && isOn(file, call, STORES);
  }

  private static boolean isOn(SourceFile file, Expr.Call call, Pattern names) {
    return call.method() == null
        && call.target() != null
        && Bindings.of(file)
            .declaration(call.target())
            .filter(
                variable ->
                    variable.type() instanceof TypeNode.Named named
                        && names.matcher(named.name()).matches())
            .isPresent();
  }
}
