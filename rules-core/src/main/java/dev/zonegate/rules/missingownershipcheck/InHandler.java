package dev.zonegate.rules.missingownershipcheck;

import dev.zonegate.model.Decl;
import dev.zonegate.model.SourceFile;
import dev.zonegate.rule.Evidence;

/**
 * The method that something stands in, which may be a handler.
 *
 * @param method its name
 * @param line of its name
 */
record InHandler(String method, int line) implements Evidence {
  static InHandler of(SourceFile file, Decl.Method method) {
    return new InHandler(method.name(), method.nameSpan().startLine());
  }
}
