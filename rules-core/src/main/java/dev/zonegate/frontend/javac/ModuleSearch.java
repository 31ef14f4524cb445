package dev.zonegate.frontend.javac;

import com.sun.source.util.JavacTask;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;

/**
 * How javac looks for each name that it does not know in every module of the JDK, to tell where it
 * is hidden. Nobody reads that here, and where libraries are missing it takes nine tenths of the
 * time.
 */
final class ModuleSearch {
  private ModuleSearch() {}

  /**
   * Leaves it out of what a task does from now on.
   *
   * @return whether the virtual machine lets us: without {@code --add-exports} and {@code
   *     --add-opens} javac goes on with it, which is slower and finds the same
   */
  static boolean skip(JavacTask task) {
    try {
      Object context = task.getClass().getMethod("getContext").invoke(task);
      Class<?> type =
          Class.forName("com.sun.tools.javac.comp.Resolve", true, task.getClass().getClassLoader());
      Object resolve = type.getMethod("instance", context.getClass()).invoke(null, context);
      Field field = type.getDeclaredField("allowModules");
      boolean isOpen = field.trySetAccessible();
      if (isOpen) {
        field.setBoolean(resolve, false);
      }
      return isOpen;
    } catch (IllegalAccessException | ClassNotFoundException e) {
      return false;
    } catch (NoSuchMethodException | NoSuchFieldException e) {
      return false; // another javac
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("javac does not tell how it resolves names", e);
    }
  }
}
