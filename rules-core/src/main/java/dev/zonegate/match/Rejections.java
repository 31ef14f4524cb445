package dev.zonegate.match;

import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What turns a request away, as far as calls and their names tell. */
public final class Rejections {
  private static final ApiSet CALLS = ApiSet.load("security/rejections.api");
  private static final Set<String> STATUS =
      Set.of("sendError", "setStatus", "setStatusCode", "status", "setRawStatusCode");
  private static final Set<String> ENDS = Set.of("abortWith", "close", "onError");
  private static final Set<Object> CODES = Set.of(400, 401, 403, 404, 429, 500, 503);
  private static final Set<Object> CALLER_CODES = Set.of(401, 403);
  private static final Pattern NAMES =
      Pattern.compile(
          "(?s).*(Unauthori[sz]ed|Forbidden|Denied|Reject|Unauthenticated).*"
              + "|deny|reject|abort|abortWith|commence|unauthorized|forbidden|sendError"
              + "|(operation|method)?[nN]ot(Supported|Implemented)");
  private static final Pattern STATUS_NAMES =
      Pattern.compile(
          "(UNAUTHORIZED|FORBIDDEN|NOT_FOUND|BAD_REQUEST|INTERNAL_SERVER_ERROR"
              + "|TOO_MANY_REQUESTS|UNAVAILABLE)");
  private static final Pattern CALLER_STATUS =
      Pattern.compile("UNAUTHORIZED|FORBIDDEN|UNAUTHENTICATED|PERMISSION_DENIED");
  private static final Pattern CALLER_FAILURES =
      Pattern.compile(
          "(?s).*(Unauthori[sz]ed|Forbidden|AccessDenied|Authentication|Authorization|NotAuthenticated|NotLogin|Permission).*");

  private Rejections() {}

  /** Whether {@code call} turns a request away, for whatever reason. */
  public static boolean is(SourceFile file, Expr.Call call) {
    return CALLS.matches(call).isYes()
        || NAMES.matcher(call.name()).matches()
        || status(file, call, CODES, STATUS_NAMES);
  }

  /** Whether something in {@code part} turns a caller away for who it is. */
  public static boolean ofCallers(SourceFile file, Node part) {
    for (Expr.Call call : file.allIn(part, Expr.Call.class)) {
      if (status(file, call, CALLER_CODES, CALLER_STATUS)
          || call.name().matches("(?s).*(Unauthori[sz]ed|Forbidden|AccessDenied|Unauthenticated).*")
          || ENDS.contains(call.name()) && CALLER_STATUS.matcher(file.text(call)).find()) {
        return true;
      }
    }
    return file.allIn(part, Stmt.Throw.class).stream()
        .anyMatch(
            each ->
                each.value() instanceof Expr.New made
                    && CALLER_FAILURES.matcher(made.created().ref().simpleName()).matches());
  }

  private static boolean status(SourceFile file, Expr.Call call, Set<Object> codes, Pattern names) {
    if (!STATUS.contains(call.name()) || call.arguments().isEmpty()) {
      return false;
    }
    Expr status = call.arguments().get(0);
    Optional<Object> code = Constants.of(file).value(status);
    return code.filter(codes::contains).isPresent() || names.matcher(file.text(status)).find();
  }
}
