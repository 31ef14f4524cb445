package dev.zonegate.copies;

import dev.zonegate.frontend.SourceInput;
import dev.zonegate.frontend.SourceSet;
import dev.zonegate.frontend.javaparser.JavaparserFrontEnd;
import dev.zonegate.gate.FileRecord;
import dev.zonegate.gate.Inputs;
import dev.zonegate.gate.Results;
import dev.zonegate.gate.RuleNames;
import dev.zonegate.gate.SourceBytes;
import dev.zonegate.model.Notification;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.SourceFile.Role;
import dev.zonegate.model.Span;
import dev.zonegate.provenance.Provenance;
import dev.zonegate.provenance.ProvenanceException;
import dev.zonegate.rule.Finding;
import dev.zonegate.rule.RuleInfo;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks in the main code of a module for what a change has copied. */
public final class Copies {
  /** What tells files apart of which Java or the project needs one each. */
  private static final Pattern VARIANT =
      Pattern.compile(
          "(?<=/)v\\d+(?=/)|Boolean|Byte|Short|Int(?:eger)?|Long|Float|Double|Char(?:acter)?"
              + "|Big(?:Integer|Decimal)");

  private final Inputs inputs;
  private final Map<String, FileRecord> records;
  private final ChangedLines change;
  private final CopyFinding form;
  private final Map<String, SourceInput> sources = new TreeMap<>();
  private final Map<String, Optional<SourceFile>> files = new HashMap<>();
  private final Map<String, List<Finding>> found = new TreeMap<>();
  private final List<Stretch> told = new ArrayList<>();
  private final List<Notification> notifications = new ArrayList<>();

  private Copies(Inputs inputs, Results own, Provenance change, RuleInfo rule) {
    this.inputs = inputs;
    this.records =
        own.files().stream().collect(Collectors.toMap(FileRecord::path, each -> each, (a, b) -> a));
    this.change = new ChangedLines(change);
    this.form = new CopyFinding(rule);
  }

  /**
   * The copies in a module, as results that know nothing else of its files; empty if the change is
   * none of its Java files, or if the policy does not ask.
   *
   * @param own what we found in these files
   * @param change whose lines count
   */
  public static Results in(Inputs inputs, Results own, Provenance change, RuleNames rules)
      throws ProvenanceException {
    RuleInfo rule = rules.rule(CopyFinding.KEY).orElseThrow();
    Copies copies = new Copies(inputs, own, change, rule);
    if (!inputs.settings().isDisabled(rule, CopyFinding.PATTERN)) {
      copies.search();
    }
    return copies.results();
  }

  private Results results() {
    List<FileRecord> holding = new ArrayList<>();
    found.forEach((path, findings) -> holding.add(records.get(path).holding(findings)));
    notifications.sort(null);
    return new Results("", holding, notifications);
  }

  private void search() throws ProvenanceException {
    List<String> paths = paths();
    boolean isAnyChanged = false;
    for (String each : paths) {
      isAnyChanged |= change.isChanged(each);
    }
    if (!isAnyChanged) {
      return;
    }
    Set<String> wanted = Set.copyOf(paths);
    inputs.listing().entries().stream()
        .filter(each -> wanted.contains(each.path()))
        .map(each -> SourceBytes.read(each, inputs.encoding()))
        .filter(each -> each.content() != null)
        .forEach(each -> sources.put(each.entry().path(), each.input()));
    try {
      SharedLines shared = SharedLines.with(sources.values(), change, SharedLines.MOST_CHARACTERS);
      if (shared.leftOut() > 0) {
        note(
            paths.get(0),
            shared.leftOut()
                + " more files share lines with the change than are searched at once; copied"
                + " stretches are not looked for in them");
      }
      CpdSearch search = CpdSearch.of(shared.sources());
      search.unread().forEach(each -> say(each, "cannot be split into tokens"));
      for (List<Stretch> each : search.matches()) {
        add(each);
      }
    } catch (IOException | RuntimeException | StackOverflowError e) {
      String failure = e.getClass().getSimpleName();
      say(paths.get(0), "and the files beside it made CPD fail with " + failure);
    }
  }

  private void say(String path, String what) {
    note(path, what + "; copied stretches are not looked for in it");
  }

  private void note(String path, String message) {
    notifications.add(new Notification(path, Span.NONE, Notification.Kind.PROJECT, message));
  }

  /** Those of main code that people keep. */
  private List<String> paths() {
    return inputs.listing().entries().stream()
        .filter(each -> each.role() == Role.MAIN && each.path().endsWith(".java"))
        .map(each -> records.get(each.path()))
        .filter(each -> each != null && each.marks().claims().isEmpty())
        .map(FileRecord::path)
        .toList();
  }

  private void add(List<Stretch> match) throws ProvenanceException {
    List<Stretch> old = new ArrayList<>();
    List<Stretch> fresh = new ArrayList<>();
    for (Stretch each : match) {
      (isFresh(each) ? fresh : old).add(each);
    }
    for (Stretch each : fresh) {
      // of several new ones the first stays
      Optional<Stretch> original = Stream.concat(old.stream(), fresh.stream()).findFirst();
      if (!original.orElseThrow().equals(each)) {
        add(each, original.get());
      }
    }
  }

  private boolean isFresh(Stretch stretch) throws ProvenanceException {
    if (!change.isChanged(stretch.path())) {
      return false;
    }
    Optional<CopiedCode> code = code(stretch);
    return code.isPresent() && change.isMostly(stretch.path(), code.get().span());
  }

  private void add(Stretch stretch, Stretch other) throws ProvenanceException {
    Optional<CopiedCode> copy = code(stretch);
    Optional<CopiedCode> original = code(other);
    if (copy.isPresent()
        && original.isPresent()
        && !stretch.overlaps(other)
        && told.stream().noneMatch(stretch::overlaps)
        && !isMeant(copy.get(), original.get())
        && !isToldOfMethods(copy.get(), original.get())) {
      told.add(stretch);
      found
          .computeIfAbsent(stretch.path(), path -> new ArrayList<>())
          .add(form.of(copy.get(), change.first(copy.get()), original.get()));
    }
  }

  private Optional<CopiedCode> code(Stretch stretch) {
    return file(stretch.path()).flatMap(each -> CopiedCode.of(each, stretch.span()));
  }

  /** A file as its text says, read when a stretch of it is asked for. */
  private Optional<SourceFile> file(String path) {
    return files.computeIfAbsent(
        path,
        key -> {
          List<SourceFile> read = new ArrayList<>();
          List<SourceInput> input = List.of(sources.get(key));
          new JavaparserFrontEnd()
              .read(new SourceSet(input, List.of(), inputs.languageLevel(), 0), read::add);
          return read.stream().findFirst();
        });
  }

  /** Whether there must be two of it: versions of an API, code for each primitive type. */
  private static boolean isMeant(CopiedCode copy, CopiedCode original) {
    String one = copy.file().path();
    String other = original.file().path();
    return copy.isOverloadOf(original) || !one.equals(other) && family(one).equals(family(other));
  }

  private static String family(String path) {
    return VARIANT.matcher(path).replaceAll("#");
  }

  /** Whether the rule tells it anyway, of methods with new names that are alike. */
  private boolean isToldOfMethods(CopiedCode copy, CopiedCode original) throws ProvenanceException {
    return copy.isInMethodLike(original) && (isNamed(copy) || isNamed(original));
  }

  private boolean isNamed(CopiedCode code) throws ProvenanceException {
    return change.isChanged(code.file().path(), code.method().nameSpan().startLine());
  }
}
