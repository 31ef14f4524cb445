package dev.zonegate.rules.sensitivedataexposure;

import dev.zonegate.match.Bindings;
import dev.zonegate.match.Guards;
import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.Variable;

/** Whether a value is every header of a request, credentials among them. */
final class AllHeaders {
  private static final TypeSet HEADER =
      TypeSet.of("=org.springframework.web.bind.annotation.RequestHeader");
  private static final TypeSet HEADERS = TypeSet.of("org.springframework.http.HttpHeaders");
  private static final TypeSet MAPS =
      TypeSet.of("java.util.Map", "org.springframework.util.MultiValueMap");
  private static final String NAMES = "getHeaderNames";

  private AllHeaders() {}

  /** Whether {@code expr} is a parameter that holds all headers. */
  static boolean areGivenIn(SourceFile file, Expr expr) {
    if (!(expr instanceof Expr.Name)
        || !(Bindings.of(file).declaration(expr).orElse(null) instanceof Decl.Param param)
        || param.type() == null) {
      return false;
    }
    if (HEADERS.contains(param.type().ref()).isYes()) {
      return true;
    }
    Annotation header = HEADER.annotationIn(param.annotations());
    return header != null
        && header.argument("value") == null
        && header.argument("name") == null
        && MAPS.contains(param.type().ref()).isYes();
  }

  /** Whether {@code call} reads one header after the other, and leaves none out. */
  static boolean areReadBy(SourceFile file, Expr.Call call, int key) {
    if (key >= call.arguments().size() || !(call.arguments().get(key) instanceof Expr.Name name)) {
      return false;
    }
    Variable each = Bindings.of(file).declaration(name).orElse(null);
    if (each == null || isChosen(file, call, name.name())) {
      return false;
    }
    Node up = file.parent((Node) each);
    if (up instanceof Stmt.ForEach loop) {
      return isNames(file, loop.iterable(), 0);
    }
    if (up instanceof Expr.Lambda lambda) {
      return file.parent(lambda) instanceof Expr.Call taking
          && taking.name().matches("forEach\\w*")
          && isNames(file, taking.target(), 0);
    }
    return each.initializer() instanceof Expr.Call next
        && next.name().matches("next(Element)?")
        && isNames(file, next.target(), 0);
  }

  /** Whether a condition asks for the name of the header. */
  private static boolean isChosen(SourceFile file, Expr.Call call, String name) {
    return Guards.of(file).holdingAt(call).stream()
        .flatMap(each -> file.allIn(each.test(), Expr.Name.class).stream())
        .anyMatch(each -> each.name().equals(name));
  }

  private static boolean isNames(SourceFile file, Expr from, int depth) {
    if (from == null || depth > 3) {
      return false;
    }
    if (from instanceof Expr.Call call) {
      boolean isWrapped = call.name().matches("list|asIterator|iterator");
      return call.name().equals(NAMES)
          || isWrapped
              && (isNames(file, call.target(), depth + 1)
                  || !call.arguments().isEmpty()
                      && isNames(file, call.arguments().get(0), depth + 1));
    }
    Variable held = Bindings.of(file).declaration(from).orElse(null);
    return held != null && isNames(file, held.initializer(), depth + 1);
  }
}
