package dev.zonegate.gate;

import dev.zonegate.stored.UnreadableException;

/**
 * Finds the types of stored records. Results lie where the code that is judged can write: nothing
 * but records of ours may be made from them.
 */
final class StoredTypes {
  private StoredTypes() {}

  static <T> Class<? extends T> of(String name, Class<T> wanted) {
    if (name.startsWith("dev.zonegate.facts.") || name.startsWith("dev.zonegate.rules.")) {
      try {
        Class<?> type = Class.forName(name, false, StoredTypes.class.getClassLoader());
        if (type.isRecord() && wanted.isAssignableFrom(type)) {
          return type.asSubclass(wanted);
        }
      } catch (ClassNotFoundException e) {
        throw new UnreadableException("it holds a " + name, e);
      }
    }
    throw new UnreadableException("it holds a " + name);
  }
}
