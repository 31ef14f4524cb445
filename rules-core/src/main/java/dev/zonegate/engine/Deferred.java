package dev.zonegate.engine;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** A list that is read when somebody looks at what is in it. Serves many threads. */
public abstract class Deferred<T> extends AbstractList<T> implements RandomAccess {
  private final int size;
  private volatile List<T> read;

  /** A list of so many elements. */
  protected Deferred(int size) {
    this.size = size;
  }

  /** Reads the elements. */
  protected abstract List<T> read();

  /** A list that nobody changes: this one if it is deferred, and it stays so. */
  static <T> List<T> copyOf(List<T> list) {
    return list instanceof Deferred ? list : List.copyOf(list);
  }

  @Override
  public final T get(int index) {
    List<T> known = read;
    if (known == null) {
      known = read();
      read = known;
    }
    return known.get(index);
  }

  @Override
  public final int size() {
    return size;
  }
}
