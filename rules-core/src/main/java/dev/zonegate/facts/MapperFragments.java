package dev.zonegate.facts;

import dev.zonegate.model.XmlElement;
import java.util.LinkedHashMap;
import java.util.Map;

/** The fragments of a mapper by their names with the namespace. */
record MapperFragments(String namespace, Map<String, XmlElement> named) {
  static MapperFragments of(XmlElement mapper) {
    String namespace = MapperText.value(mapper, "namespace");
    Map<String, XmlElement> named = new LinkedHashMap<>();
    for (XmlElement each : mapper.children()) {
      if (each.name().equals(MapperText.FRAGMENT)) {
        named.put(namespace + "." + MapperText.value(each, "id"), each);
      }
    }
    return new MapperFragments(namespace, named);
  }

  /** A name with a dot has its namespace. */
  String qualified(String id) {
    return id.contains(".") ? id : namespace + "." + id;
  }
}
