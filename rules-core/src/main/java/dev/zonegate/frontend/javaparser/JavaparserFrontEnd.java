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
import java.util.function.Consumer;
import java.util.function.Supplier;

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
          for (SourceInput each : sources.inputs()) {
            ParsedText text = ParsedText.of(each.text());
            ready.accept(
                read(
                    each,
                    text,
                    () -> Parsing.of(each.path(), text, sources.languageLevel()),
                    sources.targetRelease()));
          }
        });
  }

  /** Lowers what {@code parse} makes of a text. */
  static SourceFile read(
      SourceInput input, ParsedText text, Supplier<Parsing> parse, int targetRelease) {
    List<Notification> notifications = new ArrayList<>();
    Tokens tokens = JavaScanner.scan(input.text());
    Unit unit = unit(input, text, tokens, parse, notifications);
    return new SourceFile(
        input.path(),
        input.role(),
        targetRelease,
        input.text(),
        unit,
        tokens.comments(),
        notifications);
  }

  private static Unit unit(
      SourceInput input,
      ParsedText text,
      Tokens tokens,
      Supplier<Parsing> parse,
      List<Notification> notifications) {
    try {
      Parsing parsing = parse.get();
      notifications.addAll(parsing.notifications());
      return new FileLowering(input.path(), text, tokens, parsing.localTypes(), notifications)
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
