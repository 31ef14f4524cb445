// a comment before the package
package shop.billing;

import static java.lang.Math.max;
import static java.util.Collections.*;

import java.io.*;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** A ledger. */
public abstract class Java8<T extends Comparable<T> & Serializable, U> extends ArrayList<T>
    implements Serializable, Comparator<U> {
  private static final long serialVersionUID = -1L;
  static final int MIN = -2147483648, MAX = 0x7fff_ffff, OCTAL = -017, MASK = -0x1, ZERO = - 0;
  static final String TABLE = "orders", QUERY = "select * from " + TABLE + " where id" + " = " + "1";
  protected transient volatile int count = 1, grid[][] = {{1, 2}, {}}, row[];
  int[] one[] = new int[3][], two = new int[] {1, 2,};
  final char quote = '\'';
  final double ratio = -1.5e-3, hex = 0x1.8p1;
  boolean on = true & !false;
  Object nothing = null;;

  static {
    System.out.println("loaded");
  }

  {
    count += 2;
  }

  public Java8() {
    this(1);
  }

  protected <E extends Exception> Java8(int count) throws E {
    super(count);
    this.count = count;
  }

  @Override
  public abstract int compare(U one, U other);

  int cells()[] {
    return row;
  }

  static strictfp int doubled(int n) { return 2 * n; }

  static synchronized native void load(String... paths);

  <A, B extends List<? super A>> Map<A, ? extends B[]> generic(
      final List<?> any, Map.Entry<A, List<List<B>>> nested, int[]... rows) {
    List<List<String>> lists = new ArrayList<>();
    return this.<A, B>generic(any, nested, rows);
  }

  void statements(int n, Object lock, List<String> names) throws IOException {
    int a = 1, b[] = {2}, c;
    final int d = (a);
    ;
    if (n > 0) a++; else if (n == -1) { --a; } else a = b[0] = 3;
    while (a < 10) a <<= 1;
    do { a >>>= 1; } while (a != 0 && !(n >= 2));
    for (int i = 0, j = 1; i < n; i++, j *= 2) continue;
    for (a = 0, c = 1; ; ) break;
    outer:
    for (final String name : names) {
      for (;;) {
        if (name.isEmpty()) continue outer;
        break outer;
      }
    }
    switch (n) {
      case 1:
      case 2:
        a = 2;
        break;
      default:
        return;
      case 3: { a = 4; }
    }
    synchronized (lock) { lock.notifyAll(); }
    assert a > 0 : "positive";
    assert n < 3;
    try (Reader in = new FileReader("a"); BufferedReader lines = new BufferedReader(in);) {
      lines.readLine();
    } catch (final FileNotFoundException | EOFException e) {
      throw e;
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + "it", e);
    } finally {
      a = 0;
    }
    class Local {
      int value = d;
      class Inner { }
    }
    new Local().value = 1;
    Local.Inner inner = new Local().new Inner();
  }

  Object expressions(int n, Object o, String s, int[][] grid) {
    Function<String, Integer> parse = Integer::parseInt;
    Supplier<List<String>> make = ArrayList<String>::new;
    IntFunction<int[]> array = int[]::new;
    Function<Object, String> text = Object::toString;
    Supplier<String> mine = this::toString, parent = super::toString;
    BiFunction<Integer, Integer, Integer> sum = (x, y) -> x + y;
    BiFunction<Integer, Integer, Integer> typed = (int_, final_) -> { return int_ * final_; };
    Comparator<String> explicit = (final String x, String y) -> x.compareTo(y);
    Runnable run = () -> {};
    Runnable both = (Runnable & Serializable) () -> System.gc();
    Object anonymous = new Comparator<String>() {
      int seen;
      @Override public int compare(String x, String y) { return seen = max(x.length(), y.length()); }
    };
    Object threaded = new Thread("t") { };
    boolean is = o instanceof String || o instanceof List<?> && n > 1 ^ n < 2 | n == 3;
    int bits = ~n & 0xff | (n << 2) >> 3 >>> 4 % 5 / 6 - +7;
    long big = 123_456_789_012L;
    String joined = s + ("a" + "b") + "c" + ("d") + "e" + 'f' + "g";
    boolean same = s == "x" + "y";
    int cast = (int) (long) n, length = grid.length + grid[0].length;
    int[] copy = grid[0].clone();
    Object picked = n > 0 ? s : n < 0 ? null : (o);
    Class<?> type = String.class, arrays = int[].class, none = void.class, nested = Map.Entry.class;
    java.util.List<String> qualified = java.util.Collections.<String>emptyList();
    String outer = Java8.this.toString() + Java8.super.toString() + super.toString();
    ((Function<Object, Object>) x -> x).apply(this);
    emptyList().size();
    java.util.Map.Entry<String, String>[] entries = null;
    return new int[n][n + 1][].length + File.separator + Outer.Kind.OTHER.value;
  }
}

interface Shape {
  double PI = 3.14;

  double area();

  default Shape twice() { return Shape.scaled(this, 2); }

  static Shape scaled(Shape shape, @Deprecated double by) { return () -> shape.area() * by; }
}

final class Outer {
  enum Kind implements Shape {
    @Deprecated CIRCLE(1) {
      @Override
      public double area() { return PI * value; }
    },
    SQUARE(2), OTHER;

    final int value;

    Kind() { this(0); }

    private Kind(int value) { this.value = value; }

    @Override
    public double area() { return value; }
  }

  class Inner {
    class Deep extends Inner {
      Deep(Outer outer) { outer.super(); }
    }
  }

  static int of(Kind kind) {
    switch (kind) {
      case CIRCLE: return Kind.CIRCLE.value;
      default: return Kind.valueOf("SQUARE").ordinal() + Kind.values().length;
    }
  }

  Object create(Outer outer) {
    Inner plain = outer.new Inner();
    return outer.new Inner() { int x = 1; };
  }

  void receiver(Outer this, int other) { }
}

enum Empty { ; }
