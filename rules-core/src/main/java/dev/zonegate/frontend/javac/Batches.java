package dev.zonegate.frontend.javac;

import dev.zonegate.frontend.SourceInput;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Splits files into batches for one javac run each: small enough for memory, without two types of
 * one name, files of one source root together where that is possible.
 */
final class Batches {
  /** A file with its outline and the folder that its package name starts from. */
  record Source(SourceInput input, SourceOutline outline, String root) {
    static Source of(SourceInput input) {
      SourceOutline outline = SourceOutline.of(input.text());
      return new Source(input, outline, root(input.path(), outline.packageName()));
    }

    boolean isModule() {
      return input.path().endsWith("module-info.java");
    }

    private static String root(String path, String packageName) {
      String folder = path.substring(0, Math.max(0, path.lastIndexOf('/')));
      String tail = packageName.replace('.', '/');
      boolean isRegular = folder.equals(tail) || folder.endsWith("/" + tail);
      return isRegular ? folder.substring(0, folder.length() - tail.length()) : folder;
    }
  }

  private final int limit;
  private final List<Batch> batches = new ArrayList<>();

  private Batches(int limit) {
    this.limit = limit;
  }

  /**
   * Splits.
   *
   * @param limit characters in a batch, if it has more than one file
   */
  static List<List<Source>> split(List<Source> sources, int limit) {
    Map<String, List<Source>> roots = new LinkedHashMap<>();
    Batches batches = new Batches(limit);
    for (Source source : sources) {
      if (source.isModule()) {
        batches.add(List.of(source)); // it would make all others of its run part of its module
      } else {
        roots.computeIfAbsent(source.root(), root -> new ArrayList<>()).add(source);
      }
    }
    roots.values().forEach(batches::addRoot);
    return batches.batches.stream().map(batch -> batch.sources).toList();
  }

  private void addRoot(List<Source> sources) {
    List<Source> left = sources;
    while (!left.isEmpty()) {
      Batch piece = new Batch();
      List<Source> rest = new ArrayList<>();
      for (Source source : left) {
        if (piece.takes(List.of(source))) {
          piece.add(source);
        } else {
          rest.add(source);
        }
      }
      add(piece.sources);
      left = rest;
    }
  }

  private void add(List<Source> sources) {
    for (Batch batch : batches) {
      if (batch.takes(sources)) {
        sources.forEach(batch::add);
        return;
      }
    }
    Batch fresh = new Batch();
    sources.forEach(fresh::add);
    batches.add(fresh);
  }

  private final class Batch {
    private final List<Source> sources = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private long size;

    boolean takes(List<Source> more) {
      if (sources.isEmpty()) {
        return true;
      }
      long added = 0;
      for (Source source : more) {
        added += source.input().text().content().length();
        if (source.isModule() || names(source).stream().anyMatch(names::contains)) {
          return false;
        }
      }
      return !sources.get(0).isModule() && size + added <= limit;
    }

    void add(Source source) {
      sources.add(source);
      names.addAll(names(source));
      size += source.input().text().content().length();
    }

    private List<String> names(Source source) {
      return source.input().path().endsWith("package-info.java")
          ? List.of(source.outline().packageName() + ".package-info")
          : source.outline().qualifiedNames();
    }
  }
}
