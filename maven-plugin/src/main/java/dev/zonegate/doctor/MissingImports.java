package dev.zonegate.doctor;

import dev.zonegate.gate.SourceEntry;
import dev.zonegate.gate.SourceHead;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Says which imports mean nothing known, since what needs their types is not found. */
public final class MissingImports {
  private static final int MOST = 10;

  private MissingImports() {}

  /** A symptom for each package of which types are missing. */
  public static List<Symptom> symptoms(
      List<SourceEntry> sources, KnownTypes known, Charset encoding) {
    Map<SourceEntry, SourceHead> heads = new LinkedHashMap<>();
    sources.stream()
        .filter(each -> each.path().endsWith(".java"))
        .forEach(each -> heads.put(each, SourceHead.of(each, encoding)));
    heads.forEach((entry, head) -> known.addSource(head.packageName(), entry.path()));
    Map<String, List<String>> byPackage = new TreeMap<>();
    heads.forEach(
        (entry, head) ->
            head.imports().stream()
                .filter(each -> !known.knows(each))
                .forEach(
                    each ->
                        byPackage
                            .computeIfAbsent(owner(each), key -> new ArrayList<>())
                            .add(entry.path() + " imports " + shown(each))));
    List<Symptom> symptoms = new ArrayList<>();
    byPackage.forEach((name, uses) -> symptoms.add(symptom(name, uses)));
    return symptoms.subList(0, Math.min(MOST, symptoms.size()));
  }

  private static Symptom symptom(String name, List<String> uses) {
    String more = uses.size() > 1 ? " and " + (uses.size() - 1) + " more" : "";
    return new Symptom(
        uses.get(0) + more,
        "`" + shown(name) + "` is in no dependency, source or JDK",
        "add the dependency, or generate the sources first");
  }

  private static String owner(String imported) {
    return imported.substring(0, Math.max(0, imported.lastIndexOf('.')));
  }

  private static String shown(String name) {
    String plain = name.replaceAll("\\p{Cntrl}", "?");
    return plain.length() > 120 ? plain.substring(0, 120) + "..." : plain;
  }
}
