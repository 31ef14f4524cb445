package dev.zonegate.engine;

import dev.zonegate.frontend.SourceInput;
import dev.zonegate.frontend.SourceSet;
import dev.zonegate.frontend.javac.JavacFrontEnd;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.SourceText;
import dev.zonegate.rule.Finding;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Rule;
import dev.zonegate.rule.RuleInfo;
import dev.zonegate.rule.RulePattern;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A rule that flags calls of {@code now} and, if strict, of {@code today}; and files to try it on.
 */
final class Sample implements Rule {
  static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
  private static final RulePattern NOW = RulePattern.warning("now", "`%s` is now", "pass it");
  private static final RulePattern TODAY_CALL =
      RulePattern.note("today", "`%s` is today", "pass it");

  @Override
  public RuleInfo info() {
    return RuleInfo.named("AI11", "TimeZone")
        .summary("State it")
        .cwe(682)
        .patterns(NOW, TODAY_CALL);
  }

  @Override
  public void check(SourceFile file, Reporter report) {
    for (Expr.Call call : file.all(Expr.Call.class)) {
      if (call.name().equals("now")) {
        report.at(call, NOW, call.shortName());
      }
      if (call.name().equals("today") && report.isOn("strict")) {
        report.at(call, TODAY_CALL, call.shortName());
      }
    }
  }

  static SourceFile file(String content, SourceFile.Role role) {
    return file("src/acme/Orders.java", content, role);
  }

  static SourceFile file(String path, String content, SourceFile.Role role) {
    List<SourceFile> files = new ArrayList<>();
    SourceInput input = new SourceInput(path, SourceText.of(content), role);
    new JavacFrontEnd().read(new SourceSet(List.of(input), List.of(), 17, 17), files::add);
    return files.get(0);
  }

  static FileResult check(String content) {
    return check(content, Settings.DEFAULT);
  }

  static FileResult check(String content, Settings settings) {
    return new Analysis(List.of(new Sample()), settings).check(file(content, SourceFile.Role.MAIN));
  }

  static Settlement settle(FileResult result, LocalDate today) {
    return new Analysis(List.of(new Sample()), Settings.DEFAULT).settle(List.of(result), today);
  }

  /** {@code line rule.pattern} of what stands. */
  static List<String> standing(String content) {
    return settle(check(content), TODAY).findings().stream()
        .map(each -> each.at().startLine() + " " + each.key())
        .toList();
  }

  static List<String> fingerprints(String content) {
    return check(content).findings().stream().map(Finding::fingerprint).toList();
  }
}
