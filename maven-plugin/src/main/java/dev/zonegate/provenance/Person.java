package dev.zonegate.provenance;

import java.util.Locale;

/**
 * Somebody as git names people.
 *
 * @param email in lower case; empty if unknown
 */
public record Person(String name, String email) {
  public Person {
    name = Evidence.oneLine(name);
    email = Evidence.oneLine(email).toLowerCase(Locale.ROOT);
  }

  /** Reads {@code Ann <ann@acme.example>}; text without an address is a name. */
  static Person of(String text) {
    int open = text.lastIndexOf('<');
    int close = text.indexOf('>', Math.max(open, 0));
    if (open < 0 || close < 0) {
      return text.strip().matches("[^\\s@]+@[^\\s@]+")
          ? new Person("", text.strip())
          : new Person(text.strip(), "");
    }
    return new Person(text.substring(0, open).strip(), text.substring(open + 1, close).strip());
  }

  /** Whether both may be one person: who has two addresses mostly has one name. */
  boolean maybeSame(Person other) {
    return !email.isEmpty() && email.equals(other.email)
        || !name.isEmpty() && name.equalsIgnoreCase(other.name);
  }

  /** As git writes it. */
  @Override
  public String toString() {
    return email.isEmpty() ? name : (name + " <" + email + ">").strip();
  }
}
