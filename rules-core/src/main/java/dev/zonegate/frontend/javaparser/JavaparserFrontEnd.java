package dev.zonegate.frontend.javaparser;

import dev.zonegate.frontend.BigStack;
import dev.zonegate.frontend.FrontEnd;
import dev.zonegate.frontend.JavaScanner;
import dev.zonegate.frontend.SourceInput;
import dev.zonegate.frontend.SourceSet;
import dev.zonegate.frontend.Tokens;
import dev.zonegate.model.Notification;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Span;
import dev.zonegate.model.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Reads source without a compiler and without a class path. The class path of the source set is not
 * used: types are known by name only, methods not at all.
 */
public final class JavaparserFrontEnd implements FrontEnd {
  // deep operands recurse in the parser and in the lowering
  static final long STACK = 64L << 20;

  @Override
  public String name() {
    return "javaparser";
  }

  @Override
  public void read(SourceSet sources, Consumer<SourceFile> ready) {
    BigStack.run(
        STACK,
        () -> {
          Map<String, Set<String>> types =
              sources.inputs().stream()
                  .map(SourceInput::path)
                  .collect(
                      Collectors.groupingBy(
                          JavaparserFrontEnd::folder,
                          Collectors.mapping(JavaparserFrontEnd::stem, Collectors.toSet())));
          for (SourceInput each : sources.inputs()) {
            ParsedText text = ParsedText.of(each.text());
            ready.accept(
                read(
                    each,
                    text,
                    types.get(folder(each.path())),
                    () -> Parsing.of(each.path(), text, sources.languageLevel()),
                    sources.targetRelease()));
          }
        });
  }

  private static String folder(String path) {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  /** What a file's type is called, if it is named as the language wants public ones named. */
  private static String stem(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return name.endsWith(".java") ? name.substring(0, name.length() - ".java".length()) : name;
  }

  /**
   * Lowers what {@code parse} makes of a text.
   *
   * @param neighbours simple names of types in its folder
   */
  static SourceFile read(
      SourceInput input,
      ParsedText text,
      Set<String> neighbours,
      Supplier<Parsing> parse,
      int targetRelease) {
    List<Notification> notifications = new ArrayList<>();
    Tokens tokens = JavaScanner.scan(input.text());
    Unit unit = unit(input, text, tokens, neighbours, parse, notifications);
    SourceFile file =
        new SourceFile(
            input.path(),
            input.role(),
            targetRelease,
            input.text(),
            unit,
            tokens.comments(),
            notifications);
    return file.with(Tokens.class, tokens);
  }

  private static Unit unit(
      SourceInput input,
      ParsedText text,
      Tokens tokens,
      Set<String> neighbours,
      Supplier<Parsing> parse,
      List<Notification> notifications) {
    try {
      Parsing parsing = parse.get();
      notifications.addAll(parsing.notifications());
      return new FileLowering(
              input.path(), text, tokens, neighbours, parsing.localTypes(), notifications)
          .lower(parsing.unit());
    } catch (RuntimeException | VirtualMachineError | AssertionError e) {
      String message =
          "javaparser front-end: cannot read this file ("
              + e.getClass().getSimpleName()
              + "); it is not judged";
      notifications.add(new Notification(input.path(), Span.NONE, Notification.Kind.FILE, message));
      Span span = input.text().span(0, input.text().content().length());
      return new Unit(span, null, List.of(), List.of(), null);
    }
  }
}
