package dev.zonegate.match;

import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.Variable;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Whether a text has been checked, before it is used, against a list, a pattern or a parser that
 * lets only harmless ones through. A check whose body this file does not show counts if its name
 * says that it is one.
 */
final class AllowList {
  static final int DEEPEST = 3;
  private static final ApiSet CHECKS = ApiSet.load("text/checks.api");
  private static final ApiSet LETTERS =
      ApiSet.of(
          "java.lang.Character#isLetterOrDigit",
          "java.lang.Character#isLetter",
          "java.lang.Character#isDigit",
          "java.lang.Character#isAlphabetic",
          "java.lang.Character#isJavaIdentifierPart");
  private static final String HARMLESS_CHARACTERS = "-_";
  private static final List<String> NAMED_TESTS =
      List.of(
          "valid",
          "allow",
          "permit",
          "safe",
          "white",
          "known",
          "legal",
          "supported",
          "exist",
          "match");

  private final SourceFile file;
  private final Guards guards;
  private final Methods methods;
  private final Bindings bindings;
  private final SameText texts;
  private final Demands demands;
  private final Map<Decl.Param, Boolean[]> ownChecks = new IdentityHashMap<>();

  AllowList(SourceFile file) {
    this.file = file;
    this.guards = Guards.of(file);
    this.methods = Methods.of(file);
    this.bindings = Bindings.of(file);
    this.texts = new SameText(file);
    this.demands = new Demands(file, this, texts);
  }

  /** Whether {@code text} has passed a check wherever {@code place} is evaluated. */
  boolean guards(Expr text, Node place) {
    return guards(text, place, 0);
  }

  /** Whether a predicate is true of harmless texts only. */
  boolean lets(Expr predicate) {
    if (predicate instanceof Expr.MethodReference reference) {
      return CHECKS.matches(reference).isYes()
          && !(reference.target() instanceof Expr.TypeName)
          && !reference.name().startsWith("equals");
    }
    if (!(predicate instanceof Expr.Lambda lambda) || lambda.params().size() != 1) {
      return false;
    }
    List<Expr> uses = bindings.uses(lambda.params().get(0));
    return methods.returned(lambda).stream()
        .allMatch(test -> uses.stream().anyMatch(use -> isCheck(test, true, use, 0)));
  }

  private boolean guards(Expr text, Node place, int depth) {
    Variable variable = bindings.declaration(text).orElse(null);
    if (isFirst(text, place)) {
      return false;
    }
    for (Condition each : guards.holdingFor(variable, place)) {
      if (isUnchangedSince(each.test(), variable, place)
          && isCheck(each.test(), each.holds(), text, depth)) {
        return true;
      }
    }
    for (Stmt each : guards.completedBefore(place)) {
      if (isUnchangedSince(each, variable, place) && demands.isDemand(each, text, depth)) {
        return true;
      }
    }
    return false;
  }

  /** Whether nothing can have looked at the text before, as with most that are handed on. */
  private boolean isFirst(Expr text, Node place) {
    Expr root = text;
    while (true) {
      if (root instanceof Expr.Call call && call.target() != null) {
        root = call.target();
      } else if (root instanceof Expr.FieldAccess access) {
        root = access.target();
      } else {
        break;
      }
    }
    Variable held = root instanceof Expr.Name ? bindings.declaration(root).orElse(null) : null;
    return held != null
        && !(held instanceof Decl.Field)
        && bindings.uses(held).stream()
            .allMatch(
                each -> text.span().contains(each.span()) || place.span().isBefore(each.span()));
  }

  /** Whether {@code call} does not return unless {@code text} is harmless. */
  boolean isDemand(Expr.Call call, Expr text) {
    return demands.isDemand(call, text, 0);
  }

  private boolean isUnchangedSince(Node check, Variable variable, Node place) {
    if (variable == null) {
      return true;
    }
    for (Expr.Assign each : bindings.assignments(variable)) {
      if (check.span().isBefore(each.span())
          && each.span().isBefore(place.span())
          && !isReplacementByConstant(each)) {
        return false;
      }
    }
    return true;
  }

  private boolean isReplacementByConstant(Expr.Assign assign) {
    return !Constants.of(file).values(assign.value()).isEmpty();
  }

  boolean isCheck(Expr test, boolean holds, Expr text, int depth) {
    if (test instanceof Expr.Unary not && not.operator().equals("!")) {
      return isCheck(not.operand(), !holds, text, depth);
    }
    List<Expr> alternatives = Operands.of(test, holds ? "||" : "&&");
    if (alternatives.size() > 1) {
      boolean isAll =
          alternatives.stream()
              .allMatch(it -> isAbsence(it, holds, text) || isCheck(it, holds, text, depth));
      return isAll && !alternatives.stream().allMatch(it -> isAbsence(it, holds, text));
    }
    List<Expr> joint = Operands.of(test, holds ? "&&" : "||");
    if (joint.size() > 1) {
      return joint.stream().anyMatch(it -> isCheck(it, holds, text, depth));
    }
    if (test instanceof Expr.Binary binary) {
      return isComparison(binary, holds, text);
    }
    return test instanceof Expr.Call call && isCheck(call, holds, text, depth);
  }

  /** {@code text == null} and the like: nothing can come through there. */
  private boolean isAbsence(Expr test, boolean holds, Expr text) {
    if (test instanceof Expr.Unary not && not.operator().equals("!")) {
      return isAbsence(not.operand(), !holds, text);
    }
    if (test instanceof Expr.Binary binary) {
      boolean isNull = isNull(binary.right()) || isNull(binary.left());
      return isNull
          && texts.mentions(binary, text)
          && binary.operator().equals(holds ? "==" : "!=");
    }
    if (!(test instanceof Expr.Call call) || !texts.mentions(call, text)) {
      return false;
    }
    return switch (call.name()) {
      case "isEmpty", "isBlank", "isNull", "isNullOrEmpty" -> holds;
      case "hasText", "hasLength", "isNotBlank", "isNotEmpty", "isPresent", "nonNull" -> !holds;
      default -> false;
    };
  }

  private boolean isComparison(Expr.Binary binary, boolean holds, Expr text) {
    boolean isEqual = binary.operator().equals(holds ? "==" : "!=");
    boolean isUnequal = binary.operator().equals(holds ? "!=" : "==");
    boolean isLookup =
        binary.left() instanceof Expr.Call call
            && (call.name().equals("get") || call.name().equals("indexOf"))
            && texts.passes(call, text);
    if (isLookup) {
      return isUnequal || holds && binary.operator().startsWith(">") || !holds;
    }
    return isEqual
        && (texts.same(binary.left(), text) && texts.isConstant(binary.right())
            || texts.same(binary.right(), text) && texts.isConstant(binary.left()));
  }

  private boolean isCheck(Expr.Call call, boolean holds, Expr text, int depth) {
    if (call.name().equals("noneMatch")) {
      return !holds && texts.mentions(call, text);
    }
    if (call.name().equals("anyMatch")) {
      return holds && texts.mentions(call, text);
    }
    if (call.name().equals("allMatch") && isOfCharacters(call, text)) {
      return holds;
    }
    if (call.target() instanceof Expr.Call inner
        && (call.name().equals("matches") || call.name().equals("find"))) {
      return holds && CHECKS.matches(inner).isYes() && texts.passes(inner, text)
          || passesKnownCheck(call, holds, text);
    }
    if (!call.name().equals("matcher") && passesKnownCheck(call, holds, text)) {
      return true;
    }
    boolean isLookup = call.name().equals("contains") || call.name().equals("containsKey");
    if (isLookup && call.receiverType().isUnknown()) {
      return holds && texts.passes(call, text);
    }
    Decl.Method method = methods.declaration(call).orElse(null);
    if (method == null || method.body() == null) {
      boolean isString = call.receiverType().isNamed("java.lang.String");
      return !isString && isNamedTest(call.name()) && texts.passes(call, text);
    }
    return isOwnCheck(method, call, holds, text, depth);
  }

  private static boolean isNamedTest(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return NAMED_TESTS.stream().anyMatch(lower::contains)
        || Words.of(name).contains("check") && !Demands.isCompound(name);
  }

  /** {@code text.chars().allMatch(Character::isLetterOrDigit)}. */
  private boolean isOfCharacters(Expr.Call call, Expr text) {
    boolean isOnText =
        call.target() instanceof Expr.Call characters
            && (characters.name().equals("chars") || characters.name().equals("codePoints"))
            && characters.target() != null
            && texts.same(characters.target(), text);
    if (!isOnText || call.arguments().size() != 1) {
      return false;
    }
    Expr predicate = call.arguments().get(0);
    return predicate instanceof Expr.Lambda lambda && lambda.body() instanceof Expr body
        ? Operands.of(body, "||").stream().allMatch(AllowList::isHarmlessCharacter)
        : isHarmlessCharacter(predicate);
  }

  private static boolean isHarmlessCharacter(Expr test) {
    if (test instanceof Expr.Binary binary && binary.operator().equals("==")) {
      return binary.right() instanceof Expr.Literal literal
          && HARMLESS_CHARACTERS.contains(String.valueOf(literal.value()));
    }
    return test instanceof Invocation use && LETTERS.matches(use).isYes();
  }

  private boolean passesKnownCheck(Expr.Call call, boolean holds, Expr text) {
    return holds && CHECKS.all(call).anyMatch(api -> texts.isChecked(api, call, text));
  }

  private boolean isOwnCheck(
      Decl.Method method, Expr.Call call, boolean holds, Expr text, int depth) {
    Decl.Param param = texts.paramFor(method, call, text).orElse(null);
    if (param == null || depth >= DEEPEST) {
      return false;
    }
    // a parameter is checked or not whoever calls its method
    Boolean[] known = ownChecks.computeIfAbsent(param, any -> new Boolean[2 * DEEPEST]);
    int question = 2 * depth + (holds ? 1 : 0);
    if (known[question] == null) {
      known[question] = isChecked(method, param, holds, depth);
    }
    return known[question];
  }

  private boolean isChecked(Decl.Method method, Decl.Param param, boolean holds, int depth) {
    List<Expr> all = methods.returned(method);
    for (Expr use : bindings.uses(param)) {
      for (Expr returned : all) {
        if (isCheck(returned, holds, use, depth + 1)
            || isTrue(returned) && holds && guards(use, returned, depth + 1)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isTrue(Expr expr) {
    return expr instanceof Expr.Literal literal && Boolean.TRUE.equals(literal.value());
  }

  private static boolean isNull(Expr expr) {
    return expr instanceof Expr.Literal literal && literal.isNull();
  }
}
