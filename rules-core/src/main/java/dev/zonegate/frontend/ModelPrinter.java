package dev.zonegate.frontend;

import dev.zonegate.model.MethodRef;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Span;
import dev.zonegate.model.TypeRef;
import dev.zonegate.model.VarRef;
import java.lang.reflect.RecordComponent;
import java.util.Collection;

/**
 * Prints a lowered file, a node a line, indented: kind, span, what it is, and if asked what its
 * names mean. Two front-ends agree on a file if these texts are equal.
 */
public final class ModelPrinter {
  private final boolean withMeaning;
  private final StringBuilder out = new StringBuilder();

  private ModelPrinter(boolean withMeaning) {
    this.withMeaning = withMeaning;
  }

  /** The structure with types, methods and variables as resolved. */
  public static String print(SourceFile file) {
    return print(file, true);
  }

  /** The structure only, which must be the same without any class path. */
  public static String printStructure(SourceFile file) {
    return print(file, false);
  }

  private static String print(SourceFile file, boolean withMeaning) {
    ModelPrinter printer = new ModelPrinter(withMeaning);
    printer.node(file.unit(), 0);
    file.comments()
        .forEach(c -> printer.out.append(c.kind()).append(' ').append(c.span()).append('\n'));
    return printer.out.toString();
  }

  private void node(Node node, int depth) {
    out.append("  ".repeat(depth))
        .append(node.getClass().getSimpleName())
        .append(' ')
        .append(node.span());
    for (RecordComponent component : node.getClass().getRecordComponents()) {
      Object value = value(node, component);
      boolean isOther = !component.getName().equals("span") && !isUnused(component, value);
      if (isOther && isAttribute(value)) {
        out.append(' ').append(component.getName()).append('=').append(escaped(value));
      }
    }
    out.append('\n');
    for (Node child : node.children()) {
      node(child, depth + 1);
    }
  }

  private boolean isAttribute(Object value) {
    if (value == null || value instanceof Node || value.equals(Span.NONE) || value.equals(false)) {
      return false;
    }
    if (value instanceof Collection<?> many) {
      return !many.isEmpty() && !(many.iterator().next() instanceof Node);
    }
    boolean isMeaning =
        value instanceof TypeRef || value instanceof MethodRef || value instanceof VarRef;
    return !isMeaning || withMeaning;
  }

  private static String escaped(Object value) {
    String text =
        value instanceof Character || value instanceof String
            ? "'" + value + "'"
            : value.toString();
    String typed =
        value instanceof Number ? text + value.getClass().getSimpleName().charAt(0) : text;
    return typed.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
  }

  /** Few calls need the import that names their class. */
  private static boolean isUnused(RecordComponent component, Object value) {
    return component.getName().equals("importedFrom") && value.equals(TypeRef.UNKNOWN);
  }

  private static Object value(Node node, RecordComponent component) {
    try {
      return component.getAccessor().invoke(node);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + component + " of " + node.getClass(), e);
    }
  }
}
