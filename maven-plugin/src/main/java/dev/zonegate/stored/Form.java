package dev.zonegate.stored;

import dev.zonegate.model.Span;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** How values of a type are written and read; null is 0. */
interface Form {
  Form TEXT = of("text", PackedOutput::text, PackedInput::text);
  Form FLAG =
      of("flag", (out, value) -> out.number((Boolean) value ? 1 : 0), in -> in.number() != 0);
  Form NUMBER =
      of("number", (out, value) -> out.number(zigzag((Integer) value)), in -> zagzig(in.number()));
  Form LONG =
      of(
          "long",
          (out, value) -> {
            out.number((int) ((Long) value >>> Integer.SIZE));
            out.number((int) (long) (Long) value);
          },
          in -> (long) in.number() << Integer.SIZE | in.number() & 0xFFFF_FFFFL);
  Form DAY =
      of(
          "day",
          (out, value) -> out.text(value == null ? null : value.toString()),
          in -> {
            String text = in.text();
            return text == null ? null : LocalDate.parse(text);
          });
  Form SPAN = of("span", Form::writeSpan, Form::readSpan);

  /** Writes a value. */
  void write(Object value, PackedOutput out);

  /** Reads a value. */
  Object read(PackedInput in);

  /** What tells it from other forms. */
  String name();

  /** The form of a type that a record may have in it. */
  static Form of(Type type, Function<Class<?>, Form> records) {
    if (type instanceof ParameterizedType generic) {
      List<Form> parts =
          Arrays.stream(generic.getActualTypeArguments()).map(each -> of(each, records)).toList();
      return ofCollection((Class<?>) generic.getRawType(), parts);
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isEnum()) {
      return ofEnum(plain);
    }
    if (plain == String.class) {
      return TEXT;
    }
    if (plain == boolean.class) {
      return FLAG;
    }
    if (plain == int.class || plain == Integer.class) {
      return NUMBER;
    }
    if (plain == long.class) {
      return LONG;
    }
    if (plain == LocalDate.class) {
      return DAY;
    }
    return plain == Span.class ? SPAN : records.apply(plain);
  }

  private static Form ofCollection(Class<?> type, List<Form> parts) {
    if (type == List.class) {
      return ofList(parts.get(0));
    }
    if (type == SortedSet.class) {
      Form list = ofList(parts.get(0));
      return of(
          "set " + list.name(),
          (out, value) -> list.write(value, out),
          in -> list.read(in) instanceof Collection<?> all ? new TreeSet<>(all) : null);
    }
    if (type == SortedMap.class) {
      return ofMap(parts.get(0), parts.get(1));
    }
    throw new IllegalArgumentException("nothing is known of how to keep a " + type);
  }

  private static Form ofList(Form part) {
    return of(
        "list " + part.name(),
        (out, value) -> {
          Collection<?> all = (Collection<?>) value;
          out.number(all == null ? 0 : all.size() + 1);
          if (all != null) {
            all.forEach(each -> part.write(each, out));
          }
        },
        in -> {
          int size = in.countOrNone();
          if (size < 0) {
            return null;
          }
          Object[] all = new Object[size];
          for (int i = 0; i < size; i++) {
            all[i] = part.read(in);
          }
          return List.of(all);
        });
  }

  private static Form ofMap(Form key, Form value) {
    return of(
        "map " + key.name() + " " + value.name(),
        (out, map) -> {
          out.number(((Map<?, ?>) map).size());
          for (Map.Entry<?, ?> each : ((Map<?, ?>) map).entrySet()) {
            key.write(each.getKey(), out);
            value.write(each.getValue(), out);
          }
        },
        in -> {
          Map<Object, Object> map = new TreeMap<>();
          for (int left = in.count(); left > 0; left--) {
            map.put(key.read(in), value.read(in));
          }
          return map;
        });
  }

  private static Form ofEnum(Class<?> type) {
    List<Object> constants = new ArrayList<>(Arrays.asList(type.getEnumConstants()));
    return of(
        constants.toString(),
        (out, value) -> out.number(value == null ? 0 : ((Enum<?>) value).ordinal() + 1),
        in -> {
          int number = in.number();
          return number == 0 ? null : constants.get(number - 1);
        });
  }

  private static void writeSpan(PackedOutput out, Object value) {
    Span span = (Span) value;
    if (span == null) {
      out.number(0);
      return;
    }
    out.number(1);
    out.place(span.startLine());
    out.place(span.startColumn());
    out.place(zigzag(span.endLine() - span.startLine()));
    out.place(span.endColumn());
  }

  private static Span readSpan(PackedInput in) {
    if (in.number() == 0) {
      return null;
    }
    int line = in.place();
    int column = in.place();
    return new Span(line, column, line + zagzig(in.place()), in.place());
  }

  private static int zigzag(int number) {
    return number << 1 ^ number >> Integer.SIZE - 1;
  }

  private static int zagzig(int number) {
    return number >>> 1 ^ -(number & 1);
  }

  /** Writes a value of a form. */
  interface Writer<T> {
    void write(PackedOutput out, T value);
  }

  /** A form of its parts. */
  @SuppressWarnings("unchecked")
  static <T> Form of(String name, Writer<T> writer, Function<PackedInput, ?> reader) {
    return new Form() {
      @Override
      public void write(Object value, PackedOutput out) {
        writer.write(out, (T) value);
      }

      @Override
      public Object read(PackedInput in) {
        return reader.apply(in);
      }

      @Override
      public String name() {
        return name;
      }
    };
  }
}
