package dev.zonegate.errorprone;

import com.google.errorprone.bugpatterns.BugChecker;
import com.google.errorprone.fixes.FixedPosition;
import com.google.errorprone.matchers.Description;
import com.sun.source.tree.Tree;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/**
 * Places a finding at an offset. The interface of a position changed from javac's own to Error
 * Prone's, so the method that takes it is found when it runs: one jar serves both.
 */
final class Placement {
  private static final Method BUILD_DESCRIPTION = find();

  private Placement() {}

  static Description.Builder buildDescription(BugChecker checker, Tree tree, int offset) {
    try {
      FixedPosition position = new FixedPosition(tree, offset);
      return (Description.Builder) BUILD_DESCRIPTION.invoke(checker, position);
    } catch (InvocationTargetException | IllegalAccessException e) {
      throw new IllegalStateException("this version of Error Prone refuses a position", e);
    }
  }

  private static Method find() {
    try {
      Class<?> position = FixedPosition.class.getInterfaces()[0];
      return BugChecker.class.getMethod("buildDescription", position);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("this version of Error Prone takes no position", e);
    }
  }
}
