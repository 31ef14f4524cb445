package dev.zonegate.stored;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** How records are kept: one component after the other, without their names. */
final class RecordForm implements Form {
  private static final Map<Class<?>, RecordForm> KNOWN = new ConcurrentHashMap<>();

  private final Constructor<?> constructor;
  private final Field[] fields;
  private final Form[] forms;
  private final String name;

  private RecordForm(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    fields = new Field[components.length];
    forms = new Form[components.length];
    try {
      for (int i = 0; i < components.length; i++) {
        fields[i] = type.getDeclaredField(components[i].getName());
        open(fields[i]);
        forms[i] = Form.of(components[i].getGenericType(), RecordForm::of);
      }
      constructor =
          type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      open(constructor);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(type + " cannot be kept", e);
    }
    name =
        type.getName()
            + Arrays.stream(forms).map(Form::name).collect(Collectors.joining(",", "(", ")"));
  }

  private static void open(AccessibleObject member) {
    if (!member.trySetAccessible()) {
      throw new IllegalArgumentException(member + " cannot be kept: its module is closed");
    }
  }

  /** The form of a type of records; none of them holds its own kind. */
  static RecordForm of(Class<?> type) {
    RecordForm known = KNOWN.get(type);
    if (known == null) {
      if (!type.isRecord()) {
        throw new IllegalArgumentException(type + " is no record");
      }
      known = new RecordForm(type);
      KNOWN.put(type, known);
    }
    return known;
  }

  @Override
  public void write(Object value, PackedOutput out) {
    out.number(value == null ? 0 : 1);
    if (value != null) {
      try {
        for (int i = 0; i < fields.length; i++) {
          forms[i].write(fields[i].get(value), out);
        }
      } catch (IllegalAccessException e) {
        throw new IllegalStateException("the field was made accessible", e);
      }
    }
  }

  @Override
  public Object read(PackedInput in) {
    if (in.number() == 0) {
      return null;
    }
    Object[] values = new Object[forms.length];
    try {
      for (int i = 0; i < values.length; i++) {
        values[i] = forms[i].read(in);
      }
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException | RuntimeException e) {
      throw e instanceof UnreadableException known
          ? known
          : new UnreadableException("it holds what no " + name + " holds", e);
    }
  }

  @Override
  public String name() {
    return name;
  }
}
