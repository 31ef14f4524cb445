package dev.zonegate.gate;

import dev.zonegate.increment.Ledger;
import dev.zonegate.increment.Survey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Looks at all that an analysis reads, but for what never changes. */
final class InputSurvey {
  private InputSurvey() {}

  /**
   * What there is.
   *
   * @param before what is known of it
   */
  static Ledger of(Inputs inputs, Ledger before) throws IOException {
    Survey survey = new Survey(before);
    for (SourceEntry each : inputs.listing().entries()) {
      survey.addSource(
          each.path(),
          each.file(),
          each.role().name(),
          !inputs.areClassesComplete(),
          new Reading(each, inputs));
    }
    int number = 0;
    for (Path each : inputs.classpath()) {
      if (Files.isDirectory(each)) {
        survey.addClasses(String.valueOf(number), each);
      }
      number++;
    }
    return survey.ledger();
  }

  /** Reads a file once, for whatever is asked of it. */
  private static final class Reading implements Survey.Reader {
    private final SourceEntry entry;
    private final Inputs inputs;
    private SourceBytes bytes;

    Reading(SourceEntry entry, Inputs inputs) {
      this.entry = entry;
      this.inputs = inputs;
    }

    @Override
    public String sha256() {
      return bytes().sha256();
    }

    @Override
    public String text() {
      return bytes().content();
    }

    private SourceBytes bytes() {
      if (bytes == null) {
        bytes = SourceBytes.read(entry, inputs.encodingOf(entry));
      }
      return bytes;
    }
  }
}
