package dev.zonegate.rules.placeholdercode;

import dev.zonegate.match.Identifiers;
import dev.zonegate.model.Comment;
import dev.zonegate.model.Decl;
import dev.zonegate.model.SourceFile;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Severity;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Imports of names that the file does not mention. */
final class UnusedImports {
  private UnusedImports() {}

  static void find(SourceFile file, Reporter report) {
    List<Decl.Import> imports = file.unit().imports();
    if (imports.isEmpty() || file.unit().types().isEmpty()) {
      return;
    }
    Set<String> mentioned = mentioned(file, imports);
    for (Decl.Import each : imports) {
      if (!each.isOnDemand() && !each.isModule() && !mentioned.contains(each.simpleName())) {
        report
            .at(
                each,
                PlaceholderCodeRule.DEAD_CODE,
                "The import of `" + each.simpleName() + "` is not used")
            .severity(Severity.NOTE);
      }
    }
  }

  /** Every name after the imports; those in Javadoc count too, those in other comments do not. */
  private static Set<String> mentioned(SourceFile file, List<Decl.Import> imports) {
    BitSet firstLetters = new BitSet();
    for (Decl.Import each : imports) {
      if (!each.simpleName().isEmpty()) {
        firstLetters.set(each.simpleName().charAt(0));
      }
    }
    Identifiers.Wanted wanted = (first, any) -> firstLetters.get(first);
    Decl.Import last = imports.get(imports.size() - 1);
    String text = file.text().content();
    int start = file.text().offset(last.span().endLine(), last.span().endColumn());
    Set<String> mentioned = new HashSet<>();
    for (Comment each : file.comments()) {
      int from = file.text().offset(each.span().startLine(), each.span().startColumn());
      if (each.kind() != Comment.Kind.JAVADOC && from >= start) {
        Identifiers.add(text, start, from, wanted, mentioned);
        start = from + each.text().length();
      }
    }
    Identifiers.add(text, start, text.length(), wanted, mentioned);
    return mentioned;
  }
}
