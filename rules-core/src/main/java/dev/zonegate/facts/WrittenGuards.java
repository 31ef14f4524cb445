package dev.zonegate.facts;

import dev.zonegate.match.AccessChecks;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The guards that types and methods say themselves, by annotations and in the code. */
final class WrittenGuards {
  private final SourceFile file;

  WrittenGuards(SourceFile file) {
    this.file = file;
  }

  /** By an annotation of the type. */
  Optional<Guard> on(Decl.Type type) {
    return among(type.annotations(), Guard.Source.CLASS, type.name());
  }

  /** By an annotation of the method. */
  Optional<Guard> on(Decl.Type type, Decl.Method method) {
    return among(method.annotations(), Guard.Source.METHOD, name(type, method));
  }

  /** By what the method calls first. */
  Optional<Guard> within(Decl.Type type, Decl.Method method) {
    return AccessChecks.in(file, method).map(it -> within(file, type, it));
  }

  /** A check that a method of {@code type} makes, or one that it calls. */
  static Guard within(SourceFile file, Decl.Type type, AccessChecks.Check check) {
    Decl.Type owner = file.enclosing(check.method(), Decl.Type.class);
    String from = name(owner == null ? type : owner, check.method());
    return new Guard(Guard.Source.BODY, check.call().shortName(), from, false);
  }

  /** All that say something about a method, nearest first. */
  List<Guard> of(Decl.Type type, Decl.Method method) {
    return Stream.of(on(type, method), on(type), within(type, method))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Guard> among(List<Annotation> annotations, Guard.Source source, String from) {
    Annotation guard = AccessChecks.guardIn(annotations);
    return guard == null
        ? Optional.empty()
        : Optional.of(new Guard(source, text(file, guard), from, AccessChecks.isOpen(guard)));
  }

  /** An annotation on one line. */
  static String text(SourceFile file, Annotation guard) {
    return file.text(guard).replaceAll("\\s+", " ");
  }

  static String name(Decl.Type type, Decl.Method method) {
    return type.name() + "." + method.name();
  }
}
