package dev.zonegate.fork;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.engine.Settings;
import dev.zonegate.engine.Settlement;
import dev.zonegate.gate.AnalysisExecutor;
import dev.zonegate.gate.AnalysisRequest;
import dev.zonegate.gate.CachedAnalysis;
import dev.zonegate.gate.Inputs;
import dev.zonegate.gate.Results;
import dev.zonegate.gate.ResultsFile;
import dev.zonegate.gate.SettlingRequest;
import dev.zonegate.gate.SourceListing;
import dev.zonegate.gate.SourceListing.Filter;
import dev.zonegate.gate.SourceRoot;
import dev.zonegate.model.SourceFile.Role;
import dev.zonegate.rule.Conventions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ForkedExecutorTest {
  private static final String CODE =
      "package a;\nclass %s {\n  Object due() { return java.time.LocalDate.now(); }\n}\n";

  /** Names of libraries that are not there, and of what the JDK keeps to itself. */
  private static final String HALF_KNOWN =
      """
      package a;
      import com.acme.*;
      import com.acme.ledger.Ledger;
      import sun.security.x509.X500Name;
      class HalfKnown extends Ledger<X500Name> {
        @Autowired com.acme.Clock clock;
        Object text(String name) {
          try {
            return jdk.internal.misc.Unsafe.getUnsafe() == clock ? read(name) : Rates.of(name).first();
          } catch (java.io.IOException e) {
            return null;
          }
        }
      }
      """;

  private static final FileTime NEVER = FileTime.from(Instant.MAX);

  @TempDir Path root;

  private final Map<String, Object> buildData = new HashMap<>();
  private final List<String> complaints = new ArrayList<>();

  @AfterEach
  void end() throws InterruptedException {
    Process worker = worker();
    if (worker != null) {
      worker.destroyForcibly().waitFor();
    }
  }

  @Test
  void findsWhatMavensOwnVirtualMachineFinds() throws IOException {
    AnalysisRequest request = request();
    ResultsFile.Kept own = AnalysisExecutor.HERE.execute(request, root.resolve("own.bin"));
    assertThat(execute(request).results()).isEqualTo(own.results());
    assertThat(root.resolve("found.bin")).hasSameBinaryContentAs(root.resolve("own.bin"));
    assertThat(complaints).isEmpty();
    assertThat(own.results().files()).hasSize(3);
    assertThat(own.results().files())
        .allSatisfy(each -> assertThat(each.result().findings()).isNotEmpty());
  }

  @Test
  void settlesWhatItFoundAndWhatOthersFound() throws IOException {
    AnalysisRequest request = request();
    Results found = execute(request).results();
    Results others = new Results("", found.files().subList(0, 1), List.of());
    ForkedExecutor forked = new ForkedExecutor(buildData, root.resolve("out"), complaints::add);
    Settings settings = request.inputs().settings();
    for (Results each : List.of(found, others)) {
      SettlingRequest asked = new SettlingRequest(each, settings, true, LocalDate.EPOCH);
      Settlement own = AnalysisExecutor.HERE.settle(asked);
      assertThat(own.findings()).isNotEmpty();
      assertThat(forked.settle(asked)).isEqualTo(own);
    }
    assertThat(complaints).isEmpty();
  }

  @Test
  void settlesWhatLiesInAFileIfItIsStillThat() throws IOException {
    AnalysisRequest request = request();
    Path file = root.resolve("kept.bin");
    Results found = execute(request).results();
    ResultsFile.Stored stored = new ResultsFile.Stored(file, ResultsFile.write(found, file));
    Settings settings = request.inputs().settings();
    SettlingRequest asked =
        new SettlingRequest(found, Optional.of(stored), settings, true, LocalDate.EPOCH);
    Settlement own = AnalysisExecutor.HERE.settle(asked);
    ForkedExecutor forked = new ForkedExecutor(buildData, root.resolve("out"), complaints::add);
    assertThat(own.findings()).isNotEmpty();
    assertThat(forked.settle(asked)).isEqualTo(own);
    assertThat(complaints).isEmpty();

    ResultsFile.write(new Results("of another build", List.of(), List.of()), file);
    assertThat(forked.settle(asked)).isEqualTo(own);
    assertThat(complaints).singleElement().asString().endsWith("is of another build by now");
  }

  @Test
  void bringsUpToDateAsMavensOwnVirtualMachineDoesAndSettlesThat() throws IOException {
    Inputs inputs = request().inputs();
    Path own = Files.createDirectories(root.resolve("own")).resolve(ResultsFile.NAME);
    Path file = Files.createDirectories(root.resolve("forked")).resolve(ResultsFile.NAME);
    ForkedExecutor forked = new ForkedExecutor(buildData, root.resolve("out"), complaints::add);
    for (int judged : List.of(3, 1, 0)) {
      CachedAnalysis expected = AnalysisExecutor.HERE.update(inputs, own, NEVER);
      CachedAnalysis found = forked.update(inputs, file, NEVER);
      assertThat(found.judged()).isEqualTo(expected.judged()).isEqualTo(judged);
      assertThat(found.results()).isEqualTo(expected.results());
      assertThat(file).hasSameBinaryContentAs(own);
      SettlingRequest asked =
          new SettlingRequest(
              found.results(),
              Optional.of(found.stored()),
              inputs.settings(),
              true,
              LocalDate.EPOCH);
      assertThat(forked.settle(asked)).isEqualTo(AnalysisExecutor.HERE.settle(asked));
      if (judged > 1) {
        write("src/a/Grüße.java", CODE.formatted("Gr\u00fc\u00dfe") + "// more\n");
      }
    }
    assertThat(complaints).isEmpty();
  }

  @Test
  void startsNoWorkerToSeeThatNothingChanged() throws IOException {
    Path file = Files.createDirectories(root.resolve("forked")).resolve(ResultsFile.NAME);
    ForkedExecutor forked = new ForkedExecutor(buildData, root.resolve("out"), complaints::add);
    CachedAnalysis first = forked.update(request().inputs(), file, NEVER);
    forked.end();
    CachedAnalysis again = forked.update(request().inputs(), file, NEVER);
    assertThat(worker()).isNull();
    assertThat(again.isNew()).isFalse();
    assertThat(again.results()).isEqualTo(first.results());
    assertThat(again.stored()).isEqualTo(first.stored());

    Inputs changed = request().inputs();
    write("src/a/Invoice.java", CODE.formatted("Invoice") + "// more\n");
    assertThat(forked.update(changed, file, NEVER).judged()).isEqualTo(1);
    assertThat(worker().isAlive()).isTrue();
    assertThat(complaints).isEmpty();
  }

  @Test
  void whatIsDamagedIsMadeAgainAndTold() throws IOException {
    Path file = Files.createDirectories(root.resolve("forked")).resolve(ResultsFile.NAME);
    ForkedExecutor forked = new ForkedExecutor(buildData, root.resolve("out"), complaints::add);
    Results whole = forked.update(request().inputs(), file, NEVER).results();
    Files.write(file, new byte[50]);
    CachedAnalysis again = forked.update(request().inputs(), file, NEVER);
    assertThat(again.damage()).isNotEmpty();
    assertThat(again.results()).isEqualTo(whole);
    assertThat(complaints).isEmpty();
  }

  @Test
  void keepsOneWorkerForABuild() throws IOException {
    execute(request());
    long first = worker().pid();
    execute(request());
    assertThat(worker().pid()).isEqualTo(first);
    try (var left = Files.list(root.resolve("out"))) {
      assertThat(left.map(each -> each.getFileName().toString()))
          .containsExactlyInAnyOrder("worker.args", "worker.log");
    }
  }

  @Test
  void theWorkerThatWasPreparedServes() throws IOException {
    new ForkedExecutor(buildData, root.resolve("out"), complaints::add).prepare();
    long prepared = worker().pid();
    AnalysisRequest request = request();
    Results found = execute(request).results();
    assertThat(worker().pid()).isEqualTo(prepared);
    assertThat(found)
        .isEqualTo(AnalysisExecutor.HERE.execute(request, root.resolve("own.bin")).results());
    assertThat(complaints).isEmpty();
  }

  @Test
  void whatCannotBePreparedIsToldAndCostsNoResult() throws IOException {
    Path file = Files.writeString(root.resolve("file"), "");
    ForkedExecutor executor = new ForkedExecutor(buildData, file, complaints::add);
    executor.prepare();
    assertThat(worker()).isNull();
    assertThat(executor.execute(request(), root.resolve("found.bin")).results().files())
        .isNotEmpty();
    assertThat(complaints).hasSize(2);
    assertThat(complaints.get(0)).contains("cannot be started ahead");
    assertThat(complaints.get(1)).contains("there is no worker");
  }

  @Test
  void analysesWithoutAWorkerThatDied() throws IOException, InterruptedException {
    execute(request());
    worker().destroyForcibly().waitFor();
    assertThat(execute(request()).results().files()).hasSize(3);
    assertThat(complaints).as("there is a new one").isEmpty();
    Files.writeString(root.resolve("blocked"), "no folder");
    ResultsFile.Kept found =
        new ForkedExecutor(buildData, root.resolve("blocked"), complaints::add)
            .execute(request(), root.resolve("found.bin"));
    assertThat(found.results().files()).hasSize(3);
    assertThat(complaints).singleElement().asString().startsWith("there is no worker");
  }

  @Test
  void endsWithTheBuild() throws IOException, InterruptedException {
    execute(request());
    worker().getOutputStream().close();
    assertThat(worker().waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(worker().exitValue()).isZero();
  }

  @Test
  void endsWhereNothingMoreIsAsked() throws IOException, InterruptedException {
    ForkedExecutor executor = new ForkedExecutor(buildData, root.resolve("out"), complaints::add);
    executor.end();
    execute(request());
    Process first = worker();
    executor.end();
    assertThat(first.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(first.exitValue()).isZero();
    assertThat(worker()).isNull();
    execute(request());
    assertThat(worker().isAlive()).as("a new one for whoever asks after all").isTrue();
    assertThat(complaints).isEmpty();
  }

  private Process worker() {
    return buildData.values().stream()
        .map(each -> (Process) ((Map.Entry<?, ?>) each).getKey())
        .findFirst()
        .orElse(null);
  }

  private ResultsFile.Kept execute(AnalysisRequest request) throws IOException {
    return new ForkedExecutor(buildData, root.resolve("out"), complaints::add)
        .execute(request, root.resolve("found.bin"));
  }

  private AnalysisRequest request() throws IOException {
    write("src/a/Invoice.java", CODE.formatted("Invoice"));
    write("src/a/HalfKnown.java", HALF_KNOWN);
    write("src/a/Grüße.java", CODE.formatted("Gr\u00fc\u00dfe"));
    SourceListing listing =
        SourceListing.of(List.of(new SourceRoot(root.resolve("src"), Role.MAIN)), root, Filter.ALL);
    Conventions conventions =
        new Conventions(
            Map.of("java.util.Date", "use java.time"), Set.of("a:b"), Map.of("a..", Set.of("b..")));
    Settings settings = new Settings(Set.of("AI17"), Set.of("RawSql.strict"), true, conventions);
    Inputs inputs = new Inputs(listing, StandardCharsets.UTF_8, List.of(), false, 17, 17, settings);
    return new AnalysisRequest(inputs, List.of(), "key");
  }

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
