package dev.zonegate.report;

import java.io.IOException;
import java.io.Writer;

/** Writes a verdict in one format: the same bytes for the same verdict. */
@FunctionalInterface
interface ReportWriter {
  void write(ReportInput input, Writer out) throws IOException;
}
