package dev.zonegate.match;

import dev.zonegate.model.Expr;
import dev.zonegate.model.TypeRef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What methods of libraries return, for sources that are read without these libraries. */
public final class KnownResults {
  private static final String ANY = "*";
  private static final String ITSELF = "self";
  private static final String NOT_TOLD = "?";
  private static final int LONGEST_CHAIN = 40;
  private static final Map<String, Map<String, String>> TABLE = read();

  private KnownResults() {}

  /** The type of an expression: what the front-end knows, else what the table says of a chain. */
  public static TypeRef type(Expr expression) {
    return type(expression, LONGEST_CHAIN);
  }

  private static TypeRef type(Expr expression, int longest) {
    if (expression == null) {
      return TypeRef.UNKNOWN;
    }
    TypeRef known = expression.type();
    if (!known.isUnknown()
        || longest == 0
        || !(expression instanceof Expr.Call call)
        || call.target() == null) {
      return known;
    }
    TypeRef written = call.receiverType();
    TypeRef receiver = written.isUnknown() ? type(call.target(), longest - 1) : written;
    return receiver.isUnknown() ? receiver : result(receiver, call.name());
  }

  private static TypeRef result(TypeRef receiver, String method) {
    for (String type : KnownSupertypes.upFrom(receiver)) {
      Map<String, String> methods = TABLE.getOrDefault(type, Map.of());
      String result = methods.getOrDefault(method, methods.get(ANY));
      if (result != null) {
        return told(receiver, result);
      }
    }
    return TypeRef.UNKNOWN;
  }

  private static TypeRef told(TypeRef receiver, String result) {
    return switch (result) {
      case ITSELF -> receiver;
      case NOT_TOLD -> TypeRef.UNKNOWN;
      default -> TypeRef.named(result);
    };
  }

  private static Map<String, Map<String, String>> read() {
    Map<String, Map<String, String>> table = new HashMap<>();
    for (ApiSet.Line line : ApiSet.lines("known-results.table")) {
      List<String> words = List.of(line.text().split("\\s+"));
      Map<String, String> methods = table.computeIfAbsent(words.get(0), type -> new HashMap<>());
      for (String method : words.get(1).split("\\|")) {
        methods.put(method, words.get(2));
      }
    }
    return Map.copyOf(table);
  }
}
