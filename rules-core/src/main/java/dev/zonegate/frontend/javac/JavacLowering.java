package dev.zonegate.frontend.javac;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.Trees;
import dev.zonegate.frontend.JavaScanner;
import dev.zonegate.frontend.SourceInput;
import dev.zonegate.frontend.Tokens;
import dev.zonegate.model.Notification;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Unit;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.util.Types;

/**
 * Lowers attributed compilation units of one javac run. Types, methods and variables that its units
 * share are one object each. Not thread-safe.
 */
public final class JavacLowering {
  private final Trees trees;
  private final Symbols symbols;

  /** A lowering for the run that {@code trees} and {@code types} belong to. */
  public JavacLowering(Trees trees, Types types) {
    this.trees = trees;
    this.symbols = new Symbols(trees, types);
  }

  /**
   * Lowers one unit.
   *
   * @param input the file that {@code tree} was parsed from; its text must be what javac read
   * @param targetRelease as in {@link SourceFile}
   * @param notifications what is already known to be missing
   */
  public SourceFile lower(
      CompilationUnitTree tree,
      SourceInput input,
      int targetRelease,
      List<Notification> notifications) {
    Tokens tokens = JavaScanner.scan(input.text());
    UnitScope scope = new UnitScope(input.path(), tree, tokens, trees, symbols);
    Unit unit = new UnitLowering(scope).units.lower();
    List<Notification> all = new ArrayList<>(notifications);
    all.addAll(scope.notifications());
    SourceFile file =
        new SourceFile(
            input.path(), input.role(), targetRelease, input.text(), unit, tokens.comments(), all);
    return file.with(Tokens.class, tokens);
  }
}
