package dev.zonegate.copies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.catalogue.Catalogue;
import dev.zonegate.engine.Analysis;
import dev.zonegate.engine.Settings;
import dev.zonegate.frontend.SourceInput;
import dev.zonegate.frontend.javaparser.JavaparserFrontEnd;
import dev.zonegate.gate.Inputs;
import dev.zonegate.gate.Judge;
import dev.zonegate.gate.Judged;
import dev.zonegate.gate.Policy;
import dev.zonegate.gate.Ratchet;
import dev.zonegate.gate.Results;
import dev.zonegate.gate.RuleNames;
import dev.zonegate.gate.SourceAnalysis;
import dev.zonegate.gate.SourceBytes;
import dev.zonegate.gate.SourceListing;
import dev.zonegate.gate.SourceRoot;
import dev.zonegate.gate.Verdict;
import dev.zonegate.model.SourceFile.Role;
import dev.zonegate.provenance.GitSandbox;
import dev.zonegate.provenance.Provenance;
import dev.zonegate.rule.Finding;
import dev.zonegate.rule.Rule;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CopiesTest {
  private static final String STRETCH =
      """
          List<Invoice> due = new ArrayList<>();
          for (Invoice invoice : invoices) {
            if (invoice.isOpen() && invoice.due().isBefore(today)) {
              long days = ChronoUnit.DAYS.between(invoice.due(), today);
              BigDecimal fee = invoice.amount().multiply(RATE).multiply(BigDecimal.valueOf(days));
              invoice.add(new Fee(fee.setScale(2, RoundingMode.HALF_EVEN), "late by " + days));
              due.add(invoice);
            }
          }
          if (due.isEmpty()) {
            log.info("nothing is due on {}", today);
          }
      """;

  /** Fields that are handed on one by one. */
  private static final String FIELDS = "    to.setNumber%1$d(from.getNumber%1$d());\n";

  @TempDir Path folder;
  private GitSandbox git;

  @BeforeEach
  void repository() {
    git = GitSandbox.in(folder);
    git.write("src/Reminders.java", type("Reminders", "remind", STRETCH, "    mail(due);\n"));
    git.commit("Start");
  }

  @AfterEach
  void close() {
    git.close();
  }

  @Test
  void tellsAStretchThatAChangeHasCopied() throws Exception {
    git.write(
        "src/Dunning.java",
        type("Dunning", "dun", "    check(invoices);\n" + STRETCH, "    print(due, today);\n"));
    assertThat(findings())
        .singleElement()
        .returns("ArchitectureDrift.clone", Finding::key)
        .returns("src/Dunning.java", Finding::path)
        .returns(
            "`Dunning.dun` has 12 lines of `Reminders.remind` once more; keep one of them",
            Finding::message)
        .satisfies(
            each -> {
              assertThat(each.at().toString()).isEqualTo("5:19-5:22");
              assertThat(each.related())
                  .singleElement()
                  .satisfies(
                      other -> {
                        assertThat(other.path()).isEqualTo("src/Reminders.java");
                        assertThat(other.at().startLine()).isEqualTo(4);
                        assertThat(other.message()).isEqualTo("the same code");
                      });
            });
  }

  @Test
  void showsTheNewOneWhicheverPathComesFirst() throws Exception {
    git.write("src/Aged.java", type("Aged", "list", "    check(today);\n" + STRETCH, ""));
    assertThat(findings()).extracting(Finding::path).containsExactly("src/Aged.java");
    git.commit("Copy");
    git.write("src/Reminders.java", type("Reminders", "remind", "    x();\n" + STRETCH, ""));
    assertThat(findings()).as("one line of an old copy").isEmpty();
  }

  @Test
  void letsTheFirstOfSeveralNewOnesStay() throws Exception {
    String code = STRETCH.replace("Fee(", "Charge(");
    git.write("src/B.java", type("B", "list", "    b();\n" + code, "    one(due);\n"));
    git.write("src/A.java", type("A", "list", "    a();\n" + code, "    two(due);\n"));
    git.write("src/C.java", type("C", "list", "    c();\n" + code, "    three(due);\n"));
    assertThat(findings())
        .extracting(each -> each.path() + " " + each.related().get(0).path())
        .containsExactly("src/B.java src/A.java", "src/C.java src/A.java");
  }

  @Test
  void knowsACopyAgainWhereverItStands() throws Exception {
    String copy = type("Dunning", "dun", "    check(invoices);\n" + STRETCH, "    print(due);\n");
    git.write("src/Dunning.java", copy);
    List<String> first = findings().stream().map(Finding::fingerprint).toList();
    git.write(
        "src/Dunning.java", "// new\n\n" + copy.replace("    print", "    hold();\n    print"));
    assertThat(findings()).extracting(Finding::fingerprint).isEqualTo(first).hasSize(1);
  }

  @Test
  void saysNothingWithoutAChange() throws Exception {
    git.write("src/Dunning.java", type("Dunning", "dun", "    a();\n" + STRETCH, ""));
    git.commit("Copy");
    assertThat(findings()).isEmpty();
    git.write("src/notes.properties", "a=b\n");
    assertThat(findings()).isEmpty();
  }

  @Test
  void leavesMethodsThatAreAlikeToTheRule() throws Exception {
    git.write("src/Dunning.java", type("Dunning", "dun", STRETCH, "    mail(due);\n"));
    assertThat(copies().files()).isEmpty();
    assertThat(judged())
        .extracting(each -> each.finding().message())
        .containsExactly(
            "`Reminders.remind` is `Dunning.dun` once more under other names; keep one of them");
  }

  @Test
  void isQuietAboutTestsAndGeneratedCode() throws Exception {
    String copy = type("Dunning", "dun", "    check(invoices);\n" + STRETCH, "    print(due);\n");
    git.write("src/test/java/Dunning.java", copy);
    git.write("target/generated-sources/x/Dunning.java", copy);
    git.write("src/Dunning.java", copy.replace("class", "@Generated(\"x\") class"));
    assertThat(findings()).isEmpty();
  }

  @Test
  void isQuietAboutCodeThatOnlyHoldsAndHandsOnValues() throws Exception {
    StringBuilder fields = new StringBuilder();
    StringBuilder cases = new StringBuilder("    switch (code) {\n");
    StringBuilder builder = new StringBuilder("    return new Builder()\n");
    StringBuilder declared = new StringBuilder();
    for (int i = 0; i < 30; i++) {
      fields.append(FIELDS.formatted(i));
      cases.append("      case %d: return \"N%d\";\n".formatted(i, i));
      builder.append("        .number%d(\"n\" + %d)\n".formatted(i, i));
      declared.append("  private final String number%d = \"%d\";\n".formatted(i, i));
      declared.append("  String number%d() { return number%d; }\n".formatted(i, i));
    }
    String equality = "  public boolean equals(Object o) {\n" + STRETCH + "    return true;\n  }\n";
    for (String each : List.of("Orders", "Parcels")) {
      git.write(
          "src/Map" + each + ".java", type("Map" + each, "map" + each, fields.toString(), ""));
      git.write(
          "src/Code" + each + ".java", type("Code" + each, "c" + each, cases + "    }\n", ""));
      git.write("src/Make" + each + ".java", type("Make" + each, "m" + each, builder + ";\n", ""));
      git.write("src/Dto" + each + ".java", "class Dto" + each + " {\n" + declared + "}\n");
      git.write(
          "src/Same" + each + ".java",
          "class Same" + each + " {\n  int " + each + ";\n" + equality + "}\n");
    }
    assertThat(CpdSearch.of(List.of(input("src/DtoOrders.java"), input("src/DtoParcels.java"))))
        .as("what CPD itself flags")
        .satisfies(each -> assertThat(each.matches()).hasSize(1));
    assertThat(findings()).isEmpty();
  }

  @Test
  void isQuietAboutVersionsAndOverloads() throws Exception {
    String own = STRETCH.replace("Fee(", "Charge(");
    git.write("src/v1/Bills.java", type("Bills", "bill", "    one();\n" + own, ""));
    git.write("src/v2/Bills.java", type("Bills", "bill", "    two();\n" + own, ""));
    String other = STRETCH.replace("Fee(", "Due(");
    git.write(
        "src/Sums.java",
        "class Sums {\n  void sum(int[] a) {\n    i(a);\n"
            + other
            + "  }\n\n  void sum(long[] a) {\n    l(a);\n"
            + other
            + "  }\n}\n");
    git.write("src/IntSums.java", type("IntSums", "sum", "    i();\n" + STRETCH, ""));
    git.commit("Code for int");
    git.write("src/LongSums.java", type("LongSums", "sum", "    l();\n" + STRETCH, ""));
    git.write("src/Reminders.java", "class Reminders {}\n");
    assertThat(findings()).isEmpty();
  }

  @Test
  void goesOnWithoutAFileThatHasNoTokens() throws Exception {
    git.write("src/Broken.java", "class Broken { String a = \"not closed;\n # \\ \u0000\n}\n");
    git.write("src/Bad.java", "class Bad {\n  char c = 'no\n  String s = \"open\n}\n");
    git.write("src/Dunning.java", type("Dunning", "dun", "    a();\n" + STRETCH, "    b(due);\n"));
    Results copies = copies();
    assertThat(copies.files()).hasSize(1);
    assertThat(copies.notifications())
        .extracting(each -> each.path() + " " + each.message())
        .containsExactly(
            "src/Bad.java cannot be split into tokens; copied stretches are not looked for in it");
  }

  @Test
  void isSubjectToSuppressionsAndSettings() throws Exception {
    String copy = type("Dunning", "dun", "    a();\n" + STRETCH, "    print(due);\n");
    git.write("src/Dunning.java", copy);
    assertThat(judged()).singleElement().returns(false, Judged::isSuppressed);
    for (String each :
        List.of(
            copy.replace(
                "{ void", "{\n  @SuppressWarnings(\"ArchitectureDrift.clone\") // moves\n  void"),
            copy.replace(
                "    List<", "    // zonegate: allow ArchitectureDrift.clone, moves\n    List<"))) {
      git.write("src/Dunning.java", each);
      assertThat(judged()).as(each).singleElement().returns(true, Judged::isSuppressed);
    }
    assertThat(
            Copies.in(
                    inputs(new Settings(Set.of("ArchitectureDrift.clone"), Set.of())),
                    results(),
                    git.open("HEAD"),
                    names())
                .files())
        .isEmpty();
  }

  @Test
  void countsTheFilesThatAreTooMuchForOneSearch() throws Exception {
    git.write("src/Dunning.java", type("Dunning", "dun", STRETCH, "    print(due);\n"));
    List<SourceInput> sources = List.of(input("src/Dunning.java"), input("src/Reminders.java"));
    try (Provenance change = git.open("HEAD")) {
      ChangedLines lines = new ChangedLines(change);
      assertThat(SharedLines.with(sources, lines, SharedLines.MOST_CHARACTERS).leftOut()).isZero();
      SharedLines few = SharedLines.with(sources, lines, 1000);
      assertThat(few.leftOut()).isEqualTo(1);
      assertThat(few.sources()).extracting(SourceInput::path).containsExactly("src/Dunning.java");
    }
  }

  private static String type(String name, String method, String code, String end) {
    return "import java.util.*;\n\nclass "
        + name
        + " { void "
        + method
        + "(List<Invoice> invoices, LocalDate today) {\n"
        + code
        + end
        + "  }\n}\n";
  }

  private SourceInput input(String path) throws Exception {
    return inputs(Settings.DEFAULT).listing().entries().stream()
        .filter(each -> each.path().equals(path))
        .map(each -> SourceBytes.read(each, StandardCharsets.UTF_8).input())
        .findFirst()
        .orElseThrow();
  }

  private Inputs inputs(Settings settings) {
    SourceRoot root = new SourceRoot(folder, Role.MAIN, SourceRoot.Holds.BOTH);
    SourceListing listing = SourceListing.of(List.of(root), folder, SourceListing.Filter.ALL);
    return new Inputs(listing, StandardCharsets.UTF_8, List.of(), false, 17, 17, settings);
  }

  private static RuleNames names() {
    return new RuleNames(Catalogue.rules().stream().map(Rule::info).toList());
  }

  private Results results() {
    return SourceAnalysis.of(
        inputs(Settings.DEFAULT), List.of(new JavaparserFrontEnd()), analysis(), "");
  }

  private static Analysis analysis() {
    return new Analysis(Catalogue.rules(), Settings.DEFAULT);
  }

  private Results copies() throws Exception {
    try (Provenance change = git.open("HEAD")) {
      return Copies.in(inputs(Settings.DEFAULT), results(), change, names());
    }
  }

  private List<Finding> findings() throws Exception {
    return copies().files().stream().flatMap(each -> each.result().findings().stream()).toList();
  }

  /** The copies in a verdict about changed lines. */
  private List<Judged> judged() throws Exception {
    Results all = results().adding(copies());
    Verdict verdict =
        Judge.judge(
            Policy.DEFAULT, "", all, all.settle(analysis(), true, LocalDate.of(2026, 11, 21)));
    try (Provenance change = git.open("HEAD")) {
      return new Ratchet(change)
          .applied(verdict).judged().stream()
              .filter(each -> each.finding().key().equals("ArchitectureDrift.clone"))
              .toList();
    }
  }
}
