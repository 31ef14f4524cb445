package dev.zonegate.rules.scaletrap;

import dev.zonegate.match.Bindings;
import dev.zonegate.match.Following;
import dev.zonegate.match.Repetition;
import dev.zonegate.match.RetryLoop;
import dev.zonegate.match.SmallSources;
import dev.zonegate.match.Vocabulary;
import dev.zonegate.match.Words;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import java.util.Optional;
import java.util.Set;

/** Which code runs once for each of many elements, and not for pages, pieces or attempts. */
final class Loops {
  private static final Set<String> PAGING =
      Set.of(
          "page",
          "pageable",
          "offset",
          "cursor",
          "token",
          "chunk",
          "batch",
          "continuation",
          "attempt",
          "retry",
          "retries",
          "attempts");
  private static final Vocabulary FEW = Vocabulary.load("scale/few.words");
  private final SourceFile file;

  Loops(SourceFile file) {
    this.file = file;
  }

  /** Whether {@code use} runs once for each of many. */
  boolean isRepeated(Invocation use) {
    return around((Node) use).isPresent();
  }

  /** The repetition over many elements around {@code node}. */
  Optional<Repetition> around(Node node) {
    Optional<Repetition> each = Repetition.around(file, node);
    while (each.isPresent()) {
      if (isStoppedAfter(node, each.get().at()) || isPaging(each.get(), node)) {
        return Optional.empty();
      }
      if (!isKnownSource(each.get()) || isSmall(each.get())) {
        each = isPieces(each.get()) ? Optional.empty() : each.get().outer(file);
      } else {
        return each;
      }
    }
    return Optional.empty();
  }

  private boolean isSmall(Repetition each) {
    return SmallSources.of(file).isSmall(each)
        || each.element() != null
            && FEW.isNamed(each.element().name().replaceAll("(Dto|DTO|Model|Info)$", ""));
  }

  private static boolean isKnownSource(Repetition each) {
    return each.source() != null || each.at() instanceof Stmt.ForEach;
  }

  /** Whether it goes through pieces of many, so that what runs for each of them is a batch. */
  private static boolean isPieces(Repetition each) {
    return each.element() != null
        && each.element().symbol() != null
        && each.element().symbol().type().isA("java.util.Collection").isYes();
  }

  /** Whether the loop is left once {@code node} has run. */
  private boolean isStoppedAfter(Node node, Node loop) {
    Node child = node;
    for (Node up = file.parent(child); up != null && child != loop; up = file.parent(up)) {
      if (up instanceof Expr.Lambda) {
        return false;
      }
      if (child instanceof Stmt.Return || child instanceof Stmt.Throw) {
        return true;
      }
      if (up instanceof Stmt.Block block && leaves(block, child)) {
        return true;
      }
      child = up;
    }
    return false;
  }

  private static boolean leaves(Stmt.Block block, Node child) {
    boolean isPast = false;
    for (Stmt each : block.statements()) {
      isPast |= each == child;
      boolean isExit = each instanceof Stmt.Return || each instanceof Stmt.Throw;
      if (isPast && (isExit || each instanceof Stmt.Break)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the loop fetches one page after another, or tries the same again. */
  private boolean isPaging(Repetition each, Node node) {
    if (!Following.isLoop(each.at()) || each.at() instanceof Stmt.ForEach) {
      return false;
    }
    boolean isRetry = RetryLoop.in(file).stream().anyMatch(it -> it.loop() == each.at());
    return isRetry || node instanceof Invocation use && takesPage(use) || isAsked(each.at(), node);
  }

  private boolean takesPage(Invocation use) {
    return use.arguments().stream()
        .flatMap(each -> file.allIn(each, Expr.Name.class).stream())
        .flatMap(each -> Words.of(each.name()).stream())
        .anyMatch(PAGING::contains);
  }

  /** Whether what {@code node} gives decides if the loop goes on. */
  private boolean isAsked(Node loop, Node node) {
    Node up = file.parent(node);
    while (up instanceof Expr && !(up instanceof Expr.Assign)) {
      up = file.parent(up);
    }
    Expr assigned = up instanceof Expr.Assign assign ? assign.assigned() : null;
    return assigned != null
        && Bindings.of(file)
            .declaration(assigned)
            .filter(
                variable ->
                    Bindings.of(file).uses(variable).stream().anyMatch(it -> isTest(it, loop)))
            .isPresent();
  }

  private boolean isTest(Expr use, Node loop) {
    for (Node up = file.parent(use); up != null; up = file.parent(up)) {
      if (up == loop) {
        return false;
      }
      if (file.parent(up) == loop && up instanceof Expr) {
        return true;
      }
    }
    return false;
  }
}
