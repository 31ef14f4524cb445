package dev.zonegate.match.taint;

import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What handlers return for a framework to send: pages as text, and where to go next. */
final class Responses {
  private static final TypeSet HANDLERS = TypeSet.load("request/handlers.types");
  private static final String BODY = "org.springframework.web.bind.annotation.ResponseBody";
  private static final Pattern TAG = Pattern.compile("(?s).*</?[a-zA-Z!].*");

  private Responses() {}

  /** Whether a method returns text to a framework that calls it with a request. */
  static boolean isOne(Decl.Method method, SourceFile file) {
    return method.body() != null
        && method.returnType() != null
        && method.returnType().ref().isNamed("java.lang.String")
        && HANDLERS.annotationIn(method.annotations()) != null
        && file.enclosing(method, Decl.Type.class) != null;
  }

  /** What a returned text of this shape does, or null if nothing. */
  static SinkKind kind(Decl.Method method, String shape, SourceFile file) {
    if (!isOne(method, file)) {
      return null;
    }
    if (isView(method, file)) {
      return shape.startsWith("redirect:") ? SinkKind.REDIRECT : null;
    }
    String produced = produced(method, file);
    boolean isPage = produced.contains("html") || produced.isEmpty() && isHtml(shape);
    return isPage ? SinkKind.XSS : null;
  }

  /** Whether a text looks like a piece of a page. */
  static boolean isHtml(String shape) {
    return TAG.matcher(shape).matches();
  }

  /** Whether what the method returns is the name of a view. */
  private static boolean isView(Decl.Method method, SourceFile file) {
    Decl.Type type = file.enclosing(method, Decl.Type.class);
    boolean isSpring =
        method.annotations().stream()
            .anyMatch(each -> each.type().name().startsWith("org.springframework."));
    boolean isBody =
        method.annotations().stream().anyMatch(each -> each.type().isNamed(BODY))
            || type.ref().isAnnotatedWith(BODY).isYes()
            || type.annotations().stream()
                .anyMatch(each -> each.type().simpleName().equals("RestController"));
    return isSpring && !isBody;
  }

  /** What the method says that it sends, as typed; empty if it says nothing. */
  private static String produced(Decl.Method method, SourceFile file) {
    StringBuilder text = new StringBuilder();
    List<Annotation> own = method.annotations();
    for (Annotation each : own) {
      Expr produces =
          each.type().isNamed("jakarta.ws.rs.Produces")
              ? each.argument("value")
              : each.argument("produces");
      text.append(produces == null ? "" : file.text(produces));
    }
    return text.toString().toLowerCase(Locale.ROOT);
  }
}
