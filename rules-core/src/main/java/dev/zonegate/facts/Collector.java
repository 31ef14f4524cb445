package dev.zonegate.facts;

import dev.zonegate.model.SourceFile;
import java.util.function.Consumer;

/** Reads one kind of fact off a file. Stateless. */
@FunctionalInterface
interface Collector {
  void collect(SourceFile file, Consumer<Fact> facts);
}
