package dev.zonegate.pmd;

import java.util.ArrayList;
import java.util.List;
import net.sourceforge.pmd.lang.java.ast.ASTArgumentList;
import net.sourceforge.pmd.lang.java.ast.ASTExpression;
import net.sourceforge.pmd.lang.java.ast.ASTLambdaExpression;
import net.sourceforge.pmd.lang.java.ast.ASTMethodReference;
import net.sourceforge.pmd.lang.java.ast.InvocationNode;
import net.sourceforge.pmd.lang.java.symbols.JClassSymbol;
import net.sourceforge.pmd.lang.java.symbols.JConstructorSymbol;
import net.sourceforge.pmd.lang.java.symbols.JExecutableSymbol;
import net.sourceforge.pmd.lang.java.types.JTypeMirror;
import net.sourceforge.pmd.lang.java.types.Substitution;

/** Second thoughts about the overload that PMD selects for a call. */
final class Overloads {
  private final TypeMeaning types;

  Overloads(TypeMeaning types) {
    this.types = types;
  }

  /**
   * The overload that is called; null if PMD had to guess, because the type of an argument is
   * unknown and other overloads take something else there.
   */
  JExecutableSymbol settle(JExecutableSymbol selected, InvocationNode call) {
    ASTArgumentList arguments = call.getArguments();
    if (arguments == null || arguments.isEmpty()) {
      return selected;
    }
    for (int i = 0; i < arguments.size(); i++) {
      if (isUnknown(arguments.get(i)) && dependsOn(selected, i, arguments.size())) {
        return null;
      }
    }
    return mostSpecific(selected, arguments);
  }

  private boolean isUnknown(ASTExpression argument) {
    if (argument instanceof ASTLambdaExpression || argument instanceof ASTMethodReference) {
      return false;
    }
    return types.of(argument.getTypeMirror()).isUnknown()
        || argument.getTypeMirror().getSymbol() instanceof JClassSymbol symbol
            && symbol.isUnresolved();
  }

  private static boolean dependsOn(JExecutableSymbol selected, int argument, int arity) {
    JTypeMirror own = parameter(selected, argument);
    for (JExecutableSymbol other : siblings(selected)) {
      boolean takesAsMany =
          other.getArity() == arity || other.isVarargs() && arity >= other.getArity() - 1;
      if (takesAsMany && !own.equals(parameter(other, argument))) {
        return true;
      }
    }
    return false;
  }

  /** PMD 7.17 prefers {@code <T> f(T)} to {@code <T extends X> f(T)}, where both take an X. */
  private static JExecutableSymbol mostSpecific(
      JExecutableSymbol selected, ASTArgumentList arguments) {
    if (selected.isVarargs() || !selected.isGeneric()) {
      return selected;
    }
    JExecutableSymbol best = selected;
    for (JExecutableSymbol other : siblings(selected)) {
      if (!other.isVarargs()
          && other.getArity() == arguments.size()
          && isMoreSpecific(other, best, arguments)) {
        best = other;
      }
    }
    return best;
  }

  private static boolean isMoreSpecific(
      JExecutableSymbol other, JExecutableSymbol best, ASTArgumentList arguments) {
    boolean differs = false;
    for (int i = 0; i < arguments.size(); i++) {
      JTypeMirror wide = best.getFormalParameterTypes(Substitution.EMPTY).get(i);
      JTypeMirror narrow = other.getFormalParameterTypes(Substitution.EMPTY).get(i);
      if (wide.getErasure().equals(narrow.getErasure())) {
        continue;
      }
      boolean narrows =
          wide.isTypeVariable()
              && narrow.isTypeVariable()
              && narrow.getErasure().isSubtypeOf(wide.getErasure())
              && arguments.get(i).getTypeMirror().isSubtypeOf(narrow.getErasure());
      if (!narrows) {
        return false;
      }
      differs = true;
    }
    return differs;
  }

  private static JTypeMirror parameter(JExecutableSymbol method, int argument) {
    List<JTypeMirror> all = method.getFormalParameterTypes(Substitution.EMPTY);
    return all.get(Math.min(argument, all.size() - 1)).getErasure();
  }

  private static List<JExecutableSymbol> siblings(JExecutableSymbol method) {
    JClassSymbol owner = method.getEnclosingClass();
    List<? extends JExecutableSymbol> all =
        method instanceof JConstructorSymbol ? owner.getConstructors() : owner.getDeclaredMethods();
    List<JExecutableSymbol> siblings = new ArrayList<>();
    for (JExecutableSymbol each : all) {
      if (each != method && each.getArity() > 0 && each.nameEquals(method.getSimpleName())) {
        siblings.add(each);
      }
    }
    return siblings;
  }
}
