package dev.zonegate.facts;

import dev.zonegate.model.XmlElement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;

/**
 * What names mean where one stands.
 *
 * @param items what is behind the variables of loops and the properties of an include; nothing
 *     behind a loop's index
 * @param fixed names that stand for what the XML says
 * @param literals what the XML says of some of them
 */
record MapperScope(
    XmlElement holder,
    Map<String, List<String>> items,
    Set<String> fixed,
    Map<String, String> literals) {
  MapperScope with(Map<String, List<String>> more) {
    Map<String, List<String>> all = new HashMap<>(items);
    all.putAll(more);
    return new MapperScope(holder, all, fixed, literals);
  }

  MapperScope fixing(Set<String> more) {
    Set<String> all = new HashSet<>(fixed);
    all.addAll(more);
    return new MapperScope(holder, items, all, literals);
  }

  /** Within a fragment, which is given more. */
  MapperScope in(
      XmlElement fragment, Map<String, List<String>> passed, Map<String, String> written) {
    Map<String, List<String>> names = new HashMap<>(items);
    names.putAll(passed);
    Set<String> constant = new HashSet<>(fixed);
    constant.removeAll(passed.keySet());
    constant.addAll(written.keySet());
    Map<String, String> known = new HashMap<>(literals);
    known.keySet().removeAll(passed.keySet());
    known.putAll(written);
    return new MapperScope(fragment, names, constant, known);
  }

  /** A text with the properties in it that the XML writes out. */
  String filled(String text) {
    Matcher dollar = MapperText.DOLLAR.matcher(text);
    return dollar.replaceAll(
        each -> Matcher.quoteReplacement(literals.getOrDefault(each.group(1), each.group())));
  }
}
