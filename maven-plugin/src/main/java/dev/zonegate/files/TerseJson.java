package dev.zonegate.files;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.Writer;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Writes records as JSON that leaves out what is empty, as Jackson's mapper would; but to set up
 * the mapper takes half a second of CPU in each build, more than all that is written.
 */
public final class TerseJson {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
  private static final Map<Class<?>, Property[]> KNOWN = new ConcurrentHashMap<>();

  /** A component of a record. */
  private record Property(Field field, String name, boolean isAlways) {
    static Property of(Class<?> type, RecordComponent component) {
      try {
        Field field = type.getDeclaredField(component.getName());
        if (!field.trySetAccessible()) {
          throw new IllegalStateException(type + " keeps its components to itself");
        }
        JsonProperty renamed = field.getAnnotation(JsonProperty.class);
        JsonInclude included = field.getAnnotation(JsonInclude.class);
        boolean isAlways = included != null && included.value() == JsonInclude.Include.ALWAYS;
        return new Property(
            field, renamed == null ? component.getName() : renamed.value(), isAlways);
      } catch (NoSuchFieldException e) {
        throw new IllegalStateException("each component has its field", e);
      }
    }

    Object of(Object record) {
      try {
        return field.get(record);
      } catch (IllegalAccessException e) {
        throw new IllegalStateException("the field was made accessible", e);
      }
    }
  }

  private TerseJson() {}

  /** Writes a record, or what records hold. */
  public static void write(Object value, Writer out) throws IOException {
    try (JsonGenerator json = FACTORY.createGenerator(out)) {
      write(value, json);
    }
  }

  private static void write(Object value, JsonGenerator json) throws IOException {
    if (value instanceof String text) {
      json.writeString(text);
    } else if (value instanceof Integer number) {
      json.writeNumber(number);
    } else if (value instanceof Boolean flag) {
      json.writeBoolean(flag);
    } else if (value instanceof Map<?, ?> map) {
      json.writeStartObject();
      for (Map.Entry<?, ?> each : map.entrySet()) {
        json.writeFieldName((String) each.getKey());
        write(each.getValue(), json);
      }
      json.writeEndObject();
    } else if (value instanceof Collection<?> all) {
      json.writeStartArray();
      for (Object each : all) {
        write(each, json);
      }
      json.writeEndArray();
    } else {
      writeOther(value, json);
    }
  }

  private static void writeOther(Object value, JsonGenerator json) throws IOException {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof Record record) {
      json.writeStartObject();
      for (Property each : properties(record.getClass())) {
        Object held = each.of(record);
        if (each.isAlways() || !isEmpty(held)) {
          json.writeFieldName(each.name());
          write(held, json);
        }
      }
      json.writeEndObject();
    } else {
      throw new IllegalArgumentException("nothing is known of how to write a " + value.getClass());
    }
  }

  private static boolean isEmpty(Object value) {
    return value == null
        || value instanceof String text && text.isEmpty()
        || value instanceof Collection<?> all && all.isEmpty()
        || value instanceof Map<?, ?> map && map.isEmpty();
  }

  private static Property[] properties(Class<?> type) {
    Property[] known = KNOWN.get(type);
    if (known == null) {
      RecordComponent[] components = type.getRecordComponents();
      known = new Property[components.length];
      for (int i = 0; i < known.length; i++) {
        known[i] = Property.of(type, components[i]);
      }
      KNOWN.put(type, known);
    }
    return known;
  }
}
