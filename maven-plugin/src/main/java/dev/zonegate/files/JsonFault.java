package dev.zonegate.files;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.PropertyBindingException;

/**
 * What is wrong with JSON, in our own words. What a parser says repeats what it met, and that may
 * be a secret that stands in the wrong file or between the wrong quotes. For the same reason such
 * an exception is nobody's cause: Maven prints the messages of causes.
 */
public final class JsonFault {
  private JsonFault() {}

  /** What is wrong, without a text of the file. */
  public static String what(JacksonException fault) {
    if (fault instanceof PropertyBindingException) {
      return "a key that is not known";
    }
    Throwable origin = fault;
    while (origin.getCause() instanceof JacksonException cause) {
      origin = cause;
    }
    if (origin instanceof StreamConstraintsException) {
      return "a text that is too long, or parts that nest too deeply";
    }
    if (origin instanceof JsonEOFException) {
      return "it breaks off";
    }
    if (String.valueOf(fault.getOriginalMessage()).startsWith("Duplicate field")) {
      return "a key that is there twice";
    }
    return fault instanceof JsonMappingException
        ? "a value of another kind than expected"
        : "a character that JSON does not allow there";
  }

  /** The line, counted from 1; 0 if it is not known. */
  public static int line(JacksonException fault) {
    JsonLocation place = fault.getLocation();
    return place == null ? 0 : Math.max(0, place.getLineNr());
  }

  /** The column, counted from 1; 0 if it is not known. */
  public static int column(JacksonException fault) {
    JsonLocation place = fault.getLocation();
    return place == null ? 0 : Math.max(0, place.getColumnNr());
  }
}
