package dev.zonegate.rules.placeholdercode;

import dev.zonegate.match.Bindings;
import dev.zonegate.match.Methods;
import dev.zonegate.match.Vocabulary;
import dev.zonegate.match.Words;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Reporter;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Invented people, cards and products that a program returns or keeps. */
final class DemoData {
  private static final List<Shape> SHAPES =
      Vocabulary.lines("placeholder/demo-values.patterns").stream().map(Shape::parse).toList();
  private static final Set<String> SAVING =
      Set.copyOf(Vocabulary.lines("placeholder/saving.words"));
  private static final Pattern SHOWN =
      Pattern.compile(
          "(?is).*(placeholder|example|hint|help|desc|title|tooltip|label|message|pattern|format|mask"
              + "|prompt|header|sample|usage|comment|regex|test).*");
  private static final Pattern WRAPPING =
      Pattern.compile(
          "of|asList|just|ok|body|ofNullable|completedFuture|build|entry|ofEntries|fromString|valueOf"
              + "|trim|success|singletonList|singleton|toList|collect");
  private static final Set<String> SAMPLES =
      Set.of("sample", "samples", "demo", "demos", "example", "examples", "seed");
  private static final int MOST_CALLS = 3;
  private static final Pattern NUMBERED = Pattern.compile("(\\p{L}{3,20})[ _#-]?([1-9])");

  private DemoData() {}

  private record Shape(String called, Pattern pattern) {
    static Shape parse(String line) {
      int start = line.indexOf('^') < 0 ? line.lastIndexOf("lorem") : line.indexOf('^');
      return new Shape(
          line.substring(0, start).strip(),
          Pattern.compile(line.substring(start), Pattern.CASE_INSENSITIVE));
    }
  }

  static void find(SourceFile file, Reporter report) {
    Set<Node> reported = new HashSet<>();
    for (Expr.Literal each : file.all(Expr.Literal.class)) {
      if (each.value() instanceof String text) {
        shape(text)
            .filter(any -> !StandIns.isAround(file, each) && !isSwitched(file, each, 0))
            .filter(any -> isKept(file, each) && !Routine.isConditional(file, each))
            .filter(any -> !isNamedSo(file, each, text))
            .filter(any -> reported.add(place(file, each)))
            .ifPresent(
                called -> report.at(each, PlaceholderCodeRule.DEMO_DATA, shown(called, text)));
      }
    }
    for (Expr.Call each : file.all(Expr.Call.class)) {
      if (isSeries(file, each)
          && !StandIns.isAround(file, each)
          && !isSwitched(file, each, 0)
          && !Routine.isConditional(file, each)
          && reported.add(place(file, each))) {
        report.at(each, PlaceholderCodeRule.DEMO_DATA, "numbered samples");
      }
    }
  }

  /** Only where a switch asks for samples: {@code if (loadSamples)}, here or around every call. */
  private static boolean isSwitched(SourceFile file, Node node, int depth) {
    Stmt.If asked = file.enclosing(node, Stmt.If.class);
    if (asked != null && !Collections.disjoint(Words.of(file.text(asked.condition())), SAMPLES)) {
      return true;
    }
    Decl.Method method = file.enclosing(node, Decl.Method.class);
    List<Invocation> calls = method == null ? List.of() : Methods.of(file).calls(method);
    return depth < MOST_CALLS
        && !calls.isEmpty()
        && method.modifiers().contains(Modifier.PRIVATE)
        && calls.stream().allMatch(each -> isSwitched(file, each, depth + 1));
  }

  private static String shown(String called, String text) {
    return called.endsWith("number") || called.startsWith("e-mail")
        ? "an invented " + called
        : "`" + (text.length() > 30 ? text.substring(0, 27) + "..." : text) + "`";
  }

  private static Optional<String> shape(String text) {
    return SHAPES.stream()
        .filter(each -> each.pattern().matcher(text.strip()).find())
        .map(Shape::called)
        .findFirst();
  }

  /** One finding a statement or field: the rest of the record is invented too. */
  private static Node place(SourceFile file, Node node) {
    for (Node up = file.parent(node); up != null; up = file.parent(up)) {
      if (up instanceof Stmt || up instanceof Decl) {
        return up;
      }
    }
    return node;
  }

  /** Whether the value is returned, saved or held, as it is or as a part of something. */
  private static boolean isKept(SourceFile file, Expr value) {
    Node inner = value;
    for (Node up = file.parent(inner); up != null; inner = up, up = file.parent(up)) {
      if (up instanceof Stmt.Return || up instanceof Expr.Lambda lambda && lambda.body() == inner) {
        return true;
      }
      if (up instanceof Variable variable) {
        return isHeld(file, variable, value);
      }
      if (up instanceof Expr.Assign assign) {
        return assign.assigned() instanceof Expr.FieldAccess
            || assign.assigned() instanceof Expr.Name;
      }
      if (up instanceof Expr.Call call) {
        if (isSaving(call) && call.target() != inner) {
          return !SHOWN.matcher(call.name()).matches();
        }
        if (!isPassing(call, inner)) {
          return false;
        }
      } else if (!isPart(up)) {
        return false;
      }
    }
    return false;
  }

  private static boolean isPart(Node node) {
    return node instanceof Expr.New created
            && !created.created().ref().simpleName().matches(".*(Exception|Error)")
        || node instanceof Expr.Conditional
        || node instanceof Expr.ArrayInitializer
        || node instanceof Expr.NewArray
        || node instanceof Expr.Cast;
  }

  private static boolean isSaving(Expr.Call call) {
    List<String> words = Words.of(call.name());
    return !words.isEmpty() && SAVING.contains(words.get(0)) && call.target() != null;
  }

  /** A factory or a step of a builder hands on what it is given. */
  private static boolean isPassing(Expr.Call call, Node inner) {
    if (call.target() == inner) {
      return true;
    }
    if (call.receiverType().simpleName().equals("Set")) {
      return false; // something is looked up in it
    }
    Expr.Call root = call;
    while (root.target() instanceof Expr.Call before) {
      root = before;
    }
    boolean isBuilder = root.name().equals("builder") || root.name().equals("newBuilder");
    return WRAPPING.matcher(call.name()).matches()
        || isBuilder && !SHOWN.matcher(call.name()).matches();
  }

  private static boolean isHeld(SourceFile file, Variable variable, Expr value) {
    if (SHOWN.matcher(variable.name()).matches()) {
      return false;
    }
    if (variable instanceof Decl.Field) {
      return true;
    }
    boolean isObject = variable.initializer() != value;
    return Bindings.of(file).uses(variable).stream()
        .anyMatch(use -> isHandedOn(file, use, isObject));
  }

  /** {@code DUMMY_COLUMN = "dummy"}: a constant of which it is the real name. */
  private static boolean isNamedSo(SourceFile file, Expr value, String text) {
    return file.parent(value) instanceof Decl.Field field
        && field.modifiers().contains(Modifier.STATIC)
        && field.modifiers().contains(Modifier.FINAL)
        && Words.of(field.name()).size() > 1
        && Words.of(field.name()).contains(text.toLowerCase(Locale.ROOT));
  }

  private static boolean isHandedOn(SourceFile file, Expr use, boolean isObject) {
    Node up = file.parent(use);
    return up instanceof Stmt.Return
        || up instanceof Expr.Call call
            && call.target() != use
            && (isSaving(call) || isObject && WRAPPING.matcher(call.name()).matches())
        || up instanceof Expr.New && !isObject;
  }

  /** {@code List.of(new Product("Product 1"), new Product("Product 2"))}. */
  private static boolean isSeries(SourceFile file, Expr.Call call) {
    boolean isList = call.name().equals("of") || call.name().equals("asList");
    if (!isList || call.arguments().size() < 2) {
      return false;
    }
    return isNumbered(file, call.arguments().get(0), "1")
            && isNumbered(file, call.arguments().get(1), "2")
        || isNumberedText(call.arguments().get(0), "1")
            && isNumberedText(call.arguments().get(1), "2")
            && isKept(file, call.arguments().get(0));
  }

  /** {@code "Product 1"}. */
  private static boolean isNumberedText(Expr element, String number) {
    return element instanceof Expr.Literal literal
        && literal.value() instanceof String text
        && text.matches(
            "(Product|Item|User|Customer|Order|Article|Book|Employee|Patient|Account|Company) ?"
                + number);
  }

  private static boolean isNumbered(SourceFile file, Expr element, String number) {
    if (!(element instanceof Expr.New created)) {
      return false;
    }
    String type = created.created().ref().simpleName();
    return file.allIn(created, Expr.Literal.class).stream()
        .map(Expr.Literal::value)
        .filter(String.class::isInstance)
        .map(text -> NUMBERED.matcher((String) text))
        .anyMatch(
            match ->
                match.matches()
                    && match.group(2).equals(number)
                    && type.regionMatches(true, 0, match.group(1), 0, match.group(1).length()));
  }
}
