package dev.zonegate.match;

import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.TypeNode;
import dev.zonegate.model.TypeRef;
import dev.zonegate.model.TypeShape;
import dev.zonegate.model.Variable;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether what a repetition goes through stays small whatever the data: elements written out,
 * constants of an enum, counts of a few; or comes in pieces, such as chunks of a list.
 */
public final class SmallSources {
  private static final Pattern REFLECTION =
      Pattern.compile("getDeclared\\w+|getCookies|getParameterNames|getHeaderNames");
  private static final ApiSet PAGE_SIZES = ApiSet.load("scale/page-sizes.api");
  private static final long FEW = 50;

  /** Rows of a page whose every row may be asked about: fewer than a screen shows. */
  private static final long SHORT_PAGE = 20;

  private static final int DEEPEST = 5;
  private static final Set<String> PIECES =
      Set.of("chunk", "chunks", "partition", "partitions", "batch", "batches", "slice", "slices");
  private final SourceFile file;

  private SmallSources(SourceFile file) {
    this.file = file;
  }

  /** The small sources of a file. */
  public static SmallSources of(SourceFile file) {
    return file.derived(SmallSources.class, SmallSources::new);
  }

  /** Whether {@code each} goes through few elements, or through pieces of many. */
  public boolean isSmall(Repetition each) {
    return each.chain() != null && (isLimited(each.chain()) || isSmall(each.chain(), DEEPEST))
        || each.source() != null && isSmall(each.source(), DEEPEST)
        || each.element() != null && isSmallElement(each.element());
  }

  /** Whether a collection or number is small. */
  public boolean isSmall(Expr source) {
    return isSmall(source, DEEPEST);
  }

  private boolean isSmallElement(Variable element) {
    TypeNode type = element.type();
    TypeRef ref =
        element.symbol() != null
            ? element.symbol().type()
            : type == null ? TypeRef.UNKNOWN : type.ref();
    return isFew(ref)
        || isPiece(ref)
        || Words.of(element.name()).stream().anyMatch(PIECES::contains);
  }

  /** Whether there are only as many values of a type as its declaration names. */
  public static boolean isFew(TypeRef type) {
    return type.shape().kind() == TypeShape.Kind.ENUM
        || type.isAnyOf("java.lang.Boolean", "java.lang.Class", "java.lang.reflect.Member").isYes()
            && !type.isNamed("java.lang.Object");
  }

  private static boolean isPiece(TypeRef element) {
    return element.isA("java.util.Collection").isYes();
  }

  private boolean isSmall(Expr source, int depth) {
    if (depth == 0) {
      return false;
    }
    if (Constants.of(file).value(source).filter(it -> isFew(it)).isPresent()) {
      return true;
    }
    if (!Elements.listed(source, Bindings.of(file)).isEmpty()) {
      return true;
    }
    if (source instanceof Expr.Call call) {
      return isSmallCall(call, depth);
    }
    if (source instanceof Expr.New made) {
      return made.arguments().size() == 1 && isSmall(made.arguments().get(0), depth - 1);
    }
    Variable variable = Bindings.of(file).declaration(source).orElse(null);
    return variable != null && isSmallVariable(variable, depth);
  }

  private static boolean isFew(Object bound) {
    return bound instanceof Number number && number.longValue() <= FEW;
  }

  private boolean isSmallCall(Expr.Call call, int depth) {
    boolean isValues =
        call.name().equals("values")
            && call.arguments().isEmpty()
            && call.target() instanceof Expr.TypeName;
    boolean isOfEnum = call.receiverType().isA("java.util.EnumSet").isYes();
    boolean isPiece = Words.of(call.name()).stream().anyMatch(PIECES::contains);
    boolean isRange =
        call.name().startsWith("range")
            && call.arguments().size() == 2
            && isSmall(call.arguments().get(1), depth - 1);
    boolean isReflection = REFLECTION.matcher(call.name()).matches();
    boolean isView = call.target() != null && Repetition.root(call) != call;
    return isValues
        || isShortPage(call)
        || isMadeBy(call, depth)
        || isOfEnum
        || isPiece
        || call.name().equals("subList")
        || isRange
        || isReflection
        || isView && isSmall(Repetition.root(call), depth - 1);
  }

  /** {@code orders.findAll(PageRequest.of(0, 10))}, {@code query.setMaxResults(10).list()}. */
  private boolean isShortPage(Expr.Call call) {
    return Stream.concat(Stream.of(call.target()), call.arguments().stream())
        .anyMatch(each -> each instanceof Expr.Call page && isShort(page));
  }

  private boolean isShort(Expr.Call page) {
    return PAGE_SIZES
        .find(page)
        .flatMap(api -> page.argument(api.number("arg", 0)))
        .flatMap(size -> Constants.of(file).value(size))
        .filter(size -> size instanceof Number number && number.longValue() <= SHORT_PAGE)
        .isPresent();
  }

  /** What a method of this file gives, or the work that a template runs. */
  private boolean isMadeBy(Expr.Call call, int depth) {
    Decl.Method own = Methods.of(file).declaration(call).orElse(null);
    if (own != null) {
      List<Expr> returned = Methods.of(file).returned(own);
      return returned.size() == 1 && isSmall(returned.get(0), depth - 1);
    }
    return call.name().equals("execute")
        && call.arguments().size() == 1
        && call.arguments().get(0) instanceof Expr.Lambda work
        && work.body() instanceof Expr given
        && isSmall(given, depth - 1);
  }

  private boolean isSmallVariable(Variable variable, int depth) {
    if (variable instanceof Decl.Param param && param.isVarargs()) {
      return true;
    }
    if (variable.type() instanceof TypeNode.Named named
        && named.arguments().stream().anyMatch(each -> isFew(each.ref()) || isPiece(each.ref()))
        && !variable.type().ref().isA("java.util.Map").isYes()) {
      return true;
    }
    Expr first = variable.initializer();
    boolean isKept =
        variable instanceof Stmt.Local
            || variable instanceof Decl.Field && variable.modifiers().contains(Modifier.FINAL);
    return first != null
        && isKept
        && Bindings.of(file).isAssignedOnce(variable)
        && isSmall(first, depth - 1);
  }

  /** {@code .limit(10)} with a number of a few. */
  private boolean isLimited(Expr chain) {
    for (Expr each = chain; each instanceof Expr.Call link; each = link.target()) {
      List<Expr> arguments = link.arguments();
      if (link.name().equals("limit")
          && arguments.size() == 1
          && Constants.of(file).value(arguments.get(0)).filter(it -> isFew(it)).isPresent()) {
        return true;
      }
    }
    return false;
  }
}
