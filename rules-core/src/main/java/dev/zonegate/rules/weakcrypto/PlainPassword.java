package dev.zonegate.rules.weakcrypto;

import dev.zonegate.match.Bindings;
import dev.zonegate.match.Methods;
import dev.zonegate.match.Vocabulary;
import dev.zonegate.match.Words;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Reporter;
import java.util.List;
import java.util.Set;

/** Finds an account that is saved with the password that was typed in. */
final class PlainPassword {
  private static final Vocabulary ACCOUNTS = Vocabulary.load("crypto/account-names.words");
  private static final Set<String> SAVING =
      Set.of("save", "saveAndFlush", "saveAll", "persist", "merge", "insert", "insertSelective");
  private static final Set<String> STORES =
      Set.of(
          "repository", "repo", "dao", "mapper", "manager", "session", "store", "template", "em");
  private static final Set<String> ENCODING =
      Set.of(
          "encode",
          "encoded",
          "encoder",
          "hash",
          "hashed",
          "hasher",
          "encrypt",
          "encrypted",
          "crypt",
          "bcrypt",
          "argon",
          "scrypt",
          "digest",
          "hashpw",
          "encryptor",
          "protect");
  private final SourceFile file;
  private final Reporter report;

  private PlainPassword(SourceFile file, Reporter report) {
    this.file = file;
    this.report = report;
  }

  static void find(SourceFile file, Reporter report) {
    PlainPassword search = new PlainPassword(file, report);
    for (Invocation use : file.all(Invocation.class)) {
      search.check(use);
    }
  }

  private void check(Invocation use) {
    Decl.Method method = file.enclosing(use, Decl.Method.class);
    Expr password = passed(use);
    if (method == null || password == null || !isPlain(password) || encodes(method)) {
      return;
    }
    Expr account = account(use);
    if (account != null && isAccount(account) && isSaved(account, method)) {
      report
          .at(
              use,
              WeakCryptoRule.PASSWORD_STORAGE,
              use.shortName(),
              "saves the password as it was typed in")
          .confidence(Confidence.MEDIUM);
    }
  }

  /** The password given to a setter, a builder or a constructor, or null. */
  private static Expr passed(Invocation use) {
    if (use instanceof Expr.Call call && call.arguments().size() == 1 && call.target() != null) {
      String name = Words.withoutVerb(call.name(), "set", "with");
      return PasswordStorage.PASSWORDS.isNamed(name) ? call.arguments().get(0) : null;
    }
    if (use instanceof Expr.New made) {
      for (Expr each : made.arguments()) {
        if (PasswordStorage.PASSWORDS.isNamed(Names.of(each))) {
          return each;
        }
      }
    }
    return null;
  }

  /** A parameter, or a property of something else, called a password and not an encoded one. */
  private boolean isPlain(Expr password) {
    String name = Names.of(password);
    if (!PasswordStorage.PASSWORDS.isNamed(name)
        || Words.of(name).stream().anyMatch(ENCODING::contains)) {
      return false;
    }
    if (password instanceof Expr.Call call) {
      return call.target() != null && call.arguments().isEmpty();
    }
    Variable variable = Bindings.of(file).declaration(password).orElse(null);
    return variable instanceof Decl.Param param
            && file.parent(param) instanceof Decl.Method
            && Bindings.of(file).isAssignedOnce(param)
        || variable instanceof Stmt.Local local
            && local.initializer() != null
            && Bindings.of(file).isAssignedOnce(local)
            && isPlain(local.initializer());
  }

  /** Whether the method, or one of this file that it calls, encodes something. */
  private boolean encodes(Decl.Method method) {
    for (Invocation each : file.allIn(method, Invocation.class)) {
      if (isEncoding(each)) {
        return true;
      }
      Decl.Method called = Methods.of(file).declaration(each).orElse(null);
      if (called != null
          && called.body() != null
          && file.allIn(called.body(), Invocation.class).stream().anyMatch(this::isEncoding)) {
        return true;
      }
    }
    return false;
  }

  private boolean isEncoding(Invocation use) {
    return Words.of(use.name()).stream().anyMatch(ENCODING::contains)
        || use.target() != null
            && Words.of(Names.of(use.target())).stream().anyMatch(ENCODING::contains);
  }

  /** What holds the password then. */
  private Expr account(Invocation use) {
    if (use instanceof Expr.Call call) {
      boolean isSetter = call.type().name().equals("void");
      return isSetter ? call.target() : outermost(call);
    }
    return use instanceof Expr.New made ? made : null;
  }

  private Expr outermost(Expr.Call call) {
    Expr each = call;
    while (file.parent(each) instanceof Expr.Call next && next.target() == each) {
      each = next;
    }
    return each;
  }

  private static boolean isAccount(Expr account) {
    return ACCOUNTS.isIn(account.type().simpleName()) || ACCOUNTS.isIn(Names.of(account));
  }

  private boolean isSaved(Expr account, Decl.Method method) {
    Node holder =
        Bindings.of(file)
            .declaration(account)
            .map(Node.class::cast)
            .orElseGet(() -> file.parent(account));
    for (Expr.Call call : file.allIn(method, Expr.Call.class)) {
      if (SAVING.contains(call.name()) && call.target() != null && isStore(call.target())) {
        for (Expr each : call.arguments()) {
          boolean isHeld =
              Bindings.of(file).declaration(each).filter(it -> it == holder).isPresent();
          if (each == account || isHeld) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static boolean isStore(Expr target) {
    List<String> type = Words.of(target.type().simpleName());
    List<String> name = Words.of(Names.of(target));
    String last = name.isEmpty() ? "" : name.get(name.size() - 1);
    boolean isOfAccounts = last.endsWith("s") && ACCOUNTS.isIn(last);
    return type.stream().anyMatch(STORES::contains) || STORES.contains(last) || isOfAccounts;
  }
}
