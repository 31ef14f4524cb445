package dev.zonegate.match;

import dev.zonegate.model.Answer;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.MethodRef;
import dev.zonegate.model.TypeRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A method, constructor or family of methods of a library, and what is known of it.
 *
 * <pre>
 * java.time.LocalDate#now()                    exactly these parameters, simple or qualified names
 * java.sql.Statement#execute(String,..) arg=0  then any others; with attributes
 * java.sql.Connection#prepare*                 any parameters, any such name
 * java.net.Socket#new(*,int)                   a constructor; {@code *} is any one type
 * </pre>
 *
 * A method matches on subtypes too, a constructor does not; {@code javax.X} and {@code jakarta.X}
 * are one.
 *
 * @param type qualified name, nested names with dots
 * @param method simple name, {@code new}, or a prefix with {@code *}
 * @param parameters null for any
 * @param attributes what the table says of it
 */
public record Api(
    String type, String method, List<String> parameters, Map<String, String> attributes) {
  private static final String ANY_REST = "..";

  /**
   * Reads one line of a table.
   *
   * @throws IllegalArgumentException if it is not of the form above
   */
  public static Api parse(String line) {
    List<String> words = words(line);
    String signature = words.get(0).replace(" ", "");
    int hash = signature.indexOf('#');
    int paren = signature.indexOf('(');
    if (hash <= 0 || hash == signature.length() - 1 || paren >= 0 && !signature.endsWith(")")) {
      throw new IllegalArgumentException("want Type#method or Type#method(types), got: " + line);
    }
    String method = signature.substring(hash + 1, paren < 0 ? signature.length() : paren);
    List<String> parameters =
        paren < 0 ? null : parameters(signature.substring(paren + 1, signature.length() - 1));
    Map<String, String> attributes = new LinkedHashMap<>();
    for (String word : words.subList(1, words.size())) {
      int equals = word.indexOf('=');
      if (equals <= 0) {
        throw new IllegalArgumentException("want key=value, got: " + word + " in " + line);
      }
      attributes.put(word.substring(0, equals), word.substring(equals + 1));
    }
    return new Api(signature.substring(0, hash), method, parameters, Map.copyOf(attributes));
  }

  /**
   * What stands between blanks outside parentheses, at least one; tables are read at each start.
   */
  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    int depth = 0;
    int start = -1;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      boolean isGap = c <= ' ' && depth <= 0;
      if (isGap && start >= 0) {
        words.add(line.substring(start, i));
      }
      start = isGap ? -1 : start < 0 ? i : start;
    }
    if (start >= 0 || words.isEmpty()) {
      words.add(line.substring(Math.max(0, start)));
    }
    return words;
  }

  /** Whether {@code use} is a use of this. */
  public Answer matches(Invocation use) {
    if (!isCalled(use.name())) {
      return Answer.NO;
    }
    return matchesType(use).and(matchesParameters(use));
  }

  /** An attribute as a number, or {@code otherwise} if the table does not give it. */
  public int number(String attribute, int otherwise) {
    String value = attributes.get(attribute);
    return value == null ? otherwise : Integer.parseInt(value);
  }

  /** Whether the table gives this attribute this value. */
  public boolean has(String attribute, String value) {
    return value.equals(attributes.get(attribute));
  }

  /** Whether a method with this simple name may be it. */
  boolean isCalled(String name) {
    return method.endsWith("*")
        ? name.regionMatches(0, method, 0, method.length() - 1)
        : name.equals(method);
  }

  private Answer matchesType(Invocation use) {
    TypeRef receiver = use.receiverType();
    if (method.equals(MethodRef.CONSTRUCTOR)) {
      return receiver.isUnknown() ? Answer.UNKNOWN : Answer.of(receiver.isNamed(type));
    }
    if (receiver.isUnknown()) {
      receiver = KnownResults.type(use.target());
    }
    Answer byReceiver = KnownSupertypes.isA(receiver, type);
    return use.method() == null ? byReceiver : byReceiver.or(use.method().owner().isA(type));
  }

  private Answer matchesParameters(Invocation use) {
    if (parameters == null) {
      return Answer.YES;
    }
    if (use.method() != null) {
      return matchesDeclared(use.method().parameters());
    }
    return use instanceof Expr.MethodReference ? Answer.UNKNOWN : matchesArguments(use.arguments());
  }

  private Answer matchesDeclared(List<TypeRef> declared) {
    boolean isOpen = isOpen();
    int fixed = isOpen ? parameters.size() - 1 : parameters.size();
    if (isOpen ? declared.size() < fixed : declared.size() != fixed) {
      return Answer.NO;
    }
    for (int i = 0; i < fixed; i++) {
      if (!isParameter(parameters.get(i), declared.get(i))) {
        return declared.get(i).isUnknown() ? Answer.UNKNOWN : Answer.NO;
      }
    }
    return Answer.YES;
  }

  private Answer matchesArguments(List<Expr> arguments) {
    int fixed = isOpen() ? parameters.size() - 1 : parameters.size();
    if (isOpen() ? arguments.size() < fixed : arguments.size() != fixed) {
      return parameters.stream().anyMatch(p -> p.endsWith("[]")) ? Answer.UNKNOWN : Answer.NO;
    }
    Answer all = Answer.YES;
    for (int i = 0; i < fixed; i++) {
      all =
          all.and(
              Answer.of(parameters.get(i).equals("*"))
                  .or(accepts(parameters.get(i), arguments.get(i).type())));
    }
    return all;
  }

  private static Answer accepts(String parameter, TypeRef argument) {
    if (isParameter(parameter, argument)) {
      return Answer.YES;
    }
    return argument.isPrimitive() && parameter.equals("String") ? Answer.NO : Answer.UNKNOWN;
  }

  private boolean isOpen() {
    return !parameters.isEmpty() && parameters.get(parameters.size() - 1).equals(ANY_REST);
  }

  private static boolean isParameter(String wanted, TypeRef declared) {
    return wanted.equals("*") || declared.isNamed(wanted) || declared.simpleName().equals(wanted);
  }

  private static List<String> parameters(String text) {
    if (text.isEmpty()) {
      return List.of();
    }
    List<String> parameters = new ArrayList<>();
    for (String each : text.split(",")) {
      parameters.add(each.replace("...", "[]"));
    }
    return List.copyOf(parameters);
  }
}
