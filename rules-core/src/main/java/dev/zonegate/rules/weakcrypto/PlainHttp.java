package dev.zonegate.rules.weakcrypto;

import dev.zonegate.match.Api;
import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Composition;
import dev.zonegate.match.Constants;
import dev.zonegate.match.TextComposition;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Reporter;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds requests that carry a credential over plain HTTP to another host. */
final class PlainHttp {
  private static final ApiSet CLIENTS = ApiSet.load("crypto/http-clients.api");
  private static final ApiSet CREDENTIALS = ApiSet.load("crypto/credential-calls.api");
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?i)http://(?:([^/?#@\uFFFC]+|[^/?#@]*\uFFFC[^/?#@]*)@)?([^/:?#\uFFFC]+)(.*)",
          Pattern.DOTALL);
  private static final Pattern SECRET_PARAMETER =
      Pattern.compile(
          "(?is).*[?&](api[_-]?key|key|token|access[_-]?token|auth|password|pwd|secret)=.*",
          Pattern.DOTALL);
  private static final Pattern LOCAL =
      Pattern.compile(
          "(?s)localhost|127\\..*|10\\..*|192\\.168\\..*|172\\.(1[6-9]|2\\d|3[01])\\..*|0\\.0\\.0\\.0|\\[.*"
              + "|[^.]+|.*\\.(local|localhost|internal|intranet|lan|svc|test|example|invalid)"
              + "|.*\\.svc\\..*|(.*\\.)?example\\.(com|org|net)|(.*\\.)?w3\\.org");
  private static final Pattern CREDENTIAL_HEADER =
      Pattern.compile(
          "(?i)(proxy-)?authorization|cookie|x-[a-z-]*(token|key|secret|auth)|api[-_]?key|[a-z-]*-token");
  private static final Set<String> ADDING =
      Set.of(
          "header",
          "addHeader",
          "setHeader",
          "set",
          "add",
          "setRequestProperty",
          "put",
          "addRequestProperty",
          "defaultHeader",
          "putHeader",
          "property");
  private final SourceFile file;

  private PlainHttp(SourceFile file) {
    this.file = file;
  }

  static void find(SourceFile file, Reporter report) {
    PlainHttp search = new PlainHttp(file);
    for (Invocation use : CLIENTS.usesIn(file)) {
      Api api = CLIENTS.find(use).orElse(null);
      if (api != null && api.number("arg", 0) < use.arguments().size()) {
        search.check(use, use.arguments().get(api.number("arg", 0)), report);
      }
    }
  }

  private void check(Invocation use, Expr address, Reporter report) {
    Composition text = TextComposition.of(file).of(address);
    Matcher url = ADDRESS.matcher(text.text().strip());
    if (!url.matches() || LOCAL.matcher(url.group(2).toLowerCase(Locale.ROOT)).matches()) {
      return;
    }
    boolean isInAddress = url.group(1) != null || SECRET_PARAMETER.matcher(url.group(3)).matches();
    boolean isNear = isInAddress || carriesCredential(around(use, Decl.Method.class));
    boolean isBase = !isNear && isBase(use) && carriesCredential(around(use, Decl.Type.class));
    if (isNear || isBase) {
      report
          .at(use, WeakCryptoRule.PLAIN_HTTP, "http://" + url.group(2))
          .confidence(isNear ? Confidence.HIGH : Confidence.MEDIUM);
    }
  }

  private Node around(Invocation use, Class<? extends Node> kind) {
    Node node = file.enclosing(use, kind);
    return node == null ? file.enclosing(use, Decl.class) : node;
  }

  /** Whether the address is that of all requests of the type. */
  private boolean isBase(Invocation use) {
    Decl.Method method = file.enclosing(use, Decl.Method.class);
    return method == null || method.isConstructor() || use.name().equals("baseUrl");
  }

  private boolean carriesCredential(Node around) {
    for (Invocation each : file.allIn(around, Invocation.class)) {
      boolean isHeader =
          ADDING.contains(each.name())
              && each.arguments().size() >= 2
              && Constants.of(file)
                  .text(each.arguments().get(0))
                  .filter(name -> CREDENTIAL_HEADER.matcher(name).matches())
                  .isPresent();
      if (isHeader || CREDENTIALS.matches(each).isYes()) {
        return true;
      }
    }
    return false;
  }
}
