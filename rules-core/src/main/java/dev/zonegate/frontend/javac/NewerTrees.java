package dev.zonegate.frontend.javac;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.Tree;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;

/**
 * Parts of trees that the Java 17 API cannot name, read by reflection: labels and guards of cases,
 * patterns, module imports.
 */
final class NewerTrees {
  private static final String TREES = "com.sun.source.tree.";
  private static final Method LABELS = method("CaseTree", "getLabels");
  private static final Method GUARD = method("CaseTree", "getGuard");
  private static final Method CONSTANT = method("ConstantCaseLabelTree", "getConstantExpression");
  private static final Method LABEL_PATTERN = method("PatternCaseLabelTree", "getPattern");
  private static final Method INNER_PATTERN = method("ParenthesizedPatternTree", "getPattern");
  private static final Method DECONSTRUCTOR =
      method("DeconstructionPatternTree", "getDeconstructor");
  private static final Method NESTED = method("DeconstructionPatternTree", "getNestedPatterns");
  private static final Method IS_MODULE = method("ImportTree", "isModule");

  private NewerTrees() {}

  /** The labels of a case as trees of {@code default}, constants and patterns. */
  static List<? extends Tree> labels(CaseTree tree) {
    List<? extends Tree> labels = trees(LABELS, tree);
    return labels.stream().map(NewerTrees::unwrapped).toList();
  }

  /** The condition after {@code when}, or null. */
  static Tree guard(CaseTree tree) {
    return (Tree) read(GUARD, tree);
  }

  static boolean isDefault(Tree label) {
    return isKind(label, "DEFAULT_CASE_LABEL");
  }

  static boolean isDeconstruction(Tree pattern) {
    return isKind(pattern, "DECONSTRUCTION_PATTERN");
  }

  static boolean isAny(Tree pattern) {
    return isKind(pattern, "ANY_PATTERN");
  }

  /** The type that a record pattern tests. */
  static Tree deconstructor(Tree pattern) {
    return (Tree) read(DECONSTRUCTOR, pattern);
  }

  /** The component patterns of a record pattern. */
  static List<? extends Tree> nestedPatterns(Tree pattern) {
    return trees(NESTED, pattern);
  }

  static boolean isModule(ImportTree tree) {
    return Boolean.TRUE.equals(read(IS_MODULE, tree));
  }

  /** A pattern without parentheses, which Java 17 to 20 had. */
  static Tree unwrapped(Tree label) {
    return switch (label.getKind().name()) {
      case "CONSTANT_CASE_LABEL" -> (Tree) read(CONSTANT, label);
      case "PATTERN_CASE_LABEL" -> unwrapped((Tree) read(LABEL_PATTERN, label));
      case "PARENTHESIZED_PATTERN" -> unwrapped((Tree) read(INNER_PATTERN, label));
      default -> label;
    };
  }

  private static boolean isKind(Tree tree, String kind) {
    return tree.getKind().name().equals(kind);
  }

  @SuppressWarnings("unchecked")
  private static List<? extends Tree> trees(Method getter, Tree tree) {
    Object value = read(getter, tree);
    return value == null ? List.of() : (List<? extends Tree>) value;
  }

  private static Object read(Method getter, Tree tree) {
    if (getter == null) {
      return null;
    }
    try {
      return getter.invoke(tree);
    } catch (InvocationTargetException | IllegalAccessException e) {
      throw new IllegalStateException("cannot read " + getter + " of " + tree.getKind(), e);
    }
  }

  private static Method method(String tree, String name) {
    try {
      return Class.forName(TREES + tree).getMethod(name);
    } catch (ClassNotFoundException | NoSuchMethodException e) {
      return null; // this JDK is older
    }
  }
}
