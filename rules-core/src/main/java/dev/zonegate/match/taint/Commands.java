package dev.zonegate.match.taint;

import dev.zonegate.model.Invocation;
import java.util.List;
import java.util.regex.Pattern;

/** Command lines given as lists. */
final class Commands {
  private static final Pattern SHELL =
      Pattern.compile("(?i)(.*[/\\\\])?(sh|bash|zsh|ksh|dash|csh|cmd|powershell|pwsh)(\\.exe)?");

  private Commands() {}

  /** The command line that a call is given, as a list; null if there is none. */
  static Value line(Invocation use, List<Value> arguments, Execution execution, State state) {
    if (arguments.isEmpty() || use.arguments().isEmpty()) {
      return null;
    }
    boolean isText = use.arguments().get(0).type().isNamed("java.lang.String");
    return isText ? execution.containers().list(use, arguments, state) : arguments.get(0);
  }

  /** Whether a program is chosen by somebody else, or a shell reads their text. */
  static boolean isDangerous(Value command, State state) {
    if (command.isTainted()) {
      return true;
    }
    for (Site each : command.sites) {
      Obj obj = state.get(each);
      Value program = obj.cells().get(0);
      boolean isDangerous =
          program == null
              ? !obj.isList() && (obj.all().constants == null || mayBeShell(obj.all()))
              : program.isTainted() || mayBeShell(program);
      if (isDangerous) {
        return true;
      }
    }
    return false;
  }

  private static boolean mayBeShell(Value word) {
    if (word.constants != null) {
      for (Object each : word.constants) {
        if (SHELL.matcher(String.valueOf(each)).matches()) {
          return true;
        }
      }
    }
    return false;
  }
}
