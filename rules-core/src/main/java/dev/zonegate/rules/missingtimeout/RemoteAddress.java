package dev.zonegate.rules.missingtimeout;

import dev.zonegate.match.Bindings;
import dev.zonegate.match.TextComposition;
import dev.zonegate.model.Answer;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Whether a URL leads to another machine, as far as a file tells how it is made. */
final class RemoteAddress {
  private static final int DEEPEST = 4;
  private static final Pattern REMOTE = Pattern.compile("(https?|ftps?|ldaps?):.*", Pattern.DOTALL);
  private static final Pattern LOCAL =
      Pattern.compile(
          "(file|jar|classpath|jrt|data|bundle|vfs|memory|resource):?.*", Pattern.DOTALL);
  private static final Pattern LOCAL_NAME =
      Pattern.compile("(?is).*(file|path|resource|jar|class|local|template|schema|dir).*");
  private final SourceFile file;

  RemoteAddress(SourceFile file) {
    this.file = file;
  }

  /** Yes or no if that is known; a URL made of a text of which nothing is known may be either. */
  Answer isRemote(Expr url) {
    return isRemote(url, DEEPEST);
  }

  private Answer isRemote(Expr url, int depth) {
    if (depth == 0) {
      return Answer.UNKNOWN;
    }
    if (url instanceof Expr.New made) {
      return ofParts(made.arguments(), depth);
    }
    if (url instanceof Expr.Cast cast) {
      return isRemote(cast.operand(), depth);
    }
    if (url instanceof Expr.Call call) {
      return ofCall(call, depth);
    }
    Variable variable = Bindings.of(file).declaration(url).orElse(null);
    return variable == null ? Answer.NO : ofVariable(variable, depth - 1);
  }

  /**
   * {@code new URL(text)}, {@code new URL(context, text)}, {@code new URL(protocol, host, ...)}.
   */
  private Answer ofParts(List<Expr> parts, int depth) {
    if (parts.isEmpty()) {
      return Answer.UNKNOWN;
    }
    Expr first = parts.get(0);
    boolean isText = first.type().isNamed("java.lang.String");
    return isText ? ofText(first) : isRemote(first, depth - 1);
  }

  private Answer ofText(Expr text) {
    String composed = TextComposition.of(file).of(text).text().strip().toLowerCase(Locale.ROOT);
    if (REMOTE.matcher(composed).matches()) {
      return Answer.YES;
    }
    if (LOCAL.matcher(composed).matches() || LOCAL_NAME.matcher(file.text(text)).matches()) {
      return Answer.NO;
    }
    return Answer.UNKNOWN;
  }

  private Answer ofCall(Expr.Call call, int depth) {
    boolean isConversion = call.name().equals("toURL") && call.target() != null;
    if (isConversion) {
      return isRemote(call.target(), depth - 1);
    }
    boolean isUri = call.name().equals("create") && call.type().isNamed("java.net.URI");
    return isUri || call.name().equals("toUri") && !call.arguments().isEmpty()
        ? ofParts(call.arguments(), depth)
        : Answer.NO;
  }

  private Answer ofVariable(Variable variable, int depth) {
    List<Expr> values = new ArrayList<>();
    if (variable.initializer() != null) {
      values.add(variable.initializer());
    }
    Bindings.of(file).assignments(variable).forEach(each -> values.add(each.value()));
    if (variable instanceof Decl.Param || values.isEmpty()) {
      return Answer.NO;
    }
    Answer any = Answer.NO;
    for (Expr value : values) {
      any = any.or(isRemote(value, depth));
    }
    return any;
  }
}
