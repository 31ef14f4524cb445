package dev.zonegate.match.taint;

import dev.zonegate.match.Constants;
import dev.zonegate.match.RequestData;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.SourceFile;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/** The fields that a file declares: what any of its methods ever wrote to them. */
final class Fields {
  private final SourceFile file;
  private final Map<Decl.Field, Value> written = new IdentityHashMap<>();
  private boolean hasGrown;

  Fields(SourceFile file) {
    this.file = file;
  }

  /** What an object keeps a field under. */
  static Object key(Decl.Field field) {
    return field.span();
  }

  /** Whether request data was found to be written since this was last asked. */
  boolean hasGrown() {
    boolean grown = hasGrown;
    hasGrown = false;
    return grown;
  }

  void wrote(Decl.Field field, Value value) {
    Value before = written.getOrDefault(field, Value.NOTHING);
    Value after = before;
    for (Trace each : value.traces.values()) {
      if (each.origin() instanceof Origin.Source) {
        after = after.or(Value.of(each));
      }
    }
    if (!after.isSame(before)) {
      written.put(field, after);
      hasGrown = true;
    }
  }

  Value read(Decl.Field field, Expr use, Value owner, State state) {
    Value value = Value.NOTHING;
    if (field.modifiers().contains(Modifier.STATIC)) {
      value = state.get(field) == null ? value : state.get(field);
    } else {
      for (Site each : owner.sites) {
        Value cell = state.get(each).get(key(field));
        value = cell == null ? value : value.or(cell);
      }
    }
    return value == Value.NOTHING ? initial(field, use, owner) : value;
  }

  private Value initial(Decl.Field field, Expr use, Value owner) {
    if (RequestData.isHeldBy(field, file)) {
      return Sources.declared(field);
    }
    Value sent = sent(field, owner);
    if (sent != Value.NOTHING) {
      return sent;
    }
    Set<Object> constants = Constants.of(file).values(use);
    if (constants.size() == 1) {
      return Value.constant(constants.iterator().next());
    }
    Value passed = passed(field, owner);
    if (passed != Value.NOTHING) {
      return passed;
    }
    Value ever = written.getOrDefault(field, Value.NOTHING);
    return ever == Value.NOTHING || Types.isInert(field) ? Value.UNKNOWN : ever.asTaint();
  }

  /** What a field holds of an object that a client sent, which no constructor of ours need fill. */
  private static Value sent(Decl.Field field, Value owner) {
    boolean isFixed = field.modifiers().contains(Modifier.FINAL) && field.initializer() != null;
    Value sent = Value.NOTHING;
    if (mayBeFilled(field) && !isFixed) {
      for (Trace each : owner.traces.values()) {
        if (each.origin() instanceof Origin.Source) {
          sent = sent.or(Sources.part(Value.of(each), field.name()));
        }
      }
    }
    return sent;
  }

  private static boolean mayBeFilled(Decl.Field field) {
    return !field.modifiers().contains(Modifier.STATIC)
        && !field.modifiers().contains(Modifier.TRANSIENT)
        && !Types.isInert(field);
  }

  /** What a field holds of an object that other code passes, and that may be one a client sent. */
  private Value passed(Decl.Field field, Value owner) {
    Value passed = Value.NOTHING;
    if (mayBeFilled(field) && !field.modifiers().contains(Modifier.FINAL)) {
      Decl.Type type = file.enclosing(field, Decl.Type.class);
      String accessor = (type == null ? "" : type.qualifiedName()) + "#" + field.name();
      Value parts = Sources.parts(owner.asTaint(), accessor);
      for (Trace each : parts.traces.values()) {
        boolean isPassed = each.origin() instanceof Origin.Part;
        passed = isPassed ? passed.or(Value.of(each)) : passed;
      }
    }
    return passed;
  }
}
