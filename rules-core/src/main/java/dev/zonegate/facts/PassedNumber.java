package dev.zonegate.facts;

import dev.zonegate.match.Bindings;
import dev.zonegate.match.RequestData;
import dev.zonegate.match.UpperBounds;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Span;
import dev.zonegate.model.Variable;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A number that a method hands on to another class as it was given it, however large it is.
 *
 * @param at the argument
 * @param from the parameter that it was given by
 * @param isRequested whether a request says what it is
 * @param to the parameter that it is given to
 */
public record PassedNumber(String path, Span at, Place from, boolean isRequested, Place to)
    implements Fact {
  private static final Set<String> NUMBERS =
      Set.of("int", "long", "java.lang.Integer", "java.lang.Long");

  /**
   * A parameter of a method, which overloads of as many parameters share.
   *
   * @param type qualified name of the class that declares the method, or that it is called on
   * @param parameters how many the method has
   * @param index of the parameter
   */
  public record Place(String type, String method, int parameters, int index) {
    /** Where {@code param} is; null if it is no method's. */
    public static Place of(SourceFile file, Decl.Param param) {
      return file.parent(param) instanceof Decl.Method method
              && file.parent(method) instanceof Decl.Type type
          ? new Place(
              type.qualifiedName(),
              method.name(),
              method.params().size(),
              method.params().indexOf(param))
          : null;
    }

    /** The same parameter of the method that {@code type} declares. */
    public Place in(String type) {
      return new Place(type, method, parameters, index);
    }
  }

  static void collect(SourceFile file, Consumer<Fact> facts) {
    for (Decl.Param param : file.all(Decl.Param.class)) {
      boolean isNumber = param.type() != null && NUMBERS.contains(param.type().ref().name());
      Place from = isNumber ? Place.of(file, param) : null;
      if (from != null && !UpperBounds.areOn(file, param)) {
        boolean isRequested = RequestData.isHeldBy(param, file);
        for (Expr use : Bindings.of(file).uses(param)) {
          Place to = place(file, use, from.type());
          if (to != null) {
            facts.accept(new PassedNumber(file.path(), use.span(), from, isRequested, to));
          }
        }
      }
    }
  }

  /** What {@code use} is given to, if it is an argument of another class of the project. */
  private static Place place(SourceFile file, Expr use, String own) {
    if (!(file.parent(use) instanceof Expr.Call call) || call.target() == null) {
      return null;
    }
    List<Expr> arguments = call.arguments();
    String type = call.receiverType().name();
    boolean isHandedOn =
        arguments.contains(use)
            && !type.equals(own)
            && Packages.isSameProject(type, own)
            && Bindings.of(file)
                .declaration(call.target())
                .filter(Variable.class::isInstance)
                .isPresent();
    return isHandedOn
        ? new Place(type, call.name(), arguments.size(), arguments.indexOf(use))
        : null;
  }
}
